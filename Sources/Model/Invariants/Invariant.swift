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
    /// Within so much time something is reached.
    case within(Wait)
  }

  /// A wait that is promised to have an end in time.
  package struct Wait: Hashable, Sendable, Codable {
    /// It begins where one of these is entered from outside of them all; empty where an event
    /// begins it.
    package var entering: [ID<State>]
    /// It begins where this is taken.
    package var event: ID<Event>?
    /// It is over where one of these is active.
    package var to: [ID<State>]
    package var limit: Term
    /// The promise is for cases of which this holds from the beginning of the wait on.
    package var condition: Expression?

    package init(
      entering: [ID<State>], event: ID<Event>?, to: [ID<State>], limit: Term,
      condition: Expression?
    ) {
      self.entering = entering
      self.event = event
      self.to = to
      self.limit = limit
      self.condition = condition
    }
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
