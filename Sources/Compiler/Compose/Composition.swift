import SourceText
import Syntax

/// A rulebook put together from its files: what it extends and includes.
struct Composition {
  var tree: RulebookTree?
  /// The rulebook's own file.
  var source: SourceID

  /// Reads the rulebook at a path and all files that it is made of.
  init(
    path: String, _ loader: inout SourceLoader, into diagnostics: inout Diagnostics
  ) throws(SourceReadingError) {
    source = try loader.load(path, inFolder: "rulebook.yaml")
    tree = parseYAML(loader.sources[source], id: source, into: &diagnostics).map {
      decodeRulebook($0, into: &diagnostics)
    }
  }
}
