/// Our statements as PostgreSQL says them. They are written for SQLite; the differences are few.
enum PostgreSQLDialect {
  /// The schema that our tables are in, so that they meet no others of the same names.
  static let schema = "fengqiao"

  /// What every connection begins with. A commit is durable, whatever the server's usual is. A
  /// small table read whole would be in the way of everybody who writes any row of it.
  static let session = """
    SET search_path = \(schema);
    SET enable_seqscan = off;
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off'
    """

  /// `?` becomes `$1`, `$2`, …; no statement of ours holds one in a text.
  static func numbered(_ sql: String) -> String {
    var number = 0
    return sql.reduce(into: "") { text, character in
      guard character == "?" else { return text.append(character) }
      number += 1
      text += "$\(number)"
    }
  }

  /// A statement that makes a table or an index. Texts are ordered byte by byte, as in SQLite.
  static func defining(_ sql: String) -> String {
    let words = [
      ("INTEGER", "BIGINT"), ("BLOB", "BYTEA"), (" TEXT", #" TEXT COLLATE "C""#), (") STRICT", ")"),
      ("zeroblob(32)", "decode(repeat('00', 32), 'hex')"),
    ]
    return words.reduce(sql) { text, pair in text.replacing(pair.0, with: pair.1) }
  }
}
