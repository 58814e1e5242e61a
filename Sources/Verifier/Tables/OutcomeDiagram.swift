internal import Model
internal import SourceText

/// A table as a decision diagram: column after column, what is left to tell apart. Parts that come
/// to the same outcomes are one, so a column stands in it exactly if it changes some outcome.
struct OutcomeDiagram {
  private struct Place: Hashable {
    let column: Int
    let alive: [Int32]
  }

  /// One column's branches: where each ends, and what it leads to.
  private struct Node: Hashable {
    let column: Int
    var ends: [Int] = []
    var branches: [Int] = []

    mutating func add(_ branch: Int, upTo end: Int) {
      if branches.last == branch {
        ends[ends.count - 1] = end
      } else {
        ends.append(end)
        branches.append(branch)
      }
    }
  }

  /// How many rows are tried to show that a column matters.
  private static let tries = 20

  private let shape: TableShape
  private let cuts: Cuts
  /// By row: what it gives, as text.
  private let results: [String]
  private var budget: Budget
  private var known: [Place: Int] = [:]
  private var numbers: [Node: Int] = [:]
  private var outcomes: [[String]: Int] = [:]
  private var next = 0

  init(_ shape: TableShape, _ results: [String], budget: Budget) {
    self.shape = shape
    self.results = results
    self.budget = budget
    cuts = Cuts(shape.parts.map(\.sets))
  }

  /// The columns that change an outcome; nil if the budget does not suffice to tell.
  mutating func matteringColumns() -> Set<Int>? {
    let asked = Set(
      shape.columns.indices.filter { column in
        shape.parts.contains { $0.sets[column] != nil }
      })
    let shown = asked.filter(isShown)
    if shown == asked { return asked }
    guard let root = node(0, shape.parts.indices.map(Int32.init)) else { return nil }
    return columns(from: root)
  }

  private func columns(from root: Int) -> Set<Int> {
    var columns: Set<Int> = []
    var byNumber: [Int: Node] = [:]
    for (node, number) in numbers { byNumber[number] = node }
    var seen: Set<Int> = []
    var open = [root]
    while let number = open.popLast() {
      guard seen.insert(number).inserted, let node = byNumber[number] else { continue }
      columns.insert(node.column)
      open += node.branches
    }
    return columns
  }

  private mutating func node(_ column: Int, _ alive: [Int32]) -> Int? {
    guard column < shape.columns.count, !alive.isEmpty else { return leaf(alive) }
    let place = Place(column: column, alive: alive)
    if let known = known[place] { return known }
    var node = Node(column: column)
    var sweep = cuts.sweep(shape.whole[column], column, alive)
    while let (run, rest) = sweep.next() {
      budget.spend(rest.count + 1)
      guard !budget.isSpent, let branch = self.node(column + 1, rest) else { return nil }
      node.add(branch, upTo: run.upperBound)
    }
    let number = node.branches.count == 1 ? node.branches[0] : numbers[node] ?? fresh()
    if node.branches.count > 1 { numbers[node] = number }
    known[place] = number
    return number
  }

  private mutating func leaf(_ alive: [Int32]) -> Int {
    let outcome = outcome(ofParts: alive.map(Int.init))
    if let known = outcomes[outcome] { return known }
    let number = fresh()
    outcomes[outcome] = number
    return number
  }

  private mutating func fresh() -> Int {
    next += 1
    return next
  }

  /// What matching parts come to, as far as it can be told by the results of their rows alone.
  private func outcome(ofParts parts: [Int]) -> [String] {
    var rows: [Int] = []
    for part in parts where rows.last != shape.parts[part].row {
      rows.append(shape.parts[part].row)
    }
    return switch shape.table.policy {
    case .first: rows.prefix(1).map { results[$0] }
    case .unique where rows.count > 1: ["\u{2}"]
    case .any: Set(rows.map { results[$0] }).sorted()
    case .count: ["\(rows.count)"]
    case .unique, .priority, .ruleOrder, .outputOrder, .collect, .sum, .min, .max:
      rows.map { results[$0] }
    }
  }
}

// Columns of which two points show that they matter: most do, and then no diagram is needed.
extension OutcomeDiagram {
  private func isShown(_ column: Int) -> Bool {
    let asking = shape.parts.lazy.filter { $0.sets[column] != nil }
    return asking.prefix(Self.tries).contains { part in
      guard let set = part.sets[column] else { return false }
      var point = part.sets.map { $0?.first ?? 0 }
      let outcome = outcome(at: point)
      let outside = [set.hull.lowerBound - 1, set.runs[0].upperBound, set.hull.upperBound]
      return outside.contains { region in
        guard shape.columns[column].regions.all.indices.contains(region) else { return false }
        point[column] = region
        return self.outcome(at: point) != outcome
      }
    }
  }

  private func outcome(at point: [Int]) -> [String] {
    outcome(
      ofParts: shape.parts.indices.filter { part in
        let sets = shape.parts[part].sets
        return sets.indices.allSatisfy { sets[$0]?.contains(point[$0]) ?? true }
      })
  }
}
