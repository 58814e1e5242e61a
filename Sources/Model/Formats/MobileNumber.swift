/// A mobile phone's number on the mainland: eleven digits, `1` and then 3 to 9.
package struct MobileNumber: Hashable, Sendable {
  package let digits: String

  /// Reads one as it is kept: digits alone, without the country's `+86`.
  package init(_ text: String) throws(FormatFault) {
    try FormatFault.refuse(text, otherThan: 11)
    for (place, sign) in text.enumerated() where !sign.isDigit {
      throw .sign(sign, at: place + 1)
    }
    let start = Array(text.prefix(2))
    guard start[0] == "1", ("3"..."9").contains(start[1]) else {
      throw .start(String(text.prefix(2)))
    }
    digits = text
  }

  /// `138****1234`.
  package var masked: String {
    digits.prefix(3) + "****" + digits.suffix(4)
  }

  /// One for each number below ten thousand, from a block of zeros that is given to nobody.
  static func example(_ number: Int) -> String {
    "1380000" + (number % 10_000).padded(to: 4)
  }
}
