import SourceText

/// Cuts an expression's text into tokens.
///
/// Foreign spellings (`==`, `（`, `'…'`) are reported and then read as what was meant, so that the
/// parser goes on and one run shows every fault. The last token is always `.end`.
struct Lexer {
  let scalar: ScalarText
  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  /// Whether the text is a cell's tests, where `|` was meant to part alternatives.
  let readsTests: Bool
  /// The last `//` comment, which may have taken in more than its author meant.
  var lineComment: Range<Int>?

  init(_ scalar: ScalarText, readsTests: Bool = false) {
    self.scalar = scalar
    self.readsTests = readsTests
    bytes = Array(scalar.text.utf8)
    tokens.reserveCapacity(bytes.count / 3 + 2)
  }

  mutating func run() {
    while skipBlanks() { lexToken() }
    add(.end, from: bytes.count)
  }

  private mutating func lexToken() {
    let byte = bytes[position]
    if byte >= 0x80 { return lexWide() }
    if CharacterClass.isDigit(byte) { return lexNumber() }
    switch byte {
    case UInt8(ascii: "."):
      if let next = peek(1), CharacterClass.isDigit(next) { lexNumber() } else { lexSign() }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): lexText()
    case UInt8(ascii: "@"): lexAt()
    default:
      if CharacterClass.startsName(Unicode.Scalar(byte)) { lexName() } else { lexSign() }
    }
  }

  /// What begins with a character beyond ASCII.
  private mutating func lexWide() {
    let (scalar, _) = decode(at: position)
    if CharacterClass.startsName(scalar) { return lexName() }
    if let ascii = CharacterClass.ascii(for: scalar), CharacterClass.isDigit(ascii) {
      return lexWideNumber()
    }
    if Quotes(opening: scalar) != nil { return lexText() }
    lexSign()
  }

  private mutating func lexName() {
    let start = position
    skipName()
    var isHyphenated = false
    while peek(0) == UInt8(ascii: "-"), continuesName(at: position + 1) {
      isHyphenated = true
      position += 1
      skipName()
    }
    let name = text(start..<position)
    if isHyphenated {
      add(.hyphenated(name), from: start)
    } else if position - start <= 9, let keyword = Keyword(word: name) {
      add(.keyword(keyword), from: start)
    } else {
      add(.name(name), from: start)
    }
  }
}

// Moving through the text.
extension Lexer {
  func peek(_ distance: Int) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func add(_ kind: TokenKind, from start: Int) {
    tokens.append(Token(kind: kind, start: start, end: position))
  }

  func span(_ range: Range<Int>) -> SourceText.Span { scalar.span(of: range) }

  /// The character at an offset and its length; the text is well-formed, as Swift's strings are.
  func decode(at offset: Int) -> (scalar: Unicode.Scalar, width: Int) {
    let first = UInt32(bytes[offset])
    let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width > 1, offset + width <= bytes.count else {
      return (Unicode.Scalar(UInt8(first & 0x7F)), 1)
    }
    var value = first & (0x7F >> UInt32(width))
    for byte in bytes[offset + 1..<offset + width] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  func continuesName(at offset: Int) -> Bool {
    offset < bytes.count && CharacterClass.continuesName(decode(at: offset).scalar)
  }

  /// Goes to the first character that no name can hold.
  mutating func skipName() {
    while position < bytes.count {
      let (scalar, width) = decode(at: position)
      guard CharacterClass.continuesName(scalar) else { return }
      position += width
    }
  }

  /// Goes to the next token; false at the end of the text.
  private mutating func skipBlanks() -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        position += 1
      } else if byte == UInt8(ascii: "/"), peek(1) == byte {
        skipLineComment()
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        skipBlockComment()
      } else if byte >= 0x80, case (let scalar, let width) = decode(at: position),
        CharacterClass.isBlank(scalar)
      {
        position += width
      } else {
        return true
      }
    }
    return false
  }

  /// Where YAML has folded several lines into one, `//` would swallow all that follow.
  private mutating func skipLineComment() {
    let start = position
    while let byte = peek(0), byte != 0x0A, byte != 0x0D { position += 1 }
    lineComment = start..<position
    let source = span(start..<position)
    if scalar.isMapped, scalar.style != .literal, Int(source.end - source.start) > position - start
    {
      diagnostics.append(.commentSwallowsLines(at: source))
    }
  }

  private mutating func skipBlockComment() {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    diagnostics.append(.unclosedComment(at: span(start..<start + 2)))
  }
}
