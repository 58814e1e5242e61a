import Compiler
import SourceText
import Testing

struct TermMeantTests {
  /// What people write for a term, and the term that the help names.
  @Test(arguments: [
    ("30天", "30 days"), ("3个工作日", "3 workdays"), ("两天", "2 days"), ("十五日", "15 days"),
    ("三十个自然日", "30 days"), ("六十五天", "65 days"), ("半年", "6 months"), ("2周", "14 days"),
    ("3workdays", "3 workdays"), ("3  Days", "3 days"), ("2 weeks", "14 days"), ("P3D", "3 days"),
    ("PT72H", "72 hours"), ("P1M", "1 month"), ("PT5M", "5 minutes"), ("48小时", "48 hours"),
  ])
  func theHelpNamesWhatWasMeant(written: String, meant: String) throws {
    let compilation = try compile(
      "rulebook: r\nfacts: {d: date}\nperiods: {p: {from: d, length: \(written)}}")
    #expect(compilation.diagnostics.map(\.code.id) == ["FQ0701"])
    #expect(compilation.diagnostics.first?.help?.en == "write `\(meant)`")
  }

  @Test(arguments: ["soon", "十十天", "一二天", "-3 days", "3 moons", "P3X"])
  func whereNothingIsPlainlyMeantTheFormIsExplained(written: String) throws {
    let compilation = try compile(
      "rulebook: r\nfacts: {d: date}\nperiods: {p: {from: d, length: \(written)}}")
    #expect(compilation.diagnostics.map(\.code.id) == ["FQ0701"])
    #expect(compilation.diagnostics.first?.help?.en.hasPrefix("write a whole number") == true)
  }
}
