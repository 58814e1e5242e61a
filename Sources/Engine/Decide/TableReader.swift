internal import Model
internal import SourceText

/// Which rows of a table match, as far as is known.
struct TableReading {
  /// A row that matches if what is missing turns out so.
  struct Possible {
    let row: Int
    /// By column; the row's own condition comes after the last one.
    var missing: [(column: Int, missing: Missing)] = []
    /// What reading the row runs into if the cells that are missing something hold.
    var fault: Fault?
  }

  /// Rows that match whatever the unknown facts are, in table order.
  var sure: [Int] = []
  /// Rows that may match, in table order.
  var possible: [Possible] = []

  /// All rows that are sure or possible, in table order.
  var rows: [Int] { (sure + possible.map(\.row)).sorted() }
}

/// Reads one decision table (DMN 1.5, chapter 8).
///
/// Inputs are evaluated when the first cell needs them, each once; a cell `-` needs nothing. Within
/// a row, cells are read from left to right up to the first that fails.
struct TableReader {
  let table: DecisionTable
  let decision: ID<Decision>
  /// The one output that is wanted, if not all.
  let output: Int?

  init(_ table: DecisionTable, _ decision: ID<Decision>, output: Int?) {
    self.table = table
    self.decision = decision
    self.output = output
  }

  /// Reads the given rows, in table order, as far as the hit policy needs.
  func read(
    _ rows: some Sequence<Int>, _ evaluation: inout Evaluation
  ) throws(Fault) -> TableReading {
    var inputs = [Evaluated?](repeating: nil, count: table.inputs.count)
    var reading = TableReading()
    for row in rows {
      evaluation.effort += 1
      var possible = TableReading.Possible(row: row)
      guard try matches(&possible, &inputs, &evaluation) else { continue }
      if !possible.missing.isEmpty {
        reading.possible.append(possible)
      } else {
        reading.sure.append(row)
        // Whatever comes after a sure match never wins.
        if table.policy == .first { break }
      }
    }
    return reading
  }

  /// Whether a row does not fail; what it would take to make it sure is noted.
  private func matches(
    _ possible: inout TableReading.Possible, _ inputs: inout [Evaluated?],
    _ evaluation: inout Evaluation
  ) throws(Fault) -> Bool {
    let cells = table.rows[possible.row].cells
    do {
      for column in cells.indices where !cells[column].isAny {
        let input = try value(ofInput: column, &inputs, &evaluation)
        switch try evaluation.matches(cells[column].tests, value: input, slot: 0) {
        case .holds: continue
        case .fails: return false
        case .unknown(let more): possible.missing.append((column, more))
        }
      }
      guard let condition = table.rows[possible.row].condition else { return true }
      switch try evaluation.verdict(condition) {
      case .holds: break
      case .fails: return false
      case .unknown(let more): possible.missing.append((cells.count, more))
      }
    } catch {
      if possible.missing.isEmpty { throw error }
      possible.fault = error
    }
    return true
  }

  func value(
    ofInput column: Int, _ inputs: inout [Evaluated?], _ evaluation: inout Evaluation
  ) throws(Fault) -> Evaluated {
    if let value = inputs[column] { return value }
    let value = try evaluation.evaluate(table.inputs[column].expression)
    inputs[column] = value
    return value
  }
}

extension DecisionTable.Cell {
  /// `-` alone: whatever the value is.
  var isAny: Bool {
    if tests.count == 1, case .any = tests[0] { true } else { false }
  }
}
