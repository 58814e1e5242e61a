/// A table by name.
///
/// Names are compared character by character, where a dictionary of strings counts canonically
/// equivalent ones as one: they are in normalisation form C, or reported, and to compare and hash
/// their bytes costs a fraction. (Public for the sake of specialisation, as `Arena` is.)
public struct NameTable<Value> {
  @usableFromInline var values: [ExactText: Value] = [:]

  @inlinable
  public init() {}

  @inlinable
  public var isEmpty: Bool { values.isEmpty }

  /// The names, in no order.
  @inlinable
  public var names: [String] { values.keys.map(\.text) }

  @inlinable
  public subscript(name: String) -> Value? {
    get { values[ExactText(name)] }
    set { values[ExactText(name)] = newValue }
  }

  @inlinable
  public subscript(name: String, default value: @autoclosure () -> Value) -> Value {
    get { values[ExactText(name)] ?? value() }
    _modify { yield &values[ExactText(name), default: value()] }
  }
}

extension NameTable: Sendable where Value: Sendable {}

/// A text that is the bytes of its characters and nothing else.
public struct ExactText: Hashable, Sendable {
  public let text: String

  @inlinable
  public init(_ text: String) {
    self.text = text
  }

  @inlinable
  public static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasBytes(of: right.text)
  }

  /// The bytes, eight at a time.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    let bytes = text.utf8Span.span
    var word: UInt64 = 0
    for index in bytes.indices {
      word = word << 8 | UInt64(bytes[index])
      if index & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
  }
}

extension String {
  /// Whether two texts are the same bytes.
  @inlinable
  public func hasBytes(of other: String) -> Bool {
    let mine = utf8Span.span
    let theirs = other.utf8Span.span
    guard mine.count == theirs.count else { return false }
    for index in mine.indices where mine[index] != theirs[index] { return false }
    return true
  }

  /// Whether some bytes are this text's.
  @inlinable
  public func hasBytes(of other: ArraySlice<UInt8>) -> Bool {
    let mine = utf8Span.span
    let theirs = other.span
    guard mine.count == theirs.count else { return false }
    for index in mine.indices where mine[index] != theirs[index] { return false }
    return true
  }
}
