/// A dense index into the arena of one kind of thing; ids of two kinds do not mix.
package struct ID<Element>: Hashable, Sendable, Comparable {
  package var index: Int

  package init(_ index: Int) {
    self.index = index
  }

  package static func < (left: ID, right: ID) -> Bool {
    left.index < right.index
  }
}

extension ID: Codable {
  package init(from decoder: any Decoder) throws {
    index = try decoder.singleValueContainer().decode(Int.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }
}

/// All things of one kind, in order of declaration.
package struct Arena<Element> {
  package private(set) var elements: [Element]

  package init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// Adds an element and says the id that finds it again.
  package mutating func add(_ element: Element) -> ID<Element> {
    elements.append(element)
    return ID(elements.count - 1)
  }

  package subscript(id: ID<Element>) -> Element {
    get { elements[id.index] }
    set { elements[id.index] = newValue }
  }

  package var ids: [ID<Element>] { elements.indices.map(ID.init) }
  package var count: Int { elements.count }
}

extension Arena: Sendable where Element: Sendable {}
extension Arena: Equatable where Element: Equatable {}
extension Arena: Hashable where Element: Hashable {}

extension Arena: Codable where Element: Codable {
  package init(from decoder: any Decoder) throws {
    elements = try decoder.singleValueContainer().decode([Element].self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(elements)
  }
}
