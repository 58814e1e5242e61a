import Model
import SourceText
import Syntax

// Rows of pipe tables and CSV files.
extension TableLowering {
  /// What a column holds.
  private enum Column: Hashable {
    case id
    case basis
    case input(Int)
    case output(Int)
  }

  /// The rows of a grid that stands behind a number of other rows.
  mutating func lower(_ grid: GridTree, behind count: Int) -> [DecisionTable.Row?] {
    guard let columns = columns(of: grid) else { return [nil] }
    var given: [GivenID] = []
    var rows: [DecisionTable.Row?] = []
    rows.reserveCapacity(grid.rows.count)
    for (index, cells) in grid.rows.enumerated() {
      let id = zip(columns, cells).first { $0.0 == .id }?.1.located
      let span = cells.dropFirst().reduce(cells.first?.text.span ?? grid.span) {
        $0.union($1.text.span)
      }
      // A spreadsheet shows its own numbers, in which the header is row 1.
      let number =
        (grid.isSpreadsheet ? cells.first?.row : nil).map { $0 + count } ?? count + index + 1
      given.append(GivenID(id: id, number: number, span: span))
      rows.append(row(cells, columns, self.id(id, number: number), span, grid))
    }
    warnOfMissingIDs(given)
    return rows
  }

  private mutating func row(
    _ cells: [GridTree.Cell], _ columns: [Column], _ id: String, _ span: Span, _ grid: GridTree
  ) -> DecisionTable.Row? {
    var notNull: Set<ValuePath> = []
    var tests: [DecisionTable.Cell?] = Array(repeating: nil, count: inputs.count)
    var results: [Expression?] = Array(repeating: nil, count: outputs.count)
    var basis: [Basis] = []
    for (column, cell) in zip(columns, cells) {
      guard case .input(let index) = column else { continue }
      tests[index] = naming(cell, in: grid) {
        $0.tests(in: cell, of: index, grid.isSpreadsheet, notNull: &notNull)
      }
    }
    for (column, cell) in zip(columns, cells) {
      switch column {
      case .id, .input: break
      case .output(let index):
        results[index] = naming(cell, in: grid) {
          $0.result(in: cell, index, grid.isSpreadsheet, notNull)
        }
      case .basis:
        basis = naming(cell, in: grid) {
          $0.checker.scope.basis(cell.text.listed, into: &$0.diagnostics)
        }
      }
    }
    guard !tests.contains(where: { $0 == nil }), !results.contains(where: { $0 == nil }) else {
      return nil
    }
    return DecisionTable.Row(
      id: id, cells: tests.compactMap(\.self), condition: nil,
      results: results.compactMap(\.self), basis: basis, span: span)
  }

  /// Runs what reads a cell; its findings say row and column.
  private mutating func naming<Result>(
    _ cell: GridTree.Cell, in grid: GridTree, _ read: (inout TableLowering) -> Result
  ) -> Result {
    let outside = diagnostics
    diagnostics = Diagnostics()
    let result = read(&self)
    let findings = diagnostics.all
    diagnostics = outside
    for finding in findings { diagnostics.report(finding.noting(grid.place(of: cell))) }
    return result
  }

  private mutating func tests(
    in cell: GridTree.Cell, of index: Int, _ isSpreadsheet: Bool,
    notNull: inout Set<ValuePath>
  ) -> DecisionTable.Cell? {
    let span = cell.text.span
    guard let input = inputs[index] else { return nil }
    if cell.text.text.isEmpty { return DecisionTable.Cell(tests: [.any], span: span) }
    if isSpreadsheet {
      let (sheet, type) = (SpreadsheetCell(cell.text), input.input.expression.type)
      if let test = sheet.test(of: type) {
        return self.cell([test], span, of: input, notNull: &notNull)
      }
      if let fault = sheet.faultyDay(of: type) {
        diagnostics.report(fault)
        return nil
      }
    }
    return self.cell(
      readTests(cell.text, into: &diagnostics), span, of: index, notNull: &notNull)
  }

