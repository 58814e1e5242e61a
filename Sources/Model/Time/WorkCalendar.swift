package import SourceText

/// Which days are workdays: the weekends of every year, and for the years it knows the holidays
/// and the make-up workdays (调休) of the government's notice.
///
/// Beyond the known years weekends rest and nothing else does; answers that rest on such a day are
/// provisional.
package struct WorkCalendar: Hashable, Sendable {
  /// A run of days that rest, with its name for people.
  package struct Holiday: Hashable, Sendable, Codable {
    package let name: Bilingual
    package let from: CalendarDate
    /// The last day, included.
    package let to: CalendarDate

    package init(name: Bilingual, from: CalendarDate, to: CalendarDate) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// What the notice for one year says. A holiday may begin in the year before.
  package struct Year: Hashable, Sendable, Codable {
    package let year: Int
    package let holidays: [Holiday]
    /// Weekend days that are worked, in exchange for a holiday.
    package let workdays: [CalendarDate]

    package init(year: Int, holidays: [Holiday], workdays: [CalendarDate]) {
      self.year = year
      self.holidays = holidays
      self.workdays = workdays
    }
  }

  /// What a day is, as one word of explanation.
  package enum DayKind: Hashable, Sendable {
    case workday
    /// A Saturday or Sunday that is worked in exchange for a holiday.
    case makeUpWorkday
    case weekend
    case holiday(Bilingual)

    /// Whether the day is worked.
    package var isWorkday: Bool { self == .workday || self == .makeUpWorkday }
  }

  /// What a rulebook calls it by.
  package let name: String
  /// What is known, earliest year first.
  package let years: [Year]
  /// The days that differ from the plain week, derived from `years`.
  let exceptions: WeekExceptions

  /// - Parameter years: in any order. A day listed both as holiday and as make-up workday is
  ///   worked.
  package init(name: String, years: [Year]) {
    self.name = name
    self.years = years.sorted { $0.year < $1.year }
    exceptions = WeekExceptions(years)
  }

  /// The years whose notice is known, earliest first.
  package var knownYears: [Int] { years.map(\.year) }

  /// Whether the year of `date` is known, so that its holidays are.
  package func isKnown(_ date: CalendarDate) -> Bool {
    let year = date.year
    return years.contains { $0.year == year }
  }

  /// Whether people work on that day: a weekday that is no holiday, or a make-up workday (调休).
  package func isWorkday(_ date: CalendarDate) -> Bool {
    exceptions.changes(date) == date.isWeekend
  }

  /// What the day is, and which holiday.
  package func kind(of date: CalendarDate) -> DayKind {
    if isWorkday(date) { return date.isWeekend ? .makeUpWorkday : .workday }
    return holiday(on: date).map { .holiday($0.name) } ?? .weekend
  }

  /// The holiday that `date` belongs to; nil also on make-up workdays.
  package func holiday(on date: CalendarDate) -> Holiday? {
    if isWorkday(date) { return nil }
    let all = years.lazy.flatMap(\.holidays)
    return all.first { $0.from <= date && date <= $0.to }
  }
}

extension WorkCalendar: Codable {
  private enum CodingKeys: String, CodingKey {
    case name = "calendar"
    case years
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      years: try container.decode([Year].self, forKey: .years))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(years, forKey: .years)
  }
}
