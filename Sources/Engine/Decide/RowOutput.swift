internal import Model
internal import SourceText

/// What a row, or the lack of any, gives if it wins.
enum RowOutput {
  case known(Value)
  case unknown(Missing)
  case fault(Fault)

  var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// What is missing to know it.
  var missing: Missing {
    if case .unknown(let missing) = self { missing } else { Missing() }
  }

  /// Whether both are known to come to the same.
  func isSame(as other: RowOutput) -> Bool {
    switch (self, other) {
    case (.known(let value), .known(let other)): value == other
    case (.fault(let fault), .fault(let other)): fault.reason.isSame(as: other.reason)
    default: false
    }
  }
}

extension Fault.Reason {
  /// Whether it is the same fault, whichever rows are in conflict.
  func isSame(as other: Fault.Reason) -> Bool {
    if case .severalRows(let decision, _) = self, case .severalRows(decision, _) = other {
      return true
    }
    return self == other
  }
}

/// A row that may win, or what holds where no row does.
struct Candidate {
  /// Nil for what holds where no row matches.
  let row: Int?
  let isSure: Bool
  let output: RowOutput
  /// All outputs, though one may be wanted; empty unless the policy compares rows by them and they
  /// are known.
  var all: [Value] = []
  /// Per output with priorities, from 0 for the highest; empty as `all` is.
  var rank: [Int] = []
}

extension TableReader {
  /// The row's outputs: one value, or a record of several; only the wanted one where one is.
  func output(of row: Int, _ evaluation: inout Evaluation) -> RowOutput {
    output(of: table.rows[row].results, &evaluation)
  }

  /// What holds where no row matches: `otherwise`, or nil where the author gave none.
  func otherwise(_ evaluation: inout Evaluation) -> RowOutput? {
    table.otherwise.map { output(of: $0, &evaluation) }
  }

  func candidate(_ row: Int, isSure: Bool, _ evaluation: inout Evaluation) -> Candidate {
    guard table.policy.comparesOutputs else {
      return Candidate(row: row, isSure: isSure, output: output(of: row, &evaluation))
    }
    do throws(Fault) {
      switch try evaluation.gather(table.rows[row].results) {
      case .known(let values):
        return Candidate(
          row: row, isSure: isSure, output: .known(wanted(of: values)), all: values,
          rank: rank(of: values))
      case .unknown(let missing):
        return Candidate(row: row, isSure: isSure, output: .unknown(missing))
      }
    } catch {
      return Candidate(row: row, isSure: isSure, output: .fault(error))
    }
  }

  private func output(
    of results: [Expression], _ evaluation: inout Evaluation
  ) -> RowOutput {
    do throws(Fault) {
      guard let output else { return RowOutput(try evaluation.gather(results), wanted) }
      // The others are read for their faults alone.
      switch try evaluation.each(results)[output] {
      case .known(let value): return .known(value)
      case .unknown(let missing): return .unknown(missing)
      }
    } catch {
      return .fault(error)
    }
  }

  private func wanted(of values: [Value]) -> Value {
    if let output { return values[output] }
    return values.count == 1 ? values[0] : .record(values)
  }

  /// Place of each output's value among its priorities; after all of them if it is not listed.
  private func rank(of values: [Value]) -> [Int] {
    zip(table.outputs, values).filter { !$0.0.priorities.isEmpty }.map { output, value in
      output.priorities.firstIndex(of: value) ?? output.priorities.count
    }
  }
}

extension HitPolicy {
  /// Whether matching rows are compared with each other by all of their outputs.
  var comparesOutputs: Bool { self == .any || self == .priority || self == .outputOrder }
}

extension RowOutput {
  fileprivate init(_ values: Gathered, _ wanted: ([Value]) -> Value) {
    switch values {
    case .known(let values): self = .known(wanted(values))
    case .unknown(let missing): self = .unknown(missing)
    }
  }
}
