/// Builds decoded text together with the map back to the file.
struct SegmentedText {
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [ScalarSegment] = []

  /// Adds file bytes as they are.
  mutating func append(_ source: Range<Int>, of file: [UInt8]) {
    guard !source.isEmpty else { return }
    bytes.append(contentsOf: file[source])
    add(source, length: source.count)
  }

  /// Adds text that file bytes stand for: an escape, a folded break.
  mutating func append(_ decoded: some Collection<UInt8>, for source: Range<Int>) {
    guard !decoded.isEmpty else { return }
    bytes.append(contentsOf: decoded)
    add(source, length: decoded.count)
  }

  /// Lengthens the last run where both sides go on byte by byte, else opens a new one.
  private mutating func add(_ source: Range<Int>, length: Int) {
    let end = UInt32(bytes.count)
    if let last = segments.indices.last, length == source.count, segments[last].isVerbatim,
      segments[last].sourceEnd == source.lowerBound
    {
      segments[last].textEnd = end
      segments[last].sourceEnd = UInt32(source.upperBound)
    } else {
      segments.append(
        ScalarSegment(
          textStart: end - UInt32(length), textEnd: end, sourceStart: UInt32(source.lowerBound),
          sourceEnd: UInt32(source.upperBound)))
    }
  }
}
