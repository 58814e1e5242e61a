internal import Model
internal import SourceText

// Decisions, which are looked through.
extension SolverScript {
  /// What a decision, or one of its outputs, comes to; nil where that cannot be expressed.
  mutating func decided(_ expression: Expression) throws(Opaque) -> Bound? {
    switch expression.kind {
    case .decision(let id): return try decided(id, output: nil, expression)
    case .field(let record, let output):
      guard case .decision(let id) = record.kind else { return nil }
      return try decided(id, output: output, expression)
    default: return nil
    }
  }

  private mutating func decided(
    _ id: ID<Decision>, output: Int?, _ expression: Expression
  ) throws(Opaque) -> Bound? {
    guard !frozen.contains(id), !open.contains(id) else { return nil }
    open.insert(id)
    let outer = slots
    slots = [:]
    defer {
      open.remove(id)
      slots = outer
    }
    switch program.decisions[id].logic {
    case .expression(let body):
      guard let output else { return try read(body) }
      guard case .record(let fields) = body.kind, output < fields.count else { return nil }
      return try read(fields[output])
    case .table(let table):
      guard [.unique, .any, .first].contains(table.policy) else { return nil }
      let key = "\(id.index) \(output ?? 0)"
      if let known = results[key] { return known }
      let result = try result(of: table, output: output ?? 0, expression)
      results[key] = result
      return result
    }
  }

  /// Free, but where the rows leave no doubt: one surely matches, and none that would go before it
  /// or beside it. Where no row matches it is what `otherwise` says.
  private mutating func result(
    of table: DecisionTable, output: Int, _ expression: Expression
  ) throws(Opaque) -> Bound {
    let rows = table.rows.map { matches($0, table) }
    var cases: [(String, Expression)] = []
    for (place, row) in rows.enumerated() {
      let rivals = table.policy == .first ? rows[..<place] : rows[...]
      let others = rivals.indices.filter { $0 != place }.map { rows[$0].fails }
      cases.append((Self.all([row.holds] + others), table.rows[place].results[output]))
    }
    if let otherwise = table.otherwise {
      cases.append((Self.all(rows.map(\.fails)), otherwise[output]))
    }
    let result: Bound =
      expression.type == .boolean ? .truth(freeTruth(nil)) : .term(freeTerm(nil, of: expression))
    for (condition, body) in cases { tie(result, to: try read(body), where: condition) }
    return result
  }

  /// A cell that runs into a fault leaves open whether its row fails at a later one.
  private mutating func matches(_ row: DecisionTable.Row, _ table: DecisionTable) -> Truth {
    var all = Truth(holds: "true", fails: "false")
    var faults: [String] = []
    for (column, cell) in row.cells.enumerated() {
      if case .any? = cell.tests.first { continue }
      let input = table.inputs[column].expression
      // Each input is read once, in the slot that its cells test.
      let asked = Expression(
        .membership(input, slot: 0, cell.tests), type: .boolean, span: cell.span)
      let cell = truth(asked)
      faults += [cell.faults].compactMap(\.self)
      all = both(all, cell)
    }
    if let condition = row.condition {
      let cell = truth(condition)
      faults += [cell.faults].compactMap(\.self)
      all = both(all, cell)
    }
    guard !faults.isEmpty else { return all }
    let fails = named(
      "(and \(all.fails) (not (or \(faults.joined(separator: " ")) false)))", "Bool")
    return Truth(holds: all.holds, fails: fails, faults: all.faults)
  }

  /// Where a formula is true, a result comes to the same as something else.
  private mutating func tie(_ result: Bound, to body: Bound, where condition: String) {
    switch (result, body) {
    case (.term(let one), .term(let other)):
      let null = "(= \(one.null ?? "false") \(other.null ?? "false"))"
      let same = "(and (= \(one.known) \(other.known)) (= \(one.value) \(other.value)) \(null))"
      write(["(assert (=> \(condition) \(same)))"])
    case (.truth(let one), .truth(let other)):
      let same = "(and (= \(one.holds) \(other.holds)) (= \(one.fails) \(other.fails)))"
      write(["(assert (=> \(condition) \(same)))"])
    default: break
    }
  }
}
