internal import GRDB
internal import SourceText

/// Opens a case store in one file.
package enum SQLiteStore {
  /// How long a process waits for another that writes, in milliseconds, unless it says otherwise.
  package static let usualPatience = 10_000

  /// Opens the store in this file, and makes it where there is none.
  ///
  /// A file that something else made, or a newer version of ours, is refused and left as it is.
  /// `patience` is how long to wait for others that write, in milliseconds.
  package static func open(
    _ path: String, patience: Int = usualPatience
  ) throws(StoreFault) -> any CaseStore {
    switch try StoreFile.content(of: path) {
    case .other: throw .notAStore(path)
    case .nothing: _ = try StoreFile.make(path)
    case .empty, .database: break
    }
    return SQLCaseStore(database: try database(path, patience: patience))
  }

  /// Makes a store from a backup, where no file is yet, after all its journals were verified.
  static func restore(from backup: String, to path: String) throws(StoreFault) {
    try verified(backup).backup(to: path)
  }

  /// A backup all of whose journals were verified.
  static func verified(_ backup: String) throws(StoreFault) -> SQLiteDatabase {
    switch try StoreFile.content(of: backup) {
    case .database: break
    case .nothing: throw .cannotOpen(store: backup, reason: "there is no such file")
    case .empty, .other: throw .notAStore(backup)
    }
    let source = try database(backup, patience: usualPatience)
    if let fault = try SQLCaseStore(database: source).verifyAll().faults.first {
      throw .damaged(store: backup, reason: fault.message.en)
    }
    return source
  }

  /// Makes a new file and fills it in one transaction; leaves none behind that was not filled.
  static func make(
    _ path: String, filledBy body: (any SQLSession) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    guard try StoreFile.make(path) else { throw .exists(path) }
    do throws(StoreFault) {
      try database(path, patience: usualPatience).write(body)
      try StoreFile.sync(path)
    } catch {
      for suffix in ["", "-wal", "-shm"] { StoreFile.remove(path + suffix) }
      throw error
    }
  }

  private static func database(
    _ path: String, patience: Int
  ) throws(StoreFault) -> SQLiteDatabase {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience) / 1000)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        let layout = try SQLiteLayout(database, store: path)
        try makeDurable(database, store: path, patience: patience)
        if layout.version < Schema.version { try migrate(database, store: path) }
      }
      return SQLiteDatabase(name: path, queue: queue)
    } catch { throw StoreFault(error, store: path) }
  }

  /// Everything a commit promises is set here: a log that is synced with every commit.
  private static func makeDurable(
    _ database: Database, store: String, patience: Int
  ) throws {
    try enterWAL(database, store: store, patience: patience)
    try database.execute(
      sql: """
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        """)
  }

  /// To change a new file's mode SQLite wants it alone, and does not always wait for that.
  private static func enterWAL(_ database: Database, store: String, patience: Int) throws {
    var waited = 0
    while true {
      do {
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
          throw StoreFault.cannotOpen(
            store: store, reason: "this file system does not let processes share a log")
        }
        return
      } catch DatabaseError.SQLITE_BUSY where waited < patience {
        StoreFile.pause(milliseconds: 5)
        waited += 5
      }
    }
  }

  private static func migrate(_ database: Database, store: String) throws {
    try database.inTransaction(.immediate) {
      // Another process may have been faster.
      let layout = try SQLiteLayout(database, store: store)
      for step in Schema.steps.dropFirst(layout.version) {
        for statement in step { try database.execute(sql: statement) }
      }
      try database.execute(
        sql: """
          PRAGMA application_id = \(Schema.applicationID);
          PRAGMA user_version = \(Schema.version);
          """)
      return .commit
    }
  }
}

/// Which layout a file has; making one says whether the file is ours at all.
private struct SQLiteLayout {
  /// 0 where nothing is in it yet.
  let version: Int

  init(_ database: Database, store: String) throws {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
    let isNew = id == 0 && version == 0 && tables == 0
    guard isNew || id == Schema.applicationID else { throw StoreFault.notAStore(store) }
    guard version <= Schema.version else {
      throw StoreFault.newer(store: store, version: version, known: Schema.version)
    }
  }
}
