/// A date and a time of day as clocks and calendars on the wall show them.
package struct LocalDateTime: Hashable, Sendable {
  package let date: CalendarDate
  /// Milliseconds since the day's first moment, below 86,400,000: 24:00 is the next day's 00:00.
  package let millisecondOfDay: Int64

  /// The first moment of a day.
  package init(startOf date: CalendarDate) {
    self.init(date: date, millisecondOfDay: 0)
  }

  /// Nil when a part is out of its range; 24:00 and leap seconds are.
  package init?(
    date: CalendarDate, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0
  ) {
    guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second, 0..<1000 ~= millisecond else {
      return nil
    }
    let seconds = hour * 3600 + minute * 60 + second
    self.init(date: date, millisecondOfDay: Int64(seconds * 1000 + millisecond))
  }

  init(date: CalendarDate, millisecondOfDay: Int64) {
    self.date = date
    self.millisecondOfDay = millisecondOfDay
  }

  /// 0…23; minutes and seconds are 0…59, milliseconds 0…999.
  package var hour: Int { Int(millisecondOfDay / 3_600_000) }
  package var minute: Int { Int(millisecondOfDay / 60_000 % 60) }
  package var second: Int { Int(millisecondOfDay / 1000 % 60) }
  package var millisecond: Int { Int(millisecondOfDay % 1000) }
}

extension LocalDateTime: Comparable {
  package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    (left.date, left.millisecondOfDay) < (right.date, right.millisecondOfDay)
  }
}
