import Foundation
import Model
import SourceText
import Testing

@Suite struct WorkCalendarTests {
  private let china = WorkCalendar.china

  @Test(arguments: [
    (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
    (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
  ])
  func monthsHaveTheWorkdaysOfTheNotice(year: Int, expected: [Int]) throws {
    for month in 1...12 {
      let first = try #require(CalendarDate(year: year, month: month, day: 1))
      let before = try #require(first.adding(days: -1))
      #expect(china.workdays(between: before, and: first.lastDayOfMonth) == expected[month - 1])
    }
    #expect(expected.reduce(0, +) == 248)
  }

  @Test func theNoticesListTheirDays() {
    let off = china.years.map { $0.holidays.reduce(0) { $0 + $1.from.days(to: $1.to) + 1 } }
    #expect(off == [28, 33])
    #expect(china.years.map(\.workdays.count) == [5, 6])
    #expect(china.knownYears == [2025, 2026])
    #expect(china.years.flatMap(\.workdays).allSatisfy { $0.isWeekend })
  }

  @Test func daysAreOfFourKinds() throws {
    #expect(try china.kind(of: date("2026-05-06")) == .workday)
    #expect(try china.kind(of: date("2026-05-09")) == .makeUpWorkday)
    #expect(try china.kind(of: date("2026-05-10")) == .weekend)
    let labourDay = Bilingual(en: "Labour Day", zh: "劳动节")
    #expect(try china.kind(of: date("2026-05-01")) == .holiday(labourDay))
    // A Saturday within a holiday is named after it.
    #expect(try china.kind(of: date("2026-05-02")) == .holiday(labourDay))
    #expect(try china.holiday(on: date("2026-05-09")) == nil)
  }

  @Test func beyondTheKnownYearsWeekendsRest() throws {
    for (text, isWorkday) in [
      ("2027-01-01", true), ("2027-01-02", false), ("2024-10-01", true), ("2024-10-05", false),
    ] {
      #expect(try china.isWorkday(date(text)) == isWorkday)
      #expect(try !china.isKnown(date(text)))
    }
    #expect(try china.isKnown(date("2025-01-01")) && china.isKnown(date("2026-12-31")))
  }

  @Test func countsStayWithinTheCalendar() {
    #expect(china.adding(workdays: 1, to: .max) == nil)
    #expect(china.adding(workdays: -1, to: .min) == nil)
    #expect(china.adding(workdays: .max, to: .min) == nil)
    #expect(china.adding(workdays: .min, to: .max) == nil)
    let all = china.workdays(between: .min, and: .max)
    #expect(china.adding(workdays: all, to: .min).map(china.isWorkday) == true)
    #expect(china.adding(workdays: all + 1, to: .min) == nil)
  }

  /// The oracle knows the notices as a list of days and steps day by day; it shares neither the
  /// weekday nor the counting with the calendar.
  @Test func arithmeticAgreesWithStepping() throws {
    try agreeWithStepping(
      china, holidays: Self.listed(china.years.flatMap(\.holidays)),
      workdays: china.years.flatMap(\.workdays).map(\.description))
  }

  /// A calendar as no notice would make it: neighbouring, overlapping and double holidays, one
  /// over New Year, one day both off and on, make-up days on plain workdays, a year left out.
  @Test func oddCalendarsCountRight() throws {
    func holiday(_ from: String, _ to: String) throws -> WorkCalendar.Holiday {
      WorkCalendar.Holiday(name: Bilingual(from), from: try date(from), to: try date(to))
    }
    let holidays = try [
      holiday("2024-12-30", "2025-01-03"), holiday("2025-01-02", "2025-01-10"),
      holiday("2025-01-11", "2025-01-12"), holiday("2026-12-25", "2027-01-05"),
      holiday("2026-06-05", "2026-06-04"),
    ]
    let workdays = ["2025-01-04", "2025-01-07", "2025-03-05", "2026-12-27", "2026-12-27"]
    let odd = WorkCalendar(
      name: "odd",
      years: [
        .init(year: 2027, holidays: Array(holidays[3...]), workdays: []),
        .init(year: 2025, holidays: Array(holidays[..<3]), workdays: try workdays.map(date)),
      ])
    #expect(odd.knownYears == [2025, 2027])
    try agreeWithStepping(odd, holidays: Self.listed(holidays), workdays: workdays)
  }

  private func agreeWithStepping(
    _ calendar: WorkCalendar, holidays: [String], workdays: [String]
  ) throws {
    // Every day from Monday 2024-07-01 on, by name, and whether it is worked.
    let first = try date("2024-07-01")
    let off = Set(holidays).subtracting(workdays)
    let on = Set(workdays)
    var days: [(date: CalendarDate, isWorkday: Bool)] = []
    for number in 0..<1100 {
      let day = try #require(first.adding(days: number))
      let name = day.description
      days.append((day, on.contains(name) || (number % 7 < 5 && !off.contains(name))))
    }
    for place in 60..<1040 {
      let faults = Self.faults(of: calendar, at: place, in: days)
      try #require(faults.isEmpty, "\(days[place].date): \(faults)")
    }
  }

  /// What the calendar gets wrong on the 60 days before and after one day.
  private static func faults(
    of calendar: WorkCalendar, at place: Int, in days: [(date: CalendarDate, isWorkday: Bool)]
  ) -> [String] {
    let day = days[place]
    var faults: [String] = []
    if calendar.isWorkday(day.date) != day.isWorkday { faults.append("kind of day") }
    var count = 0
    for later in days[(place + 1)..<(place + 60)] {
      count += later.isWorkday ? 1 : 0
      let isCounted =
        calendar.workdays(between: day.date, and: later.date) == count
        && calendar.workdays(between: later.date, and: day.date) == -count
      if !isCounted { faults.append("workdays to \(later.date)") }
      if later.isWorkday && calendar.adding(workdays: count, to: day.date) != later.date {
        faults.append("\(count) workdays on")
      }
    }
    count = 0
    for earlier in days[(place - 60)..<place].reversed() where earlier.isWorkday {
      count -= 1
      if calendar.adding(workdays: count, to: day.date) != earlier.date {
        faults.append("\(count) workdays back")
      }
    }
    let next = days[place...].first { $0.isWorkday }
    if calendar.firstWorkday(from: day.date) != next?.date { faults.append("first workday") }
    return faults
  }

  @Test func calendarsSurviveStorage() throws {
    let data = try JSONEncoder().encode(china)
    let again = try JSONDecoder().decode(WorkCalendar.self, from: data)
    #expect(again == china)
    #expect(try !again.isWorkday(date("2026-10-01")))
  }

  /// The days of the file that editors may change, in its order, against what is built in.
  @Test func theChinaFileListsTheSameDays() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Rules/calendars/china.yaml")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let listed = lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      line.split(separator: " ").last.flatMap { CalendarDate(literal: $0) }
    }
    let builtIn = china.years.flatMap { year in
      year.holidays.flatMap { [$0.from, $0.to] } + year.workdays
    }
    #expect(listed == builtIn)
  }

  private static func listed(_ holidays: [WorkCalendar.Holiday]) -> [String] {
    holidays.flatMap { holiday in
      (0...max(0, holiday.from.days(to: holiday.to))).compactMap {
        holiday.from <= holiday.to ? holiday.from.adding(days: $0)?.description : nil
      }
    }
  }

  private func date(_ literal: String) throws -> CalendarDate {
    try #require(CalendarDate(literal: literal))
  }
}
