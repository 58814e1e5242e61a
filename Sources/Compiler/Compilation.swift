package import Model
package import SourceText
package import Syntax

/// What compiling one rulebook gave.
package struct Compilation: Sendable {
  /// The checked program; nil where there are errors.
  package var program: Program?
  /// All files that were read, so that any place can be shown.
  package var sources: SourceMap
  /// By file and place, each once.
  package var diagnostics: [Diagnostic]
  /// The rulebook as written, as far as it could be read.
  package var tree: RulebookTree?
  /// Path of the rulebook's own file.
  package var path: String
  /// The calendar that the rulebook names, else that of China.
  package var calendar: WorkCalendar
  /// Path of the calendar's file; nil for the built-in one.
  package var calendarPath: String?

  package var hasErrors: Bool { program == nil }
}
