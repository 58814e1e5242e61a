package import SourceText

/// A line of the screen: what is not mediated, or not as usual.
package struct RedLine: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  /// `leave refer stop pause replace_mediator carve_out continue`.
  package var act: String
  /// Organs and roles.
  package var tell: [String]
  package var basis: [Basis]
  /// The decision that says whether it holds.
  package var decision: ID<Decision>
  /// Its name in the rulebook; the transitions that it became stand there too.
  package var span: Span

  package init(
    name: String, title: Bilingual, act: String, tell: [String], basis: [Basis],
    decision: ID<Decision>, span: Span
  ) {
    self.name = name
    self.title = title
    self.act = act
    self.tell = tell
    self.basis = basis
    self.decision = decision
    self.span = span
  }
}

/// One question for all that the red lines ask: a case answers it with `checklist: true`.
package struct Checklist: Hashable, Sendable, Codable {
  package var question: Bilingual
  /// The facts that are then false, unless they are known: those of type boolean that some line
  /// reads, in declared order.
  package var facts: [ID<Fact>]

  package init(question: Bilingual, facts: [ID<Fact>]) {
    self.question = question
    self.facts = facts
  }
}
