internal import Store

/// What the tests put into stores.
enum Samples {
  static let program = ProgramRecord(
    ProgramSummary(
      hash: "p1", rulebook: "xinyi", version: "2026.1", effectiveFrom: "2026-01-01", keptAt: 1),
    bytes: Array("程序\u{0}one".utf8))
  static let calendar = CalendarRecord(hash: "c1", bytes: Array("calendar".utf8), keptAt: 1)

  /// Keeps what entries refer to.
  static func prepare(_ store: any CaseStore) throws {
    try store.keep(program)
    try store.keep(calendar)
  }

  /// The first entry of a case.
  static func open(_ caseID: String, standing: Standing? = Standing(state: "登记")) -> Append {
    Append(
      caseID: caseID, place: .opens(rulebook: "xinyi", openedAt: 1000),
      body: body(caseID, 1), program: "p1", calendar: "c1", recordedAt: 1001, standing: standing)
  }

  /// An entry after `seen` others.
  static func step(
    _ caseID: String, after seen: Int, by writer: String = "甲",
    standing: Standing? = Standing(state: "调解")
  ) -> Append {
    Append(
      caseID: caseID, place: .follows(seen), body: body(caseID, seen + 1, by: writer),
      program: "p1", calendar: "c1", recordedAt: 1000 + Int64(seen), standing: standing)
  }

  static func body(_ caseID: String, _ sequence: Int, by writer: String = "甲") -> [UInt8] {
    Array(#"{"by":"\#(writer)","case":"\#(caseID)","n":\#(sequence)}"#.utf8)
  }

  /// A case of `length` entries, appended one by one.
  @discardableResult
  static func fill(
    _ store: any CaseStore, _ caseID: String, length: Int
  ) throws -> [Acknowledgement] {
    try (0..<length).map { seen in
      try store.append(seen == 0 ? open(caseID) : step(caseID, after: seen))
    }
  }
}

extension StoreKind {
  /// A new store with what entries refer to, open.
  func withPreparedStore<Result>(
    _ body: (any CaseStore, StoreUnderTest) throws -> Result
  ) throws -> Result {
    try withStore { place in
      let store = try place.open()
      try Samples.prepare(store)
      return try body(store, place)
    }
  }
}
