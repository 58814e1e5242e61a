package import SourceText

/// What one rulebook wrote itself, and what of it cases tried.
package struct CoverageBook: Sendable {
  /// A row or a transition.
  package struct Item: Sendable {
    package var name: String
    /// The guard, where several have the name; else empty.
    package var condition: String
    package var form: Bilingual?
    package var isRow: Bool
    /// `file:line:column`.
    package var place: String
    /// The case that tried it; nil for none.
    package var triedBy: String?
    /// Why it need not be tried; nil where nobody says so.
    package var reason: Bilingual?

    /// Neither tried nor left out with a reason.
    package var isOpen: Bool { triedBy == nil && reason == nil }

    /// Rows before transitions, then by file and place.
    static func stands(_ one: Item, before other: Item) -> Bool {
      if one.isRow != other.isRow { return one.isRow }
      let (left, right) = (one.place.split(separator: ":"), other.place.split(separator: ":"))
      let (file, otherFile) = (left.dropLast(2), right.dropLast(2))
      if file != otherFile { return file.lexicographicallyPrecedes(otherFile) }
      return left.suffix(2).compactMap { Int($0) }
        .lexicographicallyPrecedes(right.suffix(2).compactMap { Int($0) })
    }
  }

  /// An exception for what is tried after all.
  package struct NeedlessException: Sendable {
    package var name: String
    package var place: String
    package var triedBy: String
  }

  /// A share of items.
  package struct Share: Sendable {
    package var covered = 0
    package var excepted = 0
    package var total = 0

    package init(covered: Int = 0, excepted: Int = 0, total: Int = 0) {
      self.covered = covered
      self.excepted = excepted
      self.total = total
    }

    /// Whole per cent, rounded down, so that 100 means all; 100 of nothing.
    package var percent: Int { total == 0 ? 100 : covered * 100 / total }

    /// Those that are left.
    package var open: Int { total - covered - excepted }

    /// Both together.
    package static func + (left: Share, right: Share) -> Share {
      Share(
        covered: left.covered + right.covered, excepted: left.excepted + right.excepted,
        total: left.total + right.total)
    }
  }

  package var name: String
  /// Path of its own file.
  package var path: String
  /// Whether its own cases were played in this run, so that what they leave out is a finding.
  package var isTested: Bool
  package var items: [Item] = []
  package var needless: [NeedlessException] = []

  package var rows: Share { share { $0.isRow } }
  package var transitions: Share { share { !$0.isRow } }

  private func share(_ belongs: (Item) -> Bool) -> Share {
    items.filter(belongs).reduce(into: Share()) { share, item in
      share.total += 1
      if item.triedBy != nil {
        share.covered += 1
      } else if item.reason != nil {
        share.excepted += 1
      }
    }
  }
}
