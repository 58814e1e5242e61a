/// Walks over the bytes of a literal; every step either takes what was asked for or takes nothing.
struct LiteralReader {
  private var rest: Substring.UTF8View

  init(_ literal: some StringProtocol) {
    rest = Substring(literal).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The byte that comes next, left in place.
  var next: UInt8? { rest.first }

  /// Takes `character` if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes `word` if it comes next, byte for byte.
  mutating func take(word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest.removeFirst(word.utf8.count)
    return true
  }

  /// Takes one ASCII digit.
  mutating func takeDigit() -> Int? {
    guard let byte = rest.first, byte &- 48 < 10 else { return nil }
    rest.removeFirst()
    return Int(byte &- 48)
  }

  /// Takes exactly `count` digits, or nothing.
  mutating func takeDigits(_ count: Int) -> Int? {
    let start = self
    var value = 0
    for _ in 0..<count {
      guard let digit = takeDigit() else {
        self = start
        return nil
      }
      value = value * 10 + digit
    }
    return value
  }

  /// Takes all digits that follow; nil (and nothing taken) if there are none or they exceed `Int`.
  mutating func takeWhole() -> Int? {
    let start = self
    guard var value = takeDigit() else { return nil }
    while let digit = takeDigit() {
      let (tens, tensOverflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = tens.addingReportingOverflow(digit)
      if tensOverflow || sumOverflow {
        self = start
        return nil
      }
      value = sum
    }
    return value
  }

  /// Takes a point and one to three digits as thousandths; 0 if no point comes next, nil if the
  /// point is not followed by one to three digits.
  mutating func takeThousandths() -> Int? {
    guard take(".") else { return 0 }
    guard var value = takeDigit() else { return nil }
    for _ in 0..<2 {
      value = value * 10 + (takeDigit() ?? 0)
    }
    return next.map { $0 &- 48 < 10 } == true ? nil : value
  }
}

extension Int {
  /// The number in decimal digits with zeros in front, at least `width` digits; the sign is extra.
  func padded(to width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}
