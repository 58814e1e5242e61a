// What lists show.
extension SQLCaseStore {
  static func put(
    _ standing: Standing, of caseID: String, _ sequence: Int, in session: any SQLSession
  ) throws(StoreFault) {
    try session.run(
      """
      INSERT INTO standings (case_id, sequence, state, title, level, acting, due_at, due_day,
        due_what, finished, summary, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (case_id) DO UPDATE SET sequence = excluded.sequence, state = excluded.state,
        title = excluded.title, level = excluded.level, acting = excluded.acting,
        due_at = excluded.due_at, due_day = excluded.due_day, due_what = excluded.due_what,
        finished = excluded.finished, summary = excluded.summary, detail = excluded.detail
      """,
      [
        .text(caseID), .integer(sequence), .text(standing.state), .text(standing.title),
        .text(standing.level), .text(standing.acting), .integer(standing.dueAt),
        .text(standing.dueDay), .text(standing.dueWhat), .flag(standing.isFinished),
        .text(standing.summary), .text(standing.detail),
      ])
    try session.run("DELETE FROM standing_keys WHERE case_id = ?", [.text(caseID)])
    for key in Set(standing.keys).sorted() {
      try session.run(
        "INSERT INTO standing_keys (key, case_id) VALUES (?, ?)", [.text(key), .text(caseID)])
    }
  }

  func replace(
    _ standing: Standing, of caseID: String, length: Int
  ) throws(StoreFault) {
    try database.write { session throws(StoreFault) in
      guard let record = try Self.record(of: caseID, in: session) else {
        throw .noSuchCase(caseID)
      }
      guard record.length == length else {
        let added = try Self.entries(of: caseID, after: length, in: session)
        throw .conflict(caseID: caseID, current: record.length, added: added)
      }
      try Self.put(standing, of: caseID, length, in: session)
    }
  }

  func staleStandings(limit: Int) throws(StoreFault) -> [String] {
    try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        """
        SELECT id FROM cases LEFT JOIN standings ON case_id = id
        WHERE sequence IS NULL OR sequence <> length ORDER BY id LIMIT ?
        """, [.integer(limit)])
      return try rows.mapping { row throws(StoreFault) in try row.text(0) }
    }
  }

  func cases(_ query: CaseQuery) throws(StoreFault) -> CasePage {
    guard query.limit > 0 else { return CasePage(cases: [], next: nil) }
    var clauses = CaseClauses(query)
    clauses.goOn(query)
    let order = query.order == .due ? "due_at, standings.case_id" : "standings.case_id"
    // One line more than asked for tells whether there is another page.
    let (limit, values) = (query.limit, clauses.values + [.integer(query.limit + 1)])
    let rows = try database.read { session throws(StoreFault) in
      try session.rows(
        """
        SELECT \(Self.recordColumns), \(Self.listColumns) FROM \(clauses.source)
        \(clauses.condition) ORDER BY \(order) LIMIT ?
        """, values)
    }
    let listed = try Array(rows.prefix(limit)).mapping(Self.listed)
    let next = rows.count > limit ? listed.last : nil
    return CasePage(
      cases: listed,
      next: next.map { CaseQuery.Cursor(caseID: $0.record.id, dueAt: $0.standing.dueAt) })
  }

  func count(_ query: CaseQuery) throws(StoreFault) -> Int {
    let clauses = CaseClauses(query)
    return try database.read { session throws(StoreFault) in
      try session.number(
        "SELECT COUNT(*) FROM \(clauses.source) \(clauses.condition)", clauses.values)
    }
  }

  private static let listColumns = """
    sequence, state, title, level, acting, due_at, due_day, due_what, finished, summary, detail,
    CASE WHEN \(CaseClauses.incident) THEN 1 ELSE 0 END
    """

  private static func listed(_ row: SQLRow) throws(StoreFault) -> ListedCase {
    let standing = Standing(
      state: try row.text(9), title: try row.text(10), level: try row.textIfAny(11),
      acting: try row.textIfAny(12), dueAt: try row.longIfAny(13), dueDay: try row.textIfAny(14),
      dueWhat: try row.textIfAny(15), isFinished: try row.flag(16), summary: try row.text(17),
      detail: try row.text(18))
    return ListedCase(
      record: try record(row), standing: standing, sequence: try row.integer(8),
      hasIncident: try row.flag(19))
  }
}
