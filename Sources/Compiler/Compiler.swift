package import Model
package import SourceText
import Syntax

/// Turns what authors write into what the engine runs.
///
///     rulebook.yaml ── parseYAML ──▶ YAMLNode ── decodeRulebook ──▶ RulebookTree      (Syntax)
///     its files ── Composition ──▶ one RulebookTree            (Compose/: extends, include)
///     RulebookTree ── FormsLowering ──▶ RulebookTree in core   (Mediation/: docs/mediation.md)
///     RulebookTree ── Lowering ──▶ Program                    (Lower/: names, workflow, periods;
///                                                              Check/ types expressions,
///                                                              Decisions/ lowers tables)
///     Program ── lint ──▶ findings about the whole            (Lint/)
///
/// Case files and calendars go the same way: see `Cases/` and `Calendars/`. The compiler does no
/// input itself; it is handed a reader. Faults of the texts are findings, all of them at once; only
/// a file that cannot be read at all is thrown.
package struct RulebookCompiler: Sendable {
  private let reader: any SourceReading
  private let templateFolders: [String]
  private let rulebookFolders: [String]

  /// - Parameters:
  ///   - templateFolders: where templates are looked for that a rulebook does not bring itself, in
  ///     this order.
  ///   - rulebookFolders: where a rulebook is looked for that another one extends by its folder's
  ///     name alone, in this order.
  package init(
    reading reader: any SourceReading, templateFolders: [String] = [],
    rulebookFolders: [String] = []
  ) {
    self.reader = reader
    self.templateFolders = templateFolders
    self.rulebookFolders = rulebookFolders
  }

  /// Compiles the rulebook at a path: a file, or a folder with a `rulebook.yaml`. The texts of
  /// `cases` are read meanwhile, which costs no time where there are two processors.
  package func compile(
    path: String, reading cases: [String] = []
  ) throws(SourceReadingError) -> Compilation {
    var loader = SourceLoader(
      reader, templateFolders: templateFolders, rulebookFolders: rulebookFolders)
    var diagnostics = Diagnostics()
    let composition = try Composition(path: path, &loader, into: &diagnostics)
    var compilation = Compilation(path: loader.sources[composition.source].name)
    let files = try Self.load(cases, &loader)
    if let tree = composition.tree {
      compilation.caseTexts = CaseTexts(reading: files)
      for refusals in composition.refusals { refusals.offer() }
      let (lowering, program) = Self.lower(tree, loader, diagnostics, composition.refusals)
      compilation.tree = tree
      compilation.core = lowering.tree
      compilation.exceptions = lowering.exceptions
      compilation.program = lowering.diagnostics.hasErrors ? nil : program
      compilation.layers = RulebookLayers(composition.layers, namedIn: lowering.loader.namedIn)
      if let calendar = lowering.calendar { compilation.calendar = calendar }
      (diagnostics, loader) = (lowering.diagnostics, lowering.loader)
    } else {
      diagnostics.report(contentsOf: composition.refusals.flatMap(\.value))
    }
    compilation.sources = loader.sources
    compilation.diagnostics = diagnostics.sorted
    return compilation
  }

  private static func lower(
    _ tree: RulebookTree, _ loader: SourceLoader, _ found: Diagnostics,
    _ refusals: [Meanwhile<[Diagnostic]>]
  ) -> (Lowering, Program) {
    var forms = FormsLowering(tree)
    forms.run()
    var diagnostics = found
    diagnostics.report(contentsOf: forms.diagnostics.all)
    var lowering = Lowering(forms.tree, loader, diagnostics)
    lowering.refusals = refusals
    let program = lowering.run()
    return (lowering, program)
  }

  private static func load(
    _ paths: [String], _ loader: inout SourceLoader
  ) throws(SourceReadingError) -> [(SourceID, SourceFile)] {
    var files: [(SourceID, SourceFile)] = []
    for path in paths {
      let source = try loader.load(path)
      files.append((source, loader.sources[source]))
    }
    return files
  }

  /// Reads a case file against a program; `sources` must be those of the program, so that all
  /// places can be shown together. With errors the cases hold what could be understood.
  package func compileCases(
    path: String, against names: ProgramNames, sources: inout SourceMap,
    into diagnostics: inout Diagnostics
  ) throws(SourceReadingError) -> [CaseFile] {
    try compileCases(paths: [path], against: names, sources: &sources, into: &diagnostics)
  }

  /// The same for several files; the texts are read at the same time.
  package func compileCases(
    paths: [String], against names: ProgramNames, sources: inout SourceMap,
    into diagnostics: inout Diagnostics
  ) throws(SourceReadingError) -> [CaseFile] {
    var loader = SourceLoader(reader, sources: sources)
    let files = try Self.load(paths, &loader)
    sources = loader.sources
    return compileCases(CaseTexts(reading: files), against: names, into: &diagnostics)
  }

  /// The same of texts that were read when the rulebook was compiled.
  package func compileCases(
    _ texts: CaseTexts, against names: ProgramNames, into diagnostics: inout Diagnostics
  ) -> [CaseFile] {
    diagnostics.report(contentsOf: texts.findings)
    var lowering = CaseLowering(names)
    let cases = texts.trees.map { lowering.lower($0) }
    diagnostics.report(contentsOf: lowering.diagnostics.all)
    return cases
  }

  /// Reads a calendar file; nil with errors.
  package func compileCalendar(
    path: String, sources: inout SourceMap, into diagnostics: inout Diagnostics
  ) throws(SourceReadingError) -> WorkCalendar? {
    guard let node = try read(path, &sources, &diagnostics) else { return nil }
    return lowerCalendar(node, into: &diagnostics)
  }

  private func read(
    _ path: String, _ sources: inout SourceMap, _ diagnostics: inout Diagnostics
  ) throws(SourceReadingError) -> YAMLNode? {
    var loader = SourceLoader(reader, sources: sources)
    let source = try loader.load(path)
    sources = loader.sources
    return parseYAML(sources[source], id: source, into: &diagnostics)
  }
}

/// The calendar that a file's nodes describe; nil with errors.
func lowerCalendar(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> WorkCalendar? {
  var findings = Diagnostics()
  let tree = decodeCalendar(node, into: &findings)
  var lowering = CalendarLowering()
  let calendar = lowering.lower(tree)
  findings.report(contentsOf: lowering.diagnostics.all)
  diagnostics.report(contentsOf: findings.all)
  return findings.hasErrors ? nil : calendar
}
