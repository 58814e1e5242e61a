/// An instant, to the millisecond. Where it is read and printed, an offset says whose clock.
///
/// Instants lie so far within the calendar that their local date exists under every offset:
/// 18 hours after the first moment of -9999-01-01 to 18 hours before the last of 9999-12-31.
package struct DateTime: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z, without leap seconds.
  package let milliseconds: Int64

  /// The first instant there is.
  package static let min = DateTime(
    unchecked: Int64(CalendarDate.min.daysSinceEpoch) * DayTimeDuration.day + margin)
  /// The last instant there is.
  package static let max = DateTime(
    unchecked: (Int64(CalendarDate.max.daysSinceEpoch) + 1) * DayTimeDuration.day - margin - 1)

  private static let margin = Int64(UTCOffset.limit) * 1000

  /// Nil outside the calendar.
  package init?(milliseconds: Int64) {
    guard milliseconds >= DateTime.min.milliseconds, milliseconds <= DateTime.max.milliseconds
    else { return nil }
    self.milliseconds = milliseconds
  }

  private init(unchecked milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The moment when clocks with that offset show that local date and time; nil at the very ends
  /// of the calendar.
  package init?(_ local: LocalDateTime, offset: UTCOffset) {
    let days = Int64(local.date.daysSinceEpoch) * DayTimeDuration.day
    self.init(milliseconds: days + local.millisecondOfDay - offset.milliseconds)
  }

  /// The first moment of a day; nil at the very ends of the calendar.
  package init?(startOf date: CalendarDate, offset: UTCOffset) {
    self.init(LocalDateTime(startOf: date), offset: offset)
  }

  /// What clocks with that offset show.
  package func local(in offset: UTCOffset) -> LocalDateTime {
    let shifted = milliseconds + offset.milliseconds
    let days = shifted.flooredQuotient(by: DayTimeDuration.day)
    return LocalDateTime(
      date: CalendarDate(unchecked: Int(days)),
      millisecondOfDay: shifted - days * DayTimeDuration.day)
  }

  /// The calendar date there at this moment.
  package func date(in offset: UTCOffset) -> CalendarDate { local(in: offset).date }
  /// The hour on the clock there, from 0 to 23.
  package func hour(in offset: UTCOffset) -> Int { local(in: offset).hour }
  /// The minute on the clock there, from 0 to 59.
  package func minute(in offset: UTCOffset) -> Int { local(in: offset).minute }
  /// The second on the clock there, from 0 to 59.
  package func second(in offset: UTCOffset) -> Int { local(in: offset).second }

  /// Nil when the sum leaves the calendar.
  package func adding(_ duration: DayTimeDuration) -> DateTime? {
    let (sum, isOverflow) = milliseconds.addingReportingOverflow(duration.milliseconds)
    return isOverflow ? nil : DateTime(milliseconds: sum)
  }

  /// The same time of day on the corresponding day of another month, in that offset.
  package func adding(_ duration: YearMonthDuration, offset: UTCOffset) -> DateTime? {
    let local = local(in: offset)
    guard let date = local.date.adding(duration) else { return nil }
    return DateTime(
      LocalDateTime(date: date, millisecondOfDay: local.millisecondOfDay), offset: offset)
  }

  /// The time from this instant to `other`; negative when `other` is earlier.
  package func duration(to other: DateTime) -> DayTimeDuration {
    DayTimeDuration(milliseconds: other.milliseconds - milliseconds)
  }
}

extension DateTime: Comparable {
  package static func < (left: DateTime, right: DateTime) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
