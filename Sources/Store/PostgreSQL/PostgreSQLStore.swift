internal import CPostgres

/// Opens a case store on a PostgreSQL server.
enum PostgreSQLStore {
  /// Connects to a database that was set up for cases.
  static func open(_ url: String, patience: Int) throws(StoreFault) -> SQLCaseStore {
    let address = try reachable(url)
    try onServer(address) { connection throws(StoreFault) in
      let version = try version(on: connection, at: address)
      guard version > 0 else { throw .notSetUp(address.name) }
      guard version == Schema.version else { throw .outdated(address.name) }
    }
    return SQLCaseStore(database: PostgreSQLDatabase(address, patience: patience))
  }

  /// Makes the tables where there are none, or brings them to the layout of this build. Two may do
  /// it at once.
  static func setUp(_ url: String) throws(StoreFault) {
    let address = try reachable(url)
    try onServer(address) { connection throws(StoreFault) in
      do throws(PostgreSQLFault) {
        try connection.execute(
          "BEGIN; SELECT pg_advisory_xact_lock(\(Schema.applicationID))")
      } catch { throw error.fault(store: address.name) }
      let version = try version(on: connection, at: address)
      do throws(PostgreSQLFault) {
        try connection.execute(statements(from: version).joined(separator: ";\n"))
      } catch { throw error.fault(store: address.name) }
    }
  }

  /// Fills a database that was set up and has no case yet, in one transaction.
  static func restore(from backup: String, to url: String) throws(StoreFault) {
    let source = try SQLiteStore.verified(backup)
    let target = try open(url, patience: SQLiteStore.usualPatience).database
    try source.read { source throws(StoreFault) in
      try target.write { target throws(StoreFault) in
        for table in TableCopy.names
        where try !target.rows("SELECT 1 FROM \(table) LIMIT 1", []).isEmpty {
          throw .exists(PostgreSQLAddress(url: url).name)
        }
        try TableCopy.run(from: source, to: target)
      }
    }
  }

  private static func statements(from version: Int) -> [String] {
    let schema = PostgreSQLDialect.schema
    let steps = Schema.steps.dropFirst(version).joined().map(PostgreSQLDialect.defining)
    return [
      "CREATE SCHEMA IF NOT EXISTS \(schema)", "SET LOCAL search_path = \(schema)",
      "CREATE TABLE IF NOT EXISTS layout (version BIGINT NOT NULL)",
    ] + steps + [
      "DELETE FROM layout", "INSERT INTO layout VALUES (\(Schema.version))", "COMMIT",
    ]
  }

  /// The layout of the tables there; 0 where there are none.
  private static func version(
    on connection: PostgreSQLConnection, at address: PostgreSQLAddress
  ) throws(StoreFault) -> Int {
    let table = "\(PostgreSQLDialect.schema).layout"
    let version: Int
    do throws(PostgreSQLFault) {
      let found = try connection.execute("SELECT to_regclass('\(table)')").first?.first
      guard let found, found != .null else { return 0 }
      let row = try connection.execute("SELECT version FROM \(table)").first
      guard case .text(let text) = row?.first, let number = Int(text) else { return 0 }
      version = number
    } catch { throw error.fault(store: address.name) }
    guard version <= Schema.version else {
      throw .newer(store: address.name, version: version, known: Schema.version)
    }
    return version
  }

  private static func reachable(_ url: String) throws(StoreFault) -> PostgreSQLAddress {
    guard postgres_load() else {
      throw .missingLibrary(name: "libpq.so.5", package: "libpq5")
    }
    return PostgreSQLAddress(url: url)
  }

  private static func onServer(
    _ address: PostgreSQLAddress, _ body: (PostgreSQLConnection) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    let connection: PostgreSQLConnection
    do throws(PostgreSQLFault) { connection = try PostgreSQLConnection(address) } catch {
      throw .cannotOpen(store: address.name, reason: error.message)
    }
    try body(connection)
  }
}
