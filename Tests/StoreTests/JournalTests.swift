internal import Store
internal import Testing

@Suite struct JournalTests {
  @Test(arguments: StoreKind.allCases)
  func whatWasAppendedIsReadBackByteByByte(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      let acknowledgements = try Samples.fill(store, "案-1", length: 3)
      for store in [store, try place.open()] {
        let entries = try store.entries(of: "案-1")
        #expect(entries.map(\.sequence) == [1, 2, 3])
        #expect(entries.map(\.body) == (1...3).map { Samples.body("案-1", $0) })
        #expect(entries.map(\.fingerprint) == acknowledgements.map(\.fingerprint))
        #expect(entries[0].previous == .zero)
        #expect(entries[2].previous == entries[1].fingerprint)
        let record = try #require(try store.record(of: "案-1"))
        #expect(record.head == entries[2].fingerprint)
        #expect((record.length, record.rulebook, record.openedAt) == (3, "xinyi", 1000))
        #expect(try store.entries(of: "案-1", after: 1, limit: 1) == [entries[1]])
        #expect(try store.program("p1") == Samples.program)
        #expect(try store.calendar("c1") == Samples.calendar)
        #expect(try store.programs(rulebook: "xinyi") == [Samples.program.summary])
        #expect(try store.programs(rulebook: "other") == [])
      }
      #expect(try store.record(of: "案-2") == nil)
      #expect(try store.program("p2") == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aSecondWriterIsRefusedWithWhatWasAdded(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try Samples.fill(store, "a", length: 3)
      let added = try store.entries(of: "a", after: 1, limit: nil)
      let fault = StoreFault.conflict(caseID: "a", current: 3, added: added)
      let other = try place.open()
      #expect(throws: fault) { try other.append(Samples.step("a", after: 1, by: "乙")) }
      let all = try store.entries(of: "a")
      #expect(throws: StoreFault.conflict(caseID: "a", current: 3, added: all)) {
        try other.append(Samples.open("a"))
      }
      #expect(throws: StoreFault.conflict(caseID: "a", current: 3, added: [])) {
        try other.append(Samples.step("a", after: 4))
      }
      #expect(try store.entries(of: "a") == all)
    }
  }

  @Test(arguments: StoreKind.allCases, [2, 8])
  func ofManyWritersOfOneSequenceExactlyOneWins(kind: StoreKind, writers: Int) async throws {
    let rounds = 12
    try await kind.withWaitingStore { place in
      let store = try place.open()
      try Samples.prepare(store)
      try store.append(Samples.open("a"))
      let won = try await withThrowingTaskGroup(of: [Acknowledgement].self) { group in
        for writer in 0..<writers {
          group.addTask { try Self.race(place, as: "\(writer)", rounds: rounds) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      let entries = try store.entries(of: "a").dropFirst()
      #expect(entries.count == rounds)
      #expect(won.map(\.sequence).sorted() == Array(2...(rounds + 1)))
      #expect(Set(won.map(\.fingerprint)) == Set(entries.map(\.fingerprint)))
      #expect(try store.verify("a") == [])
    }
  }

  /// Tries to be the writer of each entry in turn; what was acknowledged.
  private static func race(
    _ place: StoreUnderTest, as writer: String, rounds: Int
  ) throws -> [Acknowledgement] {
    let store = try place.open()
    return try (1...rounds).compactMap { seen in
      do { return try store.append(Samples.step("a", after: seen, by: writer)) } catch StoreFault
        .conflict
      { return nil }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func nothingOfARefusedAppendIsKept(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ in
      try store.append(Samples.open("a"))
      let heads = try store.headDigest()
      var second = Samples.step("a", after: 2)
      second.program = "p2"
      #expect(throws: StoreFault.unknownProgram("p2")) {
        try store.append([Samples.step("a", after: 1), second])
      }
      second.program = "p1"
      second.calendar = "c2"
      #expect(throws: StoreFault.unknownCalendar("c2")) {
        try store.append([Samples.open("b"), Samples.step("a", after: 1), second])
      }
      second.calendar = "c1"
      second.links = [("b", "same parties")]
      #expect(throws: StoreFault.noSuchCase("b")) {
        try store.append([Samples.step("a", after: 1), second])
      }
      #expect(throws: StoreFault.noSuchCase("b")) { try store.append(Samples.step("b", after: 1)) }
      #expect(try store.headDigest() == heads)
      #expect(try store.cases(CaseQuery()).cases.map(\.standing.state) == ["登记"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aLentCaseTakesNothingButItsReturn(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ in
      try store.append(Samples.open("a"))
      var lending = Samples.step("a", after: 1)
      lending.lending = .lent(to: "乡里的笔记本")
      try store.append(lending)
      #expect(try store.record(of: "a")?.lentTo == "乡里的笔记本")
      #expect(throws: StoreFault.lent(caseID: "a", to: "乡里的笔记本")) {
        try store.append(Samples.step("a", after: 2))
      }
      var returning = Samples.step("a", after: 2)
      returning.lending = .returned
      try store.append([returning, Samples.step("a", after: 3)])
      #expect(try store.record(of: "a")?.lentTo == nil)
      #expect(try store.record(of: "a")?.length == 4)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func linksAreFoundFromBothEnds(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ in
      try store.append(Samples.open("a"))
      var second = Samples.open("b")
      second.links = [("a", "同一当事人")]
      try store.append(second)
      let link = CaseLink(caseID: "b", other: "a", reason: "同一当事人", sequence: 1)
      #expect(try store.links(of: "a") == [link])
      #expect(try store.links(of: "b") == [link])
    }
  }
}
