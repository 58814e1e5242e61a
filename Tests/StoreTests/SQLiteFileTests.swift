internal import Foundation
internal import GRDB
internal import Store
internal import TestSupport
internal import Testing

/// What holds for a store in one file alone.
@Suite struct SQLiteFileTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func aNewStoreIsForItsOwnerAlone() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("a/b/cases.store").path
      let store = try SQLiteStore.open(path)
      try Samples.prepare(store)
      #expect(try mode(folder.appendingPathComponent("a/b").path) == 0o700)
      for suffix in ["", "-wal", "-shm"] { #expect(try mode(path + suffix) == 0o600) }
    }
  }

  @Test func everyCommitWaitsForTheDisk() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("cases.store").path
      let store = try SQLiteStore.open(path)
      try Samples.prepare(store)
      let mode = try DatabaseQueue(path: path).read {
        try String.fetchOne($0, sql: "PRAGMA journal_mode")
      }
      #expect(mode == "wal")
    }
  }

  @Test(arguments: [
    "PRAGMA user_version = 0", "PRAGMA user_version = 7; CREATE TABLE other (a)",
    "PRAGMA journal_mode = WAL; CREATE TABLE other (a)", "PRAGMA application_id = 5",
  ])
  func aDatabaseOfSomebodyElseIsRefusedAndUntouched(made: String) throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("other.db").path
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: made)
        try database.execute(sql: "CREATE TABLE IF NOT EXISTS more (a)")
      }
      try queue.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: StoreFault.notAStore(path)) { try SQLiteStore.open(path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test(arguments: [
    "hello", "SQLite format 3", "PK\u{3}\u{4}", String(repeating: "x", count: 9000),
  ])
  func aFileThatIsNoDatabaseIsRefusedAndUntouched(text: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data(text.utf8).write(to: file)
      #expect(throws: StoreFault.notAStore(file.path)) { try SQLiteStore.open(file.path) }
      #expect(try Data(contentsOf: file) == Data(text.utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }
  }

  @Test func aStoreOfANewerVersionIsRefusedAndUntouched() throws {
    try StoreKind.sqlite.withPreparedStore { _, place in
      try place.forge("PRAGMA user_version = 1000")
      do {
        _ = try SQLiteStore.open(place.place)
        Issue.record("it was opened")
      } catch StoreFault.newer(_, let version, let known) {
        #expect(version == 1000 && known < 1000)
      }
      try place.forge("PRAGMA user_version = 1")
      #expect(try SQLiteStore.open(place.place).program("p1") == Samples.program)
    }
  }

  @Test func aStoreThatStaysLockedIsSaidToBe() throws {
    try StoreKind.sqlite.withPreparedStore { _, place in
      let queue = try DatabaseQueue(path: place.place)
      let store = try SQLiteStore.open(place.place, patience: 20)
      try queue.inDatabase { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        #expect(throws: StoreFault.locked(place.place)) { try store.append(Samples.open("a")) }
        #expect(try store.record(of: "a") == nil)
        try database.execute(sql: "COMMIT")
      }
      try store.append(Samples.open("a"))
    }
  }

  @Test func aFolderIsNoStore() throws {
    try withTemporaryFolder { folder in
      #expect(throws: StoreFault.self) { try SQLiteStore.open(folder.path) }
      let below = folder.appendingPathComponent("file")
      try Data("x".utf8).write(to: below)
      #expect(throws: StoreFault.self) { try SQLiteStore.open(below.path + "/cases.store") }
    }
  }

  @Test func manyMayMakeTheStoreAtOnce() async throws {
    try await StoreKind.sqlite.withWaitingStore { place in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<8 {
          group.addTask {
            let store = try place.open()
            try Samples.prepare(store)
            try store.append(Samples.open("c\(number)"))
          }
        }
        try await group.waitForAll()
      }
      #expect(try place.open().verifyAll() == Verification(cases: 8, entries: 8, faults: []))
    }
  }

  @Test func aBackupIsTheStoreAsItWasAndIsNotOverwritten() throws {
    try StoreKind.sqlite.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 3)
      let (copy, back) = (place.place + ".bak", place.place + ".back")
      try store.backup(to: copy)
      let heads = try store.headDigest()
      try store.append(Samples.step("a", after: 3))
      #expect(try mode(copy) == 0o600)
      #expect(throws: StoreFault.exists(copy)) { try store.backup(to: copy) }
      #expect(throws: StoreFault.exists(place.place)) {
        try CaseStores.restore(from: copy, to: place.place)
      }
      try CaseStores.restore(from: copy, to: back)
      #expect(try SQLiteStore.open(back).headDigest() == heads)
      #expect(try SQLiteStore.open(back).verifyAll().faults == [])
      try StoreUnderTest(kind: .sqlite, place: copy).forge("UPDATE entries SET body = previous")
      #expect(throws: StoreFault.self) {
        try CaseStores.restore(from: copy, to: place.place + ".none")
      }
    }
  }
}
