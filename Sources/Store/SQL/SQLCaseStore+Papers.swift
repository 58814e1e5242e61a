// Drafted documents.
extension SQLCaseStore {
  static func file(
    _ append: Append, _ sequence: Int, in session: any SQLSession
  ) throws(StoreFault) {
    for (index, paper) in append.papers.enumerated() {
      try session.run(
        """
        INSERT INTO papers (case_id, sequence, ordinal, name, media_type, made_from, fingerprint,
          bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(append.caseID), .integer(sequence), .integer(paper.ordinal ?? index + 1),
          .text(paper.name), .text(paper.mediaType), .text(paper.madeFrom),
          .bytes(Fingerprint(of: paper.bytes).bytes), .bytes(paper.bytes),
        ])
    }
  }

  func papers(of caseID: String) throws(StoreFault) -> [PaperSummary] {
    try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        """
        SELECT sequence, ordinal, name, media_type, made_from, fingerprint,
          CASE WHEN bytes IS NULL THEN 1 ELSE 0 END
        FROM papers WHERE case_id = ? ORDER BY sequence, ordinal
        """, [.text(caseID)])
      return try rows.mapping { row throws(StoreFault) in
        PaperSummary(
          key: ItemKey(
            caseID: caseID, sequence: try row.integer(0), ordinal: try row.integer(1)),
          name: try row.text(2), mediaType: try row.text(3), madeFrom: try row.text(4),
          fingerprint: try row.fingerprint(5), isForgotten: try row.flag(6))
      }
    }
  }

  func paper(_ key: ItemKey) throws(StoreFault) -> Paper? {
    try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        """
        SELECT name, media_type, made_from, bytes, fingerprint FROM papers
        WHERE case_id = ? AND sequence = ? AND ordinal = ? AND bytes IS NOT NULL
        """, Self.values(of: key))
      guard let row = rows.first else { return nil }
      return Paper(
        name: try row.text(0), mediaType: try row.text(1), madeFrom: try row.text(2),
        bytes: try checkedBytes(row, 3, what: "paper \(key)"))
    }
  }
}
