internal import Model
internal import SourceText

/// A table as a decision diagram: column after column, what is left to tell apart. Parts that come
/// to the same outcomes are one, so a column stands in it exactly if it changes some outcome.
struct OutcomeDiagram {
  private struct Place: Hashable {
    let column: Int
    let alive: Bits
  }

  /// One column's branches, by region.
  private struct Node: Hashable {
    let column: Int
    let branches: [Int]
  }

  private let shape: TableShape
  /// By row: what it gives, as text.
  private let results: [String]
  private let holders: [[Bits]]
  private var budget: Budget
  private var known: [Place: Int] = [:]
  private var numbers: [Node: Int] = [:]
  private var outcomes: [[String]: Int] = [:]
  private var next = 0

  init(_ shape: TableShape, _ program: Program, budget: Budget) {
    self.shape = shape
    self.budget = budget
    let text = ProgramText(program)
    results = shape.table.rows.map { row in
      row.results.map(text.expression).joined(separator: "\u{1}")
    }
    holders = shape.columns.enumerated().map { place, column in
      column.regions.all.indices.map { region in
        Bits(limit: shape.parts.count) { shape.parts[$0].sets[place]?.contains(region) ?? true }
      }
    }
  }

  /// The columns that change an outcome; nil if the budget does not suffice to tell.
  mutating func matteringColumns() -> Set<Int>? {
    guard let root = node(0, Bits(upTo: shape.parts.count)) else { return nil }
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

  private mutating func node(_ column: Int, _ alive: Bits) -> Int? {
    guard column < shape.columns.count, !alive.isEmpty else { return leaf(alive) }
    let place = Place(column: column, alive: alive)
    if let known = known[place] { return known }
    budget.spend(holders[column].count)
    guard !budget.isSpent else { return nil }
    var branches: [Int] = []
    for holder in holders[column] {
      guard let branch = node(column + 1, alive & holder) else { return nil }
      branches.append(branch)
    }
    let number: Int
    if let first = branches.first, branches.allSatisfy({ $0 == first }) {
      number = first
    } else {
      let node = Node(column: column, branches: branches)
      number = numbers[node] ?? fresh()
      numbers[node] = number
    }
    known[place] = number
    return number
  }

  private mutating func leaf(_ alive: Bits) -> Int {
    var rows: [Int] = []
    for part in alive.members where !rows.contains(shape.parts[part].row) {
      rows.append(shape.parts[part].row)
    }
    let outcome = outcome(of: rows)
    if let known = outcomes[outcome] { return known }
    let number = fresh()
    outcomes[outcome] = number
    return number
  }

  private mutating func fresh() -> Int {
    next += 1
    return next
  }

  /// What matching rows come to, as far as it can be told by their results alone.
  private func outcome(of rows: [Int]) -> [String] {
    switch shape.table.policy {
    case .first: rows.prefix(1).map { results[$0] }
    case .unique where rows.count > 1: ["\u{2}"]
    case .any: Set(rows.map { results[$0] }).sorted()
    case .count: ["\(rows.count)"]
    case .unique, .priority, .ruleOrder, .outputOrder, .collect, .sum, .min, .max:
      rows.map { results[$0] }
    }
  }
}
