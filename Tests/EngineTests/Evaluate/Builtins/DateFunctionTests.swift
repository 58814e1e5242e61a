import Model
import Testing

/// Conversions (DMN 1.5, 10.3.4.1), parts of dates (10.3.4.8, table 65) and our working days. The
/// offset is +08:00 throughout.
@Suite struct DateFunctionTests {
  static let conversions: [BuiltinExample] = [
    .init(.date, ["2012-12-25"], .date("2012-12-25")),
    .init(.date, ["2012-02-30"], nil),
    .init(.date, ["2012-12-25T10:00"], nil),
    .init(.date, ["25/12/2012"], nil),
    .init(.date, [.moment("2012-12-24T23:30Z")], .date("2012-12-25")),
    .init(.date, [2012, 12, 25], .date("2012-12-25")),
    .init(.date, [2012, 13, 25], nil),
    .init(.date, [2012, 12, .decimal("25.5")], nil),
    .init(.dateAndTime, ["2012-12-24T23:59:00"], .moment("2012-12-24T23:59+08:00")),
    .init(.dateAndTime, ["2012-12-24T23:59:00Z"], .moment("2012-12-25T07:59+08:00")),
    .init(.dateAndTime, ["2012-12-24"], .moment("2012-12-24T00:00")),
    .init(.dateAndTime, ["2012-12-24T25:00"], nil),
    .init(.dateAndTime, [.date("2012-12-24"), "23:59"], .moment("2012-12-24T23:59")),
    .init(.duration, ["P2DT20H14M"], .duration("P2DT20H14M"), type: .dayTimeDuration),
    .init(.duration, ["-PT0.5S"], .duration("-PT0.5S"), type: .dayTimeDuration),
    .init(.duration, ["P2Y2M"], .duration("P26M"), type: .yearMonthDuration),
    .init(.duration, ["P2Y2M"], nil, type: .dayTimeDuration),
    .init(.duration, ["P2D"], nil, type: .yearMonthDuration),
    .init(.yearsAndMonthsDuration, [.date("2011-12-22"), .date("2013-08-24")], .duration("P1Y8M")),
    .init(
      .yearsAndMonthsDuration, [.date("2013-08-24"), .date("2011-12-22")], .duration("-P1Y8M")),
    .init(.yearsAndMonthsDuration, [.date("2026-01-31"), .date("2026-02-28")], .duration("P0M")),
    .init(.number, ["1 000,0", " ", ","], 1000),
    .init(.number, ["1,000.05", ",", "."], .decimal("1000.05")),
    .init(.number, ["1.000.000", ".", ","], 1_000_000),
    .init(.number, ["-12.5"], .decimal("-12.5")),
    .init(.number, ["1e3"], 1000),
    .init(.number, ["12,5", .null, ","], .decimal("12.5")),
    .init(.number, ["1,000", ",", ","], nil),
    .init(.number, ["1.5", .null, ","], nil),
    .init(.number, ["1_000", "_", "."], nil),
    .init(.number, ["twelve"], nil),
    .init(.number, [""], nil),
    .init(.string, [.decimal("1.10")], "1.1"),
    .init(.string, ["foo"], "foo"),
    .init(.string, [true], "true"),
    .init(.string, [.date("2026-05-06")], "2026-05-06"),
    .init(.string, [.moment("2026-05-06T09:20+08:00")], "2026-05-06T09:20+08:00"),
    .init(.string, [.duration("P1DT1H")], "P1DT1H"),
    .init(.string, [.duration("P14M")], "P1Y2M"),
    .init(.string, [[1, 2, 3, "foo"]], "[1, 2, 3, \"foo\"]"),
    .init(.string, [.record([1, "a \"b\""])], "{f0: 1, f1: \"a \\\"b\\\"\"}"),
    .init(.string, [.null], nil),
  ]

