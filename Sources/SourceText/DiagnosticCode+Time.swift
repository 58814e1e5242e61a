/// FQ07..: calendars, periods and timers.
extension DiagnosticCode {
  package static let notATerm = DiagnosticCode(
    "FQ0701", "not-a-term", .error,
    en: "a length of time is not written as a term", zh: "时长的写法不对")
  package static let notADuration = DiagnosticCode(
    "FQ0702", "not-a-duration", .error,
    en: "an expression for a length of time gives something else", zh: "表达式得出的不是时长")
  package static let notADate = DiagnosticCode(
    "FQ0703", "not-a-date", .error,
    en: "no date or moment is written where one is needed", zh: "日期或时刻的写法不对")
  package static let notAnOffset = DiagnosticCode(
    "FQ0704", "not-an-offset", .error,
    en: "an offset from universal time is not written as one", zh: "时区偏移的写法不对")
  package static let endBeforeStart = DiagnosticCode(
    "FQ0705", "end-before-start", .error,
    en: "a stretch of days ends before it begins", zh: "结束日期早于开始日期")
  package static let calendarNotRead = DiagnosticCode(
    "FQ0706", "calendar-not-read", .error,
    en: "the calendar file cannot be read", zh: "读不到日历文件")
  package static let dayOfAnotherYear = DiagnosticCode(
    "FQ0707", "day-of-another-year", .error,
    en: "a calendar lists a day under a year it does not belong to", zh: "日期不在所列的年份")
  package static let dayListedTwice = DiagnosticCode(
    "FQ0708", "day-listed-twice", .error,
    en: "a calendar lists one day twice", zh: "日历中同一天列了两次")
  package static let makeUpOnWeekday = DiagnosticCode(
    "FQ0709", "make-up-on-weekday", .warning,
    en: "a make-up workday is a workday anyway", zh: "调休上班日本来就是工作日")

  static let timeCodes: [DiagnosticCode] = [
    notATerm, notADuration, notADate, notAnOffset, endBeforeStart, calendarNotRead,
    dayOfAnotherYear, dayListedTwice, makeUpOnWeekday,
  ]
}
