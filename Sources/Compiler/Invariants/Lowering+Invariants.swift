import Model
import SourceText
import Syntax

// What the rulebook promises of every case.
extension Lowering {
  mutating func lowerInvariants() -> [Invariant] {
    var names = DeclaredNames()
    return tree.invariants.compactMap { tree in
      names.declare(tree.name, as: .invariant, into: &diagnostics)
      let bases = self.bases(tree.basis)
      return kind(of: tree).map { kind in
        Invariant(
          name: tree.name.value, title: title(tree.title, tree.name), kind: kind,
          isSealed: tree.isSealed ?? false, basis: bases, span: tree.name.span)
      }
    }
  }

  private mutating func kind(of tree: InvariantTree) -> Invariant.Kind? {
    let states = tree.states.compactMap { state($0, from: nil) }
    guard states.count == tree.states.count else { return nil }
    if tree.ends != nil {
      if tree.isOnlyEnds { return .canEnd }
      diagnostics.report(.invariantOfNothing(tree.name))
      return nil
    }
    if tree.speaksOfTime { return wait(in: tree) }
    switch (tree.never, tree.requires, tree.on) {
    case (let never?, nil, nil) where states.isEmpty && tree.leadsTo.isEmpty:
      return condition(never).map(Invariant.Kind.never)
    case (nil, let requires?, nil) where !states.isEmpty && tree.leadsTo.isEmpty:
      return condition(requires).map { .requires(in: states, $0) }
    case (nil, nil, let event?) where !states.isEmpty && !tree.leadsTo.isEmpty:
      let targets = tree.leadsTo.compactMap { state($0, from: nil) }
      guard targets.count == tree.leadsTo.count, let id = self.event(event) else { return nil }
      return .leadsTo(in: states, on: id, to: targets)
    default:
      diagnostics.report(.invariantOfNothing(tree.name))
      return nil
    }
  }

  /// `from` and `to`, or `after` and `always`, with `within`.
  private mutating func wait(in tree: InvariantTree) -> Invariant.Kind? {
    let begins = tree.from + tree.after
    let targets = tree.to + tree.always
    let isWhole =
      !begins.isEmpty && !targets.isEmpty && tree.from.isEmpty != tree.after.isEmpty
      && tree.from.isEmpty == tree.to.isEmpty
    guard isWhole, tree.isOnlyTime, let within = tree.within else {
      diagnostics.report(.invariantOfNothing(tree.name))
      return nil
    }
    let condition = tree.when.map { self.condition($0) }
    let limit = term(within)
    let ends = targets.compactMap { state($0, from: nil) }
    let event = tree.after.count == 1 ? eventIDs[tree.after[0].value] : nil
    let entered = event == nil ? begins.compactMap { state($0, from: nil) } : []
    guard let limit, ends.count == targets.count, event != nil || entered.count == begins.count
    else { return nil }
    if case .some(nil) = condition { return nil }
    return .within(
      Invariant.Wait(
        entering: entered, event: event, to: ends, limit: limit, condition: condition ?? nil))
  }

  private mutating func event(_ name: Located<String>) -> ID<Event>? {
    if let id = eventIDs[name.value] { return id }
    diagnostics.report(
      .undeclared(.event, name.value, among: events.elements.map(\.name), at: name.span))
    return nil
  }
}

extension InvariantTree {
  /// Whether nothing is said beside `ends`.
  fileprivate var isOnlyEnds: Bool { isOnlyTime && !speaksOfTime }

  fileprivate var speaksOfTime: Bool {
    !(from + to + after + always).isEmpty || within != nil || when != nil
  }

  /// Whether nothing is said but what is said of time, or of the end.
  fileprivate var isOnlyTime: Bool {
    never == nil && requires == nil && on == nil && states.isEmpty && leadsTo.isEmpty
  }
}

extension Diagnostic {
  fileprivate static func invariantOfNothing(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .invariantOfNothing,
      Bilingual(
        en: "`\(name.value)` has none of the forms of a promise",
        zh: "`\(name.value)` 不是任何一种承诺的写法"),
      at: name.span,
      help: Bilingual(
        en: "write `never:`, or `in:` with `requires:`, or `in:` with `on:` and `leads_to:`, or "
          + "`ends: can`, or `from:` and `to:`, or `after:` and `always:`, with `within:`",
        zh: "请写 `never:`，或 `in:` 加 `requires:`，或 `in:` 加 `on:` 和 `leads_to:`，或 `ends: can`，"
          + "或 `from:`、`to:`（或者 `after:`、`always:`）加 `within:`"))
  }
}
