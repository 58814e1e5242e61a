internal import Model
internal import SourceText

/// How much looking is allowed before one gives up.
struct Budget {
  private(set) var rest: Int

  init(_ steps: Int) {
    rest = steps
  }

  var isSpent: Bool { rest <= 0 }

  mutating func spend(_ steps: Int = 1) {
    rest -= steps
  }
}

/// What of a box some other boxes leave free.
///
/// One column after the other is cut where it makes a difference; what is left to do after a column
/// depends only on which boxes are still in play, so it is done once for each such choice.
struct Coverage {
  /// A state of the search: how many columns are done, and the boxes that still match.
  private struct Place: Hashable {
    let column: Int
    let alive: Bits
  }

  private let box: Box
  private let count: Int
  /// By column and region: the boxes that hold it.
  private let holders: [[Bits]]
  /// By column: the boxes that hold all of the box from this column on.
  private let certain: [Bits]
  private var known: [Place: [Box]] = [:]
  private var budget: Budget
  private let limit: Int
  /// Boxes that were left unexplored when the budget was spent, as far as they had been cut.
  private(set) var unexplored: [Box] = []
  private var prefix: Box = []
  /// More free boxes than the limit.
  private(set) var isCut = false

  /// - Parameters:
  ///   - covers: the boxes that may cover it, nil for all values of a column.
  ///   - limit: how many free boxes are wanted at most.
  init(_ box: Box, _ covers: [[Bits?]], limit: Int, budget: Budget) {
    self.box = box
    count = covers.count
    self.limit = limit
    self.budget = budget
    holders = box.indices.map { column in
      (0..<box[column].limit).map { region in
        Bits(limit: covers.count) { covers[$0][column]?.contains(region) ?? true }
      }
    }
    var certain = [Bits(upTo: covers.count)]
    for column in box.indices.reversed() {
      let last = certain[certain.count - 1]
      certain.append(
        Bits(limit: covers.count) {
          last.contains($0) && (covers[$0][column].map(box[column].isSubset) ?? true)
        })
    }
    self.certain = certain.reversed()
  }

  /// The free boxes, merged along columns.
  mutating func free() -> [Box] {
    free(from: 0, Bits(upTo: count))
  }

  var rest: Budget { budget }

  private mutating func free(from column: Int, _ alive: Bits) -> [Box] {
    if alive.meets(certain[column]) { return [] }
    if alive.isEmpty { return [Array(box[column...])] }
    let place = Place(column: column, alive: alive)
    if let known = known[place] { return known }
    budget.spend(box[column].count)
    guard !budget.isSpent else {
      if unexplored.count < 3 { unexplored.append(prefix + box[column...]) }
      return []
    }
    var found: [Box] = []
    for (set, rest) in box[column].groups(leaving: holders[column], of: alive) {
      prefix.append(set)
      for tail in free(from: column + 1, rest) {
        found.merge([set] + tail)
      }
      prefix.removeLast()
    }
    if found.count > limit {
      isCut = true
      found.removeSubrange(limit...)
    }
    known[place] = found
    return found
  }
}
