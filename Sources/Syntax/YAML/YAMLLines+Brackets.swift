// What brackets hold, told by the text alone.
extension YAMLLines {
  /// A value inside brackets: to the comma or the closing bracket behind it. Those in quotes and
  /// in brackets of the value's own are part of it, unless one of these is not closed on the line.
  func valueInBrackets(from offset: Int) -> Range<Int> {
    let line = text(from: offset)
    var depth = 0
    var quote: UInt8?
    for place in line {
      let byte = bytes[place]
      if quote != nil || byte.isQuote {
        quote = quote == nil ? byte : byte == quote ? nil : quote
      } else if byte == UInt8(ascii: "(") || byte.isOpener {
        depth += 1
      } else if depth == 0, byte.endsValue {
        return trimmed(offset..<place)
      } else if byte == UInt8(ascii: ")") || byte.isCloser {
        depth -= 1
      }
    }
    let end = line.first { bytes[$0].endsValue }
    return trimmed(offset..<max(offset, end ?? line.upperBound))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<(bytes[range].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? range.lowerBound)
  }

  /// Where the brackets open that hold the end of a range, as far as they open in it; outside of
  /// brackets only one with which a value begins opens anything.
  func openBrackets(in range: Range<Int>, isInside: Bool) -> [Int] {
    var open: [Int] = []
    var quote: UInt8?
    var commentEnd = range.lowerBound
    for place in range where place >= commentEnd {
      let byte = bytes[place]
      if byte == UInt8(ascii: "#"), quote == nil, place == 0 || bytes[place - 1].isBlankOrBreak {
        commentEnd = line(at: place).upperBound
        continue
      }
      let isStart = beginsValue(place, isInside: isInside || !open.isEmpty)
      if quote != nil {
        if byte == quote { quote = nil }
      } else if byte.isQuote, isStart {
        quote = byte
      } else if byte.isOpener, isStart {
        open.append(place)
      } else if byte.isCloser {
        _ = open.popLast()
      }
    }
    return open
  }

  /// Whether a value may begin at an offset, by what stands before it on its line.
  private func beginsValue(_ offset: Int, isInside: Bool) -> Bool {
    let before = bytes[line(at: offset).lowerBound..<offset]
    guard let last = before.lastIndex(where: { !$0.isBlank }) else { return true }
    if isInside, bytes[last].isOpener || bytes[last] == UInt8(ascii: ",") { return true }
    guard bytes[last] == UInt8(ascii: ":") || !isInside && bytes[last] == UInt8(ascii: "-") else {
      return false
    }
    return last + 1 < offset
  }

  /// The mark of a long key, `?`, that stands before an offset with nothing but blanks between.
  func questionMark(before offset: Int) -> Int? {
    guard let mark = bytes[line(at: offset).lowerBound..<offset].lastIndex(where: { !$0.isBlank }),
      bytes[mark] == UInt8(ascii: "?")
    else { return nil }
    return isAtTextStart(mark) || !bytes[mark - 1].isWordByte ? mark : nil
  }

  /// A full-width colon behind the first word of a line, with a bracket behind it: for YAML the
  /// whole is the start of a text.
  func colonBeforeBracket(on line: Range<Int>) -> Lookalike? {
    var start = textStart(of: line)
    if start + 1 < line.upperBound, bytes[start] == UInt8(ascii: "-"), bytes[start + 1].isBlank {
      start = textStart(of: start + 2..<line.upperBound)
    }
    guard let found = Lookalike(in: text(from: start), of: self), found.written == "：",
      bytes[found.place.upperBound..<line.upperBound].first(where: { !$0.isBlank })?.isOpener
        ?? false
    else { return nil }
    return found
  }
}

extension UInt8 {
  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
  fileprivate var endsValue: Bool { isCloser || self == UInt8(ascii: ",") }
}
