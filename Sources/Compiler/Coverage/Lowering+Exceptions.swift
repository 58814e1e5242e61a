import Model
package import SourceText
import Syntax

/// A row or transition that no case tries, and why that may be so: an entry of `uncovered`.
package struct CoverageException: Sendable {
  /// As the coverage report names it.
  package var name: String
  package var reason: Bilingual
  package var span: Span
}

extension Lowering {
  /// Reads what `uncovered` leaves untried; a finding for each name of what is not there.
  mutating func readExceptions(_ program: Program) {
    guard !tree.uncovered.isEmpty, !diagnostics.hasErrors else { return }
    let known = program.coverables.map(\.name)
    for entry in tree.uncovered where !known.contains(entry.name.value) {
      diagnostics.report(.exceptionOfNothing(entry.name, among: known))
    }
    exceptions = tree.uncovered.map {
      CoverageException(
        name: $0.name.value, reason: $0.reason.bilingual, span: $0.name.span)
    }
  }
}

extension Diagnostic {
  fileprivate static func exceptionOfNothing(
    _ name: Located<String>, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .exceptionOfNothing,
      Bilingual(
        en: "no row and no transition is called `\(name.value)`",
        zh: "没有名为 `\(name.value)` 的行或转移"),
      at: name.span,
      help: Suggestion.help(for: name.value, among: known)
        ?? Bilingual(
          en: "write the name as `fengqiao test --coverage` lists it",
          zh: "请照 `fengqiao test --coverage` 列出的名称书写"))
  }
}
