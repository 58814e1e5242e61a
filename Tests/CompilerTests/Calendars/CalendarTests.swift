import Compiler
import Foundation
import Model
import SourceText
import TestSupport
import Testing

struct CalendarTests {
  @Test func theShippedCalendarSaysWhatIsBuiltIn() throws {
    let text = try String(
      contentsOf: Repository.url("Rules/calendars/china.yaml"), encoding: .utf8)
    let (calendar, findings) = try read(text)
    #expect(findings.isEmpty, "\(findings)")
    #expect(calendar == .china)
  }

  @Test func aRulebookMayNameItsCalendar() throws {
    let compilation = try compile(
      "rulebook: r\ncalendar: c/own.yaml",
      files: ["c/own.yaml": "calendar: own\nyears: {2026: {workdays: [2026-01-04]}}"])
    expectNone(compilation.diagnostics.map(compilation.line))
    #expect(compilation.calendar.name == "own")
    #expect(compilation.calendar.knownYears == [2026])
  }

  @Test func aCalendarThatIsNotThereIsFoundAtItsName() throws {
    try expectFindings(["FQ0706"], in: "rulebook: r\ncalendar: 1️⃣own.yaml1️⃣")
  }

  @Test func aFaultInACalendarIsFoundInItsFile() throws {
    let compilation = try compile(
      "rulebook: r\ncalendar: own.yaml",
      files: ["own.yaml": "calendar: own\nyears: {2026: {workdays: [2026-13-04]}}"])
    #expect(
      compilation.diagnostics.map(compilation.line) == [
        "own.yaml:2:27: `2026-13-04` is not a date: there is no month 13 [FQ0703]"
      ])
  }

  @Test(arguments: [
    ("FQ0703", "{workdays: [1️⃣2026-02-301️⃣]}"),
    ("FQ0705", "{holidays: [{name: x, from: 2026-05-05, to: 1️⃣2026-05-011️⃣}]}"),
    ("FQ0707", "{workdays: [1️⃣2025-01-041️⃣]}"),
    ("FQ0707", "{holidays: [{name: x, from: 2025-12-30, to: 1️⃣2025-12-311️⃣}]}"),
    ("FQ0707", "{holidays: [{name: x, from: 1️⃣2025-11-301️⃣, to: 2026-01-01}]}"),
    (
      "FQ0708",
      """
      {holidays: [{name: x, from: 2026-05-01, to: 2026-05-05}, \
      {name: y, from: 1️⃣2026-05-051️⃣}]}
      """
    ),
    (
      "FQ0708",
      "{holidays: [{name: x, from: 2026-01-01, to: 2026-01-04}], workdays: [1️⃣2026-01-041️⃣]}"
    ),
    ("FQ0709", "{workdays: [1️⃣2026-01-051️⃣]}"),
  ])
  func eachFaultIsFoundWhereItStands(code: String, marked: String) throws {
    let text = MarkedText("calendar: own\nyears:\n  2026: \(marked)\n")
    let (_, findings) = try read(text.text)
    #expect(findings.map(\.code.id) == [code], "\(findings)")
    #expect(findings.first?.primary.span == text.span(1))
  }

  @Test func aHolidayMayBeginInTheDecemberBefore() throws {
    let (calendar, findings) = try read(
      "calendar: c\nyears: {2027: {holidays: [{name: x, from: 2026-12-31, to: 2027-01-02}]}}")
    #expect(findings.isEmpty, "\(findings)")
    #expect(calendar?.years.first?.holidays.count == 1)
  }

  private func read(_ text: String) throws -> (WorkCalendar?, [Diagnostic]) {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let calendar = try RulebookCompiler(reading: FilesInMemory(["c.yaml": text]))
      .compileCalendar(path: "c.yaml", sources: &sources, into: &diagnostics)
    return (calendar, diagnostics.sorted)
  }
}
