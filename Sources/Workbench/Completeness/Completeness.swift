package import Engine
internal import Model
package import SourceText

/// Whether a rulebook has for each class of dispute a way to go: a level, a script, deadlines,
/// papers, and its words in both languages (docs/completeness.md).
package struct Completeness: Sendable {
  let interpreter: Interpreter
  /// Whether a place belongs to the rulebook itself: what a base lacks is said where the base is
  /// checked.
  let isOwn: @Sendable (Span) -> Bool
  package let matrices: [WayMatrix]

  package init(_ interpreter: Interpreter, isOwn: @escaping @Sendable (Span) -> Bool) {
    self.interpreter = interpreter
    self.isOwn = isOwn
    let chart = interpreter.program.chart
    matrices = (chart?.states.ids ?? []).compactMap { slot in
      chart.flatMap { SlotContents(slot, in: $0) }.map { WayMatrix($0, interpreter) }
    }
  }

  var program: Program { interpreter.program }
}

extension WayMatrix {
  init(_ contents: SlotContents, _ interpreter: Interpreter) {
    var search = WaySearch(contents, interpreter)
    search.run()
    slot = contents.slot
    span = contents.span
    classes = search.classes
    grades = search.grades.map(\.name)
    ways = search.ways
    isCut = search.isCut
    periods = contents.periods(in: interpreter.program)
    papers = contents.outcomes.map { contents.papers(after: $0) }
  }
}

extension SlotContents {
  /// Periods whose end the slot, or a state around it, takes.
  fileprivate func periods(in program: Program) -> [ID<Period>] {
    let around = chart.withAncestors(slot) + [chart.root]
    let taken = around.flatMap { chart.states[$0].transitions }.flatMap { id -> [ID<Event>] in
      if case .events(let events, _) = chart.transitions[id].trigger { events } else { [] }
    }
    return program.periods.ids.filter { taken.contains(program.periods[$0].expiry) }
  }

  fileprivate func papers(after outcome: ID<State>) -> WayMatrix.Papers {
    var search = PaperSearch(chart, stoppingAt: [slot] + chart.withAncestors(slot))
    for id in chart.states[slot].transitions where chart.transitions[id].answers(outcome) {
      search.take(id)
    }
    return WayMatrix.Papers(outcome: outcome, documents: search.documents)
  }
}

extension Transition {
  /// Whether it is what a slot's state does with an outcome.
  fileprivate func answers(_ outcome: ID<State>) -> Bool {
    var isAnswer = false
    condition?.walk { if $0.kind == .inState(outcome) { isAnswer = true } }
    return isAnswer
  }
}
