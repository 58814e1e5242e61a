package import Model
internal import SourceText

/// What a look at two versions of one decision or condition found.
package enum Comparison: Sendable {
  /// Whatever is known, both come to the same.
  case same
  /// Where they come to something else.
  case differs([Difference])
  /// It could not be told whether they do.
  case notTold(Reason)

  /// What kept it from being told.
  package enum Reason: Hashable, Sendable {
    /// There is too much to look at.
    case tooLarge
    /// Regions were found, but no case that lies in one and shows it.
    case noCase([TableFinding.Condition])
    /// They use something of this name that is of another kind now.
    case anotherKind(String)
  }
}

/// A region in which two versions come to something else, and a case that shows it.
package struct Difference: Sendable {
  /// In the words of cells; empty for everywhere.
  package var region: [TableFinding.Condition]
  /// Facts of a case in it; both versions were run on it.
  package var facts: [StatedFact]
  /// What the versions came to.
  package var old: String
  package var new: String

  package init(
    region: [TableFinding.Condition], facts: [StatedFact], old: String, new: String
  ) {
    self.region = region
    self.facts = facts
    self.old = old
    self.new = new
  }
}
