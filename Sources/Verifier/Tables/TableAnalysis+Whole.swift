internal import Engine
internal import Model
internal import SourceText

// The table as a whole.
extension TableAnalysis {
  /// Where no row matches and nothing else says what holds.
  mutating func findGaps() {
    guard table.otherwise == nil, !table.policy.givesList, table.policy != .count else { return }
    let covers = strongestParts
    var coverage = coverage(by: covers, Array(shape.columns.indices))
    if !coverage.unexplored.isEmpty, hulls.order != Array(shape.columns.indices) {
      let other = self.coverage(by: covers, hulls.order)
      if other.unexplored.isEmpty { coverage = other }
    }
    var found: [TableFinding] = []
    for box in coverage.free {
      let facts = facts(in: box) { fault(of: $0) == .noRow(decision) }
      guard let facts else {
        if relates(box) { open.gaps.append(box) }
        continue
      }
      if found.count == Self.limit {
        found[Self.limit - 1].more += 1
      } else {
        var finding = TableFinding(kind: .gap)
        finding.region = conditions(box)
        finding.facts = stated(facts)
        found.append(finding)
      }
    }
    // What is found before the budget is spent is not merged; one of a kind will do.
    findings += coverage.unexplored.isEmpty ? found : Array(found.prefix(1))
    for box in coverage.unexplored.prefix(Self.limit) {
      var finding = TableFinding(kind: .unexplored)
      finding.region = conditions(box)
      findings.append(finding)
    }
    let untold = coverage.unexplored.count - Self.limit
    if untold > 0 { findings[findings.count - 1].more = untold }
  }

  /// How many free boxes are looked for: each is tried on the interpreter, which reads all rows.
  private var boxesAtMost: Int { max(10, min(50, 50_000 / max(1, table.rows.count))) }

  /// Parts that hold all that the table holds.
  private var strongestParts: [Int] {
    mutating get {
      var strongest = StrongestParts(hulls)
      for part in shape.parts.indices {
        effort.pairs.spend(strongest.parts.count)
        guard !effort.pairs.isSpent else { return Array(shape.parts.indices) }
        strongest.add(part, near: strongest.near(part))
      }
      return strongest.parts
    }
  }

  /// What parts leave free of the table, its columns cut in some order.
  private func coverage(
    by parts: [Int], _ order: [Int]
  ) -> (free: [[Stretches]], unexplored: [[Stretches]]) {
    let whole = shape.whole
    var coverage = Coverage(
      order.map { whole[$0] },
      parts.map { part in order.map { shape.parts[part].sets[$0] } },
      limit: boxesAtMost, budget: Budget(TableEffort.ofSearch))
    let free = coverage.free()
    let inOrder = { (box: [Stretches]) in
      var sorted = box
      for (place, column) in order.enumerated() { sorted[column] = box[place] }
      return sorted
    }
    return (free.map(inOrder), coverage.unexplored.map(inOrder))
  }

  /// Inputs without which every result is the same.
  mutating func findIdleColumns() {
    var diagram = OutcomeDiagram(shape, results, budget: Budget(TableEffort.ofSearch))
    // A table that comes to one result whatever is asked is a sketch, and its author knows it.
    guard let mattering = diagram.matteringColumns(), !mattering.isEmpty else { return }
    let text = ProgramText(program)
    let reads = FactReads(program)
    for (place, input) in table.inputs.enumerated() {
      let key = text.expression(input.expression)
      // A question taken out of the column's cells may matter in its stead.
      let asked = Set(reads.facts(in: input.expression))
      let matters = mattering.contains { column in
        let expression = shape.columns[column].expression
        return text.expression(expression) == key
          || reads.facts(in: expression).contains(where: asked.contains)
      }
      if !matters { findings.append(TableFinding(kind: .idleColumn(place))) }
    }
  }
}
