package import Engine
package import Model
internal import SourceText
package import Store

/// A case as its journal makes it: every effective entry replayed by the version of the rulebook
/// that the case was pinned to then.
package struct CaseFold: Sendable {
  /// An entry, and what came of it.
  package struct Line: Sendable {
    /// From 1.
    package var sequence: Int
    /// With its texts in place.
    package var entry: JournalEntry
    /// Nil for what does not step the case, and for an entry that was taken back.
    package var result: StepResult?
    package var isTakenBack = false
    /// What was stepped, read against the rulebook.
    package var stepped: Entry?
  }

  package let id: String
  /// The version that it is pinned to now.
  package private(set) var pinned: PinnedProgram
  /// With the calendar that counts now.
  package private(set) var interpreter: Interpreter
  package private(set) var calendarHash: String
  package internal(set) var lines: [Line]
  package internal(set) var state: CaseState
  /// All that the journal names.
  let shelf: Shelf
  /// The versions before the present one, each with its last entry.
  package private(set) var earlier: [(pinned: PinnedProgram, last: Int)] = []
  /// How many entries the journal has: what a writer says it has seen.
  package var length: Int { lines.count }

  package var program: Program { interpreter.program }

  /// Replays a journal.
  /// - Parameter shelf: holds all that the journal names.
  init(id: String, _ entries: [JournalEntry], _ shelf: Shelf) throws(DeskFault) {
    self.id = id
    self.shelf = shelf
    let undone = Set(entries.compactMap(\.undone))
    lines = entries.enumerated().map { index, entry in
      Line(sequence: index + 1, entry: entry, isTakenBack: undone.contains(index + 1))
    }
    guard let first = entries.first, first.kind == .opened,
      let hash = first.members["calendar"]?.text, let calendar = shelf.calendars[hash],
      let pinned = first.program.flatMap({ shelf.programs[$0] })
    else { throw Self.broken(id, 1) }
    self.pinned = pinned
    calendarHash = hash
    interpreter = Interpreter(program: pinned.program, calendar: calendar)
    state = interpreter.blank(opened: nil)
    try replay()
  }

  private mutating func replay() throws(DeskFault) {
    let (file, end) = try stage(from: 0)
    let opening = interpreter.open(
      file.facts, at: file.opened, answersChecklist: file.answersChecklist)
    lines[0].result = opening
    state = opening.state
    try replay(1..<end, file)
    var start = end
    while start < lines.count {
      try migrate(start)
      let (file, end) = try stage(from: start)
      try replay((start + 1)..<end, file)
      start = end
    }
  }

  /// The steps that count from an entry until the case is pinned to another version, read against
  /// the version that counts there, and where they end.
  private func stage(from start: Int) throws(DeskFault) -> (CaseFile, end: Int) {
    let rest = lines[start...].dropFirst()
    let end = rest.firstIndex { $0.entry.kind == .migrated } ?? lines.count
    var members = start == 0 ? lines[0].entry.caseFileMembers : [:]
    members["case"] = .text(id)
    let steps = lines[start..<end].filter { $0.entry.kind == .step && !$0.isTakenBack }
    members["journal"] = .list(steps.map { .object($0.entry.caseFileMembers) })
    return (try pinned.caseFile(members), end)
  }

  private mutating func replay(_ range: Range<Int>, _ file: CaseFile) throws(DeskFault) {
    var journal = file.journal[...]
    for index in range {
      switch lines[index].entry.kind {
      case .step where !lines[index].isTakenBack:
        guard let entry = journal.popFirst() else { throw Self.broken(id, index + 1) }
        let result = interpreter.step(state, entry)
        lines[index].result = result
        lines[index].stepped = entry
        state = result.state
      case .calendar:
        guard let hash = lines[index].entry.members["calendar"]?.text,
          let calendar = shelf.calendars[hash]
        else { throw Self.broken(id, index + 1) }
        adopt(calendar, hash)
      default: break
      }
    }
  }

  /// Goes over to the version that an entry names, by the plan that it holds.
  private mutating func migrate(_ index: Int) throws(DeskFault) {
    let entry = lines[index].entry
    guard let next = entry.program.flatMap({ shelf.programs[$0] }),
      let plan = entry.members["plan"].flatMap(MigrationPlan.init)
    else { throw Self.broken(id, index + 1) }
    let moment = entry.at.flatMap { DateTime(literal: $0, defaultOffset: program.offset) }
    let migrated = migrated(to: next, by: plan, at: moment)
    guard let result = migrated.result, result.refusal == nil else {
      throw Self.broken(id, index + 1)
    }
    pin(next, migrated.interpreter, after: index)
    lines[index].result = result
    state = result.state
  }

  /// The case under another version; nothing is kept.
  func migrated(
    to next: PinnedProgram, by plan: MigrationPlan, at moment: DateTime?
  ) -> MigratedCase {
    MigratedCase(
      state, from: program, to: next.program, by: plan, calendar: interpreter.calendar, at: moment)
  }

  /// - Parameter last: how many entries the version before has.
  private mutating func pin(_ next: PinnedProgram, _ interpreter: Interpreter, after last: Int) {
    earlier.append((pinned, last))
    pinned = next
    self.interpreter = interpreter
  }

  /// Counts all running deadlines by another calendar; those that moved.
  @discardableResult
  mutating func adopt(_ calendar: WorkCalendar, _ hash: String) -> [MovedDeadline] {
    let moved = state.recount(
      from: interpreter.calendar, to: calendar, in: interpreter.program)
    interpreter = Interpreter(program: interpreter.program, calendar: calendar)
    calendarHash = hash
    return moved
  }

  private static func broken(_ id: String, _ sequence: Int) -> DeskFault {
    .said(
      "entry \(sequence) of case `\(id)` cannot be read; look at it with `case verify`",
      "案件 `\(id)` 的第 \(sequence) 条记录读不出来；请用 `case verify` 核查")
  }
}

extension CaseFold {
  /// The newest entry that stepped the case and counts; nil where there is only the opening, or the
  /// case has been pinned to another version since.
  package var newestStep: Line? {
    let own = lines.dropFirst(earlier.last?.last ?? 0)
    return own.last { $0.entry.kind == .step && !$0.isTakenBack }
  }

  /// Whether the step that made a paper was taken back.
  package func isTakenBack(_ key: ItemKey) -> Bool {
    lines.indices.contains(key.sequence - 1) && lines[key.sequence - 1].isTakenBack
  }

  /// The version that the case was pinned to after an entry, numbered from 1.
  package func pinned(at sequence: Int) -> PinnedProgram {
    earlier.first { sequence <= $0.last }?.pinned ?? pinned
  }

  /// Adds the entry by which the case went over to another version.
  mutating func add(_ entry: JournalEntry, _ next: PinnedProgram, _ migrated: MigratedCase) {
    guard let result = migrated.result else { preconditionFailure("nothing stood in its way") }
    pin(next, migrated.interpreter, after: length)
    lines.append(Line(sequence: length + 1, entry: entry, result: result))
    state = result.state
  }

  /// The case as it is when time has passed until then without anything being entered: timers that
  /// are due have fired. As it is where that moment lies before the newest entry.
  package func passed(to moment: DateTime) -> StepResult {
    interpreter.step(state, .passing(to: moment))
  }
}

extension Entry {
  /// Time passes and nothing else happens.
  static func passing(to moment: DateTime) -> Entry {
    Entry(
      at: moment, event: nil, payload: [], by: nil, facts: [], expectation: nil, span: nil)
  }
}
