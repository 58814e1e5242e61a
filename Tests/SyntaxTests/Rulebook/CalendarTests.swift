import SourceText
import Syntax
import TestSupport
import Testing

/// Calendars are read with the places of their dates.
@Suite struct CalendarTests {
  private func calendar(_ text: String) throws -> Decoding<CalendarTree> {
    try Decoding(text) { decodeCalendar($0, into: &$1) }
  }

  private static let china = """
    calendar: china
    language: 1
    title: {zh: 中国, en: China}
    years:
      2026:
        holidays:
          - {name: {zh: 元旦, en: New Year}, from: 2026-01-01, to: 2026-01-03}
          - {name: 清明, from: 2026-04-05}
        workdays: [2026-01-04]
      2027: {}

    """

  @Test func aCalendarIsReadInFull() throws {
    let decoding = try calendar(Self.china)
    expectNone(decoding.findings.map(\.message.en))
    #expect(
      showTree(decoding.tree)
        == "(name: china, language: 1, title: zh 中国 en China, years: [(year: 2026, holidays: "
        + "[(name: zh 元旦 en New Year, from: 2026-01-01, to: 2026-01-03), "
        + "(name: 清明, from: 2026-04-05)], workdays: [2026-01-04]), (year: 2027)])")
  }

  @Test func aDateKeepsItsPlace() throws {
    let text = MarkedText("calendar: c\nyears: {2026: {workdays: [1️⃣2026-01-041️⃣]}}\n")
    let year = try #require(try calendar(text.text).tree.years.first)
    #expect(year.workdays.first?.span == text.span(1))
  }

  @Test(arguments: [
    BadRulebook("1️⃣years1️⃣: {}\n", "missing-key", says: "`calendar`"),
    BadRulebook("1️⃣calendar1️⃣: c\n", "missing-key", says: "`years`"),
    BadRulebook("calendar: c\nyears: 1️⃣[2026]1️⃣\n", "wrong-kind", says: "a mapping by year"),
    BadRulebook("calendar: c\nyears: {1️⃣261️⃣: {}}\n", "unknown-key", says: "four digits"),
    BadRulebook(
      "calendar: c\nyears: {2026: {1️⃣workday1️⃣: [2026-01-04]}}\n", "unknown-key",
      says: "write `workdays`"),
    BadRulebook("calendar: c\nyears: {2026: {workdays: 1️⃣2026-01-041️⃣}}\n", "wrong-kind"),
    BadRulebook(
      "calendar: c\nyears: {2026: {holidays: [{1️⃣from1️⃣: 2026-01-01}]}}\n", "missing-key",
      says: "`name`"),
    BadRulebook("calendar: c\nyears: {2026: {holidays: [1️⃣2026-01-011️⃣]}}\n", "wrong-kind"),
    BadRulebook("1️⃣rulebook1️⃣: r\nyears: {}\n", "other-kind-of-file"),
    BadRulebook("calendar: c\nlanguage: 1️⃣21️⃣\nyears: {}\n", "unknown-language-version"),
  ])
  func aFaultOfACalendarIsShownAtItsPlace(bad: BadRulebook) throws {
    try bad.check(calendar)
  }
}
