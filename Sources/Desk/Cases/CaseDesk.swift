internal import Engine
package import Model
package import Runtime
internal import SourceText
package import Store

/// The mediator's desk over a store: opens cases, steps them, takes steps back. It reads no clock
/// and throws no dice itself.
package struct CaseDesk: Sendable {
  package let store: any CaseStore
  package let user: Operator
  /// When all that this desk writes is written.
  package let now: DateTime
  /// Gives 16 random bytes each time.
  let salt: @Sendable () -> [UInt8]

  package init(
    store: any CaseStore, user: Operator, now: DateTime, salt: @escaping @Sendable () -> [UInt8]
  ) {
    self.store = store
    self.user = user
    self.now = now
    self.salt = salt
  }

  /// The case as its journal makes it.
  package func load(_ id: String) throws(DeskFault) -> CaseFold {
    guard let record = try storing({ () throws(StoreFault) in try store.record(of: id) }) else {
      throw .store(.noSuchCase(id))
    }
    let stored = try storing { () throws(StoreFault) in try store.entries(of: id) }
    let secrets = try storing { () throws(StoreFault) in try store.secrets(of: id) }
    let entries = try JournalReading(id, secrets).entries(bodies: stored.map(\.body))
    var shelf = Shelf()
    for hash in Shelf.programs(of: entries) { shelf.programs[hash] = try program(hash) }
    for hash in Shelf.calendars(of: entries) { shelf.calendars[hash] = try calendar(hash) }
    let fold = try CaseFold(id: id, entries, shelf)
    guard record.program == fold.pinned.hash else {
      throw .said(
        "case `\(id)` is said to be pinned to another rulebook than its journal says",
        "案件 `\(id)` 登记的规则书与经过里写的不一致")
    }
    return fold
  }

  /// The program of a hash.
  package func program(_ hash: String) throws(DeskFault) -> PinnedProgram {
    guard let record = try storing({ () throws(StoreFault) in try store.program(hash) }) else {
      throw .store(.unknownProgram(hash))
    }
    do { return PinnedProgram(try Artefact(bytes: record.bytes)) } catch {
      throw .said(error.message)
    }
  }

  func calendar(_ hash: String) throws(DeskFault) -> WorkCalendar {
    guard let record = try storing({ () throws(StoreFault) in try store.calendar(hash) }) else {
      throw .store(.unknownCalendar(hash))
    }
    do { return try Artefact.calendar(bytes: record.bytes) } catch { throw .said(error.message) }
  }

  /// Keeps a compiled rulebook and its calendar.
  package func keep(_ artefact: Artefact) throws(DeskFault) {
    let program = artefact.program
    let summary = ProgramSummary(
      hash: artefact.programHash, rulebook: program.name, version: program.version,
      effectiveFrom: program.effectiveFrom?.description,
      effectiveTo: program.effectiveTo?.description, keptAt: now.milliseconds)
    try storing { () throws(StoreFault) in
      try store.keep(ProgramRecord(summary, bytes: artefact.bytes))
      try store.keep(
        CalendarRecord(
          hash: artefact.calendarHash, bytes: artefact.calendarBytes, keptAt: now.milliseconds))
    }
  }
}
