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
  /// - Parameter isOvertaken: whether the event of the entry was set aside.
  func goesOn(from state: CaseState, isOvertaken: Bool) -> Bool

  /// An action has stated the fact, or taken it back.
  func note(_ fact: ID<Fact>, is value: Value?)
}
