internal import Model
internal import SourceText

// Unary tests (DMN 1.5, 8.3.3): a table's cells, and what follows `in`.
//
// Null lies in no order: `< 5` and `[1..5]` do not match it, nor do `not(< 5)` and `not([1..5])`
// (FEEL makes both null, and null is no match).
extension Evaluation {
  /// Whether any of the tests holds.
  mutating func matches(
    _ tests: [UnaryTest], value: Evaluated, slot: Int
  ) throws(Fault) -> Verdict {
    if tests.count == 1 { return try holds(tests[0], of: value, slot: slot) }
    var missing: Missing?
    for test in tests {
      let verdict: Verdict
      do { verdict = try holds(test, of: value, slot: slot) } catch {
        // The fault counts only if no test before it holds.
        if let missing { return .unknown(missing) }
        throw error
      }
      if verdict == .holds { return .holds }
      if case .unknown(let more) = verdict { missing = missing?.union(more) ?? more }
    }
    return missing.map(Verdict.unknown) ?? .fails
  }

  private mutating func holds(
    _ test: UnaryTest, of value: Evaluated, slot: Int
  ) throws(Fault) -> Verdict {
    switch test {
    case .any: return .holds
    case .compare(let comparison, let other):
      return try compare(value, comparison, with: other)
    case .within(let range): return try lies(value, within: range)
    case .not(let tests):
      let verdict = try matches(tests, value: value, slot: slot)
      if verdict == .fails, value == .known(.null), tests.contains(where: \.putsInOrder) {
        return .fails
      }
      return verdict.negated
    case .condition(let condition):
      bind(value, to: slot)
      return try verdict(condition)
    }
  }

  private mutating func compare(
    _ value: Evaluated, _ comparison: ComparisonOperator, with other: Expression
  ) throws(Fault) -> Verdict {
    // Most cells compare with a literal; those need no more than this.
    if case .constant(let constant) = other.kind, case .known(let value) = value,
      !constant.isList
    {
      return Verdict(comparison.holds(value, constant) ?? false)
    }
    if !comparison.putsInOrder, case .list = other.type.unwrapped {
      let verdict = try isEqual(value, toOrIn: other)
      return comparison == .equal ? verdict : verdict.negated
    }
    let other = try evaluate(other)
    return value.compared(comparison, with: other)
  }

  /// Equality with a list, or membership where the value is no list itself.
  private mutating func isEqual(
    _ value: Evaluated, toOrIn list: Expression
  ) throws(Fault) -> Verdict {
    if case .known(.list) = value { return value.compared(.equal, with: try evaluate(list)) }
    if case .known(.null) = value, try evaluate(list) == .known(.null) { return .holds }
    switch try elements(of: list) {
    case .unknown(let missing): return .unknown((value.missing ?? Missing()).union(missing))
    case .elements(let elements): return value.isContained(in: elements)
    }
  }

  /// A range written out on the spot is known by its bounds: one may settle the matter alone.
  private mutating func lies(
    _ value: Evaluated, within range: Expression
  ) throws(Fault) -> Verdict {
    if case .range(let low, let isLowIncluded, let high, let isHighIncluded) = range.kind {
      var verdict = Verdict.holds
      if let low {
        verdict = value.compared(
          isLowIncluded ? .greaterOrEqual : .greater, with: try evaluate(low))
      }
      guard let high, verdict != .fails else { return verdict }
      return verdict.and(
        value.compared(isHighIncluded ? .lessOrEqual : .less, with: try evaluate(high)))
    }
    switch (value, try evaluate(range)) {
    case (.known(let value), .known(.range(let range))): return Verdict(range.contains(value))
    case (.known, .known): return .fails
    case (let value, let range):
      return .unknown((value.missing ?? Missing()).union(range.missing ?? Missing()))
    }
  }
}

extension Evaluated {
  /// Null comes neither before nor after anything.
  fileprivate func compared(_ comparison: ComparisonOperator, with other: Evaluated) -> Verdict {
    switch (self, other) {
    case (.known(let one), .known(let other)): Verdict(comparison.holds(one, other) ?? false)
    case (.unknown(let missing), .unknown(let more)): .unknown(missing.union(more))
    case (.unknown(let missing), _), (_, .unknown(let missing)): .unknown(missing)
    }
  }

  /// Whether it equals any of the elements.
  func isContained(in elements: Elements) -> Verdict {
    var missing: Missing?
    for position in 0..<elements.count {
      let verdict = compared(.equal, with: elements[position])
      if verdict == .holds { return .holds }
      if case .unknown(let more) = verdict { missing = missing?.union(more) ?? more }
    }
    return missing.map(Verdict.unknown) ?? .fails
  }
}

extension Verdict {
  func and(_ other: Verdict) -> Verdict {
    switch (self, other) {
    case (.fails, _), (_, .fails): .fails
    case (.holds, _): other
    case (_, .holds): self
    case (.unknown(let missing), .unknown(let more)): .unknown(missing.union(more))
    }
  }
}

extension ComparisonOperator {
  /// Whether it asks for an order, in which null has no place.
  fileprivate var putsInOrder: Bool { self != .equal && self != .notEqual }
}

extension Value {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}

extension UnaryTest {
  fileprivate var putsInOrder: Bool {
    switch self {
    case .any, .condition: false
    case .compare(let comparison, _): comparison.putsInOrder
    case .within: true
    case .not(let tests): tests.contains(where: \.putsInOrder)
    }
  }
}

extension ValueRange {
  /// Whether a value lies in the range; null does not.
  func contains(_ value: Value) -> Bool {
    if case .null = value { return false }
    if let low, value.precedes(low) != false || (!isLowIncluded && value == low) { return false }
    if let high, high.precedes(value) != false || (!isHighIncluded && value == high) {
      return false
    }
    return true
  }
}
