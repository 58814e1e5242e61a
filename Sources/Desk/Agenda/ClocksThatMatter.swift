package import Engine
package import Model
package import SourceText

/// Which legal clocks may still count for something in a case: those for whose end something waits
/// where the case stands or may yet come to, by what is stated of it now.
///
/// A passage is ruled out only by a part of its guard that reads facts alone and fails: variables,
/// places and the time of day change by themselves. What nothing waits for is only a reminder, and
/// is taken to matter.
package struct ClocksThatMatter: Sendable {
  private let program: Program
  private let evaluator: Evaluator
  private var waitedFor: Set<ID<Event>> = []
  private var reached: Set<ID<Event>> = []

  package init(_ interpreter: Interpreter, _ state: CaseState) {
    program = interpreter.program
    evaluator = Evaluator(
      program: program, calendar: interpreter.calendar, facts: state.facts, opened: state.opened)
    guard let chart = program.chart else { return }
    let start = Set(state.configuration).union(state.history.joined())
    let states = StateGraph(chart).reachable(from: start) { id, _ in
      !isRuledOut(chart.transitions[id])
    }
    for transition in chart.transitions.elements {
      guard case .events(let events, _) = transition.trigger else { continue }
      waitedFor.formUnion(events)
      if states.contains(transition.source) { reached.formUnion(events) }
    }
  }

  /// Whether a clock is one of them.
  package func contains(_ period: ID<Period>) -> Bool {
    let expiry = program.periods[period].expiry
    return !waitedFor.contains(expiry) || reached.contains(expiry)
  }

  private func isRuledOut(_ transition: Transition) -> Bool {
    transition.condition?.conjuncts.contains { part in
      restsOnFactsAlone(part) && (try? evaluator.verdict(part)) == .fails
    } ?? false
  }

  private func restsOnFactsAlone(_ expression: Expression) -> Bool {
    var met: Set<ID<Decision>> = []
    return restsOnFactsAlone(expression, &met)
  }

  private func restsOnFactsAlone(
    _ expression: Expression, _ met: inout Set<ID<Decision>>
  ) -> Bool {
    var rests = true
    var decisions: [ID<Decision>] = []
    expression.walk { part in
      switch part.kind {
      case .variable, .inState, .payload: rests = false
      case .decision(let id): decisions.append(id)
      default: break
      }
    }
    for id in decisions where rests && met.insert(id).inserted {
      for part in program.decisions[id].expressions where rests {
        rests = restsOnFactsAlone(part, &met)
      }
    }
    return rests
  }
}
