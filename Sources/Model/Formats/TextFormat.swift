package import SourceText

/// How a text has to be written (`format:` of a type): what it is checked and masked by.
package enum TextFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// 居民身份证号码, GB 11643-1999.
  case identityNumber = "identity_number"
  /// 手机号码, eleven digits.
  case mobileNumber = "mobile_number"

  /// What such a text is: `an identity number`.
  package var noun: Bilingual {
    switch self {
    case .identityNumber: Bilingual(en: "an identity number", zh: "身份证号码")
    case .mobileNumber: Bilingual(en: "a mobile number", zh: "手机号码")
    }
  }

  /// Why a text is not in the format; nil if it is. What stands for an erased text is.
  package func fault(in text: String) -> FormatFault? {
    if ErasedText.isOne(text) { return nil }
    do throws(FormatFault) {
      switch self {
      case .identityNumber: _ = try IdentityNumber(text)
      case .mobileNumber: _ = try MobileNumber(text)
      }
      return nil
    } catch {
      return error
    }
  }

  /// The same in a sentence: `this is no mobile number: it has 10 signs and not 11`.
  package func problem(with text: String) -> Bilingual? {
    fault(in: text).map(problem)
  }

  /// The sentence that tells a fault.
  package func problem(_ fault: FormatFault) -> Bilingual {
    Bilingual(
      en: "this is not \(noun.en): \(fault.reason.en)", zh: "这不是\(noun.zh)：\(fault.reason.zh)")
  }

  /// A text as people type it, as it is kept: without blanks and hyphens, digits narrow, `X` a
  /// capital, a mobile number without the country's `+86`.
  package func tidied(_ typed: String) -> String {
    var signs = String(typed.unicodeScalars.compactMap(Self.narrowed).map(Character.init))
      .uppercased()
    guard self == .mobileNumber else { return signs }
    for country in ["+86", "0086", "86"] where signs.hasPrefix(country) && signs.count > 11 {
      signs.removeFirst(country.count)
      break
    }
    return signs
  }

  /// Without what only sets groups of digits apart.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0xFF0D: nil
    case _ where scalar.properties.isWhitespace: nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: scalar
    }
  }

  /// The text with its middle hidden; one that is not in the format is hidden whole.
  package func masked(_ text: String) -> String {
    if ErasedText.isOne(text) { return text }
    let masked: String? =
      switch self {
      case .identityNumber: (try? IdentityNumber(text))?.masked
      case .mobileNumber: (try? MobileNumber(text))?.masked
      }
    return masked ?? String(repeating: "*", count: text.count)
  }

  /// A text in the format that belongs to nobody; others for other numbers, from 0.
  package func example(_ number: Int) -> String {
    switch self {
    case .identityNumber: IdentityNumber.example(number)
    case .mobileNumber: MobileNumber.example(number)
    }
  }

  /// A text in the format other than some.
  package func example(besides texts: [String]) -> String {
    var number = 1
    while texts.contains(example(number)) { number += 1 }
    return example(number)
  }
}
