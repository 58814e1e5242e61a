package import Model
package import SourceText

/// Says what facts are when an expression reads them, in place of what a case has stated: for those
/// who look at all that facts may be, one choice at a time.
package protocol FactOracle: AnyObject, Sendable {
  /// The fact's value; nil is unknown.
  func value(of fact: ID<Fact>) -> Value?

  /// The facts it has bound itself to, until an action states them.
  var held: [ID<Fact>: Value?] { get }

  /// Whether it is worth going on from here, between two microsteps: not where all that may follow
  /// has been looked at.
  ///
  /// - Parameter juncture: how far the entry in hand has come.
  func goesOn(from state: CaseState, at juncture: Juncture) -> Bool

  /// An action has stated the fact, or taken it back.
  func note(_ fact: ID<Fact>, is value: Value?)

  /// What was done since it was bound to this is undone: it could not be finished.
  func restore(_ held: [ID<Fact>: Value?])
}

/// How far an entry has come where one microstep ended and the next has not begun.
package enum Juncture: Hashable, Sendable {
  /// `first` transitions come before its event, if it has one; whether one of them left a state.
  case before(ID<Event>?, hasLeft: Bool)
  /// All that follows is the workflow's own.
  case after(EventFate)
}

/// What became of an entry's event.
package enum EventFate: Hashable, Sendable {
  /// There is none.
  case absent
  case taken
  /// Nothing took it, and it was dropped.
  case dropped
  /// Something led elsewhere before it.
  case overtaken
}

extension Trace {
  /// What became of the event of an entry that no timer came before.
  package var eventFate: EventFate {
    for item in items {
      switch item {
      case .overtaken: return .overtaken
      case .eventTaken(_, let isExternal): return isExternal ? .taken : .absent
      case .eventDropped: return .dropped
      default: continue
      }
    }
    return .absent
  }
}
