package import Model
package import SourceText
package import Syntax

/// What compiling one rulebook gave.
package struct Compilation: Sendable {
  /// Path of the rulebook's own file.
  package let path: String
  /// The rulebook as written, as far as it could be read.
  package var tree: RulebookTree?
  /// The same in core sections alone.
  package var core: RulebookTree?
  /// The checked program; nil where there are errors.
  package var program: Program?
  /// The calendar that the rulebook names, else that of China.
  package var calendar = WorkCalendar.china
  /// By file and place, each once.
  package var diagnostics: [Diagnostic] = []
  /// The rulebooks that it is made of, and which files belong to which.
  package var layers = RulebookLayers()
  /// What its author leaves untried, and why; names of what there is not are findings.
  package var exceptions: [CoverageException] = []
  /// The case files that were read meanwhile; nil where the rulebook could not be read.
  package var caseTexts: CaseTexts?
  /// All files that were read, so that any place can be shown.
  package var sources = SourceMap()

  init(path: String) {
    self.path = path
  }
}
