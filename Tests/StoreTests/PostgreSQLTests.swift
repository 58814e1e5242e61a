internal import Foundation
internal import Store
internal import TestSupport
internal import Testing

/// What holds for a store on a server alone.
@Suite struct PostgreSQLTests {
  @Test func aDatabaseIsUsedOnlyAfterItWasSetUpAndSetUpOnce() throws {
    let url = try PostgreSQLServer.shared.get().makeDatabase()
    let name = String(url.prefix { $0 != "?" })
    #expect(throws: StoreFault.notSetUp(name)) { try CaseStores.open(url) }
    try CaseStores.setUp(url)
    try Samples.fill(prepared(url), "a", length: 2)
    try CaseStores.setUp(url)
    #expect(try CaseStores.open(url).record(of: "a")?.length == 2)
  }

  @Test func aDatabaseOfAnotherVersionIsRefused() throws {
    try StoreKind.postgres.withPreparedStore { _, place in
      try place.forge("UPDATE layout SET version = 1000")
      #expect(throws: StoreFault.self) { try place.open() }
      #expect(throws: StoreFault.self) { try CaseStores.setUp(place.place) }
      try place.forge("UPDATE layout SET version = 1")
      let name = String(place.place.prefix { $0 != "?" })
      #expect(throws: StoreFault.outdated(name)) { try place.open() }
      try CaseStores.setUp(place.place)
      #expect(try place.open().program("p1") == Samples.program)
    }
  }

  @Test func aServerThatIsNotThereIsSaidToBe() throws {
    try withTemporaryFolder { folder in
      let url = "postgres://somebody:secret@/cases?host=\(folder.path)&sslmode=disable"
      do {
        _ = try CaseStores.open(url)
        Issue.record("it was opened")
      } catch StoreFault.cannotOpen(let store, let reason) {
        #expect(store == "postgres://somebody@/cases")
        #expect(reason.contains(folder.path))
      }
    }
  }

  @Test func whatTheURLSaysOfTLSReachesTheServer() throws {
    let url = try PostgreSQLServer.shared.get().makeDatabase()
    // Over a socket there is no TLS; an option that libpq does not know shows who reads them.
    #expect(throws: StoreFault.self) { try CaseStores.setUp(url + "&sslmode=nonsense") }
    try CaseStores.setUp(url + "&sslmode=prefer")
  }

  @Test func aBackupCrossesFromOneKindToTheOther() throws {
    try withTemporaryFolder { folder in
      try StoreKind.postgres.withPreparedStore { store, _ in
        for number in 0..<3 { try Samples.fill(store, "案\(number)", length: 120) }
        let copy = folder.appendingPathComponent("copy").path
        try store.backup(to: copy)
        #expect(throws: StoreFault.exists(copy)) { try store.backup(to: copy) }
        let heads = try store.headDigest()
        let file = try CaseStores.open(copy)
        #expect(try file.headDigest() == heads)
        #expect(try file.verifyAll().faults == [])
        let back = try PostgreSQLServer.shared.get().makeDatabase()
        try CaseStores.setUp(back)
        try CaseStores.restore(from: copy, to: back)
        let restored = try CaseStores.open(back)
        #expect(try restored.headDigest() == heads)
        #expect(try restored.cases(CaseQuery()) == store.cases(CaseQuery()))
        #expect(throws: StoreFault.self) { try CaseStores.restore(from: copy, to: back) }
        try restored.append(Samples.step("案0", after: 120))
      }
    }
  }

  /// Connections are cut and the server crashes, while two processes write.
  @Test func aServerThatGoesDownInTheMiddleLosesNothingAndNobodyIsTwice() throws {
    let server = try PostgreSQLServer()
    defer { try? server.stop() }
    let place = StoreUnderTest(kind: .postgres, place: try server.makeDatabase())
    try CaseStores.setUp(place.place)
    try Samples.prepare(place.open())
    try withTemporaryFolder { folder in
      let scribes = try (0..<2).map {
        try ScribeProcess(place, case: "a", count: 150, as: "\($0)", in: folder)
      }
      for cut in 1...12 {
        try scribes[0].wait(forLines: cut * 8)
        if cut % 6 == 0 { try server.restart() } else { try cutConnections(of: place) }
      }
      for scribe in scribes { try scribe.waitForEnd() }
      try server.wait(forRestarts: 2)
      let said = try scribes.map { try $0.text() }
      #expect(scribes.allSatisfy { $0.status == 0 }, "\(said)")
      let acknowledged = try scribes.flatMap { try $0.acknowledged() }
      #expect(acknowledged.map(\.sequence).sorted() == Array(1...300))
      try place.expectKept(acknowledged, of: "a")
    }
  }

  private func cutConnections(of place: StoreUnderTest) throws {
    let cut = """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fengqiao'
      """
    // While the server crashes nobody can be cut.
    _ = try? PostgreSQLServer.run([cut], at: place.place)
  }

  private func prepared(_ url: String) throws -> any CaseStore {
    let store = try CaseStores.open(url)
    try Samples.prepare(store)
    return store
  }
}
