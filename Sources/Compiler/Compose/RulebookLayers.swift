package import SourceText

/// Of which rulebooks one is made, and which files belong to which (docs/layers.md).
package struct RulebookLayers: Sendable {
  /// One rulebook with the files that it includes or names.
  package struct Layer: Sendable {
    /// Its id.
    package var name: String
    /// Its own file.
    package var file: SourceID
  }

  /// The rulebook itself, then the one that it extends, and so on.
  package let all: [Layer]
  /// By file: the one that names it.
  private let namedIn: [SourceID: SourceID]

  package init() {
    (all, namedIn) = ([], [:])
  }

  init(_ layers: [Layer], namedIn: [SourceID: SourceID]) {
    all = layers
    self.namedIn = namedIn
  }

  /// The index in `all` of the rulebook that a file belongs to: 0 for the rulebook itself.
  package func index(of file: SourceID) -> Int {
    var next: SourceID? = file
    while let source = next {
      if let index = all.firstIndex(where: { $0.file == source }) { return index }
      next = namedIn[source]
    }
    return 0
  }
}
