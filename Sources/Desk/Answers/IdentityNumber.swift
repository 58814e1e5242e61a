internal import Model

/// A citizen's identity number (GB 11643-1999): a six-digit place, a birthday, three digits, and a
/// check sign.
package struct IdentityNumber: Hashable, Sendable {
  /// Eighteen signs; a check sign `X` is a capital.
  package let digits: String

  /// Nil unless it has eighteen signs, a real birthday and the right check sign.
  package init?(_ text: some StringProtocol) {
    let signs = String(text.uppercased().filter { !$0.isWhitespace })
    guard signs.utf8.count == 18, let check = signs.last,
      signs.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }),
      Self.hasBirthday(signs), Self.checkSign(of: signs) == check
    else { return nil }
    digits = signs
  }

  /// `340***********1234`: the province and district's first digits and the last four are left.
  package var masked: String {
    digits.prefix(3) + String(repeating: "*", count: 11) + digits.suffix(4)
  }

  private static func hasBirthday(_ signs: String) -> Bool {
    let digits = signs.dropLast().compactMap(\.wholeNumberValue)
    guard digits.count == 17 else { return false }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    let (year, month, day) = (number(6..<10), number(10..<12), number(12..<14))
    return (1850...2200).contains(year) && CalendarDate(year: year, month: month, day: day) != nil
  }

  /// ISO 7064, MOD 11-2.
  private static func checkSign(of signs: String) -> Character? {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(signs, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return Array("10X98765432")[sum % 11]
  }
}

/// A mobile phone's number on the mainland: eleven digits, `1` and then 3 to 9.
package struct MobileNumber: Hashable, Sendable {
  package let digits: String

  /// Nil unless it is one; blanks, hyphens and the country's `+86` may stand in it.
  package init?(_ text: some StringProtocol) {
    var signs = String(text.filter { !$0.isWhitespace && $0 != "-" })
    if signs.hasPrefix("+86") { signs.removeFirst(3) }
    guard signs.utf8.count == 11, signs.allSatisfy({ $0.isASCII && $0.isNumber }),
      signs.hasPrefix("1"), let second = signs.dropFirst().first, ("3"..."9").contains(second)
    else { return nil }
    digits = signs
  }

  /// `138****1234`.
  package var masked: String {
    digits.prefix(3) + "****" + digits.suffix(4)
  }
}
