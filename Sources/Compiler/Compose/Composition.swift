import SourceText
import Syntax

/// A rulebook put together from its files (docs/layers.md): those that it includes, and below them
/// the rulebook that it extends, which may extend another.
struct Composition {
  /// The whole; nil where a file that it is made of cannot be read.
  private(set) var tree: RulebookTree?
  /// The rulebook's own file.
  let source: SourceID
  /// The rulebooks that it is made of: itself, then the one it extends, and so on.
  private(set) var layers: [RulebookLayers.Layer] = []
  /// What is refused of each layer, to be found while the whole is lowered.
  private(set) var refusals: [Meanwhile<[Diagnostic]>] = []

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
    layers.append(.init(name: own.name?.value ?? "", file: source))
    guard let path = own.extends else {
      diagnostics.report(contentsOf: Layering.changesWithoutBase(own))
      return own
    }
    guard let base = base(at: path, above: above + [source], &loader, &diagnostics) else {
      return nil
    }
    var layering = Layering(own, on: base, loader)
    layering.run()
    diagnostics.report(contentsOf: layering.diagnostics.all)
    refusals.append(layering.refusals)
    return layering.tree
  }

  /// The rulebook that one names under `extends`; nil, with a finding, where it cannot be had.
  private mutating func base(
    at path: Located<String>, above: [SourceID], _ loader: inout SourceLoader,
    _ diagnostics: inout Diagnostics
  ) -> RulebookTree? {
    let base: SourceID
    do {
      base = try loader.loadBase(path)
    } catch {
      let meant = error.reason == .notFound ? loader.shippedBase(meantBy: path.value) : nil
      diagnostics.report(
        .noSuchBase(path, error, meant: meant, folders: loader.rulebookFolders))
      return nil
    }
    let names = above.map { FilePath.normal(loader.sources[$0].name) }
    if let first = names.firstIndex(of: FilePath.normal(loader.sources[base].name)) {
      diagnostics.report(.inACircle(path, Array(names[first...]), isBase: true))
      return nil
    }
    return compose(base, above: above, &loader, &diagnostics)
  }
}
