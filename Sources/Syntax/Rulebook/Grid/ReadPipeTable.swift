package import SourceText

/// Cuts a table drawn with bars into cells.
///
/// A line is a row: `| a | b |`. The first names the columns, the first output behind `=>`. A bar
/// inside a cell is written `\|`. Empty lines, and a line of dashes under the header as Markdown
/// has it, say nothing. Rows are numbered from the header, which is row 1. Nil if there is no
/// header to read the rows by; rows that do not fit it are reported and left out.
package func readPipeTable(
  _ scalar: ScalarText, into diagnostics: inout Diagnostics
) -> GridTree? {
  guard scalar.style == .literal else {
    diagnostics.report(.notALiteralBlock(scalar))
    return nil
  }
  var reader = PipeTableReader(scalar)
  let lines = reader.lines()
  diagnostics.report(contentsOf: reader.findings)
  // With no line of cells at all the faults of the lines say enough.
  guard !lines.isEmpty || reader.findings.isEmpty else { return nil }
  var assembler = GridAssembler(span: scalar.span, isSpreadsheet: false, lines: lines)
  assembler.hasLostLines = !reader.findings.isEmpty
  return assembler.assemble(into: &diagnostics)
}

private struct PipeTableReader {
  private let scalar: ScalarText
  private let bytes: [UInt8]
  private(set) var findings: [Diagnostic] = []

  init(_ scalar: ScalarText) {
    self.scalar = scalar
    bytes = Array(scalar.text.utf8)
  }

  mutating func lines() -> [GridAssembler.Line] {
    var lines: [GridAssembler.Line] = []
    for range in scalar.parts(at: UInt8(ascii: "\n"), of: bytes) where !range.isEmpty {
      guard let cells = cells(of: range) else { continue }
      if lines.count == 1, cells.allSatisfy(\.isRule) { continue }
      lines.append(GridAssembler.Line(number: lines.count + 1, cells: cells))
    }
    return lines
  }

  /// The cells of one line; nil if it has no bars.
  private mutating func cells(of line: Range<Int>) -> [ScalarText]? {
    var bars = line.filter { bytes[$0] == bar && !isEscaped($0) }
    guard let first = bars.first, let last = bars.last else {
      findings.append(.lineWithoutBars(scalar.slice(line)))
      return nil
    }
    if first != line.lowerBound {
      findings.append(.lineWithoutFirstBar(scalar.slice(line)))
      bars.insert(line.lowerBound - 1, at: 0)
    }
    if last != line.upperBound - 1 {
      findings.append(.lineWithoutLastBar(scalar.slice(line)))
      bars.append(line.upperBound)
    }
    return zip(bars, bars.dropFirst()).map { cell($0 + 1..<$1) }
  }

  /// One cell, trimmed, the backslashes before its bars left out.
  private func cell(_ range: Range<Int>) -> ScalarText {
    let range = inked(range)
    if !bytes[range].contains(bar) { return scalar.slice(range).trimmed }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where bytes[offset] == bar {
      parts.append(start..<offset - 1)
      start = offset
    }
    parts.append(start..<range.upperBound)
    return scalar.slice(joining: parts).trimmed
  }

  /// Without the spaces around, which nearly every cell has; as it is where there is nothing else.
  private func inked(_ range: Range<Int>) -> Range<Int> {
    let space = UInt8(ascii: " ")
    guard let first = bytes[range].firstIndex(where: { $0 != space }),
      let last = bytes[range].lastIndex(where: { $0 != space })
    else { return range }
    return first..<last + 1
  }

  private func isEscaped(_ offset: Int) -> Bool {
    offset > 0 && bytes[offset - 1] == UInt8(ascii: "\\")
  }

  private var bar: UInt8 { UInt8(ascii: "|") }
}

extension ScalarText {
  /// `---`, `:--:`: what Markdown draws under a header.
  fileprivate var isRule: Bool {
    text.count >= 3 && text.allSatisfy { $0 == "-" || $0 == ":" }
  }
}
