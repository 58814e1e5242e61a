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
/// One column after the other is cut where a box that is still in play begins or ends; what is left
/// to do after a column depends only on which boxes are still in play, so it is done once for each
/// such choice.
struct Coverage {
  /// A state of the search: how many columns are done, and the boxes that still match.
  private struct Place: Hashable {
    let column: Int
    let alive: [Int32]
  }

  private let box: [Stretches]
  private let covers: Cuts
  /// By cover: the first column from which on it holds all of the box.
  private let certain: [Int]
  private var known: [Place: [[Stretches]]] = [:]
  private var covered: Set<Place> = []
  private var budget: Budget
  private let limit: Int
  /// What was left unexplored when the budget was spent: all of it, the largest box first.
  private(set) var unexplored: [[Stretches]] = []
  private var prefix: [Stretches] = []
  /// More free boxes than the limit.
  private(set) var isCut = false

  /// - Parameters:
  ///   - covers: the boxes that may cover it, nil for all values of a column.
  ///   - limit: how many free boxes are wanted at most.
  init(_ box: [Stretches], _ covers: [[Stretches?]], limit: Int, budget: Budget) {
    self.box = box
    self.limit = limit
    self.budget = budget
    self.covers = Cuts(covers)
    certain = covers.map { cover in
      let open = box.indices.last { column in
        cover[column].map { !box[column].isSubset(of: $0) } ?? false
      }
      return open.map { $0 + 1 } ?? 0
    }
  }

  private var everyCover: [Int32] { certain.indices.map(Int32.init) }

  /// What the budget still allows.
  var rest: Budget { budget }

  /// The free boxes, merged along columns.
  mutating func free() -> [[Stretches]] {
    let found = free(from: 0, everyCover)
    unexplored.reverse()
    return found
  }

  /// Whether nothing is left free; nil if the budget does not suffice to tell.
  mutating func isWhole() -> Bool? {
    isCovered(from: 0, everyCover)
  }

  private func isCertain(_ alive: [Int32], from column: Int) -> Bool {
    alive.contains { certain[Int($0)] <= column }
  }

  private mutating func free(from column: Int, _ alive: [Int32]) -> [[Stretches]] {
    if isCertain(alive, from: column) { return [] }
    if alive.isEmpty { return [Array(box[column...])] }
    let place = Place(column: column, alive: alive)
    if let known = known[place] { return known }
    let groups = groups(column, alive)
    var found = MergedBoxes()
    for (number, group) in groups.enumerated() {
      guard !budget.isSpent else {
        leave(groups[number...].reduce(Stretches()) { $0 | $1.set }, column)
        return found.boxes
      }
      prefix.append(group.set)
      for tail in free(from: column + 1, group.alive) { found.add([group.set] + tail) }
      prefix.removeLast()
    }
    if groups.isEmpty { leave(box[column], column) }
    if found.boxes.count > limit {
      isCut = true
      found.boxes.removeSubrange(limit...)
    }
    known[place] = found.boxes
    return found.boxes
  }

  private mutating func leave(_ set: Stretches, _ column: Int) {
    unexplored.append(prefix + [set] + box[(column + 1)...])
  }

  /// The column's regions, in groups that leave the same boxes in play; none if the budget is
  /// spent on the way.
  private mutating func groups(
    _ column: Int, _ alive: [Int32]
  ) -> [(set: Stretches, alive: [Int32])] {
    var groups: [(set: Stretches, alive: [Int32])] = []
    var places: [[Int32]: Int] = [:]
    var sweep = covers.sweep(box[column], column, alive)
    while let (run, rest) = sweep.next() {
      budget.spend(rest.count + 1)
      guard !budget.isSpent else { return [] }
      if let place = places[rest] {
        groups[place].set.append(run)
      } else {
        places[rest] = groups.count
        groups.append((Stretches(run), rest))
      }
    }
    return groups
  }

  private mutating func isCovered(from column: Int, _ alive: [Int32]) -> Bool? {
    if isCertain(alive, from: column) { return true }
    if alive.isEmpty { return false }
    let place = Place(column: column, alive: alive)
    if covered.contains(place) { return true }
    var sweep = covers.sweep(box[column], column, alive)
    while let (_, rest) = sweep.next() {
      budget.spend(rest.count + 1)
      guard !budget.isSpent else { return nil }
      guard isCovered(from: column + 1, rest) == true else {
        return budget.isSpent ? nil : false
      }
    }
    covered.insert(place)
    return true
  }
}

/// Boxes of which those that differ in their first column alone are one.
private struct MergedBoxes {
  var boxes: [[Stretches]] = []
  private var places: [[Stretches]: Int] = [:]

  mutating func add(_ box: [Stretches]) {
    let tail = Array(box.dropFirst())
    if let place = places[tail] {
      boxes[place][0] = boxes[place][0] | box[0]
    } else {
      places[tail] = boxes.count
      boxes.append(box)
    }
  }
}
