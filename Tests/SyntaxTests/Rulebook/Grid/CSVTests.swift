import SourceText
import Syntax
import TestSupport
import Testing

/// What spreadsheets save is cut into the cells that they show.
@Suite struct CSVTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var cells: [[String]]
    var rows: [Int]

    init(_ name: String, _ text: String, _ cells: [[String]], rows: [Int]? = nil) {
      self.name = name
      self.text = text
      self.cells = cells
      self.rows = rows ?? Array(1...cells.count)
    }

    var testDescription: String { name }
  }

  static let samples = [
    Sample("plain", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    Sample("no newline at the end", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
    Sample("byte-order mark", "\u{FEFF}金额,级别\n1,甲\n", [["金额", "级别"], ["1", "甲"]]),
    Sample("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    Sample("CR alone", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    Sample("blanks around cells", "a , b\n 1,\t2 \n", [["a", "b"], ["1", "2"]]),
    Sample(
      "full-width blanks around cells", "a,b\n\u{3000}甲\u{3000},2\n", [["a", "b"], ["甲", "2"]]),
    Sample("quoted comma", "a,b\n\"1,5\",2\n", [["a", "b"], ["1,5", "2"]]),
    Sample("doubled quotes", "a,b\n\"\"\"x\"\"\",\"y\"\"z\"\n", [["a", "b"], ["\"x\"", "y\"z"]]),
    Sample(
      "line break in a cell", "a,b\n\"x\ny\",2\n3,4\n", [["a", "b"], ["x\ny", "2"], ["3", "4"]]),
    Sample("CRLF in a cell", "a,b\r\n\"x\r\ny\",2\r\n", [["a", "b"], ["x\ny", "2"]]),
    Sample("blanks around quotes", "a,b\n \"1\" , \"2\" \n", [["a", "b"], ["1", "2"]]),
    Sample("blanks within quotes", "a,b\n\" 1 \",2\n", [["a", "b"], ["1", "2"]]),
    Sample("a quote inside a plain cell", "a,b\n5\",2\n", [["a", "b"], ["5\"", "2"]]),
    Sample("empty cells", "a,b,c\n,,3\n1,,\n", [["a", "b", "c"], ["", "", "3"], ["1", "", ""]]),
    Sample("empty quoted cell", "a,b\n\"\",2\n", [["a", "b"], ["", "2"]]),
    Sample(
      "empty lines", "\na,b\n\n1,2\n,\n3,4\n\n", [["a", "b"], ["1", "2"], ["3", "4"]],
      rows: [2, 4, 6]),
    Sample("semicolons", "a;b;c\n1, 5;2;3\n", [["a", "b", "c"], ["1, 5", "2", "3"]]),
    Sample("tabs", "a\tb\n1\t2, 3\n", [["a", "b"], ["1", "2, 3"]]),
    Sample("separator named", "sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    Sample("commas inside a quoted name", "\"a,b,c\";d\n1;2\n", [["a,b,c", "d"], ["1", "2"]]),
    Sample("one column", "a\n1\n2\n", [["a"], ["1"], ["2"]]),
    Sample(
      "empty columns at the end", "a,b,,\n1,2,,\n3,4,,\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
    Sample("empty cells behind a row", "a,b\n1,2,,\n", [["a", "b"], ["1", "2"]]),
    Sample(
      "reasons left out at the end", "a,b,because\n1,2\n3,4,local\n",
      [["a", "b", "because"], ["1", "2", ""], ["3", "4", "local"]]),
    Sample("output mark", "a,=> b\n1,2\n", [["a", "b"], ["1", "2"]]),
  ]

  @Test(arguments: samples)
  func whatSpreadsheetsSaveIsRead(sample: Sample) {
    let run = GridRun(csv: sample.text)
    #expect(run.findings == [])
    #expect(run.texts == sample.cells)
    #expect(run.numbers == sample.rows)
    #expect(run.grid?.isSpreadsheet == true)
    expectNone(run.faults)
  }

  @Test func theOutputMarkTellsTheFirstOutput() {
    #expect(GridRun(csv: "a,=> b\n1,2\n").grid?.firstOutput == 1)
    #expect(GridRun(csv: "a,b\n1,2\n").grid?.firstOutput == nil)
  }

  @Test func everyCharacterOfACellLeadsBackToTheFile() throws {
    let run = GridRun(csv: "金额,b\r\n \"甲\"\"乙\r\n丙\" ,x\r\n")
    let cell = try #require(run.grid?.rows.first?.first?.text)
    #expect(cell.text == "甲\"乙\n丙")
    #expect(run.source(cell.span) == "\"甲\"\"乙\r\n丙\" ")
    #expect(run.source(cell.span(of: 0..<3)) == "甲")
    #expect(run.source(cell.span(of: 3..<4)) == "\"\"")
    #expect(run.source(cell.span(of: 4..<7)) == "乙")
    #expect(run.source(cell.span(of: 7..<8)) == "\r\n")
    #expect(run.source(cell.span(of: 8..<11)) == "丙")
    #expect(run.source(cell.span(of: 3..<7)) == "\"\"乙")
  }

  @Test func aTrimmedCellKeepsItsPlaces() throws {
    let run = GridRun(csv: "a\n\" x\"\"y \"\n")
    let cell = try #require(run.grid?.rows.first?.first?.text)
    #expect(cell.text == "x\"y")
    #expect(run.source(cell.span) == "x\"\"y")
    #expect(run.source(cell.span(of: 1..<2)) == "\"\"")
    #expect(run.source(cell.span(of: 2..<3)) == "y")
  }
}

/// Faults of CSV files are shown at their bytes, by row and column.
@Suite struct CSVFaultTests {
  @Test(arguments: [
    ("a,b\n1️⃣1,2,1️⃣\n", ""),
    ("a,b\n1,2,1️⃣31️⃣\n", "ragged-row"),
    ("a,b,c\n1️⃣1,21️⃣\n", "ragged-row"),
    ("a,b\n1,1️⃣\"1️⃣2\n", "unclosed-cell"),
    ("a,b\n\"1\" 1️⃣x1️⃣,2\n", "text-behind-quote"),
    ("a,b,1️⃣a1️⃣\n1,2,3\n", "duplicate-column"),
    ("id,b\nx,2\n,3\n,4\n1️⃣x1️⃣,5\n", "duplicate-name"),
    ("a,1️⃣1️⃣,c\n1,2,3\n", "column-without-name"),
    ("a,=> b,1️⃣=>1️⃣ c\n1,2,3\n", "output-mark"),
    ("1️⃣1️⃣", "empty-table"),
    ("1️⃣1️⃣\n\n", "empty-table"),
    ("1️⃣1️⃣a,b\n", "empty-table"),
    ("a;b\n01️⃣,1️⃣5;2\n", "decimal-comma"),
    ("a,b\n甲1️⃣\u{200B}1️⃣,2\n", "forbidden-character"),
  ])
  func aFaultIsShownAtItsPlace(marked: String, code: String) {
    let text = MarkedText(marked)
    let run = GridRun(csv: text.text)
    #expect(run.codes == (code.isEmpty ? [] : [code]))
    if let finding = run.findings.first { #expect(finding.primary.span == text.span(1)) }
    expectNone(run.faults)
  }

  @Test(arguments: [
    ([0xBD, 0xF0, 0xB6, 0xEE, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x32, 0x0A], "GBK/GB18030"),
    ([0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00, 0x62, 0x00], "UTF-16"),
    ([0x61, 0x2C, 0xC3, 0x28, 0x0A], "not UTF-8"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "workbook"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "workbook"),
  ])
  func aFileThatIsNoTextIsNamedForWhatItIs(bytes: [UInt8], says: String) {
    let run = GridRun(csv: bytes)
    #expect(run.codes == ["not-utf8"])
    #expect(run.findings.first?.message.en.contains(says) == true)
    #expect(run.findings.first?.help?.en.contains("CSV UTF-8") == true)
    #expect(run.grid == nil)
  }

  @Test func anInvisibleCharacterIsTakenOutOfTheCell() {
    let run = GridRun(csv: "a,b\n甲\u{200B},2\n")
    #expect(run.texts == [["a", "b"], ["甲", "2"]])
  }

  @Test func aRaggedRowIsNamedAndTheOthersStay() {
    let run = GridRun(csv: "a,b,c\n1,2,3\n\n4,5\n6,7,8\n")
    #expect(run.findings.map(\.message.en) == ["row 4 has 2 cells where the header has 3"])
    #expect(run.findings.first?.help?.en.contains("column `c`") == true)
    #expect(run.texts?.dropFirst() == [["1", "2", "3"], ["6", "7", "8"]])
  }

  @Test func behindAnUnclosedQuoteTheNextLinesAreRead() {
    let run = GridRun(csv: "a,b\n1,\"2\n3,4\n")
    #expect(run.codes == ["unclosed-cell"])
    #expect(run.texts == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test func aCellIsCalledByRowAndColumn() throws {
    let run = GridRun(csv: "金额,级别\n\n1,2\n")
    let grid = try #require(run.grid)
    let cell = try #require(grid.rows.first?.last)
    #expect(grid.place(of: cell).en == "row 3, column `级别`")
    #expect(grid.place(of: cell).zh == "第 3 行“级别”列")
  }

  /// All short files over the signs that matter: never a crash, always a grid or a finding.
  @Test func everyShortFileIsReadOrRefused() {
    let signs = Array("a,\"\n\r;".utf8)
    for length in 0...6 {
      var file = Array(repeating: 0, count: length)
      repeat {
        expectNone(GridRun(csv: file.map { signs[$0] }).faults, of: "\(file)")
      } while count(up: &file, base: signs.count)
    }
  }

  /// Counts a number up; false after the last.
  private func count(up digits: inout [Int], base: Int) -> Bool {
    for index in digits.indices {
      digits[index] += 1
      if digits[index] < base { return true }
      digits[index] = 0
    }
    return false
  }
}
