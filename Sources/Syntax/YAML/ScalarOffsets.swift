/// Turns libyaml's marks, which count Unicode scalars, into byte offsets.
///
/// A file of ASCII alone needs no table; else every 8th scalar's offset is kept and the rest is
/// walked.
struct ScalarOffsets {
  private static let stride = 8

  private let bytes: [UInt8]
  /// Where the text starts, after a byte-order mark.
  private let origin: Int
  /// Byte offset of each scalar whose number divides by the stride; empty for ASCII.
  private let anchors: [Int]

  /// The bytes must be well-formed UTF-8.
  init(_ bytes: [UInt8], from origin: Int) {
    self.bytes = bytes
    self.origin = origin
    anchors = bytes.allSatisfy { $0 < 0x80 } ? [] : Self.anchors(of: bytes, from: origin)
  }

  private static func anchors(of bytes: [UInt8], from origin: Int) -> [Int] {
    var anchors: [Int] = []
    anchors.reserveCapacity(bytes.count / stride + 1)
    let span = bytes.span
    var offset = origin
    while offset < span.count {
      anchors.append(offset)
      for _ in 0..<stride where offset < span.count { offset += span[offset].width }
    }
    return anchors
  }

  /// The byte offset of a scalar by its number; the end of the file for one past the last.
  func byteOffset(ofScalar index: Int) -> Int {
    guard !anchors.isEmpty else { return min(origin + index, bytes.count) }
    let anchor = index / Self.stride
    guard anchor < anchors.count else { return bytes.count }
    var offset = anchors[anchor]
    let span = bytes.span
    for _ in 0..<(index % Self.stride) where offset < span.count { offset += span[offset].width }
    return offset
  }
}

extension UInt8 {
  /// The bytes of a character that begins with this one.
  fileprivate var width: Int {
    self < 0x80 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4
  }
}
