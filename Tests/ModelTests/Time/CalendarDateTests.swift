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
}
