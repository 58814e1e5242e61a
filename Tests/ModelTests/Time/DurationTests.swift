import Model
import SourceText
import Testing

@Suite struct DurationTests {
  @Test(arguments: [
    ("P3DT4H", 273_600_000, "P3DT4H"), ("-PT15M", -900_000, "-PT15M"), ("PT0S", 0, "PT0S"),
    ("P0D", 0, "PT0S"), ("-P0D", 0, "PT0S"), ("PT36H", 129_600_000, "P1DT12H"),
    ("PT90M", 5_400_000, "PT1H30M"), ("PT1.5S", 1500, "PT1.5S"), ("PT0.025S", 25, "PT0.025S"),
    ("PT61S", 61_000, "PT1M1S"), ("P1DT2H3M4.005S", 93_784_005, "P1DT2H3M4.005S"),
    ("P7D", 604_800_000, "P7D"), ("PT1H1S", 3_601_000, "PT1H1S"),
    ("PT9223372036854775.807S", Int64.max, "P106751991167DT7H12M55.807S"),
    ("-PT9223372036854775.808S", Int64.min, "-P106751991167DT7H12M55.808S"),
  ])
  func dayTimeDurationsPrintTheirShortestText(
    literal: String, milliseconds: Int64, text: String
  ) throws {
    let duration = try #require(DayTimeDuration(literal: literal))
    #expect(duration.milliseconds == milliseconds && duration.description == text)
    #expect(DayTimeDuration(literal: text) == duration)
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "1D", "P1DT", "P1H", "PT1D", "P1Y", "P1M", "PT1M1H", "P-1D", "PT1.5M",
    "PT1.2345S", "PT.5S", "PT1.S", "P1.5D", "p1d", "PT1S1S", "--P1D", "P1D ", "+P1D",
    "P99999999999999999D", "PT9223372036854775.808S", "P99999999999999999999D", "PT1S1.5S",
  ])
  func whatIsNoDayTimeDurationIsNil(literal: String) {
    #expect(DayTimeDuration(literal: literal) == nil)
  }

  @Test func partsShareTheSign() throws {
    let duration = try #require(DayTimeDuration(literal: "-P1DT2H3M4.5S"))
    #expect(duration.days == -1 && duration.hours == -2 && duration.minutes == -3)
    #expect(duration.seconds == Number(literal: "-4.5"))
    #expect(duration.totalSeconds == Number(literal: "-93784.5"))
    #expect(DayTimeDuration(days: 1, hours: 2, minutes: 3, milliseconds: 4500) == duration.negated)
  }

  @Test(arguments: [
    ("P1Y2M", 14, "P1Y2M"), ("P14M", 14, "P1Y2M"), ("-P3M", -3, "-P3M"), ("P2Y", 24, "P2Y"),
    ("P0Y", 0, "P0M"), ("P0M", 0, "P0M"), ("-P1Y11M", -23, "-P1Y11M"),
  ])
  func yearMonthDurationsPrintTheirShortestText(
    literal: String, months: Int, text: String
  ) throws {
    let duration = try #require(YearMonthDuration(literal: literal))
    #expect(duration.months == months && duration.description == text)
    #expect(duration.years == months / 12 && duration.monthsOfYear == months % 12)
    #expect(YearMonthDuration(literal: text) == duration)
  }

  @Test(arguments: [
    "", "P", "P1", "PY", "P1M2Y", "P1D", "P1YT", "P1.5Y", "P1Y2", "1Y", "P1Y ", "+P1Y",
    "P9223372036854775807Y",
  ])
  func whatIsNoYearMonthDurationIsNil(literal: String) {
    #expect(YearMonthDuration(literal: literal) == nil)
  }

  /// Age, among others: whole when the corresponding day is reached.
  @Test(arguments: [
    ("2008-05-06", "2026-05-05", 215), ("2008-05-06", "2026-05-06", 216),
    ("2026-01-31", "2026-02-28", 0), ("2026-01-31", "2026-03-30", 1),
    ("2026-01-31", "2026-03-31", 2), ("2026-03-31", "2026-01-31", -2),
    ("2026-03-30", "2026-01-31", -1), ("2026-02-28", "2026-01-31", 0),
    ("2011-12-22", "2013-08-24", 20), ("2013-08-24", "2011-12-22", -20),
    ("2026-05-06", "2026-05-06", 0),
  ])
  func wholeMonthsLieBetweenTwoDays(start: String, end: String, months: Int) throws {
    let one = try #require(CalendarDate(literal: start))
    let other = try #require(CalendarDate(literal: end))
    #expect(YearMonthDuration(from: one, to: other).months == months)
  }

  @Test func durationsAreAddedAndScaled() throws {
    let hour = try #require(DayTimeDuration(literal: "PT1H"))
    let day = try #require(DayTimeDuration(literal: "P1D"))
    #expect(day.subtracting(hour)?.description == "PT23H")
    #expect(day.adding(hour)?.description == "P1DT1H")
    #expect(try day.divided(by: hour) == 24)
    #expect(throws: NumberFault.divisionByZero) { try day.divided(by: DayTimeDuration.zero) }
    let moreThanOne = try #require(Number(literal: "1.5"))
    #expect(hour.multiplied(by: moreThanOne)?.description == "PT1H30M")
    #expect(hour.divided(by: 7)?.milliseconds == 514_286)
    #expect(hour.divided(by: Number.zero) == nil)
    #expect(DayTimeDuration(milliseconds: .max).adding(hour) == nil)
    #expect(DayTimeDuration(milliseconds: .min).negated == nil)
    #expect(DayTimeDuration(milliseconds: .max).multiplied(by: 2) == nil)

    let half = try #require(Number(literal: "0.5"))
    let month = YearMonthDuration(months: 1)
    // XPath's rounding: halves go up the number line.
    #expect(YearMonthDuration(months: 3).multiplied(by: half)?.months == 2)
    #expect(YearMonthDuration(months: -3).multiplied(by: half)?.months == -1)
    #expect(month.divided(by: 2)?.months == 1)
    #expect(
      try YearMonthDuration(months: 18).divided(by: YearMonthDuration(months: 12))
        == Number(literal: "1.5"))
    #expect(YearMonthDuration(months: .max).adding(month) == nil)
    #expect(YearMonthDuration(months: .min).magnitude == nil)
  }

  @Test(arguments: [
    ("3 workdays", 3, Term.Unit.workdays, "3 workdays", "3个工作日"),
    ("1 workday", 1, .workdays, "1 workday", "1个工作日"),
    ("1 month", 1, .months, "1 month", "1个月"), ("1 months", 1, .months, "1 month", "1个月"),
    ("30 days", 30, .days, "30 days", "30日"), ("30 day", 30, .days, "30 days", "30日"),
    ("72 hours", 72, .hours, "72 hours", "72小时"),
    ("5 minutes", 5, .minutes, "5 minutes", "5分钟"), ("2 years", 2, .years, "2 years", "2年"),
    ("0 hours", 0, .hours, "0 hours", "0小时"),
  ])
  func termsAreReadInOneWayAndPrintedInTwoLanguages(
    literal: String, amount: Int, unit: Term.Unit, en: String, zh: String
  ) throws {
    let term = try #require(Term(literal: literal))
    #expect(term.amount == amount && term.unit == unit)
    #expect(term.description == en && term.text.en == en && term.text.zh == zh)
    #expect(Term(literal: en) == term)
  }

  @Test(arguments: [
    "", "3", "workdays", "3workdays", "3  workdays", " 3 workdays", "3 workdays ", "-3 days",
    "+3 days", "03 days", "00 days", "1.5 hours", "3 Workdays", "3 weeks", "3 work days",
    "three days", "3 dayss", "3个工作日", "3 d", "99999999999999999999 days", "3 seconds",
  ])
  func whatIsNoTermIsNil(literal: String) {
    #expect(Term(literal: literal) == nil)
  }
}
