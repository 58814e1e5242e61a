internal import Engine
internal import Model
internal import SourceText

// Rows and cells by themselves.
extension TableAnalysis {
  /// Rows that no value at all matches.
  mutating func findDeadRows() -> Set<Int> {
    let matching = Set(shape.parts.map(\.row))
    let dead = table.rows.indices.filter { !matching.contains($0) }
    findings += dead.map { TableFinding(kind: .dead(row: $0)) }
    return Set(dead)
  }

  /// Cells that say something which every value of the column passes.
  mutating func findIdleCells(besides dead: Set<Int>) {
    for (row, cells) in shape.idleCells.enumerated() where !dead.contains(row) {
      for column in cells.indices where cells[column] {
        findings.append(TableFinding(kind: .idleCell(row: row, column: column)))
      }
    }
  }
}

// Rows that others go before.
extension TableAnalysis {
  /// Rows all of whose matches go to rows before them.
  ///
  /// Row after row, from the one that goes before all others, only parts are kept that lie in no
  /// other kept part: what a row is compared with stays small where rows lie within each other.
  mutating func findMaskedRows(besides dead: Set<Int>) {
    var before = StrongestParts(hulls)
    var unsettled: [Int] = []
    var masked: [(row: Int, by: [Int])] = []
    let parts = partsByRow
    for row in rowsByPrecedence where !dead.contains(row) {
      effort.pairs.spend(parts[row].count * (before.parts.count + 1))
      guard !effort.pairs.isSpent, !effort.rows.isSpent else {
        unsettled.append(row)
        continue
      }
      let near = parts[row].map(before.near)
      switch isMasked(parts[row], by: near) {
      case true?:
        let rows = Set(near.joined().map { shape.parts[$0].row })
        masked.append((row, rows.sorted()))
        continue
      case false?: break
      case nil: unsettled.append(row)
      }
      for (part, near) in zip(parts[row], near) { before.add(part, near: near) }
    }
    findings += masked.sorted { $0.row < $1.row }.map {
      .init(kind: .masked(row: $0.row, by: $0.by))
    }
    report(unsettled: unsettled)
  }

  var partsByRow: [[Int]] {
    var parts: [[Int]] = table.rows.map { _ in [] }
    for (number, part) in shape.parts.enumerated() { parts[part.row].append(number) }
    return parts
  }

  /// Whether a row matches nowhere but where parts before it do; nil if that takes too long.
  private mutating func isMasked(_ parts: [Int], by near: [[Int]]) -> Bool? {
    guard near.allSatisfy({ !$0.isEmpty }) else { return false }
    for (part, near) in zip(parts, near) {
      if near.contains(where: { hulls.contains($0, part) }) { continue }
      let allowed = min(TableEffort.ofRow, effort.rows.rest)
      var coverage = Coverage(
        hulls.order.map { box(shape.parts[part].sets)[$0] },
        near.map { near in hulls.order.map { shape.parts[near].sets[$0] } },
        limit: 1, budget: Budget(allowed))
      let isWhole = coverage.isWhole()
      effort.rows.spend(allowed - coverage.rest.rest)
      guard isWhole == true else { return isWhole }
    }
    return true
  }

  private mutating func report(unsettled rows: [Int]) {
    guard let first = rows.min() else { return }
    var finding = TableFinding(kind: .unsettled(row: first))
    finding.more = rows.count - 1
    findings.append(finding)
  }

  /// The rows of which each wins over all that follow it, where they match together.
  var rowsByPrecedence: [Int] {
    switch table.policy {
    case .first: return Array(table.rows.indices)
    case .priority:
      let constants = Constants(program, calendar)
      let ranked = table.rows.indices.compactMap { row in
        rank(of: row, constants).map { (row: row, rank: $0) }
      }
      return ranked.sorted { one, other in
        one.rank.lexicographicallyPrecedes(other.rank)
          || one.rank == other.rank && one.row < other.row
      }.map(\.row)
    default: return []
    }
  }

  private func rank(of row: Int, _ constants: Constants) -> [Int]? {
    var ranks: [Int] = []
    for (output, result) in zip(table.outputs, table.rows[row].results)
    where !output.priorities.isEmpty {
      guard let value = constants.value(of: result) else { return nil }
      ranks.append(output.priorities.firstIndex(of: value) ?? output.priorities.count)
    }
    return ranks
  }
}

// Rows that match together where only one may, or with other results where all have to agree.
extension TableAnalysis {
  mutating func findConflicts() {
    guard table.policy == .unique || table.policy == .any else { return }
    var pairs: Set<[Int]> = []
    var found: [TableFinding] = []
    var tries = Budget(TableEffort.triesInVain)
    for one in shape.parts.indices {
      effort.pairs.spend(shape.parts.count - one)
      guard !effort.pairs.isSpent, !tries.isSpent else {
        report(unsettled: Array(shape.parts[one].row..<table.rows.count))
        break
      }
      for other in shape.parts.indices[(one + 1)...] where mayConflict(one, other) {
        let rows = [shape.parts[one].row, shape.parts[other].row]
        guard !pairs.contains(rows), !tries.isSpent else { continue }
        guard let finding = conflict(one, other) else {
          tries.spend()
          noteOpen(one, other)
          continue
        }
        pairs.insert(rows)
        if found.count < Self.limit {
          found.append(finding)
          continue
        }
        found[Self.limit - 1].more += 1
        if found[Self.limit - 1].more > 20 {
          findings += found
          return
        }
      }
    }
    findings += found
  }

  private func mayConflict(_ one: Int, _ other: Int) -> Bool {
    let rows = (shape.parts[one].row, shape.parts[other].row)
    return rows.0 != rows.1 && hulls.meet(one, other)
      && (table.policy == .unique || results[rows.0] != results[rows.1])
  }

  private func conflict(_ one: Int, _ other: Int) -> TableFinding? {
    guard let sets = shape.parts[one].sets.met(by: shape.parts[other].sets) else { return nil }
    let meeting = box(sets)
    let facts = facts(in: meeting) {
      if case .severalRows(decision, _)? = fault(of: $0) { true } else { false }
    }
    guard let facts else { return nil }
    let rows = (shape.parts[one].row, shape.parts[other].row)
    var finding = TableFinding(kind: .conflict(rows.0, rows.1))
    finding.region = conditions(meeting)
    finding.facts = stated(facts)
    finding.isAgreed = results[rows.0] == results[rows.1]
    return finding
  }
}
