// Counting on from a day. Whatever leaves years -9999…9999 is nil.

extension CalendarDate {
  /// The date so many days later; nil where the calendar ends before it.
  package func adding(days: Int) -> CalendarDate? {
    let (sum, isOverflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
    return isOverflow ? nil : CalendarDate(daysSinceEpoch: sum)
  }

  /// The corresponding day of another month; its last day where it has no such day (Civil Code
  /// art. 202): 31 January and one month is 28 or 29 February.
  package func adding(months: Int) -> CalendarDate? {
    let (year, month, day) = components
    let (sum, isOverflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if isOverflow { return nil }
    let newYear = sum.flooredQuotient(by: 12)
    let newMonth = sum - newYear * 12 + 1
    guard newYear >= -9999, newYear <= 9999 else { return nil }
    let last = CalendarDate.length(ofMonth: newMonth, year: newYear)
    return CalendarDate(year: newYear, month: newMonth, day: Swift.min(day, last))
  }

  /// The same day of the year so many years later, as `adding(months:)` counts.
  package func adding(years: Int) -> CalendarDate? {
    let (months, isOverflow) = years.multipliedReportingOverflow(by: 12)
    return isOverflow ? nil : adding(months: months)
  }

  /// The date a duration later, as `adding(months:)` counts.
  package func adding(_ duration: YearMonthDuration) -> CalendarDate? {
    adding(months: duration.months)
  }

  /// The day on which a duration from the day's first moment ends, as FEEL adds to dates: hours
  /// that do not make a whole day are dropped, downwards.
  package func adding(_ duration: DayTimeDuration) -> CalendarDate? {
    adding(days: Int(duration.milliseconds.flooredQuotient(by: DayTimeDuration.day)))
  }

  /// How many days lie from this day to `other`; negative when `other` is earlier.
  package func days(to other: CalendarDate) -> Int {
    Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
  }
}
