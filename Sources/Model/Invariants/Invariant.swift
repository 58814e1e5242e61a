package import SourceText

/// What a rulebook promises of every case, at every moment at which nothing more happens by itself
/// (docs/verification.md, invariants).
package struct Invariant: Hashable, Sendable, Codable {
  /// What is promised.
  package enum Kind: Hashable, Sendable, Codable {
    /// The condition is never met; unknown counts as met.
    case never(Expression)
    /// While one of the states is active the condition is met; unknown counts as not met.
    case requires(in: [ID<State>], Expression)
    /// While one of the states is active, the event leads to one of the targets, whatever is said
    /// with it. Where it is set aside, because a `first` transition came before it, the promise is
    /// for where the case then stands.
    case leadsTo(in: [ID<State>], on: ID<Event>, to: [ID<State>])
    /// Wherever a case stands there is a way to its end: some choice of events and facts, or time
    /// alone, brings it there.
    case canEnd
  }

  package var name: String
  package var title: Bilingual
  package var kind: Kind
  /// Whether `not decided` is a failure, too.
  package var isSealed: Bool
  package var basis: [Basis]
  /// Its name in the rulebook.
  package var span: Span

  package init(
    name: String, title: Bilingual, kind: Kind, isSealed: Bool, basis: [Basis], span: Span
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.isSealed = isSealed
    self.basis = basis
    self.span = span
  }
}
