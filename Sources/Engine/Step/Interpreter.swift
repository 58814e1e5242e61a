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
  let candidates: [Candidates]
  /// States with `first` transitions, in document order.
  let firstSources: [ID<State>]
  let doneEvents: [ID<State>: ID<Event>]
  /// Says what facts are, if not what cases state.
  package var oracle: (any FactOracle)?
  /// Whether traces tell what guards read. That takes as long as reading them: who plays many cases
  /// and shows no trace does without.
  package var recordsReadings = true
  /// Whether the refusal of an event that nothing takes says which could be fired instead.
  package var namesAlternatives = true

  package init(program: Program, calendar: WorkCalendar) {
    self.program = program
    self.calendar = calendar
    let chart = program.chart ?? .empty
    self.chart = chart
    queries = ChartQueries(chart)
    let candidates = chart.states.elements.map { Candidates(of: $0, in: chart) }
    self.candidates = candidates
    firstSources = chart.states.ids.filter { !candidates[$0.index].first.isEmpty }
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
  package func open(
    _ facts: [StatedFact], at opened: DateTime?, answersChecklist: Bool = false
  ) -> StepResult {
    var stepper = Stepper(self, state: blank(opened: opened))
    return stepper.result { (stepper: inout Stepper) throws(Refused) in
      try stepper.open(facts, answersChecklist: answersChecklist)
    }
  }

  /// Takes one entry of the journal. Timers that are due before it fire first and stay fired even
  /// if the entry is refused; else a refusal leaves the case as it was.
  package func step(_ state: CaseState, _ entry: Entry) -> StepResult {
    var stepper = Stepper(self, state: state)
    if let at = entry.at {
      let passed = stepper.result { (stepper: inout Stepper) throws(Refused) in
        try stepper.pass(to: at)
      }
      if passed.refusal != nil { return passed }
    }
    return stepper.result { (stepper: inout Stepper) throws(Refused) in
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
