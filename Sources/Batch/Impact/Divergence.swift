package import Engine
package import Model
package import SourceText

/// Where two versions of a rulebook part in one case: the first entry after which it stands
/// elsewhere, or something is due on another day, or that one of them refuses; else the end.
package struct Divergence: Sendable {
  /// What one version made of the entry.
  package struct Side: Sendable {
    package var leaves: [ID<State>]
    /// Transitions that were taken.
    package var transitions: [ID<Transition>]
    /// Decisions that came to something else than in the other version, and their rows.
    package var decided: [Decided]
    package var refusal: Refusal?
    /// What is due first.
    package var due: DueList.Item?
  }

  /// A decision and the rows that made it so; none where it is open or meets a fault.
  package struct Decided: Sendable {
    package var decision: ID<Decision>
    package var rows: [String]
  }

  /// Counted from 1; 0 is the opening.
  package let entry: Int
  /// The event's name, if there is one.
  package let event: String?
  package let old: Side
  package let new: Side

  init(_ old: Replay, _ oldInterpreter: Interpreter, _ new: Replay, _ newInterpreter: Interpreter) {
    let last = max(0, min(old.steps.count, new.steps.count) - 1)
    let entry =
      (0...last).first { place in
        let (one, other) = (old.steps[place].result, new.steps[place].result)
        return (one.refusal == nil) != (other.refusal == nil)
          || oldInterpreter.program.activeLeaves(of: one.state.configuration)
            != newInterpreter.program.activeLeaves(of: other.state.configuration)
          || Self.firstDay(one.state, oldInterpreter) != Self.firstDay(other.state, newInterpreter)
      } ?? last
    self.entry = entry
    event = old.steps[entry].entry?.event.map { oldInterpreter.program.events[$0].name }
    let (one, other) = (old.steps[entry].result, new.steps[entry].result)
    self.old = Side(one, oldInterpreter, unlike: other.state, newInterpreter)
    self.new = Side(other, newInterpreter, unlike: one.state, oldInterpreter)
  }

  /// Nil where nothing is due.
  private static func firstDay(_ state: CaseState, _ interpreter: Interpreter) -> CalendarDate? {
    let program = interpreter.program
    return DueList(program: program, state: state).items.first?.day(in: program)
  }
}

extension Divergence.Side {
  fileprivate init(
    _ result: StepResult, _ own: Interpreter, unlike other: CaseState, _ others: Interpreter
  ) {
    leaves = own.program.activeLeafStates(of: result.state.configuration)
    transitions = result.trace.items.transitionsTaken
    refusal = result.refusal
    due = DueList(program: own.program, state: result.state).items.first
    let names = Dictionary(
      others.program.decisions.ids.map { (others.program.decisions[$0].name, $0) }
    ) { first, _ in first }
    decided = own.program.decisions.ids.compactMap { id in
      let outcome = own.outcome(of: id, in: result.state)
      let twin = names[own.program.decisions[id].name].flatMap { others.outcome(of: $0, in: other) }
      guard outcome?.rows != twin?.rows else { return nil }
      return Divergence.Decided(decision: id, rows: outcome?.rows ?? [])
    }
  }
}
