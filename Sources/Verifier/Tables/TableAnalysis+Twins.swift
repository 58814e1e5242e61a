internal import Model
internal import SourceText

// Rows that could be one: all but one of their cells say the same, and they give the same.
extension TableAnalysis {
  mutating func findTwins() {
    var groups: [[Int]: [Int]] = [:]
    var keys: [[Int]] = []
    for part in plainParts {
      let cells = part.cells
      for column in 0..<shape.inputCount {
        var key = cells
        key[column] = -1
        if groups[key] == nil { keys.append(key) }
        groups[key, default: []].append(part.number)
      }
    }
    var told: Set<Int> = []
    var found: [TableFinding] = []
    for key in keys {
      guard let group = groups[key], group.count > 1, let column = key.firstIndex(of: -1) else {
        continue
      }
      let twins = twins(in: group.filter { !told.contains(shape.parts[$0].row) }, column)
      guard twins.count > 1 else { continue }
      told.formUnion(twins.map { shape.parts[$0].row })
      found.append(finding(twins, column))
    }
    found.sort { $0.kind.rows.lexicographicallyPrecedes($1.kind.rows) }
    if found.count > Self.limit {
      found[Self.limit - 1].more = found.count - Self.limit
      found.removeSubrange(Self.limit...)
    }
    findings += found
  }

  /// Parts that are all that their row matches, each with its cells, its result and its basis as
  /// numbers: the same number for the same.
  private var plainParts: [(number: Int, cells: [Int])] {
    var rows = Array(repeating: 0, count: table.rows.count)
    for part in shape.parts { rows[part.row] += 1 }
    var numbers: [Stretches?: Int] = [:]
    var outcomes: [Outcome: Int] = [:]
    return shape.parts.enumerated().compactMap { number, part in
      let row = table.rows[part.row]
      // What a word of a scale stands for was written with the word: there is no row to join.
      let isWritten = row.condition == nil && row.cells.contains { $0.span != row.span }
      guard rows[part.row] == 1, isWritten else { return nil }
      let cells = part.sets.map { set in
        let known = numbers[set] ?? numbers.count
        numbers[set] = known
        return known
      }
      // A place cannot join its row to one of the rulebook that it stands on.
      let outcome = Outcome(
        result: results[part.row], basis: row.basis, file: row.span.source)
      let known = outcomes[outcome] ?? outcomes.count
      outcomes[outcome] = known
      return (number, cells + [known])
    }
  }

  /// The first part of a group, and those that may be joined to it without another result anywhere.
  private func twins(in group: [Int], _ column: Int) -> [Int] {
    guard let first = group.first, var set = shape.parts[first].sets[column] else { return [] }
    var twins = [first]
    for other in group.dropFirst() {
      guard let own = shape.parts[other].sets[column], mayOverlap || !own.meets(set),
        !isBetween(first, other)
      else { continue }
      twins.append(other)
      set = set | own
    }
    return twins
  }

  /// Whether rows that give the same and match together come to no more than one of them.
  private var mayOverlap: Bool {
    switch table.policy {
    case .unique, .any, .first, .priority: true
    default: false
    }
  }

  /// Whether a row between two others takes from the later one, or stands in a list before it.
  private func isBetween(_ one: Int, _ other: Int) -> Bool {
    switch table.policy {
    case .unique, .any, .sum, .min, .max, .count: return false
    case .first, .priority, .ruleOrder, .outputOrder, .collect: break
    }
    return (one + 1..<max(other, one + 1)).contains { between in
      shape.parts[between].row != shape.parts[one].row && hulls.meet(between, other)
        && (table.policy.givesList
          || results[shape.parts[between].row] != results[shape.parts[other].row])
    }
  }

  private func finding(_ twins: [Int], _ column: Int) -> TableFinding {
    var sets = shape.parts[twins[0]].sets
    sets[column] = twins.reduce(Stretches()) { $0 | (shape.parts[$1].sets[column] ?? Stretches()) }
    let words = zip(sets, shape.columns).map { set, column in
      set.flatMap { column.words($0.bits(limit: column.regions.all.count), in: program) } ?? "-"
    }
    var finding = TableFinding(kind: .twins(rows: twins.map { shape.parts[$0].row }))
    finding.region = [.init(column: shape.columns[column].name, test: words[column])]
    let text = ProgramText(program)
    let row = table.rows[shape.parts[twins[0]].row]
    let results = row.results.map { result in
      // A result that is a text stands in its cell as it is, without quotes.
      if case .constant(.text(let text)) = result.kind { text } else { text.expression(result) }
    }
    let cells = [row.id] + words.prefix(shape.inputCount) + results
    finding.merged = "| " + cells.joined(separator: " | ") + " |"
    return finding
  }
}

/// What a row gives, what it rests on, and where it is written.
private struct Outcome: Hashable {
  let result: String
  let basis: [Basis]
  let file: SourceID
}

extension TableFinding.Kind {
  fileprivate var rows: [Int] {
    if case .twins(let rows) = self { rows } else { [] }
  }
}
