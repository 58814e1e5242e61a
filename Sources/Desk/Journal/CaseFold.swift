package import Engine
package import Model
internal import SourceText
internal import Store

/// A case as its journal makes it: every effective entry replayed by the rulebook that the case is
/// pinned to.
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
  package let pinned: PinnedProgram
  /// With the calendar that counts now.
  package private(set) var interpreter: Interpreter
  package private(set) var calendarHash: String
  package internal(set) var lines: [Line]
  package internal(set) var state: CaseState
  /// By hash, all that the journal names.
  let calendars: [String: WorkCalendar]
  /// How many entries the journal has: what a writer says it has seen.
  package var length: Int { lines.count }

  package var program: Program { interpreter.program }

  /// Replays a journal.
  /// - Parameter calendars: by hash, all that the journal names.
  init(
    id: String, _ pinned: PinnedProgram, _ entries: [JournalEntry],
    calendars: [String: WorkCalendar]
  ) throws(DeskFault) {
    self.id = id
    self.pinned = pinned
    self.calendars = calendars
    let undone = Set(entries.compactMap(\.undone))
    lines = entries.enumerated().map { index, entry in
      Line(sequence: index + 1, entry: entry, isTakenBack: undone.contains(index + 1))
    }
    guard let first = entries.first, first.kind == .opened,
      let hash = first.members["calendar"]?.text, let calendar = calendars[hash]
    else { throw Self.broken(id, 1) }
    calendarHash = hash
    interpreter = Interpreter(program: pinned.program, calendar: calendar)
    state = interpreter.blank(opened: nil)
    try replay(try Self.file(id, pinned, lines), calendars)
  }

  private static func file(
    _ id: String, _ pinned: PinnedProgram, _ lines: [Line]
  ) throws(DeskFault) -> CaseFile {
    var members = lines[0].entry.caseFileMembers
    members["case"] = .text(id)
    let steps = lines.filter { $0.entry.kind == .step && !$0.isTakenBack }
    members["journal"] = .list(steps.map { .object($0.entry.caseFileMembers) })
    return try pinned.caseFile(members)
  }

  private mutating func replay(
    _ file: CaseFile, _ calendars: [String: WorkCalendar]
  ) throws(DeskFault) {
    let opening = interpreter.open(
      file.facts, at: file.opened, answersChecklist: file.answersChecklist)
    lines[0].result = opening
    state = opening.state
    var journal = file.journal[...]
    for index in lines.indices.dropFirst() {
      switch lines[index].entry.kind {
      case .step where !lines[index].isTakenBack:
        guard let entry = journal.popFirst() else { throw Self.broken(id, index + 1) }
        let result = interpreter.step(state, entry)
        lines[index].result = result
        lines[index].stepped = entry
        state = result.state
      case .calendar:
        guard let hash = lines[index].entry.members["calendar"]?.text,
          let calendar = calendars[hash]
        else { throw Self.broken(id, index + 1) }
        adopt(calendar, hash)
      default: break
      }
    }
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
  /// The newest entry that stepped the case and counts; nil where there is only the opening.
  package var newestStep: Line? {
    lines.last { $0.entry.kind == .step && !$0.isTakenBack }
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
