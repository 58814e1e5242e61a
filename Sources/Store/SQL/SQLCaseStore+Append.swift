// Adding entries.
extension SQLCaseStore {
  func append(_ appends: [Append]) throws(StoreFault) -> [Acknowledgement] {
    let acknowledgements = try database.write { session throws(StoreFault) in
      var acknowledgements: [Acknowledgement] = []
      for append in appends {
        acknowledgements.append(try Self.add(append, in: session))
      }
      return acknowledgements
    }
    let isErasing = appends.contains {
      !$0.forgottenSecrets.isEmpty || !$0.forgottenPapers.isEmpty
        || !$0.rewrittenEffects.isEmpty
    }
    if isErasing { database.scrub() }
    return acknowledgements
  }

  private static func add(
    _ append: Append, in session: any SQLSession
  ) throws(StoreFault) -> Acknowledgement {
    let before = try record(of: append.caseID, in: session)
    try check(append, against: before, in: session)
    let sequence = append.place.seen + 1
    let previous = before?.head ?? .zero
    let fingerprint = EntryLink(
      caseID: append.caseID, sequence: sequence, previous: previous, body: append.body
    ).fingerprint
    try put(append, before: before, head: fingerprint, in: session)
    try session.run(
      """
      INSERT INTO entries (case_id, sequence, previous, fingerprint, body) VALUES (?, ?, ?, ?, ?)
      """,
      [
        .text(append.caseID), .integer(sequence), .bytes(previous.bytes),
        .bytes(fingerprint.bytes), .bytes(append.body),
      ])
    let corrected = try putRest(of: append, sequence, in: session)
    return Acknowledgement(
      caseID: append.caseID, sequence: sequence, fingerprint: fingerprint, corrected: corrected)
  }

  // MARK: What is refused

  private static func check(
    _ append: Append, against before: CaseRecord?, in session: any SQLSession
  ) throws(StoreFault) {
    if before == nil, case .follows = append.place { throw .noSuchCase(append.caseID) }
    let length = before?.length ?? 0
    guard length == append.place.seen else {
      let seen = append.place.seen
      let added = try entries(of: append.caseID, after: seen, in: session)
      throw .conflict(caseID: append.caseID, current: length, added: added)
    }
    if let holder = before?.lentTo, append.lending != .returned {
      throw .lent(caseID: append.caseID, to: holder)
    }
    for secret in append.secrets where !secret.isCommitted(in: append.body) {
      throw .uncommittedSecret(secret.name)
    }
    if before?.program != append.program, try !isThere(append.program, "programs", in: session) {
      throw .unknownProgram(append.program)
    }
    if before?.calendar != append.calendar,
      try !isThere(append.calendar, "calendars", in: session)
    {
      throw .unknownCalendar(append.calendar)
    }
    for link in append.links where try record(of: link.other, in: session) == nil {
      throw .noSuchCase(link.other)
    }
  }

  private static func isThere(
    _ hash: String, _ table: String, in session: any SQLSession
  ) throws(StoreFault) -> Bool {
    try !session.rows("SELECT 1 FROM \(table) WHERE hash = ?", [.text(hash)]).isEmpty
  }

  // MARK: What is written

  /// The case itself, with its new head.
  private static func put(
    _ append: Append, before: CaseRecord?, head: Fingerprint, in session: any SQLSession
  ) throws(StoreFault) {
    let holder: String? =
      switch append.lending {
      case .unchanged: before?.lentTo
      case .lent(let holder): holder
      case .home: CaseRecord.home
      case .returned: nil
      }
    let changing: [SQLValue] = [
      .text(append.program), .text(append.calendar), .text(holder),
      .integer(append.place.seen + 1), .bytes(head.bytes), .text(append.caseID),
    ]
    switch append.place {
    case .opens(let rulebook, let openedAt):
      try session.run(
        """
        INSERT INTO cases (program, calendar, lent_to, length, head, id, rulebook, opened_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, changing + [.text(rulebook), .integer(openedAt)])
    case .follows:
      try session.run(
        """
        UPDATE cases SET program = ?, calendar = ?, lent_to = ?, length = ?, head = ?
        WHERE id = ?
        """, changing)
    }
  }

  /// Returns the withdrawn effects that a correction follows.
  private static func putRest(
    of append: Append, _ sequence: Int, in session: any SQLSession
  ) throws(StoreFault) -> [ItemKey] {
    if let standing = append.standing {
      try put(standing, of: append.caseID, sequence, in: session)
    }
    for secret in append.secrets {
      try session.run(
        "INSERT INTO secrets (case_id, sequence, name, salt, value) VALUES (?, ?, ?, ?, ?)",
        [
          .text(append.caseID), .integer(sequence), .text(secret.name), .bytes(secret.salt),
          .text(secret.value),
        ])
    }
    for link in append.links {
      try session.run(
        "INSERT INTO links (case_id, other, reason, sequence) VALUES (?, ?, ?, ?)",
        [.text(append.caseID), .text(link.other), .text(link.reason), .integer(sequence)])
    }
    try enqueue(append, sequence, in: session)
    try file(append, sequence, in: session)
    try forget(append, in: session)
    try rewrite(append.rewrittenEffects, in: session)
    return try withdraw(append, sequence, in: session)
  }

  private static func forget(_ append: Append, in session: any SQLSession) throws(StoreFault) {
    for key in append.forgottenSecrets {
      try session.run(
        "DELETE FROM secrets WHERE case_id = ? AND sequence = ? AND name = ?",
        [.text(key.caseID), .integer(key.sequence), .text(key.name)])
      // The reason for a link stands a second time beside the journal.
      guard key.name == "reason" else { continue }
      try session.run(
        "UPDATE links SET reason = '' WHERE case_id = ? AND sequence = ?",
        [.text(key.caseID), .integer(key.sequence)])
    }
    // Whoever guesses what a paper said could try his guess against a hash that was left.
    for key in append.forgottenPapers {
      try session.run(
        """
        UPDATE papers SET bytes = NULL, made_from = '', fingerprint = ?
        WHERE case_id = ? AND sequence = ? AND ordinal = ?
        """, [.bytes(Fingerprint.zero.bytes)] + values(of: key))
    }
  }
}