  private mutating func result(
    in cell: GridTree.Cell, _ output: Int, _ isSpreadsheet: Bool, _ notNull: Set<ValuePath>
  ) -> Expression? {
    let type = outputs[output].type
    if cell.text.text.isEmpty {
      diagnostics.report(.emptyResult(outputs[output].name, isOptional: type.isOptional, cell))
      return nil
    }
    if isSpreadsheet, let value = SpreadsheetCell(cell.text).value(of: type) {
      checkPriority(value, output)
      return value
    }
    if isSpreadsheet, let fault = SpreadsheetCell(cell.text).faultyDay(of: type) {
      diagnostics.report(fault)
      return nil
    }
    return result(.scalar(cell.text), output, notNull)
  }
}

// The header.
extension TableLowering {
  /// What each column holds; nil where one cannot be told or an input or output has none.
  private mutating func columns(of grid: GridTree) -> [Column]? {
    var columns: [Column?] = []
    for (place, cell) in grid.header.enumerated() {
      let isOutput = grid.firstOutput.map { place >= $0 }
      columns.append(column(cell.text, isOutput: isOutput))
    }
    let found = Set(columns.compactMap(\.self))
    let isWhole = !columns.contains { $0 == nil }
    // With a column that means nothing, one that seems to be missing may be that one misspelt.
    if isWhole {
      reportMissing(
        tree.inputs.indices.filter { !found.contains(.input($0)) }
          .map { tree.inputs[$0].name.value }
          + outputs.indices.filter { !found.contains(.output($0)) }.map { outputs[$0].name },
        grid)
    }
    return isWhole && !diagnostics.hasErrors ? columns.compactMap(\.self) : nil
  }

  private mutating func column(_ cell: ScalarText, isOutput: Bool?) -> Column? {
    let name = Located(cell.text, at: cell.span)
    switch name.value {
    case "id" where inputIndexes["id"] == nil: return .id
    case "because" where outputIndexes["because"] == nil: return .basis
    default: break
    }
    let (input, output) = (inputIndexes[name.value], outputIndexes[name.value])
    switch (input, output, isOutput) {
    case (let input?, nil, nil), (let input?, _, false): return .input(input)
    case (nil, let output?, nil), (_, let output?, true): return .output(output)
    case (_?, _?, nil): diagnostics.report(.columnOfTwoKinds(name))
    case (_?, nil, true): diagnostics.report(.columnOnWrongSide(name, isOutput: false))
    case (nil, _?, false): diagnostics.report(.columnOnWrongSide(name, isOutput: true))
    case (nil, nil, _) where isOutput != true && isMeantByFaultyInput(name): break
    case (nil, nil, _):
      diagnostics.report(
        .unknownColumn(
          name, inputs: tree.inputs.map(\.name.value), outputs: outputs.map(\.name),
          isOutput: isOutput))
    }
    return nil
  }

  /// Whether the column belongs to an input that is itself misspelt, which has been said.
  private func isMeantByFaultyInput(_ name: Located<String>) -> Bool {
    let faulty = tree.inputs.indices.filter { inputs[$0] == nil }
    return Suggestion.nearest(to: name.value, among: faulty.map { tree.inputs[$0].name.value })
      != nil
  }

  private mutating func reportMissing(_ names: [String], _ grid: GridTree) {
    guard !names.isEmpty, let first = grid.header.first, let last = grid.header.last else {
      return
    }
    diagnostics.report(.missingColumns(names, at: first.text.span.union(last.text.span)))
  }
}

extension GridTree.Cell {
  /// Its text, if there is any.
  fileprivate var located: Located<String>? {
    text.text.isEmpty ? nil : Located(text.text, at: text.span)
  }
}

extension ScalarText {
  /// Words between commas, with their places.
  fileprivate var listed: [Located<String>] {
    var words: [Located<String>] = []
    var start = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let end = start + part.utf8.count
      let word = slice(start..<end).trimmed
      if !word.text.isEmpty { words.append(Located(word.text, at: word.span)) }
      start = end + 1
    }
    return words
  }
}

extension Diagnostic {
  /// The same finding with row and column said where it points.
  fileprivate func noting(_ place: Bilingual) -> Diagnostic {
    var finding = self
    if let note = primary.message {
      finding.primary.message = Bilingual(
        en: "\(place.en): \(note.en)", zh: "\(place.zh)：\(note.zh)")
    } else {
      finding.primary.message = place
    }
    return finding
  }
}