  static let parts: [BuiltinExample] = [
    .init(.dayOfYear, [.date("2019-09-17")], 260),
    .init(.dayOfWeek, [.date("2019-09-17")], "Tuesday"),
    .init(.dayOfWeek, [.date("2026-11-22")], "Sunday"),
    .init(.monthOfYear, [.date("2019-09-17")], "September"),
    .init(.weekOfYear, [.date("2019-09-17")], 38),
    .init(.weekOfYear, [.date("2003-12-29")], 1),
    .init(.weekOfYear, [.date("2004-01-04")], 1),
    .init(.weekOfYear, [.date("2005-01-01")], 53),
    .init(.weekOfYear, [.date("2005-01-03")], 1),
    .init(.lastDayOfMonth, [.date("2024-02-03")], .date("2024-02-29")),
    .init(.dayOfWeek, [.moment("2019-09-16T20:00Z")], "Tuesday"),
    .init(.year, [.date("2026-05-06")], 2026),
    .init(.month, [.date("2026-05-06")], 5),
    .init(.day, [.date("2026-05-06")], 6),
    .init(.weekday, [.date("2026-05-06")], 3),
    .init(.weekday, [.date("2026-05-10")], 7),
    .init(.day, [.moment("2026-05-05T17:00Z")], 6),
    .init(.hour, [.moment("2026-05-05T17:20:05.250Z")], 1),
    .init(.minute, [.moment("2026-05-05T17:20:05.250Z")], 20),
    .init(.second, [.moment("2026-05-05T17:20:05.250Z")], .decimal("5.25")),
    .init(.years, [.duration("P26M")], 2),
    .init(.months, [.duration("P26M")], 2),
    .init(.months, [.duration("-P26M")], -2),
    .init(.days, [.duration("P2DT20H14M3.5S")], 2),
    .init(.hours, [.duration("P2DT20H14M3.5S")], 20),
    .init(.minutes, [.duration("P2DT20H14M3.5S")], 14),
    .init(.seconds, [.duration("P2DT20H14M3.5S")], .decimal("3.5")),
    .init(.hours, [.duration("-PT26H")], -2),
    .init(.year, [.null], nil),
    .init(.days, [.null], nil),
  ]

  /// May 2026: the 1st to the 5th are holidays, Saturday the 9th is worked.
  static let workdays: [BuiltinExample] = [
    .init(.workdaysBetween, [.date("2026-05-06"), .date("2026-05-09")], 3),
    .init(.workdaysBetween, [.date("2026-04-30"), .date("2026-05-06")], 1),
    .init(.workdaysBetween, [.date("2026-05-09"), .date("2026-05-06")], -3),
    .init(.workdaysBetween, [.date("2026-05-06"), .date("2026-05-06")], 0),
    .init(.addWorkdays, [.date("2026-05-06"), 3], .date("2026-05-09")),
    .init(.addWorkdays, [.date("2026-04-30"), 1], .date("2026-05-06")),
    .init(.addWorkdays, [.date("2026-05-06"), -1], .date("2026-04-30")),
    .init(.addWorkdays, [.date("2026-05-06"), 0], .date("2026-05-06")),
    .init(.addWorkdays, [.date("2026-05-06"), .decimal("0.5")], nil),
    .init(.addWorkdays, [.date("2026-05-06"), 100_000_000], nil),
    .init(.isWorkday, [.date("2026-05-09")], true),
    .init(.isWorkday, [.date("2026-05-10")], false),
    .init(.isWorkday, [.date("2026-05-05")], false),
    .init(.dueDate, [.date("2026-05-06"), "3 workdays"], .date("2026-05-09")),
    .init(.dueDate, [.moment("2026-05-06T09:20"), "3 workdays"], .date("2026-05-09")),
    .init(.dueDate, [.date("2026-04-01"), "1 month"], .date("2026-05-06")),
    .init(.dueDate, [.date("2026-01-31"), "1 month"], .date("2026-02-28")),
    .init(.dueDate, [.date("2026-05-06"), "72 hours"], nil),
    .init(.dueDate, [.date("2026-05-06"), "three days"], nil),
  ]

  @Test(arguments: conversions + parts + workdays)
  func comesToWhatTheStandardSays(_ example: BuiltinExample) throws {
    try example.check()
  }
}
