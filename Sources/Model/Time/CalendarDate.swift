/// A day of the proleptic Gregorian calendar, without time and place; years -9999…9999, year 0
/// being the one before year 1 (ISO 8601).
package struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  package let daysSinceEpoch: Int32

  /// -9999-01-01.
  package static let min = CalendarDate(unchecked: -4_371_587)
  /// 9999-12-31.
  package static let max = CalendarDate(unchecked: 2_932_896)

  /// The day that many days after 1970-01-01; nil outside years -9999…9999.
  package init?(daysSinceEpoch days: Int) {
    guard
      days >= Int(CalendarDate.min.daysSinceEpoch), days <= Int(CalendarDate.max.daysSinceEpoch)
    else { return nil }
    daysSinceEpoch = Int32(truncatingIfNeeded: days)
  }

  /// A day that is known to lie within the calendar.
  init(unchecked days: Int) {
    daysSinceEpoch = Int32(truncatingIfNeeded: days)
  }

  /// The day with that number in that month; nil when there is none (30 February, month 13).
  package init?(year: Int, month: Int, day: Int) {
    guard year >= -9999, year <= 9999, month >= 1, month <= 12 else { return nil }
    guard day >= 1, day <= CalendarDate.length(ofMonth: month, year: year) else { return nil }
    self.init(unchecked: CalendarDate.dayNumber(year: year, month: month, day: day))
  }

  /// -9999…9999.
  package var year: Int { components.year }
  /// 1…12.
  package var month: Int { components.month }
  /// The day of the month, 1…31.
  package var day: Int { components.day }

  /// Year, month and day of the month together, at the cost of one of them.
  package var components: (year: Int, month: Int, day: Int) {
    // Years are counted from 1 March, so that the leap day is the last of its year, and in cycles
    // of 400 years from 1 March of year 0, which are all 146,097 days long.
    let days = Int(daysSinceEpoch) + CalendarDate.epochFromMarch
    let cycle = days.flooredQuotient(by: 146_097)
    let dayOfCycle = days - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    // Months from March are 31, 30, 31, 30, 31 days long in turn: 153 in five.
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }

  /// Days from 0000-03-01 to 1970-01-01.
  private static let epochFromMarch = 719_468

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let monthFromMarch = month <= 2 ? month + 9 : month - 3
    let cycle = marchYear.flooredQuotient(by: 400)
    let yearOfCycle = marchYear - cycle * 400
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - epochFromMarch
  }
}

extension CalendarDate: Comparable {
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}
