/// A citizen's identity number (GB 11643-1999): a six-digit place, a birthday, three digits, and a
/// check sign.
package struct IdentityNumber: Hashable, Sendable {
  /// Eighteen signs; a check sign `X` is a capital.
  package let digits: String

  /// Reads one as it is kept: digits, and `X` or a digit as its last sign.
  package init(_ text: String) throws(FormatFault) {
    try FormatFault.refuse(text, otherThan: 18)
    for (place, sign) in text.enumerated() {
      let isCheckSign = place == 17 && sign == "X"
      guard sign.isDigit || isCheckSign, place > 0 || sign != "0" else {
        throw .sign(sign, at: place + 1)
      }
    }
    guard Self.hasBirthday(text) else { throw .birthday(String(text.dropFirst(6).prefix(8))) }
    guard Self.checkSign(of: text.dropLast()) == text.last else { throw .checkSign }
    digits = text
  }

  /// `340***********123X`: the first three and the last four signs are left.
  package var masked: String {
    digits.prefix(3) + String(repeating: "*", count: 11) + digits.suffix(4)
  }

  /// One that nobody has, since no place is numbered 100000; another for each number below
  /// ten million.
  static func example(_ number: Int) -> String {
    let birthday =
      CalendarDate(year: 1980, month: 1, day: 1)?.adding(days: number / 1000 % 10_000)
      .map { String($0.description.filter(\.isDigit)) } ?? "19800101"
    let body = "100000" + birthday + (number % 1000).padded(to: 3)
    return body + String(checkSign(of: body[...]))
  }

  private static func hasBirthday(_ signs: String) -> Bool {
    let digits = signs.dropLast().compactMap(\.wholeNumberValue)
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    let (year, month, day) = (number(6..<10), number(10..<12), number(12..<14))
    return (1850...2200).contains(year) && CalendarDate(year: year, month: month, day: day) != nil
  }

  /// ISO 7064, MOD 11-2, of the seventeen digits before it.
  private static func checkSign(of signs: Substring) -> Character {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(signs, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return Array("10X98765432")[sum % 11]
  }
}

extension Character {
  var isDigit: Bool { isASCII && isNumber }
}
