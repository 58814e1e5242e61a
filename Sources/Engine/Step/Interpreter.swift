package import Model
internal import SourceText

/// Steps cases through a program: a pure function of (program, calendar, case, entry).
///
/// The workflow follows the W3C SCXML algorithm (appendix D of the recommendation). Where facts are
/// unknown, selection stops at the first undecided candidate: see `docs/language.md`.
package struct Interpreter: Sendable {
  package let program: Program
  package let calendar: WorkCalendar
  let chart: Statechart
  let queries: ChartQueries
  let doneEvents: [ID<State>: ID<Event>]

  package init(program: Program, calendar: WorkCalendar) {
    self.program = program
    self.calendar = calendar
    chart = program.chart ?? .empty
    queries = ChartQueries(chart)
    var doneEvents: [ID<State>: ID<Event>] = [:]
    for id in program.events.ids {
      if case .done(let state) = program.events[id].origin { doneEvents[state] = id }
    }
    self.doneEvents = doneEvents
  }

  /// A case of which nothing is known, before its workflow is entered.
  package func blank(opened: DateTime?) -> CaseState {
    CaseState(
      facts: Array(repeating: nil, count: program.facts.count),
      variables: program.variables.elements.map(\.start),
      frozen: Array(repeating: nil, count: program.decisions.count),
      history: Array(repeating: [], count: chart.states.count),
      periods: Array(repeating: PeriodState(), count: program.periods.count), opened: opened)
  }

  /// Opens a case: states what is known and enters the workflow.
  package func open(_ facts: [StatedFact], at opened: DateTime?) -> StepResult {
    let blank = blank(opened: opened)
    var stepper = Stepper(self, state: blank)
    return stepper.result(orBackTo: blank) { (stepper: inout Stepper) throws(Refused) in
      try stepper.record(facts)
      guard program.chart != nil else { return }
      try stepper.guarding { (stepper: inout Stepper) throws(Stop) in
        var entries = EntrySet(queries: queries, history: stepper.state.history)
        entries.addDescendants(chart.root)
        try stepper.enter(entries)
        try stepper.refreshPeriods()
      }
      try stepper.settle()
    }
  }

  /// Takes one entry of the journal. Timers that are due before it fire first and stay fired even
  /// if the entry is refused; else a refusal leaves the case as it was.
  package func step(_ state: CaseState, _ entry: Entry) -> StepResult {
    var stepper = Stepper(self, state: state)
    if let at = entry.at {
      if let clock = state.clock, at < clock {
        return StepResult(
          state: state, effects: [], trace: Trace(), refusal: .backInTime(clock))
      }
      do { try stepper.pass(to: at) } catch {
        return StepResult(
          state: state, effects: [], trace: stepper.trace, refusal: .fault(error))
      }
    }
    let before = stepper.state
    return stepper.result(orBackTo: before) { (stepper: inout Stepper) throws(Refused) in
      try stepper.take(entry)
    }
  }
}

extension Statechart {
  /// What a rulebook of decisions alone has: a root and nothing in it.
  static var empty: Statechart {
    let nowhere = Span(SourceID(0), 0, 0)
    let root = State(
      name: "", path: "", title: Bilingual(""), kind: .compound, parent: nil, span: nowhere)
    return Statechart(
      states: Arena([root]), transitions: Arena(), delayed: Arena(),
      ignoresUnhandledEvents: false)
  }
}
