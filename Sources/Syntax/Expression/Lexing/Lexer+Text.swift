import SourceText

/// The quotes a text may be written in; only `"` is FEEL's.
struct Quotes {
  let closers: [Unicode.Scalar]

  init?(opening: Unicode.Scalar) {
    switch opening {
    case "\"": closers = ["\""]
    case "'": closers = ["'"]
    case "“", "”", "„", "＂": closers = ["”", "“", "＂", "\""]
    case "‘", "’", "＇": closers = ["’", "‘", "＇", "'"]
    case "「": closers = ["」"]
    case "『": closers = ["』"]
    default: return nil
    }
  }
}

extension Lexer {
  /// A text literal in whatever quotes.
  mutating func lexText() {
    let start = position
    let content = readQuoted(from: start)
    add(content.map(TokenKind.text) ?? .unreadable, from: start)
  }

  /// `@"…"`.
  mutating func lexAt() {
    let start = position
    if lexBareDate(behind: 1) { return }
    guard position + 1 < bytes.count, Quotes(opening: decode(at: position + 1).scalar) != nil else {
      position += 1
      add(.unreadable, from: start)
      return diagnostics.append(.unknownCharacter("@", at: span(start..<position)))
    }
    position += 1
    let content = readQuoted(from: position)
    add(content.map(TokenKind.at) ?? .unreadable, from: start)
  }

  /// Reads from the opening quote to behind the closing one; nil where the line ends before.
  private mutating func readQuoted(from start: Int) -> String? {
    let opening = decode(at: start)
    position = start + opening.width
    guard let quotes = Quotes(opening: opening.scalar) else { return nil }
    let closers = closers(of: quotes)
    var content = String.UnicodeScalarView()
    while position < bytes.count {
      let (scalar, width) = decode(at: position)
      if scalar == "\n" || scalar == "\r" { break }
      if closers.contains(scalar) {
        position += width
        reportQuotes(opening.scalar, closing: scalar, start..<position, content: String(content))
        return String(content)
      }
      if scalar == "\\" {
        readEscape(into: &content)
      } else {
        content.append(scalar)
        position += width
      }
    }
    diagnostics.append(.unclosedText(opening.scalar, at: span(start..<start + opening.width)))
    return nil
  }

  /// A text opened with `"` and closed with `”` ends there, if its line has no `"` to end it.
  private func closers(of quotes: Quotes) -> [Unicode.Scalar] {
    guard quotes.closers == ["\""] else { return quotes.closers }
    var offset = position
    var hasWideCloser = false
    while offset < bytes.count {
      let (scalar, width) = decode(at: offset)
      if scalar == "\"" { return quotes.closers }
      if scalar == "\n" { break }
      hasWideCloser = hasWideCloser || scalar == "”" || scalar == "＂"
      offset += scalar == "\\" && offset + 1 < bytes.count && bytes[offset + 1] < 0x80 ? 2 : width
    }
    return hasWideCloser ? ["”", "＂"] : quotes.closers
  }

  private mutating func reportQuotes(
    _ opening: Unicode.Scalar, closing: Unicode.Scalar, _ range: Range<Int>, content: String
  ) {
    guard opening != "\"" || closing != "\"" else { return }
    let written = text(range)
    let literal = textLiteral(content)
    let fix = Fix(span(range), replacement: literal, isSafe: true)
    if opening != "'", !content.isEmpty, content.utf8.allSatisfy(CharacterClass.isDigit) {
      return diagnostics.append(.quotedNumber(written, content, at: span(range)))
    }
    diagnostics.append(
      opening == "'"
        ? .foreignSign(written, instead: literal, fix: fix)
        : .fullWidthSign(written, instead: literal, fix: fix))
  }
}

// Escapes: DMN 1.5, grammar rules 35 and 65. A backslash before any other character is a character
// as all are, so that patterns (`"\\d+"`) are written as they are elsewhere.
extension Lexer {
  private mutating func readEscape(into content: inout String.UnicodeScalarView) {
    let start = position
    position += 1
    guard position < bytes.count else { return }
    let (scalar, width) = decode(at: position)
    position += width
    switch scalar {
    case "\"", "'", "\\": content.append(scalar)
    case "n": content.append("\n")
    case "r": content.append("\r")
    case "t": content.append("\t")
    case "u": readCodePoint(digits: 4, from: start, into: &content)
    case "U": readCodePoint(digits: 6, from: start, into: &content)
    default:
      content.append("\\")
      content.append(scalar)
    }
  }

  private mutating func readCodePoint(
    digits count: Int, from start: Int, into content: inout String.UnicodeScalarView
  ) {
    guard let first = hexDigits(count) else {
      skipHexDigits(count)
      return diagnostics.append(.unknownEscape(text(start..<position), at: span(start..<position)))
    }
    var value = first
    if first & 0xFC00 == 0xD800, peek(0) == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") {
      position += 2
      if let second = hexDigits(4), second & 0xFC00 == 0xDC00 {
        value = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
      }
    }
    guard let scalar = Unicode.Scalar(value) else {
      return diagnostics.append(.unknownEscape(text(start..<position), at: span(start..<position)))
    }
    content.append(scalar)
  }

  /// Goes behind the digits that are there, so that a finding shows them too.
  private mutating func skipHexDigits(_ count: Int) {
    let limit = min(position + count, bytes.count)
    while position < limit, Character(Unicode.Scalar(bytes[position])).isHexDigit { position += 1 }
  }

  /// Exactly so many hexadecimal digits; takes none if there are fewer.
  private mutating func hexDigits(_ count: Int) -> UInt32? {
    guard position + count <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + count] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += count
    return value
  }
}

/// A text as FEEL writes it, in double quotes with escapes.
func textLiteral(_ content: String) -> String {
  var literal = "\""
  for scalar in content.unicodeScalars {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case "\r": literal += "\\r"
    case "\t": literal += "\\t"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        literal.unicodeScalars.append(scalar)
      }
    }
  }
  return literal + "\""
}
