package import SourceText

/// A number over many cases (docs/mediation.md, measures).
package struct Measure: Hashable, Sendable, Codable {
  /// What is counted of a case that belongs to the base.
  package enum Kind: Hashable, Sendable, Codable {
    /// Cases for which it is true: a share of the base.
    case count(Expression)
    /// A number of each case, null being nothing: a sum over the base.
    case sum(Expression)
  }

  /// How cases are put in groups, by the day on which they were opened.
  package enum Period: String, Hashable, Sendable, Codable, CaseIterable {
    case month
    case year
  }

  /// The local slots of the two names that only measures have.
  package static let outcomeSlot = 0
  package static let escalationsSlot = 1

  package var name: String
  package var title: Bilingual
  package var kind: Kind
  /// Which cases belong to it; nil for all.
  package var base: Expression?
  package var period: Period?
  package var span: Span

  package init(
    name: String, title: Bilingual, kind: Kind, base: Expression?, period: Period?, span: Span
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.base = base
    self.period = period
    self.span = span
  }
}

/// What measures call the ways in which a case may end.
package struct Outcomes: Hashable, Sendable, Codable {
  /// The words; measures compare `outcome` with them.
  package var type: ID<Enumeration>
  /// By final state at the top: its word's index.
  package var words: [ID<State>: Int]

  package init(type: ID<Enumeration>, words: [ID<State>: Int]) {
    self.type = type
    self.words = words
  }
}
