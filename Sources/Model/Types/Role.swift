package import SourceText

/// Who may act on a case.
package struct Role: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  /// What must hold for it to act; nil if nothing.
  package var condition: Expression?
  package var span: Span

  package init(name: String, title: Bilingual, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }
}
