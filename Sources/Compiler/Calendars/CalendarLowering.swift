import Model
import SourceText
import Syntax

/// The lowering of a calendar file: dates read, and days that contradict each other found.
struct CalendarLowering {
  var diagnostics = Diagnostics()
  /// Where each day is listed, to find days that are listed twice.
  private var listed: [CalendarDate: Span] = [:]

  /// Whole only if no error was found.
  mutating func lower(_ tree: CalendarTree) -> WorkCalendar {
    WorkCalendar(name: tree.name?.value ?? "", years: tree.years.compactMap { lower($0) })
  }

  private mutating func lower(_ tree: CalendarTree.YearTree) -> WorkCalendar.Year? {
    guard let year = Int(tree.year.value) else { return nil }
    let holidays = tree.holidays.compactMap { lower($0, in: year) }
    let workdays = tree.workdays.compactMap { makeUpDay($0, in: year) }
    return WorkCalendar.Year(year: year, holidays: holidays, workdays: workdays)
  }

  /// A holiday may begin in the December before its year, and must reach into the year.
  private mutating func lower(
    _ tree: CalendarTree.HolidayTree, in year: Int
  ) -> WorkCalendar.Holiday? {
    guard let first = tree.from, let from = date(first) else { return nil }
    guard let to = tree.to.map({ date($0) }) ?? from else { return nil }
    let last = tree.to ?? first
    if to < from { diagnostics.report(.endBeforeStart(from, to, at: last.span)) }
    if to.year != year { diagnostics.report(.dayOfAnotherYear(last, year)) }
    if from.year != year, from.year != year - 1 || from.month != 12 {
      diagnostics.report(.dayOfAnotherYear(first, year))
    }
    list(from, to, at: first.span)
    return WorkCalendar.Holiday(
      name: tree.name?.bilingual ?? Bilingual(""), from: from, to: max(from, to))
  }

  private mutating func makeUpDay(_ scalar: ScalarText, in year: Int) -> CalendarDate? {
    guard let date = date(scalar) else { return nil }
    if date.year != year { diagnostics.report(.dayOfAnotherYear(scalar, year)) }
    if !date.isWeekend { diagnostics.report(.makeUpOnWeekday(scalar)) }
    list(date, date, at: scalar.span)
    return date
  }

  /// Takes note of days; reports the first that is listed already. A holiday of more than a year is
  /// a slip that other findings name.
  private mutating func list(_ from: CalendarDate, _ to: CalendarDate, at span: Span) {
    var day = from
    while day <= to, from.days(to: day) < 366 {
      if let earlier = listed[day] {
        diagnostics.report(.dayListedTwice(day, at: span, earlier))
        return
      }
      listed[day] = span
      guard let next = day.adding(days: 1) else { return }
      day = next
    }
  }

  private mutating func date(_ scalar: ScalarText) -> CalendarDate? {
    if let date = CalendarDate(literal: scalar.text) { return date }
    diagnostics.report(.notADate(scalar))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func dayOfAnotherYear(_ scalar: ScalarText, _ year: Int) -> Diagnostic {
    Diagnostic(
      .dayOfAnotherYear,
      Bilingual(
        en: "\(scalar.text) stands under \(year), to which it does not belong",
        zh: "\(scalar.text) 列在 \(year) 年之下，却不属于该年"),
      at: scalar.span,
      help: Bilingual(en: "move it to its own year, or mend the date", zh: "请移到它所属的年份，或改正日期"))
  }

  fileprivate static func dayListedTwice(
    _ day: CalendarDate, at span: Span, _ earlier: Span
  ) -> Diagnostic {
    Diagnostic(
      .dayListedTwice,
      Bilingual(en: "\(day) is listed already", zh: "\(day) 已经列过"), at: span,
      labels: [Label(earlier, Bilingual(en: "listed here", zh: "列在此处"))],
      help: Bilingual(en: "keep it in one place", zh: "请只保留一处"))
  }

  fileprivate static func makeUpOnWeekday(_ scalar: ScalarText) -> Diagnostic {
    Diagnostic(
      .makeUpOnWeekday,
      Bilingual(
        en: "\(scalar.text) is no Saturday or Sunday, so it need not be made a workday",
        zh: "\(scalar.text) 不是周六或周日，无需列为调休上班日"),
      at: scalar.span,
      help: Bilingual(en: "check the date, or take it out", zh: "请核对日期，或删去"))
  }
}
