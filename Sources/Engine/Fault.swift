package import Model
package import SourceText

/// What types cannot rule out and FEEL would turn into null: the entry that meets it is refused,
/// and the case stays as it was.
package struct Fault: Error, Hashable, Sendable, Codable {
  /// What an expression could not do with the values it met.
  package enum Reason: Hashable, Sendable, Codable {
    case divisionByZero
    case overflow
    /// An argument outside a function's domain; says which.
    case badArgument(String)
    case noRow(ID<Decision>)
    /// Rows that match together though the policy forbids it.
    case severalRows(ID<Decision>, [String])
    /// A value outside its declared bounds, or null where none may be.
    case outOfBounds(Bilingual)
    /// Time is needed and the case has been given none.
    case noClock
    /// A regular expression that does not parse.
    case badPattern(String)
    /// Transitions without end: the states they lead out of, in order; the root for those of the
    /// workflow itself.
    case endlessLoop([ID<State>])
  }

  package var reason: Reason
  package var span: Span?

  package init(_ reason: Reason, at span: Span?) {
    self.reason = reason
    self.span = span
  }
}
