internal import Model
internal import SourceText

extension Constants {
  /// All that a decision, or one of its outputs, can come to, where each row gives a constant; nil
  /// for what is no decision, and where it cannot be told.
  func results(of expression: Expression, in program: Program) -> [Value]? {
    switch expression.kind {
    case .decision(let decision):
      guard let table = single(program.decisions[decision]), table.outputs.count == 1 else {
        return nil
      }
      return results(of: 0, table)
    case .field(let record, let field):
      guard case .decision(let decision) = record.kind,
        let table = single(program.decisions[decision]), field < table.outputs.count,
        table.outputs.count > 1
      else { return nil }
      return results(of: field, table)
    default: return nil
    }
  }

  /// A decision as a table of which one row gives the result.
  private func single(_ decision: Decision) -> DecisionTable? {
    let table = decision.logic.asTable
    return switch table.policy {
    case .unique, .any, .first, .priority: table
    default: nil
    }
  }

  private func results(of output: Int, _ table: DecisionTable) -> [Value]? {
    var values: [Value] = []
    var seen: Set<Value> = []
    let otherwise = table.otherwise.map { [$0] } ?? []
    for results in table.rows.map(\.results) + otherwise {
      guard let value = value(of: results[output]) else { return nil }
      if seen.insert(value).inserted { values.append(value) }
    }
    return values.isEmpty ? nil : values
  }
}

extension Regions {
  /// Leaves only regions that hold one of some values, at which it was cut.
  mutating func narrow(to values: [Value]) {
    let values = Set(values)
    all.removeAll { !values.contains($0.witness) }
  }
}
