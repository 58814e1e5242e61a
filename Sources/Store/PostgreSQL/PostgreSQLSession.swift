/// A transaction on a server under way. It remembers what went wrong, since whoever began it has to
/// know more of that than a store's fault says.
final class PostgreSQLSession: SQLSession {
  private let connection: PostgreSQLConnection
  private let store: String
  private(set) var fault: PostgreSQLFault?

  init(_ connection: PostgreSQLConnection, store: String) {
    self.connection = connection
    self.store = store
  }

  func rows(_ sql: String, _ values: [SQLValue]) throws(StoreFault) -> [SQLRow] {
    do throws(PostgreSQLFault) {
      return try connection.run(sql, values).values().map { SQLRow(database: store, values: $0) }
    } catch { throw note(error) }
  }

  func run(_ sql: String, _ values: [SQLValue]) throws(StoreFault) -> Int {
    do throws(PostgreSQLFault) {
      return try connection.run(sql, values).touched
    } catch { throw note(error) }
  }

  private func note(_ fault: PostgreSQLFault) -> StoreFault {
    self.fault = fault
    return fault.fault(store: store)
  }
}
