internal import Store
internal import Testing

@Suite struct ListTests {
  /// Ten cases `c0` to `c9`; the even ones are due, later ones first.
  private func fill(_ store: any CaseStore) throws {
    for number in 0..<10 {
      let standing = Standing(
        state: number < 5 ? "登记" : "调解", title: "第\(number)件", level: number % 3 == 0 ? "社区" : nil,
        acting: "调解员", dueAt: number % 2 == 0 ? Int64(100 - number) : nil, dueDay: "2026-05-09",
        dueWhat: "答复", isFinished: number == 9, summary: "张**", detail: "{}",
        keys: number < 2 ? ["甲", "乙"] : [])
      try store.append(Samples.open("c\(number)", standing: standing))
    }
  }

  private func ids(_ store: any CaseStore, _ change: (inout CaseQuery) -> Void) throws -> String {
    var query = CaseQuery()
    change(&query)
    let page = try store.cases(query)
    #expect(try store.count(query) >= page.cases.count)
    return page.cases.map { String($0.record.id.dropFirst()) }.joined()
  }

  @Test(arguments: StoreKind.allCases)
  func aListShowsWhatIsAskedFor(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ in
      try fill(store)
      #expect(try ids(store) { _ in } == "0123456789")
      #expect(try ids(store) { $0.state = "调解" } == "56789")
      #expect(try ids(store) { $0.level = "社区" } == "0369")
      #expect(try ids(store) { $0.isFinished = false } == "012345678")
      #expect(try ids(store) { $0.acting = "书记" } == "")
      #expect(try ids(store) { $0.key = "乙" } == "01")
      #expect(
        try ids(store) {
          $0.program = "p1"
          $0.rulebook = "xinyi"
        } == "0123456789")
      #expect(try ids(store) { $0.isLent = true } == "")
      #expect(try ids(store) { $0.hasIncident = true } == "")
      #expect(try ids(store) { $0.order = .due } == "86420")
      #expect(
        try ids(store) {
          $0.order = .due
          $0.dueBefore = 96
        } == "86")
      let inDistrict = try ids(store) {
        $0.order = .due
        $0.level = "社区"
        $0.isFinished = false
      }
      #expect(inDistrict == "60")
      var query = CaseQuery()
      query.dueBefore = 96
      #expect(try store.count(query) == 2)
      let listed = try #require(try store.cases(query).cases.first)
      #expect(listed.standing.title == "第6件")
      #expect(listed.standing.summary == "张**")
      #expect((listed.sequence, listed.standing.dueAt, listed.standing.level) == (1, 94, "社区"))
    }
  }

  @Test(arguments: StoreKind.allCases, 1...11)
  func pagesJoinToTheWhole(kind: StoreKind, limit: Int) throws {
    try kind.withPreparedStore { store, _ in
      try fill(store)
      for order in [CaseQuery.Order.id, .due] {
        var query = CaseQuery()
        query.order = order
        let whole = try store.cases(query)
        #expect(whole.next == nil)
        query.limit = limit
        var joined: [ListedCase] = []
        repeat {
          let page = try store.cases(query)
          #expect(page.cases.count <= limit)
          joined += page.cases
          query.after = page.next
        } while query.after != nil
        #expect(joined == whole.cases)
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aStandingFollowsItsJournalAndCanBeMadeAnew(kind: StoreKind) throws {
    try kind.withPreparedStore { store, _ in
      try store.append(Samples.open("a"))
      try store.append(Samples.open("b"))
      try store.append([
        Samples.step("a", after: 1, standing: nil),
        Samples.step("b", after: 1, standing: Standing(state: "结案", keys: ["x"])),
      ])
      #expect(try store.staleStandings(limit: 9) == ["a"])
      #expect(throws: StoreFault.self) {
        try store.replace(Standing(state: "中止"), of: "a", length: 1)
      }
      try store.replace(Standing(state: "中止"), of: "a", length: 2)
      #expect(try store.staleStandings(limit: 9) == [])
      #expect(try store.cases(CaseQuery()).cases.map(\.standing.state) == ["中止", "结案"])
    }
  }
}
