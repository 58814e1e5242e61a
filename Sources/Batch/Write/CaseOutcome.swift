internal import Engine
internal import Model
internal import SourceText

/// What a case came to: where it stands after its last entry, and what was refused on the way.
struct CaseOutcome {
  /// An entry that was not taken.
  struct Refused {
    /// Counted from 1; 0 is the opening.
    var entry: Int
    var event: ID<Event>?
    var refusal: Refusal
  }

  var configuration: [ID<State>]
  /// Of each ladder and choice of scripts, the last state that the case came to.
  var given: [ID<State>]
  /// By decision.
  var decisions: [DecisionStanding]
  var refused: [Refused] = []
  /// What decisions met that have no result, whatever is stated yet.
  var faults: [(decision: ID<Decision>, fault: Fault)]

  init(_ replay: Replay, _ interpreter: Interpreter) {
    let state = replay.state
    configuration = state.configuration
    given = CaseWay(replay, interpreter.program).last
    decisions = interpreter.standings(in: state)
    faults = decisions.enumerated().compactMap { index, standing in
      if case .faulted(let fault) = standing { (ID(index), fault) } else { nil }
    }
    for (number, step) in replay.steps.enumerated() {
      guard let refusal = step.result.refusal else { continue }
      refused.append(Refused(entry: number, event: step.entry?.event, refusal: refusal))
    }
  }
}
