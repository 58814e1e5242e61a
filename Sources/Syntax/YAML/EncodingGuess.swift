/// What encoding a file is in, told from its bytes alone.
enum EncodingGuess {
  /// The name of a 16- or 32-bit encoding that the file shows by its mark or by its zero bytes.
  static func wideEncoding(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let head = bytes.prefix(64)
    let zeros = head.indices.filter { head[$0] == 0 }
    guard zeros.count * 4 >= head.count, head.count >= 4 else { return nil }
    let isOneSided = zeros.allSatisfy { $0 % 2 == 0 } || zeros.allSatisfy { $0 % 2 == 1 }
    return isOneSided ? "UTF-16" : nil
  }

  /// The first bytes that are no UTF-8.
  static func firstIllFormed(in bytes: [UInt8]) -> Range<Int>? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  /// Whether ill-formed UTF-8 reads as Chinese in GB18030: all of it decodes, most of what is not
  /// ASCII lies among the common characters (GB 2312), and it is not UTF-8 with a slip in it.
  static func isGBK(_ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var common = 0
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      if lead < 0x80 {
        offset += 1
        continue
      }
      guard (0x81...0xFE).contains(lead), offset + 1 < bytes.count else { return false }
      let trail = bytes[offset + 1]
      if (0x30...0x39).contains(trail) {
        offset += 4
      } else if (0x40...0xFE).contains(trail), trail != 0x7F {
        let isCommon = (0xA1...0xF7).contains(lead) && (0xA1...0xFE).contains(trail)
        if isCommon { common += 1 }
        pairs += 1
        offset += 2
      } else {
        return false
      }
    }
    return offset == bytes.count && common * 10 >= pairs * 7 && !isMostlyUTF8(bytes)
  }

  /// Whether nine in ten of the characters beyond ASCII are well-formed UTF-8.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): if encoded.count > 1 { good += 1 }
      case .error: bad += 1
      case .emptyInput: return good > bad * 9
      }
    }
  }
}
