package import Engine
package import Model
package import SourceText

/// How a case breaks a promise: with which entry, and what makes it a breach.
package struct Breach: Sendable {
  /// What there is to say against the case.
  package enum Cause: Sendable {
    /// The condition of a `never` holds; what it reads stands at these values.
    case holds(reads: [Trace.GuardReading.Read])
    /// The condition of a `requires` fails in this state.
    case fails(in: ID<State>, reads: [Trace.GuardReading.Read])
    /// The condition is unknown, which counts against the case.
    case unknown(Unknown, in: ID<State>?)
    /// The condition meets a fault, which counts against the case; by way of this decision, if it
    /// reads it.
    case faulted(Fault, ID<Decision>?, in: ID<State>?)
    /// The event is refused.
    case refused(ID<Event>, Refusal)
    /// The event leads to these innermost states, none of which it was to lead to.
    case ledElsewhere(ID<Event>, [ID<State>], targets: [ID<State>])
    /// From these innermost states no way leads to an end.
    case trapped([ID<State>])
    /// A wait that began then had to be over by the limit, and the case was still here.
    case late(since: DateTime, limit: DateTime, [ID<State>])
  }

  /// Why a condition is unknown.
  package struct Unknown: Sendable {
    /// What it waits for.
    package var facts: [ID<Fact>]
    /// What it reads that is not known, as it is written: facts, decisions, outputs of these.
    package var names: [String]
  }

  /// The promise, by its place among the program's.
  package var invariant: Int
  /// The entry that breaks it, counted from 1; 0 for the opening.
  package var entry: Int
  package var cause: Cause
}
