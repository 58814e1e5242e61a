import Engine
import Model
import SourceText
import Verifier

/// Every situation a small workflow can come to, by the interpreter alone.
struct Exploration {
  let program: Program
  let interpreter: Interpreter

  /// By fact: what it may be; of truth values where none is given.
  private let domains: [[Value?]]

  init(_ program: Program, _ domains: [[Value?]]? = nil) {
    self.program = program
    let values: [Value?] = [nil, .boolean(true), .boolean(false)]
    self.domains = domains ?? [values, values]
    interpreter = Interpreter(program: program, calendar: .china)
  }

  /// Whether some situation or step breaks the promise; nil where there are too many to tell.
  func breaks(_ invariant: Invariant, limit: Int = 2_000) throws -> Bool? {
    let facts = domains.reduce([[Value?]]([[]])) { all, domain in
      all.flatMap { one in domain.map { one + [$0] } }
    }
    var open: [CaseState] = []
    var seen: Set<CaseState> = []
    func take(_ result: StepResult) throws -> Bool {
      guard result.refusal == nil else { return false }
      var state = result.state
      state.serial = 0
      if isBroken(invariant, in: state) { return true }
      // Every entry states all facts anew.
      state.facts = state.facts.map { _ in nil }
      if seen.insert(state).inserted { open.append(state) }
      return false
    }
    for facts in facts where try take(interpreter.open(stated(facts), at: nil)) { return true }
    while let state = open.popLast() {
      // What waits for facts may pile up without end.
      if seen.count > limit { return nil }
      for facts in facts {
        for (event, payload) in [(nil, [])] + deeds {
          let entry = Entry(
            at: nil, event: event, payload: payload, by: nil, facts: stated(facts),
            expectation: nil, span: nil)
          let result = interpreter.step(state, entry)
          if breaks(invariant, state, entry, result) { return true }
          if try take(result) { return true }
        }
      }
    }
    return false
  }

  /// The events that people fire, with what may come with them: one truth value at most.
  private var deeds: [(ID<Event>?, [Value])] {
    program.events.ids.filter { program.events[$0].origin == .external }.flatMap { event in
      program.events[event].payload.isEmpty
        ? [(event, [])] : [true, false].map { (event, [.boolean($0)]) }
    }
  }

  /// A fault counts against the case, as what is unknown does.
  private func isBroken(_ invariant: Invariant, in state: CaseState) -> Bool {
    let evaluator = Evaluator(program: program, calendar: .china, state: state)
    switch invariant.kind {
    case .never(let condition): return (try? evaluator.verdict(condition)) != .fails
    case .requires(let states, let condition):
      return states.contains(where: state.configuration.contains)
        && (try? evaluator.verdict(condition)) != .holds
    case .leadsTo, .canEnd, .within: return false
    }
  }

  private func breaks(
    _ invariant: Invariant, _ state: CaseState, _ entry: Entry, _ result: StepResult
  ) -> Bool {
    guard case .leadsTo(let states, let promised, let targets) = invariant.kind,
      entry.event == promised, !state.isFinished,
      states.contains(where: state.configuration.contains)
    else { return false }
    guard result.refusal == nil else {
      // What was said with it may be refused by itself.
      var alone = entry
      alone.event = nil
      alone.payload = []
      return interpreter.step(state, alone).refusal == nil
    }
    return !result.trace.isOvertaken
      && !targets.contains(where: result.state.configuration.contains)
  }

  private func stated(_ facts: [Value?]) -> [StatedFact] {
    facts.enumerated().map { StatedFact(fact: ID($0.offset), value: $0.element, span: nil) }
  }
}
