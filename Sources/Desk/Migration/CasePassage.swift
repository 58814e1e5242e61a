internal import Engine
package import Model
package import SourceText

/// What a migration does to one case, and what stands in its way.
package struct CasePassage: Sendable {
  /// Something that runs, and what was answered for it.
  package struct Matter: Hashable, Sendable {
    package var kind: MigrationPlan.Matter
    /// As deadlines are called in the old version.
    package var name: String
    package var title: Bilingual
    package var answer: MigrationPlan.Answer?
    /// Its last day; nil where it has none.
    package var day: CalendarDate?
  }

  package let id: String
  /// The hash of the version that the case is pinned to now.
  package let program: String
  /// Where it stands, by the old version's paths.
  package let from: [String]
  /// Where it will stand, by the new version's; empty where something stands in the way.
  package private(set) var to: [String] = []
  /// In the order in which they were set.
  package private(set) var matters: [Matter] = []
  /// Deadlines that begin with the migration, by the states that they belong to.
  package private(set) var begins: [String] = []
  /// Those that fall due on another day than before.
  package private(set) var moved: [MovedDeadline] = []
  /// Each once.
  package private(set) var obstacles: [Obstacle] = []

  /// - Parameter result: of going over, where nothing stood in the way of the attempt.
  init(_ fold: CaseFold, _ passage: StatePassage, _ result: StepResult?) {
    id = fold.id
    program = fold.pinned.hash
    from = fold.program.activeLeaves(of: fold.state.configuration)
    matters = passage.matters
    let new = passage.pair.new
    begins = passage.starting.sorted().compactMap { id in
      new.chart.map { $0.states[$0.delayed[id].state].path }
    }
    for obstacle in passage.obstacles where !obstacles.contains(obstacle) {
      obstacles.append(obstacle)
    }
    guard let result else { return }
    if let refusal = result.refusal {
      let text = RefusalText(program: new).text(of: refusal)
      obstacles.append(Obstacle(.refused, "", text.en, text.zh))
      return
    }
    to = new.activeLeaves(of: result.state.configuration)
    moved = Self.moved(from: fold.state, fold.program, to: result.state, new)
  }

  /// A case that another store has.
  init(lent id: String, to holder: String, program: String) {
    self.id = id
    self.program = program
    from = []
    obstacles = [
      Obstacle(.lent, "", "it is lent to \(holder)", "借出给了 \(holder)")
        .helped("bring it home with `case checkin`", "请先用 `case checkin` 归还")
    ]
  }

  /// Deadlines that fall on another day, that begin, or that are given up, by their names in the
  /// new version where they have one there.
  private static func moved(
    from before: CaseState, _ old: Program, to after: CaseState, _ new: Program
  ) -> [MovedDeadline] {
    var rest = after.timers
    var moved: [MovedDeadline] = []
    for timer in before.timers {
      let name = timer.name(in: old)
      let day = timer.lastDay ?? timer.due.date(in: old.offset)
      // What was counted anew has another number, and the name that it had.
      let place =
        rest.firstIndex { $0.serial == timer.serial }
        ?? rest.firstIndex { $0.name(in: new) == name }
      let later = place.map { rest.remove(at: $0) }
      let laterDay = later.map { $0.lastDay ?? $0.due.date(in: new.offset) }
      guard day != laterDay else { continue }
      moved.append(
        MovedDeadline(name: later?.name(in: new) ?? name, from: day, to: laterDay))
    }
    return moved
      + rest.map {
        MovedDeadline(
          name: $0.name(in: new), from: nil, to: $0.lastDay ?? $0.due.date(in: new.offset))
      }
  }
}
