internal import Store

/// What the scribe writes: entries of the size that steps of a case have.
enum Script {
  static let program = ProgramRecord(
    ProgramSummary(hash: "p", rulebook: "xinyi", version: "2026.1", keptAt: 0), bytes: [1, 2, 3])
  static let calendar = CalendarRecord(hash: "c", bytes: [4, 5, 6], keptAt: 0)

  /// The entry that follows `seen` others, by one writer. `spread` tells cases apart in lists.
  static func entry(
    _ caseID: String, after seen: Int, by writer: String, spread: Int = 0
  ) -> Append {
    let place: Append.Place =
      seen == 0 ? .opens(rulebook: "xinyi", openedAt: 0) : .follows(seen)
    var append = Append(
      caseID: caseID, place: place, body: body(caseID, seen + 1, by: writer), program: "p",
      calendar: "c", recordedAt: Int64(seen), standing: standing(after: seen, spread: spread))
    append.effects = [Effect(kind: "notify", payload: Array("{\"to\":\"当事人\"}".utf8))]
    return append
  }

  /// Some 500 bytes of JSON.
  static func body(_ caseID: String, _ sequence: Int, by writer: String) -> [UInt8] {
    let facts = (1...8).map { #""事实\#($0)":"第\#(sequence)条的回答""# }.joined(separator: ",")
    return Array(
      #"{"actor":"\#(writer)","at":"2026-05-06T10:00:00+08:00","case":"\#(caseID)","kind":"entry","#
        .utf8) + Array(#""sequence":\#(sequence),"set":{\#(facts)}}"#.utf8)
  }

  static func standing(after seen: Int, spread: Int) -> Standing {
    Standing(
      state: "办理.调解", title: "邻里纠纷", level: spread % 2 == 0 ? "社区" : "街道", acting: "调解员",
      dueAt: due(after: seen, spread: spread), dueDay: "2026-05-09", dueWhat: "答复",
      isFinished: spread % 4 == 3, summary: "张** 与 李**")
  }

  /// When the next deadline of a case falls, in milliseconds since 1970 UTC.
  static func due(after seen: Int, spread: Int) -> Int64 {
    1_700_000_000_000 + Int64(seen + spread * 60) * 1000
  }
}
