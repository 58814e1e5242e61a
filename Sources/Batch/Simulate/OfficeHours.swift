internal import Engine
internal import Model

/// When people at a desk act: on workdays, from half past eight to five.
struct OfficeHours {
  /// Minutes after midnight.
  private static let opening = 510
  /// In minutes.
  static let length = 510

  private let calendar: WorkCalendar
  private let offset: UTCOffset

  init(_ interpreter: Interpreter) {
    calendar = interpreter.calendar
    offset = interpreter.program.offset
  }

  /// So many minutes after the opening of that day, or else of the next workday.
  func moment(on day: CalendarDate, minute: Int) -> DateTime? {
    var day = day
    // No holiday lasts a month.
    for _ in 0..<31 where !calendar.isWorkday(day) {
      guard let next = day.adding(days: 1) else { return nil }
      day = next
    }
    return DateTime(startOf: day, offset: offset).flatMap { start in
      DayTimeDuration(minutes: Self.opening + minute).flatMap { start.adding($0) }
    }
  }

  /// The moment itself where the office is open, else so many minutes after it opens again.
  func moment(from moment: DateTime, minute: Int) -> DateTime? {
    let day = moment.date(in: offset)
    guard let start = DateTime(startOf: day, offset: offset) else { return nil }
    let now = Int((moment.milliseconds - start.milliseconds) / 60_000)
    let isOver = now >= Self.opening + Self.length
    if calendar.isWorkday(day), now >= Self.opening, !isOver { return moment }
    guard isOver else { return self.moment(on: day, minute: minute) }
    return day.adding(days: 1).flatMap { self.moment(on: $0, minute: minute) }
  }
}
