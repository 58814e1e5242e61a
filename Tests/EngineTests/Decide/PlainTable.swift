import Model

/// A small table in plain terms, and what DMN 1.5, 8.2.8 says of it, without a word of the
/// engine's: facts are numbers below `size`, a cell is the set of those it accepts, outputs are
/// numbers.
struct PlainTable: CustomStringConvertible {
  enum Result: Equatable {
    case one(Int)
    case many([Int])
    case noRow
    case conflict
  }

  var policy: HitPolicy
  /// How many values each fact has.
  var size: Int
  /// By column: the fact it reads.
  var columns: [Int]
  /// By row and column: what is accepted; nil for `-`.
  var rows: [[Set<Int>?]]
  var outputs: [Int]
  var otherwise: Int?
  /// For `priority` and `output order`, highest first.
  var priorities = [1, 0, 2]

  var factCount: Int { (columns.max() ?? -1) + 1 }

  var description: String {
    let cells = rows.map { row in
      row.map { $0.map { "\($0.sorted())" } ?? "-" }.joined(separator: " ")
    }
    let lines = zip(cells, outputs).map { "\($0) => \($1)" }
    let last = otherwise.map { " otherwise \($0)" } ?? ""
    return "\(policy) \(columns): \(lines.joined(separator: "; "))\(last)"
  }

  /// What the table comes to when all facts are known.
  func result(_ facts: [Int]) -> Result {
    var hits: [Int] = []
    for (row, output) in zip(rows, outputs) {
      let isHit = zip(row, columns).allSatisfy { cell, fact in
        cell?.contains(facts[fact]) ?? true
      }
      if isHit { hits.append(output) }
    }
    if hits.isEmpty, let otherwise { hits = [otherwise] }
    switch policy {
    case .ruleOrder, .collect: return .many(hits)
    case .outputOrder:
      return .many(priorities.flatMap { value in hits.filter { $0 == value } })
    case .count: return .one(hits.count)
    default: break
    }
    guard let first = hits.first else { return .noRow }
    switch policy {
    case .unique: return hits.count > 1 ? .conflict : .one(first)
    case .any: return Set(hits).count > 1 ? .conflict : .one(first)
    case .priority: return .one(priorities.first { hits.contains($0) } ?? first)
    case .sum: return .one(hits.reduce(0, +))
    case .min: return .one(hits.min() ?? first)
    case .max: return .one(hits.max() ?? first)
    default: return .one(first)
    }
  }
}
