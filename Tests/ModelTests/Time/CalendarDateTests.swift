import Model
import Testing

@Suite struct CalendarDateTests {
  /// From 1 January of -9999, of the year 0 and of 1970 through more than a cycle of 400 years, and
  /// through the calendar's last years.
  @Test(arguments: [(-9999, 1), (0, 6), (1800, 3), (9590, 1)])
  func everyDayFollowsTheDayBefore(startYear: Int, startWeekday: Int) throws {
    let start = try #require(CalendarDate(year: startYear, month: 1, day: 1))
    let end = try #require(CalendarDate(year: startYear + 409, month: 12, day: 31))
    var expected = (year: startYear, month: 1, day: 1)
    var weekday = startWeekday
    var dayOfYear = 1
    for number in start.daysSinceEpoch...end.daysSinceEpoch {
      let date = try #require(CalendarDate(daysSinceEpoch: Int(number)))
      // One comparison each, because the loop runs over 150,000 days.
      let isRight =
        date.components == expected && date.weekday == weekday && date.dayOfYear == dayOfYear
      if !isRight {
        Issue.record("\(date) should be \(expected), weekday \(weekday), day \(dayOfYear)")
        return
      }
      weekday = weekday % 7 + 1
      dayOfYear += 1
      expected.day += 1
      if expected.day > CalendarDate.length(ofMonth: expected.month, year: expected.year) {
        expected.day = 1
        expected.month += 1
      }
      if expected.month > 12 {
        expected = (expected.year + 1, 1, 1)
        dayOfYear = 1
      }
    }
    #expect(expected == (startYear + 410, 1, 1))
  }

  @Test(arguments: [
    "1970-01-01", "2026-02-28", "2024-02-29", "0000-12-31", "-0044-03-15", "-9999-01-01",
    "9999-12-31",
  ])
  func daysPrintAsTheyAreRead(literal: String) throws {
    let date = try #require(CalendarDate(literal: literal))
    #expect(date.description == literal)
    #expect(CalendarDate(daysSinceEpoch: Int(date.daysSinceEpoch)) == date)
  }

  @Test(arguments: [
    "", "2026-1-1", "2026/01/01", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
    "2026-01-00", "26-01-01", "2026-01-01 ", "2026-01-01T00:00", "10000-01-01", "-0000-01-01",
    "+2026-01-01", "２０２６-01-01", "20260101",
  ])
  func whatIsNoDayIsNil(literal: String) {
    #expect(CalendarDate(literal: literal) == nil)
  }

  @Test func theEndsOfTheCalendarAreItsFirstAndLastDay() {
    #expect(CalendarDate.min == CalendarDate(year: -9999, month: 1, day: 1))
    #expect(CalendarDate.max == CalendarDate(year: 9999, month: 12, day: 31))
    #expect(CalendarDate.min.adding(days: -1) == nil)
    #expect(CalendarDate.max.adding(days: 1) == nil)
    #expect(CalendarDate.max.adding(days: Int.max) == nil)
    #expect(CalendarDate.max.adding(months: 1) == nil)
    #expect(CalendarDate.min.adding(years: Int.min) == nil)
    #expect(CalendarDate.min.weekOfYear == 1 && CalendarDate.max.weekOfYear == 52)
  }

  @Test(arguments: [
    "2026/1/1", "2026/01/01", "2026-1-1", "2026.1.1", "2026年1月1日", "2026年01月1日", "2026-01-01",
  ])
  func spreadsheetsWriteDaysInTheirOwnWays(text: String) {
    #expect(CalendarDate(spreadsheet: text) == CalendarDate(literal: "2026-01-01"))
  }

  @Test(arguments: ["1/1/2026", "2026/1", "2026/1-1", "2026/13/1", "26/1/1", "2026年1月1", "46023"])
  func whatMayMeanAnotherDayIsRefused(text: String) {
    #expect(CalendarDate(spreadsheet: text) == nil)
  }

  /// Weeks around New Year as ISO 8601 counts them.
  @Test(arguments: [
    ("2020-12-31", 53), ("2021-01-03", 53), ("2021-01-04", 1), ("2024-12-30", 1),
    ("2026-01-01", 1), ("2026-12-31", 53), ("2027-01-03", 53), ("2023-01-01", 52),
    ("2008-12-29", 1), ("2010-01-03", 53), ("2026-05-06", 19),
  ])
  func weeksBelongToTheYearOfTheirThursday(literal: String, week: Int) throws {
    #expect(try #require(CalendarDate(literal: literal)).weekOfYear == week)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-01-31", 2, "2026-03-31"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-08-31", 1, "2026-09-30"), ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"), ("0000-01-31", -11, "-0001-02-28"),
    ("2026-05-06", 0, "2026-05-06"),
  ])
  func monthsEndOnTheCorrespondingDayOrTheLast(
    start: String, months: Int, end: String
  ) throws {
    let date = try #require(CalendarDate(literal: start))
    #expect(date.adding(months: months)?.description == end)
    #expect(date.adding(YearMonthDuration(months: months))?.description == end)
  }

  @Test func theLastDayOfEveryMonthIsFollowedByAFirst() throws {
    for year in [1900, 2000, 2024, 2025, 2026] {
      for month in 1...12 {
        let date = try #require(CalendarDate(year: year, month: month, day: 10))
        let last = date.lastDayOfMonth
        #expect(last.month == month && last.adding(days: 1)?.day == 1)
      }
    }
  }

  @Test func wholeDaysOfADurationAreAddedToADay() throws {
    let date = try #require(CalendarDate(literal: "2026-05-06"))
    for (text, end) in [
      ("P1D", "2026-05-07"), ("PT23H", "2026-05-06"), ("-PT1H", "2026-05-05"),
      ("P1DT23H", "2026-05-07"), ("-P1D", "2026-05-05"),
    ] {
      let duration = try #require(DayTimeDuration(literal: text))
      #expect(date.adding(duration)?.description == end)
    }
    let earlier = try #require(CalendarDate(literal: "2026-05-01"))
    #expect(date.days(to: earlier) == -5)
  }
}
