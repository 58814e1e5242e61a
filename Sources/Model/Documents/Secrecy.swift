package import SourceText

/// That a fact is kept from some of the sides (docs/mediation.md, Confidentiality).
package struct Secrecy: Hashable, Sendable, Codable {
  /// The side that said it apart from the others; nil where that is not told.
  package var heardFrom: ID<Role>?
  /// The sides that must not learn it; never empty.
  package var keptFrom: [ID<Role>]
  /// The decision that holds (`given`) once whose secret it is has consented; nil without
  /// `release`.
  package var release: String?
  package var span: Span

  package init(
    heardFrom: ID<Role>?, keptFrom: [ID<Role>], release: String?, span: Span
  ) {
    self.heardFrom = heardFrom
    self.keptFrom = keptFrom
    self.release = release
    self.span = span
  }
}

/// `declassify: {fact, reason}`: that a secret may stand in one place, and why.
package struct Declassification: Hashable, Sendable, Codable {
  package var fact: ID<Fact>
  package var reason: Bilingual
  package var span: Span

  package init(fact: ID<Fact>, reason: Bilingual, span: Span) {
    self.fact = fact
    self.reason = reason
    self.span = span
  }
}
