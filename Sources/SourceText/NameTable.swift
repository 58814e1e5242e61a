/// A table by name. Names are compared character by character, where a dictionary of strings counts
/// canonically equivalent ones as one: they are in normalisation form C, or reported, and to compare
/// and hash their bytes costs a fraction. (Public for the sake of specialisation, as `Arena` is.)
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

  @inlinable
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { bytes in
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
  }
}

extension String {
  /// Whether two texts are the same bytes.
  @inlinable
  public func hasBytes(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isEqual = unsafe utf8.withContiguousStorageIfAvailable { mine in
      unsafe other.utf8.withContiguousStorageIfAvailable { theirs in
        unsafe mine.elementsEqual(theirs)
      }
    }
    return (isEqual ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether some bytes are this text's.
  @inlinable
  public func hasBytes(of other: ArraySlice<UInt8>) -> Bool {
    guard utf8.count == other.count else { return false }
    let isEqual = unsafe utf8.withContiguousStorageIfAvailable { mine in
      unsafe other.withUnsafeBufferPointer { theirs in unsafe mine.elementsEqual(theirs) }
    }
    return isEqual ?? utf8.elementsEqual(other)
  }
}
