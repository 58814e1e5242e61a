/// The places where a file spells one character as two escapes, `\ud83d\ude00`, as JSON does beyond
/// the first 65,536 characters (RFC 8259, 7).
///
/// libyaml refuses each half by itself. It is given a stand-in of the same length, so that its
/// places stay right, and the scalar's text is decoded from the file.
struct SurrogatePairs {
  /// Where the first backslash of each pair stands.
  private(set) var starts: [Int] = []

  /// What libyaml reads in place of a pair: as many bytes, which are two escapes as well.
  static let standIn = Array(#"\ufffd\ufffd"#.utf8)

  init(_ bytes: [UInt8], from origin: Int) {
    var offset = origin
    while let backslash = bytes[offset...].firstIndex(of: UInt8(ascii: "\\")) {
      if Self.scalar(in: bytes[backslash...]) != nil {
        starts.append(backslash)
        offset = backslash + Self.standIn.count
      } else {
        // An escaped backslash begins no escape.
        offset = min(backslash + 2, bytes.count)
      }
    }
  }

  /// The character that bytes spell if they begin with a pair.
  static func scalar(in bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard bytes.count >= standIn.count, let high = half(bytes), (0xD800..<0xDC00).contains(high),
      let low = half(bytes.dropFirst(6)), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private static func half(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.starts(with: #"\u"#.utf8) else { return nil }
    let digits = bytes.dropFirst(2).prefix(4)
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
