package import Model
internal import SourceText

/// What an exact look at a decision's table finds.
package struct TableFinding: Hashable, Sendable {
  /// Which kind of finding, rows by number from 0.
  package enum Kind: Hashable, Sendable {
    /// No row matches, and there is no `otherwise`.
    case gap
    /// Two rows match together though the policy forbids it.
    case conflict(Int, Int)
    /// A row matches nothing.
    case dead(row: Int)
    /// A row matches only where others go before it, these.
    case masked(row: Int, by: [Int])
    /// A cell that every value of its column passes.
    case idleCell(row: Int, column: Int)
    /// An input that changes no result.
    case idleColumn(Int)
    /// The table is too large to be looked at whole: nothing is said of this region.
    case unexplored
    /// The table is too large to tell whether this row ever wins, or conflicts with those after it.
    case unsettled(row: Int)
    /// Rows that could be one.
    case twins(rows: [Int])
    /// It could not be told what follows from arithmetic between facts, and why not.
    case undecided(Silence)
  }

  /// Why a solver has not told something.
  package enum Silence: Hashable, Sendable {
    /// None is installed.
    case missing
    /// It took too long.
    case late
    /// It could not tell, or what it found could not be tried with success.
    case unclear
  }

  package var kind: Kind
  /// Where, in the words of cells: `金额` and `>= 5000`. Empty for everywhere.
  package var region: [Condition] = []
  /// Facts of a case that shows it; the interpreter has confirmed it.
  package var facts: [StatedFact] = []
  /// For rows in conflict, whether they give the same result.
  package var isAgreed = false
  /// For rows that could be one, that one as a table's text.
  package var merged = ""
  /// How many further findings of the kind the table has, at least.
  package var more = 0

  /// What is said of one column.
  package struct Condition: Hashable, Sendable {
    package var column: String
    package var test: String

    package init(column: String, test: String) {
      self.column = column
      self.test = test
    }
  }

  package init(kind: Kind) {
    self.kind = kind
  }
}
