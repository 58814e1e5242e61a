import SourceText

/// Cuts the bytes of a CSV file into lines of cells.
struct CSVScanner {
  /// Where the text starts behind a byte-order mark and Excel's `sep=` line.
  private(set) var origin: Int
  private(set) var findings: [Diagnostic] = []
  private let bytes: [UInt8]
  private let id: SourceID
  let separator: UInt8
  private var offset: Int

  init(_ bytes: [UInt8], id: SourceID) {
    self.bytes = bytes
    self.id = id
    origin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[origin...].prefix { !$0.isLineBreak }
    if first.starts(with: Array("sep=".utf8)), first.count == 5, let last = first.last {
      separator = last
      origin = first.endIndex
      if origin < bytes.count { origin = bytes.endOfBreak(at: origin) }
    } else {
      separator = CSVSeparator.likely(in: bytes[origin...])
    }
    offset = origin
  }

  /// All lines, numbered as a spreadsheet numbers rows: one with line breaks in a cell counts once.
  mutating func lines() -> [GridAssembler.Line] {
    var lines: [GridAssembler.Line] = []
    while offset < bytes.count {
      let known = findings.count
      var line = GridAssembler.Line(number: lines.count + 1, cells: line())
      line.isFaulty = findings.count > known
      lines.append(line)
    }
    return lines
  }
}

private let quote = UInt8(ascii: "\"")

// MARK: Lines and cells

extension CSVScanner {
  private mutating func line() -> [ScalarText] {
    var cells = [cell()]
    while offset < bytes.count, bytes[offset] == separator {
      offset += 1
      cells.append(cell())
    }
    if offset < bytes.count { offset = bytes.endOfBreak(at: offset) }
    return cells
  }

  private mutating func cell() -> ScalarText {
    let start = offset
    skipBlanks()
    if offset < bytes.count, bytes[offset] == quote { return quotedCell() }
    offset = start
    return plainCell()
  }

  private mutating func plainCell() -> ScalarText {
    let start = offset
    skipToEndOfCell()
    let span = Span(id, start, offset)
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    return ScalarText(text: text, style: .plain, span: span, contentSpan: span).trimmed
  }

  private mutating func quotedCell() -> ScalarText {
    let start = offset
    var text = SegmentedText()
    guard let close = readQuoted(into: &text) else {
      findings.append(.unclosedCell(at: Span(id, start, start + 1)))
      return restOfLine(behind: start)
    }
    let content = Span(id, start + 1, close)
    readBehindQuote(openedAt: start, into: &text)
    return ScalarText(
      text: String(decoding: text.bytes, as: UTF8.self), style: .doubleQuoted,
      span: Span(id, start, offset), contentSpan: content, segments: text.segments
    ).trimmed
  }

  /// Reads from the opening quote up to and with the closing one, whose place is given; nil if
  /// there is none.
  private mutating func readQuoted(into text: inout SegmentedText) -> Int? {
    offset += 1
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, bytes[offset] != quote, bytes[offset] != carriageReturn {
        offset += 1
      }
      text.append(start..<offset, of: bytes)
      guard offset < bytes.count else { return nil }
      if bytes[offset] == carriageReturn {
        let end = bytes.endOfBreak(at: offset)
        text.append([UInt8(ascii: "\n")], for: offset..<end)
        offset = end
      } else if offset + 1 < bytes.count, bytes[offset + 1] == quote {
        text.append([quote], for: offset..<offset + 2)
        offset += 2
      } else {
        offset += 1
        return offset - 1
      }
    }
    return nil
  }

  /// Nothing but blanks may stand between a closing quote and the end of the cell.
  private mutating func readBehindQuote(openedAt start: Int, into text: inout SegmentedText) {
    let close = offset
    skipBlanks()
    let odd = offset
    skipToEndOfCell()
    guard odd < offset else { return }
    text.append(close..<offset, of: bytes)
    findings.append(
      .textBehindQuote(at: Span(id, odd, offset), opened: Span(id, start, start + 1)))
  }

  /// What a cell whose quote is never closed is taken for, so that the next lines can be read.
  private mutating func restOfLine(behind start: Int) -> ScalarText {
    offset = start + 1
    while offset < bytes.count, !bytes[offset].isLineBreak { offset += 1 }
    let content = Span(id, start + 1, offset)
    return ScalarText(
      text: String(decoding: bytes[start + 1..<offset], as: UTF8.self), style: .doubleQuoted,
      span: Span(id, start, offset), contentSpan: content
    ).trimmed
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, bytes[offset] != separator,
      bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
    {
      offset += 1
    }
  }

  private mutating func skipToEndOfCell() {
    while offset < bytes.count, bytes[offset] != separator, !bytes[offset].isLineBreak {
      offset += 1
    }
  }

  private var carriageReturn: UInt8 { UInt8(ascii: "\r") }
}

extension UInt8 {
  fileprivate var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
