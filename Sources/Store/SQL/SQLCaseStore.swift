/// Cases in a database that speaks SQL. SQLite and PostgreSQL get the same statements.
struct SQLCaseStore: CaseStore {
  let database: any SQLDatabase

  func backup(to path: String) throws(StoreFault) {
    try database.backup(to: path)
  }
}

// MARK: Rulebooks and calendars

extension SQLCaseStore {
  func keep(_ program: ProgramRecord) throws(StoreFault) {
    let summary = program.summary
    try database.write { session throws(StoreFault) in
      try session.run(
        """
        INSERT INTO programs (hash, rulebook, version, effective_from, effective_to, kept_at,
          bytes, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING
        """,
        [
          .text(summary.hash), .text(summary.rulebook), .text(summary.version),
          .text(summary.effectiveFrom), .text(summary.effectiveTo), .integer(summary.keptAt),
          .bytes(program.bytes), .bytes(Fingerprint(of: program.bytes).bytes),
        ])
    }
  }

  func program(_ hash: String) throws(StoreFault) -> ProgramRecord? {
    try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        "SELECT \(Self.summaryColumns), bytes, fingerprint FROM programs WHERE hash = ?",
        [.text(hash)])
      guard let row = rows.first else { return nil }
      let bytes = try checkedBytes(row, 6, what: "the rulebook version \(hash)")
      return ProgramRecord(try Self.summary(row), bytes: bytes)
    }
  }

  func programs(rulebook: String?) throws(StoreFault) -> [ProgramSummary] {
    let filter = rulebook == nil ? "" : "WHERE rulebook = ?"
    return try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        """
        SELECT \(Self.summaryColumns) FROM programs \(filter)
        ORDER BY rulebook, COALESCE(effective_from, ''), kept_at, hash
        """, rulebook.map { [.text($0)] } ?? [])
      return try rows.mapping(Self.summary)
    }
  }

  func keep(_ calendar: CalendarRecord) throws(StoreFault) {
    try database.write { session throws(StoreFault) in
      try session.run(
        """
        INSERT INTO calendars (hash, kept_at, bytes, fingerprint) VALUES (?, ?, ?, ?)
        ON CONFLICT (hash) DO NOTHING
        """,
        [
          .text(calendar.hash), .integer(calendar.keptAt), .bytes(calendar.bytes),
          .bytes(Fingerprint(of: calendar.bytes).bytes),
        ])
    }
  }

  func calendar(_ hash: String) throws(StoreFault) -> CalendarRecord? {
    try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        "SELECT kept_at, bytes, fingerprint FROM calendars WHERE hash = ?", [.text(hash)])
      guard let row = rows.first else { return nil }
      let bytes = try checkedBytes(row, 1, what: "the calendar \(hash)")
      return CalendarRecord(hash: hash, bytes: bytes, keptAt: try row.long(0))
    }
  }

  private static let summaryColumns =
    "hash, rulebook, version, effective_from, effective_to, kept_at"

  private static func summary(_ row: SQLRow) throws(StoreFault) -> ProgramSummary {
    ProgramSummary(
      hash: try row.text(0), rulebook: try row.text(1), version: try row.text(2),
      effectiveFrom: try row.textIfAny(3), effectiveTo: try row.textIfAny(4),
      keptAt: try row.long(5))
  }

  /// Bytes in a column, held against the fingerprint in the next.
  func checkedBytes(_ row: SQLRow, _ index: Int, what: String) throws(StoreFault) -> [UInt8] {
    let bytes = try row.bytes(index)
    guard Fingerprint(of: bytes) == (try row.fingerprint(index + 1)) else {
      throw .damaged(store: database.name, reason: "\(what) was altered")
    }
    return bytes
  }
}

extension [SQLRow] {
  /// `map` for what throws a store's faults.
  func mapping<Value>(
    _ transform: (SQLRow) throws(StoreFault) -> Value
  ) throws(StoreFault) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for row in self { values.append(try transform(row)) }
    return values
  }
}
