internal import Model

/// What a journal names by hash: the versions of the rulebook that the case was pinned to, and the
/// calendars that it counted by.
struct Shelf: Sendable {
  var programs: [String: PinnedProgram] = [:]
  var calendars: [String: WorkCalendar] = [:]

  /// The hashes of programs that entries name, in order, each once.
  static func programs(of entries: [JournalEntry]) -> [String] {
    var found: [String] = []
    for entry in entries {
      guard let hash = entry.program, !found.contains(hash) else { continue }
      found.append(hash)
    }
    return found
  }

  /// The same of calendars.
  static func calendars(of entries: [JournalEntry]) -> [String] {
    var found: [String] = []
    for entry in entries {
      guard let hash = entry.members["calendar"]?.text, !found.contains(hash) else { continue }
      found.append(hash)
    }
    return found
  }
}
