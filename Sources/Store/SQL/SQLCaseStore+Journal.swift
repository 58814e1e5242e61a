// Reading cases and their journals.
extension SQLCaseStore {
  func record(of caseID: String) throws(StoreFault) -> CaseRecord? {
    try database.read { session throws(StoreFault) in
      try Self.record(of: caseID, in: session)
    }
  }

  static func record(
    of caseID: String, in session: any SQLSession
  ) throws(StoreFault) -> CaseRecord? {
    let rows = try session.rows(
      "SELECT \(recordColumns) FROM cases WHERE id = ?", [.text(caseID)])
    guard let row = rows.first else { return nil }
    return try record(row)
  }

  static let recordColumns =
    "cases.id, rulebook, program, calendar, opened_at, lent_to, length, head"

  /// From the columns of `recordColumns`, which come first.
  static func record(_ row: SQLRow) throws(StoreFault) -> CaseRecord {
    CaseRecord(
      id: try row.text(0), rulebook: try row.text(1), program: try row.text(2),
      calendar: try row.text(3), openedAt: try row.long(4), lentTo: try row.textIfAny(5),
      length: try row.integer(6), head: try row.fingerprint(7))
  }

  func entries(
    of caseID: String, after sequence: Int, limit: Int?
  ) throws(StoreFault) -> [StoredEntry] {
    try database.read { session throws(StoreFault) in
      try Self.entries(of: caseID, after: sequence, limit: limit, in: session)
    }
  }

  static func entries(
    of caseID: String, after sequence: Int, limit: Int? = nil, in session: any SQLSession
  ) throws(StoreFault) -> [StoredEntry] {
    let rows = try session.rows(
      """
      SELECT sequence, previous, fingerprint, body FROM entries
      WHERE case_id = ? AND sequence > ? ORDER BY sequence LIMIT ?
      """, [.text(caseID), .integer(sequence), .integer(limit ?? Int.max)])
    return try rows.mapping { row throws(StoreFault) in
      StoredEntry(
        caseID: caseID, sequence: try row.integer(0), previous: try row.fingerprint(1),
        fingerprint: try row.fingerprint(2), body: try row.bytes(3))
    }
  }

  func secrets(of caseID: String) throws(StoreFault) -> [StoredSecret] {
    try database.read { session throws(StoreFault) in
      try Self.secrets(of: caseID, in: session)
    }
  }

  static func secrets(
    of caseID: String, in session: any SQLSession
  ) throws(StoreFault) -> [StoredSecret] {
    let rows = try session.rows(
      """
      SELECT sequence, name, salt, value FROM secrets WHERE case_id = ? ORDER BY sequence, name
      """, [.text(caseID)])
    return try rows.mapping { row throws(StoreFault) in
      let name = try row.text(1)
      return StoredSecret(
        key: SecretKey(caseID: caseID, sequence: try row.integer(0), name: name),
        secret: Secret(name: name, salt: try row.bytes(2), value: try row.text(3)))
    }
  }

  func links(of caseID: String) throws(StoreFault) -> [CaseLink] {
    try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        """
        SELECT case_id, other, reason, sequence FROM links WHERE case_id = ? OR other = ?
        ORDER BY case_id, sequence, other
        """, [.text(caseID), .text(caseID)])
      return try rows.mapping { row throws(StoreFault) in
        CaseLink(
          caseID: try row.text(0), other: try row.text(1), reason: try row.text(2),
          sequence: try row.integer(3))
      }
    }
  }
}
