import SourceText

extension Forms {
  /// A calendar file.
  static let calendar: Form<CalendarTree> = Form(
    "calendar", en: "a calendar", zh: "日历", example: "{calendar: china, years: {2026: {}}}",
    keys: [
      Key("calendar", .declaredName, required: true, en: "its id", zh: "日历的标识") { $0.name = $1 },
      Key("language", .word("1"), en: "the version of this language", zh: "语言版本") {
        $0.language = $1
      },
      .title { $0.title = $1 },
      Key("years", .years, required: true, en: "what is known of each year", zh: "各年的安排") {
        $0.years = $1
      },
    ],
    make: { CalendarTree(span: $0.span) },
    check: { _, tree, diagnostics in checkLanguage(tree.language, into: &diagnostics) })

  /// One year of a calendar.
  static let year: Form<CalendarTree.YearTree> = Form(
    "year", en: "a year", zh: "年度安排", example: "{holidays: [], workdays: [2026-01-04]}",
    keys: [
      Key(
        "holidays", .list(of: .form(Forms.holiday)), not: ["days_off"],
        en: "days off in a row", zh: "放假安排"
      ) { $0.holidays = $1 },
      Key("workdays", .list(of: .date), en: "make-up workdays", zh: "调休上班日") { $0.workdays = $1 },
    ],
    make: { CalendarTree.YearTree(year: $0.name) })

  static let holiday: Form<CalendarTree.HolidayTree> = Form(
    "holiday", en: "a holiday", zh: "假期",
    example: "{name: {zh: 元旦, en: New Year}, from: 2026-01-01, to: 2026-01-03}",
    keys: [
      Key("name", .text, required: true, not: ["title"], en: "its name", zh: "名称") { $0.name = $1 },
      Key(
        "from", .date, required: true, not: ["on", "date"], en: "the first day", zh: "首日"
      ) { $0.from = $1 },
      Key("to", .date, en: "the last day", zh: "末日") { $0.to = $1 },
    ],
    make: { CalendarTree.HolidayTree(span: $0.span) })
}

extension Reading where Value == [CalendarTree.YearTree] {
  /// `{2026: {holidays, workdays}}`.
  fileprivate static var years: Reading {
    let year = Reading<CalendarTree.YearTree>.form(Forms.year)
    let shape = Shape.entries(by: .year, of: year.shape)
    return Reading(shape) { slot, diagnostics in
      guard let entries = slot.node.mapping else {
        slot.refuse(shape, into: &diagnostics)
        return nil
      }
      return entries.compactMap { entry in
        let digits = entry.key.text.utf8
        if digits.count != 4 || !digits.allSatisfy(\.isASCIIDigit) {
          diagnostics.report(.notAYear(entry.key))
        }
        return year.read(Slot(entry), &diagnostics)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func notAYear(_ key: ScalarText) -> Diagnostic {
    Diagnostic(
      .unknownKey,
      Bilingual(en: "`\(key.text)` is not a year", zh: "`\(key.text)` 不是年份"), at: key.span,
      help: Bilingual(en: "write the year in four digits, as in `2026`", zh: "请写四位数的年份，如 `2026`"))
  }
}
