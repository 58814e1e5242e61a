/// Which of a `SourceMap`'s files a place is in.
package struct SourceID: Hashable, Sendable, Codable, Comparable {
  package var index: UInt32

  package init(_ index: Int) {
    self.index = UInt32(index)
  }

  package static func < (left: SourceID, right: SourceID) -> Bool {
    left.index < right.index
  }
}

/// A half-open range of UTF-8 byte offsets in one source file.
package struct Span: Hashable, Sendable, Codable {
  package var source: SourceID
  /// First byte, counted from 0.
  package var start: UInt32
  /// One past the last byte; equal to `start` for a place between two characters.
  package var end: UInt32

  package init(_ source: SourceID, _ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a span runs forward")
    self.source = source
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The smallest span that holds both; both must be in one file.
  package func union(_ other: Span) -> Span {
    precondition(source == other.source, "spans of two files have no union")
    return Span(source, Int(min(start, other.start)), Int(max(end, other.end)))
  }

  package var isEmpty: Bool { start == end }
}

/// A value and the place it was written at. Equality looks at both.
package struct Located<Value> {
  package var value: Value
  package var span: Span

  package init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }

  /// Another value at the same place.
  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: span)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
extension Located: Encodable where Value: Encodable {}
extension Located: Decodable where Value: Decodable {}
