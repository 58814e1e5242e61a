package import SourceText

/// A parameter that a base declares and a place may have set (docs/mediation.md, settings); also a
/// period whose length a place has set.
package struct Setting: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  /// The value that holds, as written: `30 days`, `5000`.
  package var value: String
  /// Where that value is written.
  package var span: Span
  /// The value that the declaration gives, where a rulebook that builds on it set another.
  package var declaredValue: String?
  /// Where it is declared.
  package var declaration: Span

  package init(
    name: String, title: Bilingual, value: String, span: Span, declaredValue: String?,
    declaration: Span
  ) {
    self.name = name
    self.title = title
    self.value = value
    self.span = span
    self.declaredValue = declaredValue
    self.declaration = declaration
  }
}
