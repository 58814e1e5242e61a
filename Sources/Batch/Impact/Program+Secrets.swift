package import Model
internal import SourceText

extension Program {
  /// The names of decisions that rest, directly or by way of others, on a fact of one of these
  /// names, and of those whose results hold free text: what they come to may say what people said.
  package func decisions(tellingOf secrets: Set<String>) -> Set<String> {
    var search = SecretSearch(self, secrets)
    while search.takeIn() {}
    return Set(
      decisions.ids.filter { search.decisions.contains($0) || decisions[$0].isFreeText }
        .map { decisions[$0].name })
  }
}

/// What facts, variables and decisions anything of a secret gets into. Coarser than the compiler's
/// own look (FQ1309), which tells outputs and events apart: too much is kept back rather than too
/// little.
private struct SecretSearch {
  private let program: Program
  private var facts: Set<ID<Fact>>
  private var variables: Set<ID<Variable>> = []
  private(set) var decisions: Set<ID<Decision>> = []
  /// Whether it comes with any event that the workflow makes.
  private var isInPayload = false

  init(_ program: Program, _ secrets: Set<String>) {
    self.program = program
    facts = Set(program.facts.ids.filter { secrets.contains(program.facts[$0].name) })
  }

  private var count: Int {
    facts.count + variables.count + decisions.count + (isInPayload ? 1 : 0)
  }

  /// Takes in what reads what was taken in before; whether that was anything.
  mutating func takeIn() -> Bool {
    let before = count
    for id in program.decisions.ids
    where program.decisions[id].expressions.contains(where: isTold) {
      decisions.insert(id)
    }
    for action in program.actions { takeIn(action) }
    let done = (program.chart?.states.elements ?? []).flatMap(\.doneData).map(\.value)
    if done.contains(where: isTold) { isInPayload = true }
    return count > before
  }

  private mutating func takeIn(_ action: Action) {
    switch action.kind {
    case .set(let assignments):
      for assignment in assignments where isTold(by: assignment.value) {
        switch assignment.target {
        case .fact(let id): facts.insert(id)
        case .variable(let id): variables.insert(id)
        }
      }
    case .raise(_, let payload): if payload.contains(where: isTold) { isInPayload = true }
    case .send(let send): if send.payload.contains(where: isTold) { isInPayload = true }
    default: break
    }
  }

  private func isTold(by expression: Expression) -> Bool {
    expression.contains { part in
      switch part.kind {
      case .fact(let id): facts.contains(id)
      case .variable(let id): variables.contains(id)
      case .decision(let id): decisions.contains(id)
      case .payload: isInPayload
      default: false
      }
    }
  }
}

extension Decision {
  /// Whether what it gives may hold words that people typed; those that stand in the rules are not.
  fileprivate var isFreeText: Bool {
    guard type.holdsText else { return false }
    switch logic {
    case .expression: return true
    case .table(let table):
      return (table.rows.flatMap(\.results) + (table.otherwise ?? [])).contains { !$0.isConstant }
    }
  }
}

extension ValueType {
  /// Whether free text or a text with a format stands in its values.
  package var holdsText: Bool {
    switch self {
    case .text, .formatted: true
    case .list(let type), .optional(let type), .range(let type): type.holdsText
    case .record(let record): record.fields.contains { $0.type.holdsText }
    default: false
    }
  }
}
