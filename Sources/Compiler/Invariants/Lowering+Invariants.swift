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

  private mutating func event(_ name: Located<String>) -> ID<Event>? {
    if let id = eventIDs[name.value] { return id }
    diagnostics.report(
      .undeclared(.event, name.value, among: events.elements.map(\.name), at: name.span))
    return nil
  }
}

extension InvariantTree {
  /// Whether nothing is said beside `ends`.
  fileprivate var isOnlyEnds: Bool {
    never == nil && requires == nil && on == nil && states.isEmpty && leadsTo.isEmpty
  }
}

extension Diagnostic {
  fileprivate static func invariantOfNothing(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .invariantOfNothing,
      Bilingual(
        en: "`\(name.value)` has none of the forms of an invariant",
        zh: "`\(name.value)` 不是任何一种承诺的写法"),
      at: name.span,
      help: Bilingual(
        en: "write `never:`, or `in:` with `requires:`, or `in:` with `on:` and `leads_to:`, or "
          + "`ends: can`",
        zh: "请写 `never:`，或 `in:` 加 `requires:`，或 `in:` 加 `on:` 和 `leads_to:`，或 `ends: can`"))
  }
}
