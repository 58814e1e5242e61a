/// What kinds of characters FEEL tells apart (DMN 1.5, grammar rules 27-30 and 61-62).
package enum CharacterClass {
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x4E00...0x9FFF: true
    case 0..<0x80: false
    default: scalar.properties.isXIDStart
    }
  }

  /// Whether a name may go on with it.
  package static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x4E00...0x9FFF: true
    case 0..<0x80: false
    default: scalar.properties.isXIDContinue
    }
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The ASCII character that a full-width or look-alike sign was meant for.
  static func ascii(for scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3E, 0xFF40, 0xFF5B...0xFF5E:
      UInt8(scalar.value - 0xFEE0)
    case 0xFF10...0xFF19: UInt8(scalar.value - 0xFEE0)
    case 0x3001: UInt8(ascii: ",")  // 、
    case 0x3002, 0xFF61: UInt8(ascii: ".")  // 。
    case 0x3010, 0x3014: UInt8(ascii: "[")  // 【 〔
    case 0x3011, 0x3015: UInt8(ascii: "]")  // 】 〕
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")  // – — −
    case 0x00D7, 0x2217: UInt8(ascii: "*")  // × ∗
    case 0x00F7, 0x2215: UInt8(ascii: "/")  // ÷ ∕
    case 0x301C, 0x223C: UInt8(ascii: "~")  // 〜 ∼
    default: nil
    }
  }
}
