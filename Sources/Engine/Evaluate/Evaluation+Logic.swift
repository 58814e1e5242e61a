internal import Model
internal import SourceText

// Kleene's three-valued logic. A part that is unknown does not stop the reading: what follows may
// settle the whole, and else its questions matter too.
extension Evaluation {
  mutating func verdict(_ condition: Expression) throws(Fault) -> Verdict {
    switch condition.kind {
    case .inState(let state): return Verdict(known.configuration.contains(state))
    case .not(let operand): return try verdict(operand).negated
    case .and(let left, let right): return try both(left, right)
    case .or(let left, let right): return try either(left, right)
    case .compare(let comparison, let left, let right):
      return try compare(comparison, left, right, at: condition.span)
    case .membership(let value, let slot, let tests):
      return try matches(tests, value: try evaluate(value), slot: slot)
    case .some(let slot, let list, let body):
      return try quantify(slot: slot, list, body, settledBy: .holds, else: .fails)
    case .every(let slot, let list, let body):
      return try quantify(slot: slot, list, body, settledBy: .fails, else: .holds)
    default:
      switch try evaluate(condition) {
      case .known(.boolean(let value)): return Verdict(value)
      case .known(let value):
        try value.requireNotNull(at: condition.span)
        preconditionFailure("conditions are of boolean type")
      case .unknown(let missing): return .unknown(missing)
      }
    }
  }

  private mutating func both(_ left: Expression, _ right: Expression) throws(Fault) -> Verdict {
    switch try verdict(left) {
    case .fails: return .fails
    case .holds: return try verdict(right)
    case .unknown(let missing):
      // The right side counts only if the left one holds; so does a fault in it.
      guard let other = try? verdict(right) else { return .unknown(missing) }
      switch other {
      case .fails: return .fails
      case .holds: return .unknown(missing)
      case .unknown(let more): return .unknown(missing.union(more))
      }
    }
  }

  private mutating func either(_ left: Expression, _ right: Expression) throws(Fault) -> Verdict {
    switch try verdict(left) {
    case .holds: return .holds
    case .fails: return try verdict(right)
    case .unknown(let missing):
      guard let other = try? verdict(right) else { return .unknown(missing) }
      switch other {
      case .holds: return .holds
      case .fails: return .unknown(missing)
      case .unknown(let more): return .unknown(missing.union(more))
      }
    }
  }

  /// `if`. With an unknown condition the value is still known where both branches agree.
  mutating func choose(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression
  ) throws(Fault) -> Evaluated {
    switch try verdict(condition) {
    case .holds: return try evaluate(then)
    case .fails: return try evaluate(otherwise)
    case .unknown(var missing):
      let one = try? evaluate(then)
      let other = try? evaluate(otherwise)
      if let one, case .known(let value) = one, one == other { return .known(value) }
      missing.add(one?.missing?.facts ?? [])
      missing.add(other?.missing?.facts ?? [])
      return .unknown(missing)
    }
  }

  private mutating func compare(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression, at span: Span
  ) throws(Fault) -> Verdict {
    let one = try evaluate(left)
    let other = try evaluate(right)
    switch (one, other) {
    case (.known(let one), .known(let other)):
      guard let holds = comparison.holds(one, other) else {
        throw Fault(.outOfBounds(Bilingual("null")), at: span)
      }
      return Verdict(holds)
    case (.unknown(let missing), .unknown(let more)): return .unknown(missing.union(more))
    case (.unknown(let missing), _), (_, .unknown(let missing)): return .unknown(missing)
    }
  }
}

extension Verdict {
  init(_ holds: Bool) {
    self = holds ? .holds : .fails
  }

  var negated: Verdict {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .unknown: self
    }
  }
}

extension ComparisonOperator {
  /// Whether the comparison holds of two values; nil where null would be put in an order. Equality
  /// is FEEL's: null equals null alone, numbers go by value, moments by instant, lists and records
  /// by their parts.
  func holds(_ left: Value, _ right: Value) -> Bool? {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left.precedes(right)
    case .greater: right.precedes(left)
    case .lessOrEqual: right.precedes(left).map(!)
    case .greaterOrEqual: left.precedes(right).map(!)
    }
  }
}
