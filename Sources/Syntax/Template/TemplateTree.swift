package import SourceText

/// A template as written: text with tags in the manner of Mustache, names not resolved.
package struct TemplateTree: Sendable {
  package var parts: [Part] = []

  package init() {}

  /// What a template's file holds.
  package enum Format: Sendable {
    case text
    /// HTML: what tags write is escaped, so tags stand among its words alone.
    case page
  }

  /// One stretch of a template.
  package indirect enum Part: Sendable {
    case text(String)
    /// `{{! … }}`: says nothing, but a line that holds nothing else is no line of the text.
    case comment
    /// `{{name}}`; in text `{{{name}}}` and `{{&name}}` are the same.
    case value(Name)
    case section(Section)
    /// `{{> layout/head}}`: the template of that path stands here.
    case partial(Located<String>)
  }

  /// `{{#name}} … {{/name}}`, or inverted `{{^name}} … {{/name}}`.
  package struct Section: Sendable {
    package var name: Name
    package var isInverted: Bool
    package var parts: [Part]
    /// The tag that opens it.
    package var span: Span

    package init(name: Name, isInverted: Bool, parts: [Part], span: Span) {
      self.name = name
      self.isInverted = isInverted
      self.parts = parts
      self.span = span
    }
  }

  /// What a tag names: a name or a path, `.` for the element in hand, or a call such as `today()`.
  package struct Name: Sendable {
    /// As written, without blanks around.
    package var text: String
    /// The path's parts; one part for `.` and for a call.
    package var parts: [Located<String>]
    package var span: Span

    package init(text: String, parts: [Located<String>], span: Span) {
      self.text = text
      self.parts = parts
      self.span = span
    }
  }
}
