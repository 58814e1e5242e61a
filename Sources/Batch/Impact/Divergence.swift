package import Engine
package import Model
package import SourceText

/// Where two versions of a rulebook part in one case: the first entry after which it stands
/// elsewhere, something is due on another day or a decision was frozen otherwise, or that one of
/// them refuses; else the end.
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
    /// What the case keeps of it, where the workflow froze it.
    package var frozen: String?
  }

  /// Counted from 1; 0 is the opening.
  package let entry: Int
  /// The event's name, if there is one.
  package let event: String?
  package let old: Side
  package let new: Side

  /// - Parameter frozen: decisions that one version or both freeze, by name.
  init(
    _ old: Replay, _ before: ImpactVersion, _ new: Replay, _ after: ImpactVersion,
    frozen: [String]
  ) {
    let last = max(0, min(old.steps.count, new.steps.count) - 1)
    let entry =
      (0...last).first { place in
        let (one, other) = (old.steps[place].result, new.steps[place].result)
        return (one.refusal == nil) != (other.refusal == nil)
          || before.program.activeLeaves(of: one.state.configuration)
            != after.program.activeLeaves(of: other.state.configuration)
          || Self.firstDay(one.state, before.program) != Self.firstDay(other.state, after.program)
          || frozen.contains { Self.part($0, one.state, before, other.state, after) }
      } ?? last
    self.entry = entry
    event = old.steps[entry].entry?.event.map { before.program.events[$0].name }
    let (one, other) = (old.steps[entry].result, new.steps[entry].result)
    self.old = Side(one, before, unlike: other.state, after)
    self.new = Side(other, after, unlike: one.state, before)
  }

  /// Whether two versions keep something else of a decision. Where only one of them freezes it, it
  /// may be open in the other or not frozen yet.
  private static func part(
    _ name: String, _ one: CaseState, _ before: ImpactVersion, _ other: CaseState,
    _ after: ImpactVersion
  ) -> Bool {
    let words = [before.keptWords(name, in: one), after.keptWords(name, in: other)]
    if words[0] == words[1] { return false }
    return before.freezes(name) && after.freezes(name) || !words.contains("")
  }

  /// Nil where nothing is due.
  private static func firstDay(_ state: CaseState, _ program: Program) -> CalendarDate? {
    DueList(program: program, state: state).items.first?.day(in: program)
  }
}

extension Divergence.Side {
  fileprivate init(
    _ result: StepResult, _ own: ImpactVersion, unlike other: CaseState, _ others: ImpactVersion
  ) {
    let (program, state) = (own.program, result.state)
    leaves = program.activeLeafStates(of: state.configuration)
    transitions = result.trace.items.transitionsTaken
    refusal = result.refusal
    due = DueList(program: program, state: state).items.first
    decided = program.decisions.ids.compactMap { id in
      let name = program.decisions[id].name
      let rows = own.outcome(of: name, in: state)?.rows
      let isFrozen = state.frozen[id.index] != nil
      let isAlike =
        rows == others.outcome(of: name, in: other)?.rows
        && (!isFrozen || own.keptWords(name, in: state) == others.keptWords(name, in: other))
      if isAlike { return nil }
      return Divergence.Decided(
        decision: id, rows: rows ?? [],
        frozen: isFrozen ? own.keptWords(name, in: state) : nil)
    }
  }
}
