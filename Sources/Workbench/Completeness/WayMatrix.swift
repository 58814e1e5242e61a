package import Model
package import SourceText

/// The ways that cases of each class may go through a slot: by which script, from which level, with
/// which deadlines and papers (docs/completeness.md).
package struct WayMatrix: Sendable {
  /// What a choice came to.
  package enum Choice: Hashable, Sendable {
    case state(ID<State>)
    /// No guard of the choice can hold.
    case nothing
    /// It depends on facts besides the classes.
    case open([ID<Fact>])
  }

  /// One way of one class. Ways that differ in nothing shown are one.
  package struct Way: Hashable, Sendable {
    /// By fact of `classes`.
    package var words: [Value]
    /// Enumerated outputs of the decisions behind the choice, other than script and level.
    package var grades: [Value]
    package var script: Choice
    /// Nil where the slot has no ladder.
    package var level: Choice?
  }

  /// What is drafted after one outcome.
  package struct Papers: Sendable {
    package var outcome: ID<State>
    package var documents: [ID<Document>]
  }

  /// The state of the slot.
  package var slot: ID<State>
  /// Where the place says what fills it.
  package var span: Span
  /// Enumerated facts that the choice reads.
  package var classes: [ID<Fact>]
  package var grades: [String]
  package var ways: [Way]
  /// Whether there are more ways than were followed.
  package var isCut: Bool
  /// What bounds the slot as a whole: legal periods whose end leads on.
  package var periods: [ID<Period>]
  package var papers: [Papers]
}
