/// A dense index into the arena of one kind of thing; ids of two kinds do not mix.
public struct ID<Element>: Hashable, Sendable, Comparable {
  public var index: Int

  @inlinable
  public init(_ index: Int) {
    self.index = index
  }

  @inlinable
  public static func < (left: ID, right: ID) -> Bool {
    left.index < right.index
  }
}

extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    index = try decoder.singleValueContainer().decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }
}

/// All things of one kind, in order of declaration.
///
/// It and its ids are public, unlike all else here, because the compiler specialises inlinable code
/// of another module only if that is public: one property of an element is then read without
/// copying the whole of it.
public struct Arena<Element> {
  @usableFromInline var storage: [Element]

  @inlinable
  public var elements: [Element] { storage }

  @inlinable
  public init(_ elements: [Element] = []) {
    storage = elements
  }

  /// Adds an element and says the id that finds it again.
  @inlinable
  public mutating func add(_ element: Element) -> ID<Element> {
    storage.append(element)
    return ID(storage.count - 1)
  }

  @inlinable
  public subscript(id: ID<Element>) -> Element {
    get { storage[id.index] }
    _modify { yield &storage[id.index] }
  }

  @inlinable
  public var ids: [ID<Element>] { storage.indices.map { ID($0) } }

  @inlinable
  public var count: Int { storage.count }
}

extension Arena: Sendable where Element: Sendable {}
extension Arena: Equatable where Element: Equatable {}
extension Arena: Hashable where Element: Hashable {}

extension Arena: Codable where Element: Codable {
  public init(from decoder: any Decoder) throws {
    storage = try decoder.singleValueContainer().decode([Element].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(storage)
  }
}
