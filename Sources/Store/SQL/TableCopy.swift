/// Copies all that one store holds into another that is empty.
enum TableCopy {
  /// A table: its columns, the first `keys` of which find a row.
  private struct Table {
    let name: String
    let keys: Int
    let columns: [String]

    init(_ name: String, keys: Int, _ columns: String) {
      self.name = name
      self.keys = keys
      self.columns = columns.split(separator: " ").map(String.init)
    }
  }

  /// All of them, in an order in which no row refers to a later table.
  private static let tables = [
    Table(
      "programs", keys: 1,
      "hash rulebook version effective_from effective_to kept_at bytes fingerprint"),
    Table("calendars", keys: 1, "hash kept_at bytes fingerprint"),
    Table("cases", keys: 1, "id rulebook program calendar opened_at lent_to length head"),
    Table("entries", keys: 2, "case_id sequence previous fingerprint body"),
    Table("secrets", keys: 3, "case_id sequence name salt value"),
    Table(
      "standings", keys: 1,
      "case_id sequence state title level acting due_at due_day due_what finished summary detail"),
    Table("standing_keys", keys: 2, "key case_id"),
    Table("links", keys: 3, "case_id sequence other reason"),
    Table(
      "outbox", keys: 3,
      "case_id sequence ordinal kind payload enqueued_at visible_at attempts last_fault "
        + "delivered_at"),
    Table(
      "papers", keys: 3,
      "case_id sequence ordinal name media_type made_from fingerprint bytes"),
    Table("leases", keys: 1, "work holder until"),
  ]

  /// Their names.
  static var names: [String] { tables.map(\.name) }

  static func run(
    from source: any SQLSession, to target: any SQLSession
  ) throws(StoreFault) {
    for table in tables { try copy(table, from: source, to: target) }
  }

  /// Some hundred rows at a time, each page after the keys where the last one ended.
  private static func copy(
    _ table: Table, from source: any SQLSession, to target: any SQLSession
  ) throws(StoreFault) {
    let keys = table.columns.prefix(table.keys).joined(separator: ", ")
    let columns = table.columns.joined(separator: ", ")
    let insert = "INSERT INTO \(table.name) (\(columns)) VALUES (\(marks(table.columns.count)))"
    var last: [SQLValue] = []
    while true {
      let rest = last.isEmpty ? "" : "WHERE (\(keys)) > (\(marks(table.keys)))"
      let rows = try source.rows(
        "SELECT \(columns) FROM \(table.name) \(rest) ORDER BY \(keys) LIMIT 200", last)
      for row in rows { try target.run(insert, row.values) }
      guard let row = rows.last, rows.count == 200 else { return }
      last = Array(row.values.prefix(table.keys))
    }
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}
