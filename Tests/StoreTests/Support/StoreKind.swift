internal import Foundation
internal import GRDB
internal import Store
internal import TestSupport
internal import Testing

/// A kind of store that all laws of stores hold for.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite
  case postgres

  var testDescription: String { rawValue }

  /// Gives a new empty store to `body` and takes it away afterwards.
  func withStore<Result>(_ body: (StoreUnderTest) throws -> Result) throws -> Result {
    try withTemporaryFolder { try body(make(in: $0)) }
  }

  /// The same for a body that waits.
  func withWaitingStore<Result>(_ body: (StoreUnderTest) async throws -> Result) async throws
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("fengqiao-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(make(in: folder))
  }

  private func make(in folder: URL) throws -> StoreUnderTest {
    switch self {
    case .sqlite:
      return StoreUnderTest(kind: self, place: folder.appendingPathComponent("cases.store").path)
    case .postgres:
      let url = try PostgreSQLServer.shared.get().makeDatabase()
      try CaseStores.setUp(url)
      return StoreUnderTest(kind: self, place: url)
    }
  }
}

/// One store, which may be opened often, and written by hand as a forger would.
struct StoreUnderTest: Sendable {
  let kind: StoreKind
  let place: String

  /// Opens it as another process would.
  func open() throws -> any CaseStore { try CaseStores.open(place, patience: 60_000) }

  /// Runs statements past the store, which knows nothing of it; no key of the tables holds them.
  func forge(_ statements: String...) throws {
    switch kind {
    case .sqlite: try forgeFile(statements)
    case .postgres:
      let before = "SET search_path = fengqiao; SET session_replication_role = replica"
      try PostgreSQLServer.run([before] + statements, at: place)
    }
  }

  private func forgeFile(_ statements: [String]) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    let queue = try DatabaseQueue(path: place, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = OFF")
      for statement in statements { try database.execute(sql: statement) }
    }
  }

  /// Bytes as the database writes them in a statement.
  func literal(_ bytes: [UInt8]) -> String {
    let digits = Fingerprint.hex(bytes)
    return kind == .sqlite ? "X'\(digits)'" : #"'\x\#(digits)'"#
  }
}
