internal import Model

// Days, moments and lengths of time.
extension AnswerReader {
  func date(_ answer: String) throws(AnswerFault) -> CalendarDate {
    if let date = writtenDate(answer) ?? relativeDay(answer) { return date }
    throw AnswerFault(
      en: "`\(answer)` is no day; write it as `2026-05-06` or `5月6日`",
      zh: "“\(answer)”不是日期；请写成 2026-05-06 或者 5月6日")
  }

  /// A day, then a time; the time alone is today's, the day alone its first moment.
  func moment(_ answer: String) throws(AnswerFault) -> DateTime {
    if let moment = DateTime(literal: answer.uppercased(), defaultOffset: program.offset) {
      return moment
    }
    let words = answer.split(separator: " ").map(String.init)
    if let local = local(words, answer), let moment = DateTime(local, offset: program.offset) {
      return moment
    }
    throw AnswerFault(
      en: "`\(answer)` is no moment; write it as `2026-05-06 9:20` or `5月6日 9点20分`",
      zh: "“\(answer)”不是时间；请写成 2026-05-06 9:20 或者 5月6日 9点20分")
  }

  private func local(_ words: [String], _ answer: String) -> LocalDateTime? {
    let (day, clock): (CalendarDate?, String)
    switch words.count {
    case 2: (day, clock) = (try? date(words[0]), words[1])
    case 1:
      if let date = try? date(answer) { return LocalDateTime(startOf: date) }
      // `5月6日9点`, `昨天9点`: the day ends where its last sign is.
      if let end = answer.lastIndex(where: { "日号天".contains($0) }) {
        (day, clock) = (
          try? date(String(answer[...end])), String(answer[answer.index(after: end)...])
        )
      } else {
        (day, clock) = (today, answer)
      }
    default: return nil
    }
    guard let day, let (hour, minute) = time(clock) else { return nil }
    return LocalDateTime(date: day, hour: hour, minute: minute, second: 0, millisecond: 0)
  }

  /// `9:20`, `9点20分`, `下午3点半`.
  private func time(_ text: String) -> (hour: Int, minute: Int)? {
    var rest = text
    var shift = 0
    for (word, hours) in [("上午", 0), ("早上", 0), ("中午", 12), ("下午", 12), ("晚上", 12)] {
      if rest.hasPrefix(word) {
        rest.removeFirst(word.count)
        shift = hours
      }
    }
    if rest.hasSuffix("半") { rest = rest.dropLast() + "30" }
    if rest.hasSuffix("分") { rest.removeLast() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
      .flatMap { $0.split { "点时".contains($0) } }
    guard (1...2).contains(parts.count), let hour = Int(parts[0]),
      rest.contains(where: { ":点时".contains($0) }),
      let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return (hour < 12 ? hour + shift : hour, minute)
  }

  private func writtenDate(_ answer: String) -> CalendarDate? {
    if let date = CalendarDate(spreadsheet: answer) ?? CalendarDate(literal: answer) { return date }
    if answer.count == 8, let digits = Int(answer), digits > 0 {
      return CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
    guard let today else { return nil }
    var text = answer
    var year = today.year
    for (word, shift) in [("今年", 0), ("明年", 1), ("去年", -1)] where text.hasPrefix(word) {
      text.removeFirst(word.count)
      year += shift
    }
    for ending in ["日", "号"] where text.hasSuffix(ending) { text.removeLast() }
    let parts = text.split(separator: text.contains("月") ? "月" : "-").map(String.init)
    guard parts.count == 2, let month = count(parts[0]), let day = count(parts[1]) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  private func count(_ text: String) -> Int? {
    Int(text) ?? ChineseNumeral.value(of: text)
  }

  private func relativeDay(_ answer: String) -> CalendarDate? {
    let days = [
      "前天": -2, "昨天": -1, "昨日": -1, "yesterday": -1, "今天": 0, "今日": 0, "today": 0, "明天": 1,
      "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
    ]
    return days[answer].flatMap { today?.adding(days: $0) }
  }

  /// `3天`, `2小时`, `30分钟`, or FEEL's `P3D`.
  func hours(_ answer: String) throws(AnswerFault) -> DayTimeDuration {
    if let duration = DayTimeDuration(literal: answer.uppercased()) { return duration }
    let units: [(String, (Int) -> DayTimeDuration?)] = [
      ("小时", { DayTimeDuration(hours: $0) }), ("hours", { DayTimeDuration(hours: $0) }),
      ("hour", { DayTimeDuration(hours: $0) }), ("分钟", { DayTimeDuration(minutes: $0) }),
      ("minutes", { DayTimeDuration(minutes: $0) }), ("天", { DayTimeDuration(days: $0) }),
      ("日", { DayTimeDuration(days: $0) }), ("days", { DayTimeDuration(days: $0) }),
      ("day", { DayTimeDuration(days: $0) }),
    ]
    for (word, make) in units where answer.hasSuffix(word) {
      let amount = String(answer.dropLast(word.count)).trimmed
      if let count = count(amount), let duration = make(count) { return duration }
    }
    throw AnswerFault(
      en: "`\(answer)` is no length of time; write it as `3 days` or `2 hours`",
      zh: "“\(answer)”不是时长；请写成 3天 或者 2小时")
  }

  /// `1年`, `3个月`, or FEEL's `P3M`.
  func months(_ answer: String) throws(AnswerFault) -> YearMonthDuration {
    if let duration = YearMonthDuration(literal: answer.uppercased()) { return duration }
    let units = [
      ("个月", 1), ("月", 1), ("months", 1), ("month", 1), ("年", 12), ("years", 12), ("year", 12),
    ]
    for (word, length) in units where answer.hasSuffix(word) {
      let amount = String(answer.dropLast(word.count)).trimmed
      if let count = count(amount), count < 10_000 {
        return YearMonthDuration(months: count * length)
      }
    }
    throw AnswerFault(
      en: "`\(answer)` is no length of time; write it as `1 year` or `3 months`",
      zh: "“\(answer)”不是时长；请写成 1年 或者 3个月")
  }
}
