package import Model
package import SourceText

/// What of a rulebook another version of it says otherwise (docs/diff.md).
package struct RulebookDifference: Sendable {
  /// What kind of thing changed.
  package enum Section: String, Hashable, Sendable, CaseIterable {
    case types
    case facts
    case variables
    case events
    case roles
    case decisions
    case states
    case transitions
    case deadlines
    case documents
    case texts
    case settings
    case invariants
  }

  /// How it changed.
  package enum Kind: String, Hashable, Sendable {
    case added
    case removed
    case changed
    /// Written otherwise, and proved to mean the same.
    case rewritten
    /// Written otherwise; whether it means the same could not be told.
    case unclear
  }

  /// One thing that is not as it was.
  package struct Change: Sendable {
    package var section: Section
    package var kind: Kind
    package var name: String
    /// What is said of it otherwise, before and after; empty where nothing was said.
    package var aspects: [(aspect: Bilingual, old: String, new: String)] = []
    /// Where it comes to something else, each with a case.
    package var differences: [Difference] = []
    /// Why it could not be told.
    package var reason: Comparison.Reason?
    /// Decisions that come to something else only because they use this one.
    package var followers: [String] = []
    /// Where it stands; nil where it is not there.
    package var oldSpan: Span?
    package var newSpan: Span?

    init(_ section: Section, _ kind: Kind, _ name: String, _ oldSpan: Span?, _ newSpan: Span?) {
      (self.section, self.kind, self.name) = (section, kind, name)
      (self.oldSpan, self.newSpan) = (oldSpan, newSpan)
    }
  }

  /// By section, within it in the order of the old version, then what was added.
  package var changes: [Change]

  /// What the ids in differences are of: the old version's, and behind them what only the new one
  /// has.
  package var joint: Program

  /// Whether both versions mean the same, for certain.
  package var isSame: Bool { changes.allSatisfy { $0.kind == .rewritten } }
}
