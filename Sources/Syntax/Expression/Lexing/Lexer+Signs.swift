import SourceText

/// What a spelling of brackets, separators and operators stands for.
struct SignMeaning: Hashable, Sendable {
  var kind: TokenKind
  /// The spelling to write instead; nil for FEEL's own.
  var instead: String?

  /// FEEL's signs and the habits of other languages, by their ASCII spelling (`Lexer.pack`).
  static let bySpelling: [UInt32: SignMeaning] = {
    var table: [UInt32: SignMeaning] = [:]
    for sign in Sign.allCases {
      table[Lexer.pack(Array(sign.rawValue.utf8))] = SignMeaning(kind: .sign(sign))
    }
    for (spelling, sign) in foreignSigns {
      table[Lexer.pack(Array(spelling.utf8))] =
        SignMeaning(kind: .sign(sign), instead: sign.rawValue)
    }
    for (spelling, word) in foreignWords {
      table[Lexer.pack(Array(spelling.utf8))] =
        SignMeaning(kind: .keyword(word), instead: word.rawValue)
    }
    return table
  }()

  private static let foreignSigns: [(String, Sign)] = [
    ("==", .equal), ("===", .equal), (":=", .equal), ("!==", .notEqual), ("<>", .notEqual),
    ("=!", .notEqual), ("~=", .notEqual), ("=<", .lessOrEqual), ("=>", .greaterOrEqual),
    ("^", .power), (";", .comma), ("...", .dots), ("~", .dots),
  ]

  private static let foreignWords: [(String, Keyword)] = [
    ("&&", .and), ("&", .and), ("||", .or), ("|", .or), ("!", .not),
  ]
}

extension Lexer {
  /// Up to three ASCII characters as one number.
  static func pack(_ spelling: some Collection<UInt8>) -> UInt32 {
    spelling.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Takes the longest spelling that means anything.
  mutating func lexSign() {
    let start = position
    if lexPlainSign() { return }
    var folded: [(byte: UInt8, end: Int)] = []
    var end = position
    while folded.count < 3, let next = foldedSign(at: end) {
      end += next.width
      folded.append((next.byte, end))
    }
    while let last = folded.last {
      if var meaning = SignMeaning.bySpelling[Self.pack(folded.map(\.byte))] {
        position = last.end
        if readsTests, folded.count == 1, last.byte == UInt8(ascii: "|") {
          meaning = SignMeaning(kind: .sign(.comma), instead: ",")
        }
        return add(meaning, from: start, spelling: folded.map(\.byte))
      }
      folded.removeLast()
    }
    lexBeyondASCII()
  }

  /// Takes a sign of one ASCII character with none behind it, as most stand.
  private mutating func lexPlainSign() -> Bool {
    guard bytes[position] < 0x80, foldedSign(at: position) != nil,
      foldedSign(at: position + 1) == nil, !(readsTests && bytes[position] == UInt8(ascii: "|")),
      let meaning = SignMeaning.bySpelling[UInt32(bytes[position])], meaning.instead == nil
    else { return false }
    position += 1
    add(meaning.kind, from: position - 1)
    return true
  }

  private mutating func add(_ meaning: SignMeaning, from start: Int, spelling: [UInt8]) {
    add(meaning.kind, from: start)
    let isWide = position - start != spelling.count
    guard isWide || meaning.instead != nil else { return }
    let instead = meaning.instead ?? String(decoding: spelling, as: UTF8.self)
    let written = text(start..<position)
    let fix = Fix(
      span(start..<position), replacement: padded(instead, at: start..<position), isSafe: true)
    diagnostics.append(
      isWide
        ? .fullWidthSign(written, instead: instead, fix: fix)
        : .foreignSign(written, instead: instead, fix: fix))
  }

  /// A word that stands in for a sign needs blanks where the sign had none.
  private func padded(_ word: String, at range: Range<Int>) -> String {
    guard word.utf8.first.map({ CharacterClass.startsName(Unicode.Scalar($0)) }) == true else {
      return word
    }
    let isBlankBefore =
      range.lowerBound == 0 || bytes[range.lowerBound - 1] <= 0x20
      || bytes[range.lowerBound - 1] == UInt8(ascii: "(")
    let isBlankAfter = range.upperBound == bytes.count || bytes[range.upperBound] <= 0x20
    return (isBlankBefore ? "" : " ") + word + (isBlankAfter ? "" : " ")
  }

  /// A sign's ASCII character and its length as written; letters, digits and blanks are none.
  private func foldedSign(at offset: Int) -> (byte: UInt8, width: Int)? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] < 0x80 {
      let byte = bytes[offset]
      let isSign =
        byte > 0x20 && !CharacterClass.isDigit(byte)
        && !CharacterClass.startsName(Unicode.Scalar(byte))
      return isSign ? (byte, 1) : nil
    }
    let (scalar, width) = decode(at: offset)
    return CharacterClass.ascii(for: scalar).map { ($0, width) }
  }

  /// The three mathematical signs that are accepted, or a character that no expression can hold.
  private mutating func lexBeyondASCII() {
    let start = position
    let (scalar, width) = decode(at: position)
    position += width
    switch scalar {
    case "≤": add(.sign(.lessOrEqual), from: start)
    case "≥": add(.sign(.greaterOrEqual), from: start)
    case "≠": add(.sign(.notEqual), from: start)
    case "≦", "⩽": addLookalike(.lessOrEqual, from: start)
    case "≧", "⩾": addLookalike(.greaterOrEqual, from: start)
    case "…", "‥": addLookalike(.dots, from: start)
    default:
      add(.unreadable, from: start)
      diagnostics.append(.unknownCharacter(scalar, at: span(start..<position)))
    }
  }

  private mutating func addLookalike(_ sign: Sign, from start: Int) {
    let meaning = SignMeaning(kind: .sign(sign), instead: sign.rawValue)
    add(meaning, from: start, spelling: Array(sign.rawValue.utf8))
  }
}
