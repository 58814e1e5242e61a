import SourceText

/// Makes a grid of lines that are cut into cells: looks at the header and at the rows' lengths.
struct GridAssembler {
  /// A line of the table and its number, the first being 1.
  struct Line {
    var number: Int
    var cells: [ScalarText]
    /// Whether the way it is cut into cells was found wrong already.
    var isFaulty = false

    var isEmpty: Bool { cells.allSatisfy { $0.text.isEmpty } }
  }

  let span: Span
  let isSpreadsheet: Bool
  var lines: [Line]
  /// Whether lines were found wrong and left out already, which may have been the rows.
  var hasLostLines = false

  /// The grid of all rows that fit the header; nil if there is no header to go by.
  mutating func assemble(into diagnostics: inout Diagnostics) -> GridTree? {
    guard var header = lines.first else {
      diagnostics.report(.tableWithoutHeader(at: span))
      return nil
    }
    var rows = Array(lines.dropFirst())
    if isSpreadsheet { header.cells.removeLast(emptyColumns(behind: header, in: rows)) }
    let firstOutput = takeOutputMark(off: &header, into: &diagnostics)
    guard hasGoodNames(header, into: &diagnostics) else { return nil }
    if rows.isEmpty, !hasLostLines { diagnostics.report(.tableWithoutRows(at: span)) }
    rows = rows.compactMap { fit($0, to: header, into: &diagnostics) }
    reportDuplicates(of: ids(of: rows, under: header), noun: .row, into: &diagnostics)
    return GridTree(
      header: cells(of: header), rows: rows.map(cells), firstOutput: firstOutput, span: span,
      isSpreadsheet: isSpreadsheet)
  }

  /// What stands in the column `id`.
  private func ids(of rows: [Line], under header: Line) -> [Located<String>] {
    guard let column = header.cells.firstIndex(where: { $0.text == "id" }) else { return [] }
    return rows.map { $0.cells[column].located }.filter { !$0.value.isEmpty }
  }

  private func cells(of line: Line) -> [GridTree.Cell] {
    line.cells.enumerated().map {
      GridTree.Cell(text: $1, row: line.number, column: $0 + 1)
    }
  }

  /// Spreadsheets save columns that were once touched: how many at the end are empty throughout.
  private func emptyColumns(behind header: Line, in rows: [Line]) -> Int {
    let used = rows.map { $0.cells.lastIndex { !$0.text.isEmpty } ?? -1 }.max() ?? -1
    let named = header.cells.lastIndex { !$0.text.isEmpty } ?? -1
    return header.cells.count - 1 - min(header.cells.count - 1, max(used, named))
  }
}

// MARK: The header

extension GridAssembler {
  /// Takes `=>` off the first output's name. A pipe table must have it.
  private func takeOutputMark(
    off header: inout Line, into diagnostics: inout Diagnostics
  ) -> Int? {
    var first: Int?
    for (column, cell) in header.cells.enumerated() where cell.text.hasPrefix("=>") {
      if let first {
        diagnostics.report(.secondOutputMark(cell, first: header.cells[first]))
      }
      first = first ?? column
    }
    let marked = header.cells
    header.cells = marked.map { cell in
      cell.text.hasPrefix("=>") ? cell.slice(2..<cell.text.utf8.count).trimmed : cell
    }
    guard first == nil, !isSpreadsheet else { return first }
    let arrow = OutputArrow(in: marked)
    diagnostics.report(.tableWithoutOutputMark(marked, arrow?.sign, at: span))
    // Read on as it was meant, so that one mistake is told once.
    if let arrow { header.cells[arrow.column] = arrow.name }
    return arrow?.column
  }

  /// What people draw for `=>`, before the name of an output.
  private struct OutputArrow {
    let column: Int
    let sign: ScalarText
    let name: ScalarText

    /// The first in a header; nil where there is none.
    init?(in header: [ScalarText]) {
      let arrows = ["->", "→", "⇒", "=＞", "＝＞", "＝>", "-->"]
      for (column, cell) in header.enumerated() {
        guard let arrow = arrows.first(where: cell.text.hasPrefix) else { continue }
        self.column = column
        sign = cell.slice(0..<arrow.utf8.count)
        name = cell.slice(arrow.utf8.count..<cell.text.utf8.count).trimmed
        return
      }
      return nil
    }
  }

  /// Whether every column has a name of its own, so that cells can be told apart.
  private func hasGoodNames(_ header: Line, into diagnostics: inout Diagnostics) -> Bool {
    var isGood = true
    var seen: [String: ScalarText] = [:]
    for (column, cell) in header.cells.enumerated() {
      if cell.text.isEmpty {
        diagnostics.report(.columnWithoutName(cell, number: column + 1))
        isGood = false
      } else if let first = seen[cell.text] {
        diagnostics.report(.duplicateColumn(cell, first: first))
        isGood = false
      }
      seen[cell.text] = seen[cell.text] ?? cell
    }
    return isGood
  }
}

// MARK: Rows

extension GridAssembler {
  /// A row with exactly the header's cells; nil if it cannot be told which belong where.
  private func fit(
    _ row: Line, to header: Line, into diagnostics: inout Diagnostics
  ) -> Line? {
    var row = row
    let count = header.cells.count
    if isSpreadsheet { dropEmptyCells(behind: count, of: &row) }
    if isSpreadsheet { addEmptyReasons(upTo: header, to: &row) }
    guard row.cells.count == count else {
      // Where a quote is amiss the cells are not those that were meant.
      if !row.isFaulty {
        diagnostics.report(.raggedRow(row, header: header, isSpreadsheet: isSpreadsheet))
      }
      return nil
    }
    return row
  }

  private func dropEmptyCells(behind count: Int, of row: inout Line) {
    while row.cells.count > count, row.cells.last?.text.isEmpty == true { row.cells.removeLast() }
  }

  /// Spreadsheets may leave out the separators before empty cells at a row's end; only a column
  /// that may be empty is filled up so.
  private func addEmptyReasons(upTo header: Line, to row: inout Line) {
    let missing = header.cells.dropFirst(row.cells.count)
    guard !missing.isEmpty, missing.allSatisfy({ $0.text == "because" }), let last = row.cells.last
    else { return }
    let end = last.span.tail
    for _ in missing {
      row.cells.append(.absent(at: end))
    }
  }
}

extension Span {
  /// The place where it ends.
  var tail: Span { Span(source, Int(end), Int(end)) }
}
