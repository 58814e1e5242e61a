import Model
package import SourceText
import Syntax

/// Turns what authors write into what the engine runs.
///
///     rulebook.yaml ── parseYAML ──▶ YAMLNode ── decodeRulebook ──▶ RulebookTree      (Syntax)
///     RulebookTree ── Lowering ──▶ Program                    (names, types, workflow; Check/ and
///                                                              Decisions/ help with expressions
///                                                              and tables)
///     Program ── lint ──▶ findings about the whole                                    (Lint/)
///
/// Case files and calendars go the same way: see `Cases/` and `Calendars/`. The compiler does no
/// input itself; it is handed a reader. Faults of the texts are findings, all of them at once; only
/// a file that cannot be read at all is thrown.
package struct Compiler: Sendable {
  private let reader: any SourceReading

  package init(reading reader: any SourceReading) {
    self.reader = reader
  }

  /// Compiles the rulebook at a path: a file, or a folder with a `rulebook.yaml`.
  package func compile(path: String) throws(SourceReadingError) -> Compilation {
    var loader = SourceLoader(reader)
    let source = try loader.load(path, inFolder: "rulebook.yaml")
    let file = loader.sources[source]
    var diagnostics = Diagnostics()
    var compilation = Compilation(
      program: nil, sources: loader.sources, diagnostics: [], tree: nil, path: file.name,
      calendar: .china, calendarPath: nil)
    if let node = parseYAML(file, id: source, into: &diagnostics) {
      let tree = decodeRulebook(node, into: &diagnostics)
      compilation.tree = tree
      var lowering = Lowering(tree, loader, diagnostics)
      let program = lowering.run()
      diagnostics = lowering.diagnostics
      compilation.sources = lowering.loader.sources
      if let calendar = lowering.calendar { compilation.take(calendar) }
      if !diagnostics.hasErrors { compilation.program = program }
    }
    compilation.diagnostics = diagnostics.sorted
    return compilation
  }
}

extension Compilation {
  fileprivate mutating func take(_ calendar: (path: String, calendar: WorkCalendar)) {
    self.calendar = calendar.calendar
    calendarPath = calendar.path
  }
}
