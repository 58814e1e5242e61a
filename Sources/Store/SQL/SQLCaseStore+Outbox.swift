// Effects and leases.
extension SQLCaseStore {
  static func enqueue(
    _ append: Append, _ sequence: Int, in session: any SQLSession
  ) throws(StoreFault) {
    for (index, effect) in append.effects.enumerated() {
      let key = ItemKey(
        caseID: append.caseID, sequence: sequence, ordinal: effect.ordinal ?? index + 1)
      try put(effect, key, at: append.recordedAt, in: session)
    }
  }

  private static func put(
    _ effect: Effect, _ key: ItemKey, at moment: Int64, in session: any SQLSession
  ) throws(StoreFault) {
    try session.run(
      """
      INSERT INTO outbox (case_id, sequence, ordinal, kind, payload, enqueued_at, visible_at,
        attempts, delivered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      values(of: key) + [
        .text(effect.kind), .bytes(effect.payload), .integer(moment), .integer(moment),
        .integer(effect.attempts), .integer(effect.deliveredAt),
      ])
  }

  private static let place = "WHERE case_id = ? AND sequence = ? AND ordinal = ?"

  /// Takes out what counts no longer. Corrections follow what was claimed, and may be on its way;
  /// they are numbered behind the entry's own effects.
  static func withdraw(
    _ append: Append, _ sequence: Int, in session: any SQLSession
  ) throws(StoreFault) -> [ItemKey] {
    var corrected: [ItemKey] = []
    var ordinal = append.effects.enumerated().map { $1.ordinal ?? $0 + 1 }.max() ?? 0
    for effect in append.withdrawnEffects {
      let key = values(of: effect.key)
      let isUnclaimed =
        try session.run(
          "DELETE FROM outbox \(place) AND attempts = 0 AND delivered_at IS NULL", key) > 0
      guard !isUnclaimed, try !session.rows("SELECT 1 FROM outbox \(place)", key).isEmpty else {
        continue
      }
      try session.run("DELETE FROM outbox \(place) AND delivered_at IS NULL", key)
      ordinal += 1
      try put(
        effect.correction,
        ItemKey(caseID: append.caseID, sequence: sequence, ordinal: ordinal),
        at: append.recordedAt, in: session)
      corrected.append(effect.key)
    }
    return corrected
  }

  /// Puts other words where personal values were.
  static func rewrite(
    _ effects: [RewrittenEffect], in session: any SQLSession
  ) throws(StoreFault) {
    for effect in effects {
      try session.run(
        "UPDATE outbox SET payload = ?, last_fault = ? \(place)",
        [.bytes(effect.payload), .text(effect.lastFault)] + values(of: effect.key))
    }
  }

  func claim(
    limit: Int, now: Int64, until: Int64
  ) throws(StoreFault) -> [OutboxItem] {
    try database.write { session throws(StoreFault) in
      let rows = try session.rows(
        """
        SELECT \(Self.itemColumns) FROM outbox WHERE delivered_at IS NULL AND visible_at <= ?
          AND NOT EXISTS (SELECT 1 FROM cases WHERE id = case_id AND lent_to = ?)
        ORDER BY enqueued_at, case_id, sequence, ordinal LIMIT ?
        """, [.integer(now), .text(CaseRecord.home), .integer(limit)])
      return try rows.mapping { row throws(StoreFault) in
        var item = try Self.item(row)
        try session.run(
          """
          UPDATE outbox SET visible_at = ?, attempts = attempts + 1
          WHERE case_id = ? AND sequence = ? AND ordinal = ?
          """, [.integer(until)] + Self.values(of: item.key))
        item.attempts += 1
        item.visibleAt = until
        return item
      }
    }
  }

  func hold(_ item: OutboxItem, until: Int64) throws(StoreFault) -> OutboxItem? {
    try database.write { session throws(StoreFault) in
      let claimed = "\(Self.place) AND delivered_at IS NULL AND attempts = ?"
      let key = Self.values(of: item.key) + [.integer(item.attempts)]
      try session.run(
        "UPDATE outbox SET visible_at = ? \(claimed)", [.integer(until)] + key)
      return try session.rows("SELECT \(Self.itemColumns) FROM outbox \(claimed)", key)
        .mapping(Self.item).first
    }
  }

  func settle(_ key: ItemKey, _ delivery: Delivery) throws(StoreFault) {
    let (change, values): (String, [SQLValue]) =
      switch delivery {
      case .delivered(let at): ("delivered_at = ?", [.integer(at)])
      case .failed(let fault, let again):
        ("last_fault = ?, visible_at = ?", [.text(fault), .integer(again)])
      }
    try database.write { session throws(StoreFault) in
      try session.run(
        """
        UPDATE outbox SET \(change)
        WHERE case_id = ? AND sequence = ? AND ordinal = ? AND delivered_at IS NULL
        """, values + Self.values(of: key))
    }
  }

  func outbox(of caseID: String?) throws(StoreFault) -> [OutboxItem] {
    let condition = caseID == nil ? "delivered_at IS NULL" : "case_id = ?"
    return try database.read { session throws(StoreFault) in
      let rows = try session.rows(
        """
        SELECT \(Self.itemColumns) FROM outbox WHERE \(condition)
        ORDER BY enqueued_at, case_id, sequence, ordinal
        """, caseID.map { [.text($0)] } ?? [])
      return try rows.mapping(Self.item)
    }
  }

  private static let itemColumns = """
    case_id, sequence, ordinal, kind, payload, enqueued_at, visible_at, attempts, last_fault,
    delivered_at
    """

  private static func item(_ row: SQLRow) throws(StoreFault) -> OutboxItem {
    OutboxItem(
      key: ItemKey(
        caseID: try row.text(0), sequence: try row.integer(1), ordinal: try row.integer(2)),
      effect: Effect(kind: try row.text(3), payload: try row.bytes(4)),
      enqueuedAt: try row.long(5), visibleAt: try row.long(6), attempts: try row.integer(7),
      lastFault: try row.textIfAny(8), deliveredAt: try row.longIfAny(9))
  }

  static func values(of key: ItemKey) -> [SQLValue] {
    [.text(key.caseID), .integer(key.sequence), .integer(key.ordinal)]
  }

  func lease(
    _ work: String, holder: String, now: Int64, until: Int64
  ) throws(StoreFault) -> Bool {
    try database.write { session throws(StoreFault) in
      try session.run(
        """
        INSERT INTO leases (work, holder, until) VALUES (?, ?, ?)
        ON CONFLICT (work) DO UPDATE SET holder = excluded.holder, until = excluded.until
        WHERE leases.holder = excluded.holder OR leases.until <= ?
        """, [.text(work), .text(holder), .integer(until), .integer(now)]) == 1
    }
  }

  func endLease(_ work: String, holder: String) throws(StoreFault) {
    try database.write { session throws(StoreFault) in
      try session.run(
        "DELETE FROM leases WHERE work = ? AND holder = ?", [.text(work), .text(holder)])
    }
  }
}
