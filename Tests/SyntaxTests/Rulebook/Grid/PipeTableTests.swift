import SourceText
import Syntax
import TestSupport
import Testing

/// Tables drawn with bars.
@Suite struct PipeTableTests {
  @Test(arguments: [
    ("t: |\n  | a | => b |\n  | 1 | 2 |\n", [["a", "b"], ["1", "2"]]),
    ("t: |\n  |a|=>b|\n  |1|2|\n", [["a", "b"], ["1", "2"]]),
    ("t: |\n  | a | => b |\n\n  | 1 |  |\n", [["a", "b"], ["1", ""]]),
    ("t: |\n  | a | => b |\n  |---|:--:|\n  | - | - |\n", [["a", "b"], ["-", "-"]]),
    ("t: |\n  | a | => b |\n  | \"x\\|y\" | \\|\\| |\n", [["a", "b"], ["\"x|y\"", "||"]]),
    ("t: |\n  | a | => b |\r\n  | 1 | 2 |\r\n", [["a", "b"], ["1", "2"]]),
    ("t: |-\n    | 金额 | => 级别 |\n    |\u{3000}1 | 甲, 乙 |\n", [["金额", "级别"], ["1", "甲, 乙"]]),
  ])
  func barsCutLinesIntoCells(text: String, cells: [[String]]) throws {
    let run = try GridRun(pipes: text)
    #expect(run.findings == [])
    #expect(run.texts == cells)
    #expect(run.numbers == [1, 2])
    #expect(run.grid?.firstOutput == 1)
    #expect(run.grid?.isSpreadsheet == false)
    expectNone(run.faults)
  }

  @Test func everyCharacterOfACellLeadsBackToTheFile() throws {
    let run = try GridRun(pipes: "表: |\n  | 金额 | => b |\n  | 甲\\|乙 < 5 | 2 |\n")
    let row = try #require(run.grid?.rows.first)
    let cell = row[0].text
    #expect(cell.text == "甲|乙 < 5")
    #expect(run.source(cell.span) == "甲\\|乙 < 5")
    #expect(run.source(cell.span(of: 0..<3)) == "甲")
    #expect(run.source(cell.span(of: 3..<4)) == "|")
    #expect(run.source(cell.span(of: 4..<7)) == "乙")
    #expect(run.source(cell.span(of: 8..<11)) == "< 5")
    #expect(run.source(row[1].text.span) == "2")
  }

  @Test(arguments: [
    ("t: 1️⃣>\n  | a | => b |1️⃣\n", "not-a-literal-block"),
    ("t: 1️⃣rows.csv1️⃣\n", "not-a-literal-block"),
    ("t: |\n  | a | => b |\n  1️⃣1 ｜ 21️⃣\n  | 1 | 2 |\n", "line-without-bars"),
    ("t: |\n  | a | => b |\n  1️⃣# note1️⃣\n  | 1 | 2 |\n", "line-without-bars"),
    ("t: |\n  | a | => b |\n  1️⃣1️⃣1 | 2 |\n", "line-without-bars"),
    ("t: |\n  | a | => b |\n  | 1 | 21️⃣1️⃣\n", "line-without-bars"),
    ("t: |\n  | a | => b |\n  | 1 | 2 | 1️⃣31️⃣ |\n", "ragged-row"),
    ("t: |\n  | a | => b |\n  | 1️⃣11️⃣ |\n", "ragged-row"),
    ("t: |\n  | 1️⃣a | b1️⃣ |\n  | 1 | 2 |\n", "output-mark"),
    ("t: |\n  | a | 1️⃣->1️⃣ b |\n  | 1 | 2 |\n", "output-mark"),
    ("t: |\n  | a | => b | 1️⃣=>1️⃣ c |\n  | 1 | 2 | 3 |\n", "output-mark"),
    ("t: |\n  | a | => b | 1️⃣a1️⃣ |\n  | 1 | 2 | 3 |\n", "duplicate-column"),
    ("t: |\n  |1️⃣  1️⃣| => b |\n  | 1 | 2 |\n", "column-without-name"),
    ("t: |\n  | a | =>1️⃣1️⃣ |\n  | 1 | 2 |\n", "column-without-name"),
    ("t: 1️⃣|\n  | a | => b |1️⃣\n", "empty-table"),
    ("t: 1️⃣|1️⃣\n", "empty-table"),
  ])
  func aFaultIsShownAtItsPlace(marked: String, code: String) throws {
    let text = MarkedText(marked)
    let run = try GridRun(pipes: text.text)
    #expect(run.codes == [code])
    #expect(run.findings.first?.primary.span == text.span(1))
    expectNone(run.faults)
  }

  @Test func aPathInPlaceOfTheRowsIsLedToTheRightKey() throws {
    let run = try GridRun(pipes: "rules: rows.csv\n")
    #expect(run.findings.first?.help?.en == "write `table: rows.csv`")
  }

  @Test func rowsThatFitStay() throws {
    let run = try GridRun(pipes: "t: |\n  | a | => b |\n  | 1 |\n  | 3 | 4 |\n  5 | 6\n")
    #expect(run.texts == [["a", "b"], ["3", "4"], ["5", "6"]])
    #expect(run.numbers == [1, 3, 4])
  }
}
