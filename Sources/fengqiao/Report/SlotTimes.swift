internal import Model
internal import SourceText
internal import Verifier
internal import Workbench

/// How long a case may be at the levels of a slot, by the level at which it starts
/// (docs/completeness.md, the longest time).
struct SlotTimes {
  let slot: ID<State>
  private let program: Program
  private let calendar: WorkCalendar
  private let ladder: Ladder
  private let times: LevelTimes
  private let outcomes: [(level: ID<State>, outcome: LevelTimes.Outcome)]

  /// Nil for a slot without a ladder.
  init?(_ slot: ID<State>, in program: Program, _ calendar: WorkCalendar) {
    guard let ladder = Ladder(slot, in: program) else { return nil }
    self.slot = slot
    self.program = program
    self.calendar = calendar
    self.ladder = ladder
    let times = LevelTimes(ladder, calendar)
    self.times = times
    outcomes = ladder.levels.map { ($0, times.longest(from: $0)) }
  }

  private func name(_ state: ID<State>) -> String { program.chart?.states[state].name ?? "" }

  private func outcome(_ choice: WayMatrix.Choice?) -> LevelTimes.Outcome? {
    guard case .state(let level)? = choice else { return nil }
    return outcomes.first { $0.level == level }?.outcome
  }

  /// `18 days (2026-02-06 to 2026-02-24)`, or why there is no longest time.
  func text(from choice: WayMatrix.Choice?, _ console: Console) -> String {
    switch outcome(choice) {
    case nil: return "-"
    case .beyondCalendar: return console.say("beyond the calendar", "超出日历所及")
    case .unbounded(.noClock(let level)):
      return console.say("no end: \(name(level)) has no clock", "没有尽头：\(name(level)) 没有期限")
    case .unbounded(.staysPut(let level)):
      return console.say(
        "no end: the case may stay at \(name(level))", "没有尽头：\(name(level)) 到期后案件可能留在原处")
    case .bounded(let wait):
      let days = wait.days(in: program.offset)
      let (from, to) = dates(of: wait)
      let count = days == 1 ? "1 day" : "\(days) days"
      return console.say("\(count) (\(from) to \(to))", "\(days)天（\(from) 至 \(to)）")
    }
  }

  private func dates(of wait: LongestWait) -> (first: String, last: String) {
    let first = wait.start.date(in: program.offset)
    let last = first.adding(days: wait.days(in: program.offset)) ?? first
    return ("\(first)", "\(last)")
  }

  /// What the longest times leave out.
  func uncounted(_ wording: Wording, _ console: Console) -> [String] {
    let places = times.uncounted.map { wording.state($0) }.joined(separator: console.say(", ", "、"))
    let waiting = console.say(
      "waiting for answers in \(places): no clock of the ladder runs there",
      "在 \(places) 等答复的时间：那里没有层级的期限")
    let rest = console.say(
      "where a case leaves the levels and comes back, the time of its level begins anew; a period "
        + "may end it sooner",
      "离开各级又回来的，本级期限重新起算；法定期限届满的，提前结束")
    let parts = (places.isEmpty ? [] : [waiting]) + [rest]
    let text = parts.joined(separator: console.say("; ", "；"))
    return ["  \(console.say("not counted", "不计入"))  \(text)".onOneSafeLine]
  }

  /// For JSON: the longest time and the way that takes it; null, and why, where there is none.
  func members(from choice: WayMatrix.Choice?) -> [JSONText.Member] {
    switch outcome(choice) {
    case .bounded(let wait):
      let (from, to) = dates(of: wait)
      let path = wait.stays.compactMap { stay -> JSONText? in
        guard case .state(let level) = stay.clock else { return nil }
        return .object([
          .init("level", .string(name(level))), .init("within", .string(stay.term.description)),
        ])
      }
      return [
        .init(
          "longest",
          .object([
            .init("days", .integer(wait.days(in: program.offset))), .init("from", .string(from)),
            .init("to", .string(to)), .init("path", .array(path)),
          ]))
      ]
    case .unbounded(.noClock(let level)), .unbounded(.staysPut(let level)):
      return [.init("longest", .null), .init("without_end", .string(name(level)))]
    case .beyondCalendar, nil: return [.init("longest", .null)]
    }
  }

  /// A case for each level that takes the longest way from it, as far as one was found.
  func caseTexts() -> [(name: String, text: String)] {
    outcomes.compactMap { level, outcome in
      guard case .bounded(let wait) = outcome,
        let file = LongestCase(ladder, calendar).caseFile(wait)
      else { return nil }
      let days = wait.days(in: program.offset)
      let comment = "takes \(days) days from \(name(level)) on, the longest there may be"
      return (file.id, CaseText(program).text(file, comments: [comment]))
    }
  }
}
