internal import Crypto
internal import FoundationEssentials

// Walking journals.
extension SQLCaseStore {
  func verify(_ caseID: String) throws(StoreFault) -> [ChainFault] {
    try database.read { session throws(StoreFault) in
      guard let record = try Self.record(of: caseID, in: session) else {
        throw .noSuchCase(caseID)
      }
      return try Self.walk(record, in: session)
    }
  }

  func verifyAll() throws(StoreFault) -> Verification {
    try database.read { session throws(StoreFault) in
      var found = Verification()
      try Self.eachRecord(in: session) { record throws(StoreFault) in
        found.cases += 1
        found.entries += record.length
        found.faults += try Self.walk(record, in: session)
      }
      let orphans = try session.rows(
        """
        SELECT DISTINCT case_id FROM entries WHERE case_id NOT IN (SELECT id FROM cases)
        ORDER BY case_id
        """, [])
      found.faults += try orphans.mapping { row throws(StoreFault) in
        ChainFault(caseID: try row.text(0), sequence: nil, kind: .orphaned)
      }
      return found
    }
  }

  func headDigest() throws(StoreFault) -> HeadDigest {
    try database.read { session throws(StoreFault) in
      var hash = SHA256()
      var (cases, entries) = (0, 0)
      hash.update(data: Array("fengqiao heads 1\n".utf8))
      try Self.eachRecord(in: session) { record in
        cases += 1
        entries += record.length
        let line = "\(record.id.utf8.count):\(record.id)\n\(record.length)\n\(record.head)\n"
        hash.update(data: Array(line.utf8))
      }
      guard let digest = Fingerprint(bytes: Array(hash.finalize())) else {
        preconditionFailure("a SHA-256 has 32 bytes")
      }
      return HeadDigest(cases: cases, entries: entries, digest: digest)
    }
  }

  /// Goes through all cases by id, some hundred at a time.
  private static func eachRecord(
    in session: any SQLSession, _ body: (CaseRecord) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    var last: String?
    while true {
      let rows = try session.rows(
        """
        SELECT \(recordColumns) FROM cases \(last == nil ? "" : "WHERE cases.id > ?")
        ORDER BY cases.id LIMIT 500
        """, last.map { [.text($0)] } ?? [])
      for row in rows {
        let record = try record(row)
        last = record.id
        try body(record)
      }
      if rows.count < 500 { return }
    }
  }

  private static func walk(
    _ record: CaseRecord, in session: any SQLSession
  ) throws(StoreFault) -> [ChainFault] {
    var walk = ChainWalk(caseID: record.id)
    var bodies: [Int: [UInt8]] = [:]
    var last = Int.min
    while true {
      let rows = try session.rows(
        """
        SELECT sequence, previous, fingerprint, body FROM entries
        WHERE case_id = ? AND sequence > ? ORDER BY sequence LIMIT 500
        """, [.text(record.id), .integer(last)])
      for row in rows {
        last = try row.integer(0)
        let body = try row.bytes(3)
        bodies[last] = body
        walk.visit(last, previous: try row.bytes(1), fingerprint: try row.bytes(2), body: body)
      }
      if rows.count < 500 { break }
    }
    walk.end(length: record.length, head: record.head)
    for stored in try secrets(of: record.id, in: session)
    where bodies[stored.key.sequence].map({ stored.secret.isCommitted(in: $0) }) != true {
      walk.blame(stored.key.sequence, .secretAltered(stored.key.name))
    }
    try walkPapers(of: record.id, into: &walk, in: session)
    return walk.faults
  }

  private static func walkPapers(
    of caseID: String, into walk: inout ChainWalk, in session: any SQLSession
  ) throws(StoreFault) {
    let rows = try session.rows(
      """
      SELECT sequence, ordinal, fingerprint, bytes FROM papers
      WHERE case_id = ? AND bytes IS NOT NULL ORDER BY sequence, ordinal
      """, [.text(caseID)])
    for row in rows where Fingerprint(of: try row.bytes(3)).bytes != (try row.bytes(2)) {
      walk.blame(try row.integer(0), .paperAltered(try row.integer(1)))
    }
  }
}
