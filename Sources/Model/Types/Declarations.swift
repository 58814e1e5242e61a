package import SourceText

/// Why a rule says what it says.
package enum Basis: Hashable, Sendable, Codable {
  /// A law or regulation declared under `laws`.
  case law(ID<Law>)
  /// Reported of a real place's practice.
  case reported
  /// The place's own choice.
  case local
}

/// A law, regulation or document that rules refer to.
package struct Law: Hashable, Sendable, Codable {
  /// How sure the authors are of the rule's wording.
  package enum Certainty: String, Hashable, Sendable, Codable, CaseIterable {
    case text
    case secondary
    case memory
    case local
  }

  package var name: String
  package var title: Bilingual
  package var certainty: Certainty?
  package var span: Span

  package init(name: String, title: Bilingual, certainty: Certainty?, span: Span) {
    self.name = name
    self.title = title
    self.certainty = certainty
    self.span = span
  }
}

/// Who may act on a case.
package struct Role: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  package var span: Span

  package init(name: String, title: Bilingual, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }
}

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

/// A paper that an action may draft.
package struct Document: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  /// Facts that must be known before it can be drafted.
  package var needs: [ID<Fact>]
  package var basis: [Basis]
  package var span: Span

  package init(
    name: String, title: Bilingual, needs: [ID<Fact>], basis: [Basis], span: Span
  ) {
    self.name = name
    self.title = title
    self.needs = needs
    self.basis = basis
    self.span = span
  }
}
