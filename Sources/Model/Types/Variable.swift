package import SourceText

/// A value that only the rulebook changes (`set`). Always known.
package struct Variable: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  package var type: ValueType
  package var start: Value
  package var span: Span

  package init(name: String, title: Bilingual, type: ValueType, start: Value, span: Span) {
    self.name = name
    self.title = title
    self.type = type
    self.start = start
    self.span = span
  }
}
