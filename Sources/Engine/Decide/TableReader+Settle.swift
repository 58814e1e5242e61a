internal import Model
internal import SourceText

// What a table comes to once it is known which rows match (DMN 1.5, 8.2.8).
//
// `otherwise` stands in as the only row where none matches: a list of it, a count of 1, or the
// aggregate of it alone. Without `otherwise` a list is empty and a count 0; else there is no
// result.
extension TableReader {
  func settle(_ rows: [Int], _ evaluation: inout Evaluation) throws(Fault) -> Decided {
    if rows.isEmpty {
      return try decided(whenNone(&evaluation), rows: table.otherwise == nil ? [] : ["otherwise"])
    }
    switch table.policy {
    case .count: return .decided(outcome(.number(Number(rows.count)), rows))
    case .unique where rows.count > 1: throw conflict(of: rows)
    case .first, .unique:
      return try decided(output(of: rows[0], &evaluation), rows: [table.rows[rows[0]].id])
    default: break
    }
    let candidates = rows.map { candidate($0, isSure: true, &evaluation) }
    return try settle(candidates)
  }

  /// What the table comes to where no row matches.
  func whenNone(_ evaluation: inout Evaluation) -> RowOutput {
    let policy = table.policy
    if policy == .count { return .known(.number(table.otherwise == nil ? 0 : 1)) }
    switch otherwise(&evaluation) {
    case .known(let value): return .known(policy.givesList ? .list([value]) : value)
    case .some(let output): return output
    case nil where policy.givesList: return .known(.list([]))
    case nil:
      return .fault(Fault(.noRow(decision), at: evaluation.known.program.decisions[decision].span))
    }
  }

  /// Of policies that look at more than one matching row's outputs.
  private func settle(_ candidates: [Candidate]) throws(Fault) -> Decided {
    let rows = candidates.compactMap(\.row)
    let missing = candidates.reduce(Missing()) { $0.union($1.output.missing) }
    var values: [Value] = []
    for candidate in candidates {
      if case .fault(let fault) = candidate.output { throw fault }
      if let value = candidate.output.value { values.append(value) }
    }
    if values.count < candidates.count { return .open(missing) }
    switch table.policy {
    case .any:
      guard candidates.allSatisfy({ $0.all == candidates[0].all }) else {
        throw conflict(of: rows)
      }
      return .decided(outcome(values[0], rows))
    case .priority:
      let best = ordered(candidates)[0]
      return try decided(best.output, rows: best.row.map { [table.rows[$0].id] } ?? [])
    case .outputOrder:
      let best = ordered(candidates)
      return .decided(
        outcome(.list(best.compactMap(\.output.value)), best.compactMap(\.row)))
    case .sum, .min, .max: return .decided(outcome(try aggregate(values), rows))
    default: return .decided(outcome(.list(values), rows))
    }
  }

  /// By priority, highest first; rows of equal priority in table order.
  func ordered(_ candidates: [Candidate]) -> [Candidate] {
    candidates.sorted { left, right in
      if left.rank != right.rank { return left.rank.lexicographicallyPrecedes(right.rank) }
      return (left.row ?? .max) < (right.row ?? .max)
    }
  }

  /// The sum, the least or the greatest of at least one value.
  func aggregate(_ values: [Value]) throws(Fault) -> Value {
    let span = table.outputs[0].span
    var result = values[0]
    try result.requireNotNull(at: span)
    for value in values.dropFirst() {
      try value.requireNotNull(at: span)
      if table.policy == .sum {
        result = try Arithmetic(.utc, at: span).apply(.add, result, value)
      } else if beats(value, result) {
        result = value
      }
    }
    return result
  }

  /// Whether a value takes the place of another under `min` or `max`.
  func beats(_ value: Value, _ other: Value) -> Bool {
    (table.policy == .min ? value.precedes(other) : other.precedes(value)) == true
  }

  func conflict(of rows: [Int]) -> Fault {
    Fault(.severalRows(decision, rows.map { table.rows[$0].id }), at: table.rows[rows[1]].span)
  }

  func decided(_ output: RowOutput, rows: [String]) throws(Fault) -> Decided {
    switch output {
    case .known(let value): return .decided(DecisionOutcome(value: value, rows: rows))
    case .unknown(let missing): return .open(missing)
    case .fault(let fault): throw fault
    }
  }

  private func outcome(_ value: Value, _ rows: [Int]) -> DecisionOutcome {
    DecisionOutcome(value: value, rows: rows.map { table.rows[$0].id })
  }
}
