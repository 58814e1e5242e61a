internal import Synchronization

/// A database on a server, over one connection, which is made again when it was lost.
final class PostgreSQLDatabase: SQLDatabase {
  let name: String
  private let address: PostgreSQLAddress
  /// How long to try again for, in milliseconds.
  private let patience: Int
  private let held = Mutex(Held())

  /// What the lock guards: nobody else uses the connection in the middle of a transaction.
  private struct Held {
    /// Nil until it is needed, and after it was lost.
    var connection: PostgreSQLConnection?
  }

  init(_ address: PostgreSQLAddress, patience: Int) {
    self.address = address
    self.patience = patience
    name = address.name
  }

  func read<Result: Sendable>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    try inTransaction(.reading, body)
  }

  func write<Result: Sendable>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    try inTransaction(.writing, body)
  }

  private func inTransaction<Result: Sendable>(
    _ kind: PostgreSQLTransaction.Kind, _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    try held.withLock { held throws(StoreFault) in
      var transaction = PostgreSQLTransaction(
        kind, at: address, over: held.connection, patience: patience)
      defer { held.connection = transaction.connection }
      return try transaction.run(body)
    }
  }

  func backup(to path: String) throws(StoreFault) {
    try read { source throws(StoreFault) in
      try SQLiteStore.make(path) { (target: any SQLSession) throws(StoreFault) in
        try TableCopy.run(from: source, to: target)
      }
    }
  }

  /// What was erased is dead, but still in the table's file, until it is vacuumed.
  func scrub() {
    held.withLock { held in
      for table in ["secrets", "papers", "outbox", "links"] {
        _ = try? held.connection?.execute("VACUUM \(table)")
      }
    }
  }
}
