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
