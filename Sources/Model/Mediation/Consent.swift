package import SourceText

/// What each person of some sides is asked to agree to.
package struct Consent: Hashable, Sendable, Codable {
  package var name: String
  package var title: Bilingual
  package var question: Bilingual?
  /// The decision that says whether it is given, refused, and by whom it is missing.
  package var decision: ID<Decision>
  /// The variable that holds the answers: a list of `{name, answer, on}`.
  package var answers: ID<Variable>
  /// The roles that may act only when it is given.
  package var before: [ID<Role>]
  package var basis: [Basis]

  package init(
    name: String, title: Bilingual, question: Bilingual?, decision: ID<Decision>,
    answers: ID<Variable>, before: [ID<Role>], basis: [Basis]
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.decision = decision
    self.answers = answers
    self.before = before
    self.basis = basis
  }
}

/// What someone may do while the case is in some states.
package struct Right: Hashable, Sendable, Codable {
  package var event: ID<Event>
  package var basis: [Basis]

  package init(event: ID<Event>, basis: [Basis]) {
    self.event = event
    self.basis = basis
  }
}
