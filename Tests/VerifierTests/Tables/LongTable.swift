import TestSupport

/// A random table of many rows over two small whole numbers and a word, and its rows as plain lists
/// of values: what they come to is found by counting, without regions and without the interpreter.
struct LongTable {
  /// How its rows lie to each other.
  enum Family: String, CaseIterable {
    /// Small boxes that seldom meet.
    case sparse
    /// Boxes within boxes, the smallest first or last.
    case nested
    /// Each row asks one or two inputs, so that most rows meet.
    case open
  }

  struct Row {
    var x: ClosedRange<Int>
    var y: ClosedRange<Int>
    /// Words by number; empty for all.
    var words: Set<Int>
    var result: Int
  }

  static let top = 15
  private static let everything = 0...top

  var policy: String
  var rows: [Row] = []

  init(_ family: Family, rows count: Int, _ policy: String, _ random: inout SeededRandom) {
    self.policy = policy
    for number in 0..<count {
      switch family {
      case .sparse: rows.append(Self.small(&random))
      case .nested: rows.append(Self.ring(number % 8, &random))
      case .open: rows.append(Self.loose(&random))
      }
    }
    if family == .nested, random.chance(2) { rows.reverse() }
  }

  private static func stretch(_ width: Int, _ random: inout SeededRandom) -> ClosedRange<Int> {
    let low = Int.random(in: 0...top, using: &random)
    return low...min(top, low + Int.random(in: 0...width, using: &random))
  }

  private static func small(_ random: inout SeededRandom) -> Row {
    Row(
      x: stretch(2, &random), y: stretch(2, &random),
      words: random.chance(2) ? [] : [Int.random(in: 0..<3, using: &random)],
      result: Int.random(in: 0..<3, using: &random))
  }

  private static func ring(_ depth: Int, _ random: inout SeededRandom) -> Row {
    let ring = (7 - depth)...(8 + depth)
    return Row(
      x: random.chance(3) ? everything : ring, y: ring,
      words: random.chance(3) ? [Int.random(in: 0..<3, using: &random)] : [],
      result: Int.random(in: 0..<3, using: &random))
  }

  private static func loose(_ random: inout SeededRandom) -> Row {
    var row = Row(
      x: everything, y: everything, words: [], result: Int.random(in: 0..<3, using: &random))
    for _ in 0..<2 {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: row.x = stretch(6, &random)
      case 1: row.y = stretch(6, &random)
      default: row.words = [Int.random(in: 0..<3, using: &random)]
      }
    }
    return row
  }

  var text: String {
    let table = rows.enumerated().map { number, row in
      "| r\(number) | \(cell(row.x)) | \(cell(row.y)) | \(cell(row.words)) | \(names[row.result]) |"
    }
    return """
      rulebook: long
      facts:
        x: {type: integer, min: 0, max: \(Self.top)}
        y: {type: integer, min: 0, max: \(Self.top)}
        w: [p, q, r]
      decisions:
        t:
          hit: \(policy)
          inputs: [x, y, w]
          outputs: {out: {type: [a, b, c]\(policy == "priority" ? ", priority: [b, c, a]" : "")}}
          rules: |
            | id | x | y | w | => out |
            \(table.joined(separator: "\n      "))
      """
  }

  private var names: [String] { ["a", "b", "c"] }

  private func cell(_ stretch: ClosedRange<Int>) -> String {
    if stretch == Self.everything { return "-" }
    return "[\(stretch.lowerBound)..\(stretch.upperBound)]"
  }

  private func cell(_ words: Set<Int>) -> String {
    words.isEmpty ? "-" : words.sorted().map { ["p", "q", "r"][$0] }.joined(separator: ", ")
  }
}

// What it comes to, point by point.
extension LongTable {
  /// By point: the rows that match.
  var matches: [[Int]] {
    var matches: [[Int]] = []
    for x in Self.everything {
      for y in Self.everything {
        for word in 0..<3 {
          matches.append(
            rows.indices.filter { number in
              let row = rows[number]
              return row.x.contains(x) && row.y.contains(y)
                && (row.words.isEmpty || row.words.contains(word))
            })
        }
      }
    }
    return matches
  }

  /// Rows that give the result nowhere.
  var losers: Set<Int> {
    let ranks = [2, 0, 1]
    let winners = matches.compactMap { rows in
      policy == "first"
        ? rows.first
        : rows.min { (ranks[self.rows[$0].result], $0) < (ranks[self.rows[$1].result], $1) }
    }
    return Set(rows.indices).subtracting(winners)
  }

  /// Pairs of rows that somewhere match together, and give different results.
  var conflicts: Set<[Int]> {
    var pairs: Set<[Int]> = []
    for rows in matches {
      for (place, one) in rows.enumerated() {
        for other in rows[(place + 1)...]
        where policy == "unique" || self.rows[one].result != self.rows[other].result {
          pairs.insert([one, other])
        }
      }
    }
    return pairs
  }
}
