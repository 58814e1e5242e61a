// What a day is within its week, month and year.

extension CalendarDate {
  /// The day of the week, Monday = 1 … Sunday = 7 (ISO 8601, FEEL `day of week`).
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = Int(daysSinceEpoch) + 3
    return days - days.flooredQuotient(by: 7) * 7 + 1
  }

  /// Saturday or Sunday, whatever a work calendar makes of it.
  package var isWeekend: Bool { weekday >= 6 }

  /// The day of the year, 1…366.
  package var dayOfYear: Int {
    let (year, month, day) = components
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
    return before + day + (month > 2 && CalendarDate.isLeap(year) ? 1 : 0)
  }

  /// The ISO 8601 week, 1…53: weeks begin on Monday and belong to the year of their Thursday.
  package var weekOfYear: Int {
    // The Thursday's place in its own year; at the calendar's two ends that year may be outside
    // it, but the place can still be told.
    let thursday = CalendarDate(unchecked: Int(daysSinceEpoch) + 4 - weekday)
    return (thursday.dayOfYear - 1) / 7 + 1
  }

  /// The last day of this day's month.
  package var lastDayOfMonth: CalendarDate {
    let (year, month, day) = components
    let length = CalendarDate.length(ofMonth: month, year: year)
    return CalendarDate(unchecked: Int(daysSinceEpoch) + length - day)
  }

  /// Whether the year has a 29 February, by the Gregorian rule.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days `month` (1…12) has in `year`.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
