internal import Store
internal import Testing

@Suite struct OutboxTests {
  private func fill(_ store: any CaseStore) throws {
    var append = Samples.open("a")
    append.effects = ["一", "二"].map { Effect(kind: "notify", payload: Array($0.utf8)) }
    append.papers = [
      Paper(name: "通知书", mediaType: "text/html", madeFrom: "f1", bytes: [0, 255, 10])
    ]
    try store.append(append)
  }

  private let first = ItemKey(caseID: "a", sequence: 1, ordinal: 1)

  @Test(arguments: StoreKind.allCases)
  func anEffectIsClaimedByOneUntilItsTimeIsOver(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try fill(store)
      let other = try place.open()
      #expect(try store.claim(limit: 9, now: 1000, until: 2000) == [])
      let claimed = try store.claim(limit: 1, now: 1001, until: 2000)
      #expect(claimed.map(\.key.description) == ["a/1/1"])
      #expect(claimed[0].effect == Effect(kind: "notify", payload: Array("一".utf8)))
      #expect(try other.claim(limit: 9, now: 1001, until: 2000).map(\.key.ordinal) == [2])
      #expect(try other.claim(limit: 9, now: 1999, until: 3000) == [])
      let again = try other.claim(limit: 9, now: 2000, until: 3000)
      #expect(again.map(\.attempts) == [2, 2])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func whatFailedIsAnIncidentUntilItIsDelivered(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ in
      try fill(store)
      _ = try store.claim(limit: 1, now: 1001, until: 2000)
      try store.settle(first, .failed("no answer", again: 5000))
      var incidents = CaseQuery()
      incidents.hasIncident = true
      #expect(try store.cases(incidents).cases.map(\.hasIncident) == [true])
      #expect(try store.claim(limit: 9, now: 4999, until: 6000).map(\.key.ordinal) == [2])
      #expect(try store.claim(limit: 1, now: 5000, until: 6000).map(\.lastFault) == ["no answer"])
      try store.settle(first, .delivered(at: 5001))
      try store.settle(first, .failed("late", again: 0))
      #expect(try store.cases(incidents).cases == [])
      #expect(try store.outbox(of: nil).map(\.key.ordinal) == [2])
      #expect(try store.outbox(of: "a").map(\.deliveredAt) == [5001, nil])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aPaperIsKeptWholeCheckedAndCanBeErased(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try fill(store)
      let summary = try #require(try store.papers(of: "a").first)
      #expect((summary.name, summary.madeFrom, summary.isForgotten) == ("通知书", "f1", false))
      #expect(try store.paper(first)?.bytes == [0, 255, 10])
      try place.forge("UPDATE papers SET bytes = \(place.literal([1, 255, 10]))")
      #expect(throws: StoreFault.self) { try store.paper(first) }
      let fault = ChainFault(caseID: "a", sequence: 1, kind: .paperAltered(1))
      #expect(try store.verify("a") == [fault])
      var erasing = Samples.step("a", after: 1)
      erasing.forgottenPapers = [first]
      try store.append(erasing)
      #expect(try store.paper(first) == nil)
      #expect(try store.papers(of: "a").map(\.isForgotten) == [true])
      #expect(try store.verify("a") == [])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aLeaseHasOneHolder(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      let other = try place.open()
      #expect(try store.lease("tick", holder: "x", now: 0, until: 10))
      #expect(try !other.lease("tick", holder: "y", now: 9, until: 20))
      #expect(try store.lease("tick", holder: "x", now: 9, until: 20))
      #expect(try other.lease("deliver", holder: "y", now: 9, until: 20))
      #expect(try other.lease("tick", holder: "y", now: 20, until: 30))
      try store.endLease("tick", holder: "x")
      #expect(try !store.lease("tick", holder: "x", now: 29, until: 40))
      try other.endLease("tick", holder: "y")
      #expect(try store.lease("tick", holder: "x", now: 29, until: 40))
    }
  }
}
