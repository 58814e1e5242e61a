package import SourceText

/// A thing people state about a case. Until stated it is unknown.
package struct Fact: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  /// `.optional` if the fact may be stated as absent (null).
  package var type: ValueType
  package var minimum: Value?
  package var maximum: Value?
  /// How to ask for it.
  package var question: Bilingual?
  /// Whether, once stated, it stays (`fixed: true`).
  package var isFixed: Bool
  /// Whom it is kept from; nil where it is no secret.
  package var secrecy: Secrecy?
  package var span: Span

  package init(
    name: String, title: Bilingual, type: ValueType, minimum: Value?, maximum: Value?,
    question: Bilingual?, isFixed: Bool, span: Span
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.minimum = minimum
    self.maximum = maximum
    self.question = question
    self.isFixed = isFixed
    self.span = span
  }
}
