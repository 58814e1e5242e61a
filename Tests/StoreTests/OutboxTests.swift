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
      let left = try #require(try store.papers(of: "a").first)
      #expect(left.isForgotten && left.madeFrom.isEmpty && left.fingerprint == .zero)
      #expect(try store.verify("a") == [])
    }
  }

  /// The layout before kept the hashes of erased papers.
  @Test(arguments: StoreKind.allCases)
  func aStoreOfAnOlderLayoutIsBroughtUpToDate(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try fill(store)
      let version = kind == .sqlite ? "PRAGMA user_version = 1" : "UPDATE layout SET version = 1"
      try place.forge("UPDATE papers SET bytes = NULL", version)
      #expect(try store.papers(of: "a").map(\.madeFrom) == ["f1"])
      if kind == .postgres { try CaseStores.setUp(place.place) }
      let left = try #require(try place.open().papers(of: "a").first)
      #expect(left.isForgotten && left.madeFrom.isEmpty && left.fingerprint == .zero)
    }
  }

  /// What is read before a step is taken back may be out of date when that is written.
  @Test(arguments: StoreKind.allCases)
  func aCorrectionFollowsWhatWasClaimedAfterItWasReadByAnother(kind: StoreKind) throws {
    try kind.withPreparedStore { store, place in
      try fill(store)
      let read = try store.outbox(of: "a")
      #expect(read.map(\.attempts) == [0, 0])
      let other = try place.open()
      let claimed = try other.claim(limit: 1, now: 1001, until: 2000)
      #expect(claimed.map(\.key.description) == ["a/1/1"])
      var undoing = Samples.step("a", after: 1)
      undoing.effects = [Effect(kind: "notify", payload: [1], ordinal: 3)]
      undoing.withdrawnEffects = read.map(Self.withdrawn)
      #expect(try store.append(undoing).corrected == [first])
      // Whoever claimed it learns that it counts no longer, though what he says now comes too late.
      #expect(try other.hold(claimed[0], until: 3000) == nil)
      try other.settle(first, .delivered(at: 1500))
      let out = try store.outbox(of: "a")
      #expect(out.map(\.key.description) == ["a/2/3", "a/2/4"])
      #expect(out.last?.effect == Effect(kind: "correction", payload: Array("a/1/1".utf8)))
    }
  }

  private static func withdrawn(_ item: OutboxItem) -> WithdrawnEffect {
    let payload = Array(item.key.description.utf8)
    return WithdrawnEffect(
      key: item.key, correction: Effect(kind: "correction", payload: payload))
  }

  /// One sends while the other takes back: what was sent is corrected, whichever came first.
  @Test(arguments: StoreKind.allCases)
  func whateverTheOrderWhatWasSentIsCorrected(kind: StoreKind) async throws {
    try await kind.withWaitingStore { place in
      let store = try place.open()
      try Samples.prepare(store)
      let cases = (0..<40).map { "案\($0)" }
      for id in cases {
        var opening = Samples.open(id)
        opening.effects = [Effect(kind: "notify", payload: Array(id.utf8))]
        try store.append(opening)
      }
      let other = try place.open()
      async let sent = Self.sendAll(from: other)
      for id in cases.reversed() {
        var undoing = Samples.step(id, after: 1)
        undoing.withdrawnEffects = try store.outbox(of: id).map(Self.withdrawn)
        try store.append(undoing)
      }
      let keys = try await sent
      let corrected = try cases.flatMap { try store.outbox(of: $0) }
        .filter { $0.effect.kind == "correction" }
        .map { String(decoding: $0.effect.payload, as: UTF8.self) }
      #expect(Set(keys).isSubset(of: corrected), "sent, and not corrected")
      #expect(Set(corrected).count == corrected.count)
    }
  }

  /// The keys of all notices that went out, until no more are there.
  private static func sendAll(from store: any CaseStore) async throws -> [String] {
    var sent: [String] = []
    while true {
      let claimed = try store.claim(limit: 3, now: 5000, until: 9000)
      guard !claimed.isEmpty else { return sent }
      for item in claimed where item.effect.kind == "notify" {
        guard let held = try store.hold(item, until: 9000) else { continue }
        sent.append(held.key.description)
        try store.settle(held.key, .delivered(at: 5001))
      }
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
