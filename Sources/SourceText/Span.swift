/// Which of a `SourceMap`'s files a place is in.
public struct SourceID: Hashable, Sendable, Codable, Comparable {
  public var index: UInt32

  public init(_ index: Int) {
    self.index = UInt32(index)
  }

  public static func < (left: SourceID, right: SourceID) -> Bool {
    left.index < right.index
  }
}

/// A half-open range of UTF-8 byte offsets in one source file.
public struct Span: Hashable, Sendable, Codable {
  public var source: SourceID
  /// First byte, counted from 0.
  public var start: UInt32
  /// One past the last byte; equal to `start` for a place between two characters.
  public var end: UInt32

  public init(_ source: SourceID, _ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a span runs forward")
    self.source = source
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The smallest span that holds both; both must be in one file.
  public func union(_ other: Span) -> Span {
    precondition(source == other.source, "spans of two files have no union")
    return Span(source, Int(min(start, other.start)), Int(max(end, other.end)))
  }

  public var isEmpty: Bool { start == end }
}

/// A value and the place it was written at. Equality looks at both. (Public for the sake of
/// specialisation, as `Arena` is.)
public struct Located<Value> {
  public var value: Value
  public var span: Span

  @inlinable
  public init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }

  /// Another value at the same place.
  @inlinable
  public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: span)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
extension Located: Encodable where Value: Encodable {}
extension Located: Decodable where Value: Decodable {}
