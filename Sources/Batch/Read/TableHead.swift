package import SourceText

/// Why the head of a table of cases names no facts; the run then does not begin.
package struct TableHeadFault: Error, Hashable, Sendable {
  package var message: Bilingual
}

/// The first row of a table of cases, behind Excel's `sep=` line and empty ones.
struct TableHead: Sendable {
  let names: [String]
  /// What stands between cells: a comma, a semicolon or a tab.
  let separator: Unicode.Scalar

  /// Takes the lines up to and with the head.
  init(taking chunks: inout LineChunks) throws {
    var named: Unicode.Scalar?
    var found: String?
    while found == nil, let line = try chunks.head() {
      let scalars = line.unicodeScalars
      if named == nil, scalars.count == 5, line.hasPrefix("sep=") {
        named = scalars.last
      } else if !line.allSatisfy({ $0 == " " }) {
        found = line
      }
    }
    guard let line = found else {
      throw TableHeadFault(
        message: Bilingual(
          en: "the table is empty: its first row names facts, each further row is a case",
          zh: "表是空的：第一行写事实的名称，以后每行是一个案件"))
    }
    let separator = named ?? Unicode.Scalar(CSVSeparator.likely(in: line.utf8))
    guard let names = TableRow.cells(of: line, separator).cells else {
      throw TableHeadFault(
        message: Bilingual(en: "the table's head has a quote that is never closed", zh: "表头的引号没有结束")
      )
    }
    self.separator = separator
    // Spreadsheets save columns that were once touched.
    let used = names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    self.names = Array(names[..<used])
    if let place = self.names.firstIndex(of: "") {
      throw TableHeadFault(
        message: Bilingual(
          en: "column \(place + 1) of the table has no name", zh: "表的第 \(place + 1) 列没有名称"))
    }
  }
}

/// One row of a table (RFC 4180, one row a line).
enum TableRow {
  /// Why a row is in no cells.
  enum Fault {
    case unclosedQuote
    case textBehindQuote
  }

  /// A row's cells without the blanks around them, or why there are none. Quotes may stand around
  /// a cell, and are doubled within.
  static func cells(
    of row: String, _ separator: Unicode.Scalar
  ) -> (cells: [String]?, fault: Fault?) {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var (isQuoted, wasQuoted) = (false, false)
    var scalars = Substring(row).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case "\"" where isQuoted: isQuoted = false
      case "\"" where !wasQuoted && cell.allSatisfy(isBlank):
        (isQuoted, wasQuoted) = (true, true)
        cell = String.UnicodeScalarView()
      case separator where !isQuoted:
        cells.append(trimmed(cell))
        cell = String.UnicodeScalarView()
        wasQuoted = false
      default:
        if wasQuoted, !isQuoted, !isBlank(scalar) { return (nil, .textBehindQuote) }
        cell.append(scalar)
      }
    }
    if isQuoted { return (nil, .unclosedQuote) }
    return (cells + [trimmed(cell)], nil)
  }

  private static func trimmed(_ cell: String.UnicodeScalarView) -> String {
    let head = cell.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
