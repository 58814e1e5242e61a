internal import Crypto

/// What tells one content from another: SHA-256 (FIPS 180-4).
package enum ContentHash {
  /// The hash in hex, 64 digits.
  package static func hex(_ bytes: [UInt8]) -> String { hex(bytes[...]) }

  /// The same of a part, which is not copied.
  package static func hex(_ bytes: ArraySlice<UInt8>) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
