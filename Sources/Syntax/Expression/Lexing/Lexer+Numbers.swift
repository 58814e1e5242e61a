import SourceText

extension Lexer {
  /// Digits, a fraction, an exponent. A dot at the end is no part: `10..99` is a range.
  mutating func lexNumber() {
    let start = position
    if lexBareDate() { return }
    skipDigits()
    if peek(0) == UInt8(ascii: "."), peek(1).map(CharacterClass.isDigit) == true {
      position += 1
      skipDigits()
    }
    skipExponent()
    let end = position
    skipNumberTail()
    if ForeignWord.follows(text(end..<position)) { position = end }
    let head = takeGroupedHead(before: start..<end)
    let digits = (head?.digits ?? "") + text(start..<end)
    let whole = (head?.start ?? start)..<position
    add(.number(digits), from: whole.lowerBound)
    guard head != nil || position > end else { return }
    diagnostics.append(
      .malformedNumber(
        text(whole), digits: digits, tail: position > end ? text(end..<position) : ",",
        at: span(whole)))
  }

  private mutating func skipDigits() {
    while let byte = peek(0), CharacterClass.isDigit(byte) { position += 1 }
  }

  /// `e3`, `E+3`; anything else behind the digits is left to `skipNumberTail`.
  private mutating func skipExponent() {
    guard let byte = peek(0), byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") else { return }
    let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard peek(hasSign ? 2 : 1).map(CharacterClass.isDigit) == true else { return }
    position += hasSign ? 2 : 1
    skipDigits()
  }

  /// What cannot follow a number: letters, a further fraction, a lone dot, a per cent sign.
  private mutating func skipNumberTail() {
    while true {
      let start = position
      skipName()
      let next = peek(1)
      if peek(0) == UInt8(ascii: "."), next != UInt8(ascii: ".") {
        let isField = next.map { CharacterClass.isDigit($0) } != true && start != position
        if isField { return }
        position += 1
      } else if peek(0) == UInt8(ascii: "%"), isPercent {
        position += 1
      }
      if position == start { return }
    }
  }

  /// Whether the `%` here belongs to the number before it: nothing that it could divide follows.
  private var isPercent: Bool {
    var offset = position + 1
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    return byte != UInt8(ascii: "(") && !continuesName(at: offset)
      || text(offset..<min(offset + 3, bytes.count)) == "and"
      || text(offset..<min(offset + 2, bytes.count)) == "or"
  }

  /// Takes the `5` and the comma of `5,000` back: zeros behind a comma are surely no number by
  /// themselves.
  private mutating func takeGroupedHead(
    before range: Range<Int>
  ) -> (start: Int, digits: String)? {
    guard range.count == 3, bytes[range.lowerBound] == UInt8(ascii: "0"), tokens.count >= 2,
      let comma = tokens.last, comma.kind == .sign(.comma), comma.end == range.lowerBound,
      case .number(let digits) = tokens[tokens.count - 2].kind,
      tokens[tokens.count - 2].end == comma.start
    else { return nil }
    let start = tokens[tokens.count - 2].start
    tokens.removeLast(2)
    return (start, digits)
  }

  /// `１２`: read as the digits that were meant.
  mutating func lexWideNumber() {
    let start = position
    var digits: [UInt8] = []
    while position < bytes.count {
      let (scalar, width) = decode(at: position)
      guard let ascii = scalar.isASCII ? bytes[position] : CharacterClass.ascii(for: scalar),
        CharacterClass.isDigit(ascii)
          || ascii == UInt8(ascii: ".") && isWideDigit(at: position + width)
      else { break }
      digits.append(ascii)
      position += width
    }
    let number = String(decoding: digits, as: UTF8.self)
    add(.number(number), from: start)
    let fix = Fix(span(start..<position), replacement: number, isSafe: true)
    diagnostics.append(.fullWidthSign(text(start..<position), instead: number, fix: fix))
  }

  private func isWideDigit(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let (scalar, _) = decode(at: offset)
    return (CharacterClass.ascii(for: scalar)).map(CharacterClass.isDigit)
      ?? CharacterClass.isDigit(bytes[offset])
  }
}
