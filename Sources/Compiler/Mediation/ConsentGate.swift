import SourceText
import Syntax

/// What stands before the content of a slot that `needs` consents: the state `consent`, and the way
/// back to it should one be missing later.
struct ConsentGate {
  static let name = "consent"

  private let needs: [Located<String>]
  private let refusal: Located<String>?
  /// By consent: what it rests on.
  private let basis: [String: [Located<String>]]
  let span: Span

  /// Nil for a slot that needs none.
  init?(_ slot: SlotTree, needs: [Located<String>], _ mediation: MediationTree) {
    guard let first = needs.first else { return nil }
    self.needs = needs
    refusal = slot.outcomeOfFailure
    span = first.span
    basis = Dictionary(mediation.consents.map { ($0.name.value, $0.basis) }) { first, _ in first }
  }

  /// Waits until all are given; each refusal leads out.
  func state(leadingTo content: TransitionTree) -> StateTree {
    var state = StateTree.made(
      Self.name, title: .made(en: "consent", zh: "征求同意", at: span), at: span)
    state.part = .consent
    state.always = needs.map { need in
      .made(
        when: "\(need.value).refused", to: [refusal?.value].compactMap(\.self),
        basis: basis[need.value] ?? [], at: need.span)
    }
    var start = content
    start.condition = .made(allGiven, at: span)
    state.always.append(start)
    return state
  }

  /// Leads every state of the content back where a consent is missing.
  func guardContent(_ states: inout [StateTree]) {
    for index in states.indices where !["final", "history"].contains(states[index].type?.value) {
      states[index].always.insert(
        .made(when: "not(\(allGiven))", to: [Self.name], isFirst: true, at: span), at: 0)
    }
  }

  private var allGiven: String { needs.map { "\($0.value).given" }.joined(separator: " and ") }
}

extension SlotTree {
  /// Where a refusal, and a ladder that ends, lead: `not_agreed`, else the last outcome.
  var outcomeOfFailure: Located<String>? {
    (gives.first { $0.name.value == "not_agreed" } ?? gives.last)?.name
  }
}
