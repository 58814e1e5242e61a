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
package struct Outcomes: Hashable, Sendable {
  /// The words; measures compare `outcome` with them.
  package var type: ID<Enumeration>
  /// By final state at the top: its word's index.
  package var words: [ID<State>: Int]

  package init(type: ID<Enumeration>, words: [ID<State>: Int]) {
    self.type = type
    self.words = words
  }
}

// Written in the order of the states: a dictionary by itself is written in the order of its hash,
// and a compiled rulebook is the same bytes whenever it is made.
extension Outcomes: Codable {
  private enum Key: String, CodingKey {
    case type
    case words
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    type = try container.decode(ID<Enumeration>.self, forKey: .type)
    words = try container.decode([ID<State>: Int].self, forKey: .words)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(type, forKey: .type)
    // A state and its word in turn, as a dictionary is read.
    let pairs = words.sorted { $0.key < $1.key }.flatMap { [$0.key.index, $0.value] }
    try container.encode(pairs, forKey: .words)
  }
}
