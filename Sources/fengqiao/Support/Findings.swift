internal import SourceText

/// Prints findings in the asked format and tells the exit code they mean.
struct Findings {
  let console: Console
  let sources: SourceMap
  let diagnostics: [Diagnostic]

  private var renderer: DiagnosticRenderer {
    DiagnosticRenderer(
      sources: sources, language: console.language, hasColors: console.hasColors)
  }

  /// Framed with a blank line after each for people, else one JSON object a line.
  func show(_ format: OutputFormat) {
    for diagnostic in diagnostics {
      switch format {
      case .human: console.print(renderer.frame(diagnostic) + "\n")
      case .json: console.print(renderer.json(diagnostic).text())
      }
    }
  }

  /// The same for people on standard error, where standard output is for another program.
  func complain() {
    for diagnostic in diagnostics { console.complain(renderer.frame(diagnostic) + "\n") }
  }

  /// `3 errors, 1 warning`.
  var summary: String { renderer.summary(of: diagnostics) }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  func exit(isStrict: Bool) -> ToolExit {
    let worst: Severity = isStrict ? .warning : .error
    return diagnostics.contains { $0.severity <= worst } ? .findings : .clean
  }
}
