import SourceText

/// The lines of a file as a person sees them, for explaining what libyaml could not read.
struct YAMLLines {
  let bytes: [UInt8]

  /// The line that holds an offset, without its line break.
  func line(at offset: Int) -> Range<Int> {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = start
    while end < bytes.count, !bytes.isBreak(at: end) { end += 1 }
    return start..<end
  }

  /// Where the line after this one starts; the end of the file for the last.
  func next(after line: Range<Int>) -> Int {
    line.upperBound < bytes.count ? bytes.endOfBreak(at: line.upperBound) : bytes.count
  }

  /// Where the text of a line starts, behind spaces.
  func textStart(of line: Range<Int>) -> Int {
    bytes[line].firstIndex { $0 != UInt8(ascii: " ") } ?? line.upperBound
  }

  /// Spaces and tabs before the text of a line, in bytes.
  func indent(of line: Range<Int>) -> Int { bytes[line].prefix { $0.isBlank }.count }

  /// Whether only spaces stand before an offset on its line.
  func isAtTextStart(_ offset: Int) -> Bool {
    let before = bytes[..<min(offset, bytes.count)].last { $0 != UInt8(ascii: " ") }
    return before == nil || before == UInt8(ascii: "\n") || before == 0xBF && offset == 3
  }

  /// Whether a line is empty or holds a comment alone.
  func isIdle(_ line: Range<Int>) -> Bool {
    guard let first = bytes[line].first(where: { !$0.isBlank }) else { return true }
    return first == UInt8(ascii: "#")
  }

  /// The last line before an offset's line that is not idle.
  func lineBefore(_ offset: Int) -> Range<Int>? {
    var start = line(at: offset).lowerBound
    while start > 0 {
      let before = line(at: start - 1)
      if !isIdle(before) { return before }
      start = before.lowerBound
    }
    return nil
  }

  /// The text of a line from an offset on, without trailing blanks and comment.
  func text(from offset: Int) -> Range<Int> {
    let line = line(at: offset)
    var end = offset
    var place = offset
    var quote: UInt8?
    while place < line.upperBound {
      let byte = bytes[place]
      let isComment = byte == UInt8(ascii: "#") && place > offset && bytes[place - 1].isBlank
      if isComment, quote == nil { break }
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        place == offset || !bytes[place - 1].isWordByte
      {
        quote = byte
      }
      place += 1
      if !byte.isBlank { end = place }
    }
    return offset..<end
  }

  /// The first colon of a line that makes a key: behind it a blank or the end, before it no quote
  /// or bracket left open.
  func keyColon(of line: Range<Int>) -> Int? {
    var quote: UInt8?
    for place in line {
      let byte = bytes[place]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
          place == line.lowerBound || !bytes[place - 1].isWordByte
        {
          quote = byte
        }
        let isEnd = place + 1 >= line.upperBound || bytes[place + 1].isBlank
        if byte == UInt8(ascii: ":"), isEnd { return place }
      }
    }
    return nil
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The range of one character that starts at an offset; empty at the end of the file.
  func character(at offset: Int) -> Range<Int> {
    guard offset < bytes.count else { return bytes.count..<bytes.count }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  /// Whether a text stands at an offset.
  func has(_ text: String, at offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == text.utf8.first else { return text.isEmpty }
    return bytes[offset...].starts(with: text.utf8)
  }

  /// Where a text first stands in a range.
  func find(_ text: String, in range: Range<Int>) -> Range<Int>? {
    let length = text.utf8.count
    guard let first = text.utf8.first, range.count >= length else { return nil }
    return (range.lowerBound...range.upperBound - length)
      .first { bytes[$0] == first && has(text, at: $0) }
      .map { $0..<$0 + length }
  }

  /// A line and all that belongs to it: what follows and is indented more, or as much where the
  /// whole neighbourhood stands wrong; closing brackets alone on a line are taken along.
  func block(at offset: Int, withSiblings: Bool = false) -> Range<Int> {
    let first = line(at: offset)
    let indent = indent(of: first)
    var end = next(after: first)
    while end < bytes.count {
      let line = line(at: end)
      let belongs =
        isIdle(line) || self.indent(of: line) > indent
        || withSiblings && self.indent(of: line) >= indent
        || bytes[line].allSatisfy { $0.isBlank || $0.isCloser || $0 == UInt8(ascii: ",") }
      guard belongs else { break }
      end = next(after: line)
    }
    return first.lowerBound..<end
  }
}

extension UInt8 {
  var isOpener: Bool { self == UInt8(ascii: "[") || self == UInt8(ascii: "{") }
  var isCloser: Bool { self == UInt8(ascii: "]") || self == UInt8(ascii: "}") }

  /// A letter or digit of any alphabet, seen bytewise: an apostrophe behind it opens no quote.
  var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}
