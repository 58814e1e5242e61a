import SourceText

// The State Council's notices on the holidays of 2025 (国办发明电〔2024〕12号, 2024-11-12) and of
// 2026 (2025-11-04). `Rules/calendars/china.yaml` says the same; a test compares the two.

extension WorkCalendar {
  /// The mainland's working days, known for 2025 and 2026.
  package static let china = WorkCalendar(name: "china", years: [china2025, china2026])

  private static let china2025 = Year(
    year: 2025,
    holidays: [
      holiday("元旦", "New Year's Day", (2025, 1, 1), (2025, 1, 1)),
      holiday("春节", "Spring Festival", (2025, 1, 28), (2025, 2, 4)),
      holiday("清明节", "Tomb-Sweeping Day", (2025, 4, 4), (2025, 4, 6)),
      holiday("劳动节", "Labour Day", (2025, 5, 1), (2025, 5, 5)),
      holiday("端午节", "Dragon Boat Festival", (2025, 5, 31), (2025, 6, 2)),
      holiday(
        "国庆节、中秋节", "National Day and Mid-Autumn Festival", (2025, 10, 1), (2025, 10, 8)),
    ],
    workdays: days((2025, 1, 26), (2025, 2, 8), (2025, 4, 27), (2025, 9, 28), (2025, 10, 11)))

  private static let china2026 = Year(
    year: 2026,
    holidays: [
      holiday("元旦", "New Year's Day", (2026, 1, 1), (2026, 1, 3)),
      holiday("春节", "Spring Festival", (2026, 2, 15), (2026, 2, 23)),
      holiday("清明节", "Tomb-Sweeping Day", (2026, 4, 4), (2026, 4, 6)),
      holiday("劳动节", "Labour Day", (2026, 5, 1), (2026, 5, 5)),
      holiday("端午节", "Dragon Boat Festival", (2026, 6, 19), (2026, 6, 21)),
      holiday("中秋节", "Mid-Autumn Festival", (2026, 9, 25), (2026, 9, 27)),
      holiday("国庆节", "National Day", (2026, 10, 1), (2026, 10, 7)),
    ],
    workdays: days(
      (2026, 1, 4), (2026, 2, 14), (2026, 2, 28), (2026, 5, 9), (2026, 9, 20), (2026, 10, 10)))

  private static func holiday(
    _ zh: String, _ en: String, _ from: (Int, Int, Int), _ to: (Int, Int, Int)
  ) -> Holiday {
    Holiday(name: Bilingual(en: en, zh: zh), from: day(from), to: day(to))
  }

  private static func days(_ parts: (Int, Int, Int)...) -> [CalendarDate] {
    parts.map(day)
  }

  private static func day(_ parts: (Int, Int, Int)) -> CalendarDate {
    guard let date = CalendarDate(year: parts.0, month: parts.1, day: parts.2) else {
      preconditionFailure("a day of the built-in calendar exists")
    }
    return date
  }
}
