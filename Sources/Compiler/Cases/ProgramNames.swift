package import Model
import SourceText

/// A program as case files see it: its names, gathered once for all files.
package struct ProgramNames: Sendable {
  let program: Program
  let checker: ExpressionChecker
  let facts: NameTable<ID<Fact>>
  let events: NameTable<ID<Event>>
  /// Every task that some action gives, in document order; one given in several places several
  /// times.
  let tasks: [String]
  /// What can stand in a list of due things, once each: states with `after`, periods, sends, tasks.
  let due: [String]

  package init(_ program: Program) {
    self.program = program
    checker = ExpressionChecker(scope: Scope(program))
    facts = program.facts.ids.byName { program.facts[$0].name }
    events = program.events.ids.byName { program.events[$0].name }
    let actions = program.actions
    tasks = actions.compactMap { if case .task(let order) = $0.kind { order.id } else { nil } }
    due = Self.due(program, actions)
  }

  private static func due(_ program: Program, _ actions: [Action]) -> [String] {
    var names: [String] = []
    for state in program.chart?.states.elements ?? [] where !state.delayed.isEmpty {
      names.append(state.path)
    }
    names += program.periods.elements.map(\.name)
    names += actions.compactMap { action in
      guard case .send(let send) = action.kind, send.delay != nil else { return nil }
      return send.id ?? program.events[send.event].name
    }
    names += actions.compactMap { action in
      guard case .task(let order) = action.kind, order.within != nil else { return nil }
      return order.id
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension Sequence {
  /// The elements by their names; the first of a name counts.
  fileprivate func byName(_ name: (Element) -> String) -> NameTable<Element> {
    var table = NameTable<Element>()
    for element in self where table[name(element)] == nil { table[name(element)] = element }
    return table
  }
}
