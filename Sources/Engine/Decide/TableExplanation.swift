package import Model
package import SourceText

/// How each row of a table stands to what is known, for people who ask why it fired or did not.
package struct TableExplanation: Hashable, Sendable {
  /// The first cell that a row fails at.
  package struct Failure: Hashable, Sendable {
    /// The input's position; nil for the row's own condition.
    package var column: Int?
    /// The input's value; nil for a condition, or where the cell fails whatever the value is.
    package var value: Value?
    /// Place of the cell or the condition.
    package var span: Span

    package init(column: Int?, value: Value?, span: Span) {
      self.column = column
      self.value = value
      self.span = span
    }
  }

  /// How a row stood to the facts.
  package enum Match: Hashable, Sendable {
    case matched
    case failed(Failure)
    /// No cell fails, but these facts are wanted to tell.
    case unknown(Missing)
    /// Reading a cell met a fault before any cell failed.
    case fault(Fault)
  }

  /// One row, and how near it came.
  package struct Row: Hashable, Sendable {
    package var id: String
    package var match: Match
    /// How many of its cells hold, `-` and its own condition included.
    package var satisfied: Int

    package init(id: String, match: Match, satisfied: Int) {
      self.id = id
      self.match = match
      self.satisfied = satisfied
    }
  }

  /// In table order.
  package var rows: [Row]

  package init(rows: [Row]) {
    self.rows = rows
  }

  /// Where no row matches, the position of the one of which most cells hold, the first of several;
  /// nil where one matches, or the table has no rows.
  package var nearest: Int? {
    if rows.contains(where: { $0.match == .matched }) { return nil }
    let most = rows.map(\.satisfied).max()
    return rows.firstIndex { $0.satisfied == most }
  }
}

extension Evaluation {
  mutating func explainTable(_ decision: ID<Decision>) -> TableExplanation? {
    guard case .table(let table) = known.program.decisions[decision].logic else { return nil }
    let reader = TableReader(table, decision, output: nil)
    var inputs = [Evaluated?](repeating: nil, count: table.inputs.count)
    return TableExplanation(
      rows: table.rows.indices.map { reader.explain($0, &inputs, &self) })
  }
}

extension TableReader {
  fileprivate func explain(
    _ row: Int, _ inputs: inout [Evaluated?], _ evaluation: inout Evaluation
  ) -> TableExplanation.Row {
    let row = table.rows[row]
    var summary = RowSummary()
    for (column, cell) in row.cells.enumerated() {
      summary.add { () throws(Fault) in
        if cell.isAny { return .holds }
        let input = try value(ofInput: column, &inputs, &evaluation)
        return try evaluation.matches(cell.tests, value: input, slot: 0)
      } failure: {
        .init(column: column, value: inputs[column]?.value, span: cell.span)
      }
    }
    if let condition = row.condition {
      summary.add { () throws(Fault) in
        try evaluation.verdict(condition)
      } failure: {
        .init(column: nil, value: nil, span: condition.span)
      }
    }
    return TableExplanation.Row(id: row.id, match: summary.match, satisfied: summary.satisfied)
  }
}

/// The verdicts on a row's cells, taken together from left to right.
private struct RowSummary {
  private(set) var satisfied = 0
  private var failure: TableExplanation.Failure?
  private var fault: Fault?
  private var missing: Missing?

  mutating func add(
    _ read: () throws(Fault) -> Verdict, failure: () -> TableExplanation.Failure
  ) {
    do {
      switch try read() {
      case .holds: satisfied += 1
      case .fails: self.failure = self.failure ?? (fault == nil ? failure() : nil)
      case .unknown(let more): missing = missing?.union(more) ?? more
      }
    } catch {
      fault = fault ?? error
    }
  }

  var match: TableExplanation.Match {
    if let failure { return .failed(failure) }
    if let fault, missing == nil { return .fault(fault) }
    return missing.map(TableExplanation.Match.unknown) ?? .matched
  }
}

extension Evaluated {
  fileprivate var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}
