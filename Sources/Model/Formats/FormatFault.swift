package import SourceText

/// Why a text is not in its format.
package enum FormatFault: Error, Hashable, Sendable {
  /// How many signs there are, and how many there should be.
  case length(Int, of: Int)
  /// A sign that does not belong there; places count from 1.
  case sign(Character, at: Int)
  /// Eight digits that are no day of the calendar.
  case birthday(String)
  /// The last sign does not go with those before it.
  case checkSign
  /// The first two digits of what should begin as a mobile number.
  case start(String)

  /// The reason as a clause: `it has 17 signs and not 18`.
  package var reason: Bilingual {
    switch self {
    case .length(let found, let wanted):
      Bilingual(
        en: "it has \(found) \(found == 1 ? "sign" : "signs") and not \(wanted)",
        zh: "应为 \(wanted) 位，这里有 \(found) 位")
    case .sign(let sign, let place):
      Bilingual(
        en: "`\(sign)` cannot stand in place \(place)", zh: "第 \(place) 位不能是 `\(sign)`")
    case .birthday(let digits):
      Bilingual(
        en: "there is no day \(Self.day(digits)) to be born on, in places 7 to 14",
        zh: "第 7 至 14 位的出生日期 \(Self.day(digits)) 不存在")
    case .checkSign:
      Bilingual(
        en: "its last sign does not go with the others, so that one of them is wrong or two "
          + "changed places",
        zh: "最后一位校验码对不上，其中有一位写错或者两位写颠倒了")
    case .start(let digits):
      Bilingual(
        en: "it begins with \(digits) and not with 13 to 19", zh: "应以 13 至 19 开头，这里是 \(digits)")
    }
  }

  private static func day(_ digits: String) -> String {
    "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }

  static func refuse(_ text: String, otherThan length: Int) throws(FormatFault) {
    if text.count != length { throw .length(text.count, of: length) }
  }
}
