/// Personal numbers in any text, hidden but for what tells them apart.
package enum Masking {
  /// The text with every identity number and mobile number in it masked.
  package static func masked(_ text: String) -> String {
    var result = ""
    var run = ""
    for character in text {
      if character.isPartOfNumber {
        run.append(character)
      } else {
        result += mask(run) + String(character)
        run = ""
      }
    }
    return result + mask(run)
  }

  /// A name of which only its first character is left: `张某某` to `张**`.
  package static func masked(name: String) -> String {
    guard let first = name.first else { return "" }
    return String(first) + String(repeating: "*", count: max(1, name.count - 1))
  }

  private static func mask(_ run: String) -> String {
    (try? IdentityNumber(run.uppercased()))?.masked ?? (try? MobileNumber(run))?.masked ?? run
  }
}

extension Character {
  fileprivate var isPartOfNumber: Bool { isDigit || self == "X" || self == "x" }
}
