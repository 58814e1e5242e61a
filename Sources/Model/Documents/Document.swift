package import SourceText

/// A paper that an action may draft.
package struct Document: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  /// Facts that must be known before it can be drafted.
  package var needs: [ID<Fact>]
  /// Facts that are left open for a pen where they are unknown and not needed.
  package var blanks: [ID<Fact>] = []
  package var basis: [Basis]
  /// Its words; nil where the rulebook leaves them to whoever writes it.
  package var template: Template?
  /// Who gets it: roles (sides among them) and organs.
  package var to: [String] = []
  package var signedBy: [String] = []
  /// How many are made, and for whom.
  package var copies: Bilingual?
  /// Secrets that it may tell all the same.
  package var declassified: [Declassification] = []
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
