import SourceText
import Syntax

/// A rulebook put together from its files (docs/layers.md): those that it includes, and below them
/// the rulebook that it extends, which may extend another.
struct Composition {
  /// The whole; nil where a file that it is made of cannot be read.
  private(set) var tree: RulebookTree?
  /// The rulebook's own file.
  let source: SourceID
  /// Which file belongs to which layer.
  private(set) var layers = Layers()

  /// Reads the rulebook at a path and all files that it is made of. Only that the rulebook's own
  /// file cannot be read is thrown.
  init(
    path: String, _ loader: inout SourceLoader, into diagnostics: inout Diagnostics
  ) throws(SourceReadingError) {
    source = try loader.load(path, inFolder: "rulebook.yaml")
    tree = compose(source, above: [], &loader, &diagnostics)
  }

  /// The rulebook of a file with all that lies below it; `above` are the files that led to it.
  private mutating func compose(
    _ source: SourceID, above: [SourceID], _ loader: inout SourceLoader,
    _ diagnostics: inout Diagnostics
  ) -> RulebookTree? {
    var files = RulebookFiles(source, loader)
    let own = files.read()
    loader = files.loader
    diagnostics.report(contentsOf: files.diagnostics.all)
    guard let own else { return nil }
    guard let path = own.extends else {
      layers.add(files.sources)
      diagnostics.report(contentsOf: Layering.changesWithoutBase(own))
      return own
    }
    guard let base = base(at: path, above: above + [source], &loader, &diagnostics) else {
      return nil
    }
    layers.add(files.sources)
    var layering = Layering(own, on: base, loader)
    layering.run()
    diagnostics.report(contentsOf: layering.diagnostics.all)
    return layering.tree
  }

  /// The rulebook that one names under `extends`; nil, with a finding, where it cannot be had.
  private mutating func base(
    at path: Located<String>, above: [SourceID], _ loader: inout SourceLoader,
    _ diagnostics: inout Diagnostics
  ) -> RulebookTree? {
    let base: SourceID
    do {
      let whole = FilePath.beside(loader.sources[path.span.source].name, path.value)
      base = try loader.load(FilePath.normal(whole), inFolder: "rulebook.yaml")
    } catch {
      diagnostics.report(.fileNotRead(path, error))
      return nil
    }
    let names = above.map { FilePath.normal(loader.sources[$0].name) }
    if let first = names.firstIndex(of: loader.sources[base].name) {
      diagnostics.report(.inACircle(path, Array(names[first...]), isBase: true))
      return nil
    }
    return compose(base, above: above, &loader, &diagnostics)
  }
}

/// Which layer each file of a rulebook belongs to: 0 is the base that extends nothing, the highest
/// the rulebook that was asked for.
struct Layers: Sendable {
  private var depths: [SourceID: Int] = [:]
  private(set) var count = 0

  /// Puts a layer of these files on the ones there are.
  mutating func add(_ files: [SourceID]) {
    for file in files { depths[file] = count }
    count += 1
  }

  /// The layer that a place is written in; nil for files that no layer is made of, such as tables.
  func depth(of span: Span) -> Int? { depths[span.source] }
}
