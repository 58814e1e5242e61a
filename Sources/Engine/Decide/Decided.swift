internal import Model
internal import SourceText

/// What a decision comes to as far as facts are known.
package enum Decided: Hashable, Sendable {
  /// The same result whatever the unknown facts turn out to be.
  case decided(DecisionOutcome)
  /// The result depends on these facts: each of them matters for some values of the others.
  case open(Missing)
}

/// A decision derived within one evaluation, whole or one output of it.
struct DerivedDecision {
  let decision: ID<Decision>
  let output: Int?
  let result: Result<Decided, Fault>
}

extension Evaluation {
  /// What a decision's name, or one of its outputs, stands for in an expression.
  mutating func result(of decision: ID<Decision>, output: Int?) throws(Fault) -> Evaluated {
    switch try decide(decision, output: output) {
    case .decided(let outcome): .known(outcome.value)
    case .open(let missing): .unknown(missing)
    }
  }

  /// Frozen if `decide` froze it, else derived from the present facts.
  ///
  /// - Parameter output: the one output that is wanted, which may be settled while others are open;
  ///   the outcome's value is then that output's.
  mutating func decide(_ decision: ID<Decision>, output: Int?) throws(Fault) -> Decided {
    if let outcome = known.frozen(decision) {
      return .decided(outcome.projected(to: output))
    }
    if let earlier = derived.first(where: { $0.decision == decision && $0.output == output }) {
      return try earlier.result.get()
    }
    let result = derive(decision, output: output)
    derived.append(DerivedDecision(decision: decision, output: output, result: result))
    return try result.get()
  }

  private mutating func derive(
    _ decision: ID<Decision>, output: Int?
  ) -> Result<Decided, Fault> {
    effort += 1
    do throws(Fault) {
      if let output, case .decided(let whole) = try decide(decision, output: nil) {
        return .success(.decided(whole.projected(to: output)))
      }
      // A decision does not see the names bound where it is used.
      let outer = locals
      locals = []
      defer { locals = outer }
      switch known.program.decisions[decision].logic {
      case .expression(let expression):
        return .success(try derive(expression, of: decision, output: output))
      case .table(let table):
        return .success(try derive(table, of: decision, output: output))
      }
    } catch {
      return .failure(error)
    }
  }

  private mutating func derive(
    _ expression: Expression, of decision: ID<Decision>, output: Int?
  ) throws(Fault) -> Decided {
    var wanted = expression
    if let output {
      wanted = Expression(.field(expression, output), type: .nothing, span: expression.span)
    }
    switch try evaluate(wanted) {
    case .known(let value): return .decided(DecisionOutcome(value: value, rows: []))
    case .unknown(let missing):
      return try tryingCompletions(of: decision, missing) { completion throws(Fault) in
        switch try completion.evaluate(wanted) {
        case .known(let value): .decided(DecisionOutcome(value: value, rows: []))
        case .unknown(let missing): .open(missing)
        }
      }
    }
  }

  private mutating func derive(
    _ table: DecisionTable, of decision: ID<Decision>, output: Int?
  ) throws(Fault) -> Decided {
    let reader = TableReader(table, decision, output: output)
    let reading = try reader.read(table.rows.indices, &self)
    let decided = try reader.decide(reading, &self)
    guard case .open(let missing) = decided else { return decided }
    let rows = reading.rows
    let tried = try tryingCompletions(of: decision, missing) { completion throws(Fault) in
      try reader.decide(try reader.read(rows, &completion), &completion)
    }
    guard case .decided(var outcome) = tried else { return tried }
    let order = table.rows.map(\.id) + ["otherwise"]
    outcome.rows = order.filter(outcome.rows.contains)
    return .decided(outcome)
  }
}

extension DecisionOutcome {
  func projected(to output: Int?) -> DecisionOutcome {
    guard let output else { return self }
    guard case .record(let values) = value else {
      preconditionFailure("only a decision with several outputs has one among them")
    }
    return DecisionOutcome(value: values[output], rows: rows)
  }
}
