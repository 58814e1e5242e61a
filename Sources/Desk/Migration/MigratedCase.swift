package import Engine
package import Model
internal import SourceText

/// A case that goes over to another version: a pure function of the case, the version, the plan and
/// the moment, so that a journal gives the same case whenever it is replayed.
package struct MigratedCase {
  /// Before anything was attempted or kept.
  let passage: StatePassage
  /// Nil where something stands in the way.
  package let result: StepResult?
  let interpreter: Interpreter

  /// What stands in the way; the same may be there twice.
  package var obstacles: [Obstacle] { passage.obstacles }

  /// - Parameter moment: when it goes over; nil in a case that has been given no time.
  package init(
    _ state: CaseState, from old: Program, to new: Program, by plan: MigrationPlan,
    calendar: WorkCalendar, at moment: DateTime?
  ) {
    interpreter = Interpreter(program: new, calendar: calendar)
    let pair = VersionPair(old: old, new: new, plan: plan)
    passage = StatePassage(pair, state, into: interpreter, at: moment)
    result =
      passage.obstacles.isEmpty
      ? interpreter.takeOver(
        passage.after, at: moment, starting: passage.starting.sorted(), giving: passage.giving)
      : nil
  }
}
