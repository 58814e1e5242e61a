import SourceText

extension Lexer {
  /// A date without quotes, which FEEL would read as a subtraction or a division.
  ///
  /// Takes it as the date that was meant. An `@` may stand before it.
  mutating func lexBareDate(behind prefix: Int = 0) -> Bool {
    guard let (end, date) = bareDate(at: position + prefix) else { return false }
    let start = position
    position = end
    var literal = date
    if peek(0) == UInt8(ascii: "T"), peek(1).map(CharacterClass.isDigit) == true {
      skipTime()
      literal += text(end..<position)
    }
    add(.at(literal), from: start)
    diagnostics.append(
      .bareDate(text(start..<position), literal: literal, at: span(start..<position)))
    return true
  }

  private mutating func skipTime() {
    while let byte = peek(0) {
      let isTime =
        byte < 0x80 && CharacterClass.startsName(Unicode.Scalar(byte))
        || CharacterClass.isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") && peek(1).map(CharacterClass.isDigit) == true
        || byte == UInt8(ascii: ".") && peek(1).map(CharacterClass.isDigit) == true
      guard isTime else { return }
      position += 1
    }
  }

  /// `2026-01-31`, `2026/1/31`, `2026年1月31日`: where it ends and its standard form.
  private func bareDate(at start: Int) -> (end: Int, literal: String)? {
    guard let year = digits(at: start, atLeast: 4, atMost: 4),
      let first = separator(at: year.end),
      let month = digits(at: first.end, atLeast: 1, atMost: 2),
      let second = separator(at: month.end), second.belongsWith == first.belongsWith,
      let day = digits(at: second.end, atLeast: 1, atMost: 2),
      (1...12).contains(month.value), (1...31).contains(day.value)
    else { return nil }
    var end = day.end
    if first.belongsWith == "年" {
      guard end < bytes.count, decode(at: end).scalar == "日" else { return nil }
      end += 3
    }
    return (end, "\(text(start..<year.end))-\(twoDigits(month.value))-\(twoDigits(day.value))")
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private func separator(at offset: Int) -> (end: Int, belongsWith: Unicode.Scalar)? {
    guard offset < bytes.count else { return nil }
    let (scalar, width) = decode(at: offset)
    switch scalar {
    case "-", "/": return (offset + width, scalar)
    case "年", "月": return (offset + width, "年")
    default: return nil
    }
  }

  /// A run of digits of a length, whole.
  private func digits(at start: Int, atLeast: Int, atMost: Int) -> (end: Int, value: Int)? {
    var (end, value) = (start, 0)
    while end < bytes.count, end - start <= atMost, CharacterClass.isDigit(bytes[end]) {
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    return (atLeast...atMost).contains(end - start) ? (end, value) : nil
  }
}
