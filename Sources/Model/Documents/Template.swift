package import SourceText

/// A text with places to be filled from a case: of a document, or a prompt. Checked: every tag is
/// an expression with a type.
package struct Template: Hashable, Sendable, Codable {
  /// As the rulebook names it: `documents/agreement`.
  package var path: String
  package var format = Format.text
  package var parts: [Part]

  package init(path: String, parts: [Part]) {
    self.path = path
    self.parts = parts
  }

  /// What its words are written in.
  package enum Format: String, Hashable, Sendable, Codable {
    case text
    /// HTML: tags stand among its words alone, and what they write is escaped.
    case page
  }

  /// One stretch of a template.
  package indirect enum Part: Hashable, Sendable, Codable {
    case text(String)
    /// Nothing; but a line that holds nothing else is no line of the text.
    case comment
    case value(Tag)
    case section(Section)
  }

  /// What is written at one place.
  package enum Tag: Hashable, Sendable, Codable {
    case expression(Expression)
    /// `case()`: the case's own id, which the program does not know.
    case caseID
  }

  /// A part that is there once, not at all, or once for each element of a list.
  package struct Section: Hashable, Sendable, Codable {
    /// A list: once for each element. A boolean: where it is true. Of an optional type: where it is
    /// not null. A record: once, so that its fields can be named.
    package var subject: Expression
    /// The local slot that holds the element, record or value inside.
    package var slot: Int
    /// The other way round: once where the list is empty, the boolean false, the value null.
    package var isInverted: Bool
    package var parts: [Part]

    package init(subject: Expression, slot: Int, isInverted: Bool, parts: [Part]) {
      self.subject = subject
      self.slot = slot
      self.isInverted = isInverted
      self.parts = parts
    }
  }
}

extension Template {
  /// The language its values are written in: Chinese where there is any Chinese character outside
  /// of its tags, else English.
  package var language: Language {
    parts.contains(where: \.isChinese) ? .chinese : .english
  }
}

extension Template.Part {
  fileprivate var isChinese: Bool {
    switch self {
    case .text(let text): text.unicodeScalars.contains { $0.properties.isIdeographic }
    case .section(let section): section.parts.contains(where: \.isChinese)
    case .comment, .value: false
    }
  }
}

/// What one tag of a template, or one section, stands for in a case, in the order of the template's
/// values and sections.
package indirect enum Filled: Hashable, Sendable, Codable {
  /// Nil is unknown.
  case value(Value?)
  case caseID
  /// The inside, once for each time that it is there.
  case section([[Filled]])
}
