internal import GRDB

/// One SQLite file, opened for this process. Others may have it open too.
struct SQLiteDatabase: SQLDatabase {
  let name: String
  private let queue: DatabaseQueue

  init(name: String, queue: DatabaseQueue) {
    self.name = name
    self.queue = queue
  }

  func read<Result: Sendable>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    do {
      return try queue.read { try body(SQLiteSession(name: name, database: $0)) }
    } catch { throw StoreFault(error, store: name) }
  }

  func write<Result: Sendable>(
    _ body: (any SQLSession) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    do {
      // GRDB begins such a transaction as IMMEDIATE: nobody else writes from its first read on.
      return try queue.write { try body(SQLiteSession(name: name, database: $0)) }
    } catch { throw StoreFault(error, store: name) }
  }

  func backup(to path: String) throws(StoreFault) {
    guard try StoreFile.make(path) else { throw .exists(path) }
    do throws(StoreFault) {
      try copy(to: path)
      try StoreFile.sync(path)
      try StoreFile.sync(StoreFile.folder(above: path))
    } catch {
      StoreFile.remove(path)
      throw error
    }
  }

  /// Erased bytes are overwritten in the file by `secure_delete`, and in the log by emptying it.
  func scrub() {
    _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  private func copy(to path: String) throws(StoreFault) {
    do {
      let target = try DatabaseQueue(path: path)
      try queue.backup(to: target)
      // The copy of a file in WAL mode is in WAL mode: as a single file it is to stand alone.
      try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
    } catch { throw StoreFault(error, store: path) }
  }
}

/// A transaction of SQLite under way.
struct SQLiteSession: SQLSession {
  let name: String
  let database: Database

  func rows(_ sql: String, _ values: [SQLValue]) throws(StoreFault) -> [SQLRow] {
    do {
      let statement = try database.cachedStatement(sql: sql)
      let rows = try Row.fetchCursor(statement, arguments: arguments(values))
      var found: [SQLRow] = []
      while let row = try rows.next() {
        found.append(SQLRow(database: name, values: row.databaseValues.map(SQLValue.init)))
      }
      return found
    } catch { throw StoreFault(error, store: name) }
  }

  func run(_ sql: String, _ values: [SQLValue]) throws(StoreFault) -> Int {
    do {
      try database.cachedStatement(sql: sql).execute(arguments: arguments(values))
      return database.changesCount
    } catch { throw StoreFault(error, store: name) }
  }

  private func arguments(_ values: [SQLValue]) -> StatementArguments {
    StatementArguments(values.map(\.databaseValue))
  }
}
