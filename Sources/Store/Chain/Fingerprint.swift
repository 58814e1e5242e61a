internal import Crypto
internal import FoundationEssentials

/// A SHA-256, of 32 bytes.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  /// What stands before the first entry of every case: 32 zeros.
  package static let zero = Fingerprint(unchecked: Array(repeating: 0, count: length))

  /// How many bytes a SHA-256 has.
  package static let length = 32

  /// Of these bytes.
  package init(of bytes: [UInt8]) {
    self.bytes = Array(SHA256.hash(data: bytes))
  }

  /// Takes a SHA-256 that was computed before; nil where it has not 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  private init(unchecked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 64 digits, lower case.
  package var description: String { Self.hex(bytes) }

  /// Bytes as pairs of lower-case digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
