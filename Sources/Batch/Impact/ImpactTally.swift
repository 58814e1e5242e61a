package import SourceText

/// What two versions of a rulebook made of the same cases, in counts. Those of two halves of an
/// input add up to those of all of it, in any order.
package struct ImpactTally: Sendable {
  /// What an aspect was, and what it becomes; "" is nothing.
  package struct Cell: Hashable, Sendable {
    package var aspect: ImpactAspect
    package var old: String
    package var new: String

    package var isChange: Bool { old != new }
  }

  /// The first case of a cell that changed.
  package struct Example: Sendable {
    /// The line of the case, or its place among case files; counted from 1.
    package var number: Int
    package var id: String
    package var divergence: Divergence
  }

  /// Why a case does not fit a version.
  package struct Misfit: Hashable, Sendable {
    /// Whose: the old version's alone, the new one's alone, or both.
    package enum Version: Int, Hashable, Sendable, CaseIterable {
      case new
      case old
      case both
    }

    package var version: Version
    package var code: String
    /// Where in the case, positions left out.
    package var place: String
  }

  /// How often it came up, and the first case's words for it.
  package struct MisfitCount: Sendable {
    package var count = 0
    package var number: Int
    package var id: String
    package var message: Bilingual
  }

  /// Cases of a group, and those of them that changed or no longer fit.
  package struct Share: Hashable, Sendable {
    package var cases = 0
    package var changed = 0
  }

  /// Cases that both versions could play.
  package internal(set) var playedCount = 0
  /// Of these, cases in which some aspect differs.
  package internal(set) var changedCount = 0
  package internal(set) var cells: [Cell: Int] = [:]
  package internal(set) var examples: [Cell: Example] = [:]
  package internal(set) var misfits: [Misfit: MisfitCount] = [:]
  /// By grouping fact, by its value; nil where that is unknown.
  package internal(set) var groups: [[String?: Share]]

  init(groups: Int) {
    self.groups = Array(repeating: [:], count: groups)
  }

  func misfitCount(_ version: Misfit.Version) -> Int {
    misfits.reduce(0) { $0 + ($1.key.version == version ? $1.value.count : 0) }
  }

  /// All cases, read or not.
  package var caseCount: Int {
    Misfit.Version.allCases.reduce(playedCount) { $0 + misfitCount($1) }
  }

  /// Cases that fit the old version, and not the new one.
  package var newMisfitCount: Int { misfitCount(.new) }
  /// Cases that fit the new version, and not the old one.
  package var oldMisfitCount: Int { misfitCount(.old) }
  /// Cases that fit neither.
  package var unreadCount: Int { misfitCount(.both) }

  /// Cases that go another way: changed, or no longer fitting.
  package var affectedCount: Int { changedCount + newMisfitCount }
  /// Of how many that is a part: all that the old version could play.
  package var comparedCount: Int { playedCount + newMisfitCount }

  mutating func add(_ misfit: Misfit, number: Int, id: String, message: Bilingual) {
    var found = misfits[misfit] ?? MisfitCount(number: number, id: id, message: message)
    found.count += 1
    if number < found.number { (found.number, found.id, found.message) = (number, id, message) }
    misfits[misfit] = found
  }

  mutating func add(_ share: Share, to group: Int, _ value: String?) {
    groups[group][value, default: Share()].cases += share.cases
    groups[group][value, default: Share()].changed += share.changed
  }

  /// Adds what other cases came to.
  package mutating func add(_ other: ImpactTally) {
    playedCount += other.playedCount
    changedCount += other.changedCount
    cells.merge(other.cells, uniquingKeysWith: +)
    examples.merge(other.examples) { $0.number <= $1.number ? $0 : $1 }
    misfits.merge(other.misfits) { one, another in
      var first = one.number <= another.number ? one : another
      first.count = one.count + another.count
      return first
    }
    for index in groups.indices {
      for (value, share) in other.groups[index] { add(share, to: index, value) }
    }
  }
}

// What was counted, changes before all else, then most frequent first; of the same count by name.
extension ImpactTally {
  /// Of one aspect.
  package func cells(of aspect: ImpactAspect) -> [(cell: Cell, count: Int)] {
    cells.filter { $0.key.aspect == aspect }.map { ($0.key, $0.value) }.sorted {
      ($0.cell.isChange ? 0 : 1, $1.count, $0.cell.old, $0.cell.new)
        < ($1.cell.isChange ? 0 : 1, $0.count, $1.cell.old, $1.cell.new)
    }
  }

  /// By version, then most frequent first.
  package var sortedMisfits: [(misfit: Misfit, count: MisfitCount)] {
    misfits.map { ($0.key, $0.value) }.sorted {
      ($0.misfit.version.rawValue, $1.count.count, $0.misfit.code, $0.misfit.place)
        < ($1.misfit.version.rawValue, $0.count.count, $1.misfit.code, $1.misfit.place)
    }
  }

  /// Of a grouping fact.
  package func shares(of group: Int) -> [(value: String?, share: Share)] {
    groups[group].map { ($0.key, $0.value) }.sorted {
      ($1.share.changed, $1.share.cases, $0.value ?? "") < (
        $0.share.changed, $0.share.cases, $1.value ?? ""
      )
    }
  }
}
