extension Expression {
  /// The same with other expressions in the places of `children`, in their order.
  package func replacingChildren(_ parts: [Expression]) -> Expression {
    precondition(parts.count == children.count, "each child has one in its place")
    var rest = parts[...]
    func next() -> Expression { rest.removeFirst() }
    let kind: Kind
    switch self.kind {
    case .constant, .fact, .variable, .local, .decision, .payload, .inState, .clock: return self
    case .not: kind = .not(next())
    case .negate: kind = .negate(next())
    case .field(_, let field): kind = .field(next(), field)
    case .and: kind = .and(next(), next())
    case .or: kind = .or(next(), next())
    case .arithmetic(let sign, _, _): kind = .arithmetic(sign, next(), next())
    case .compare(let sign, _, _): kind = .compare(sign, next(), next())
    case .index: kind = .index(next(), next())
    case .conditional: kind = .conditional(next(), then: next(), else: next())
    case .membership(_, let slot, let tests):
      let value = next()
      kind = .membership(value, slot: slot, tests.map { $0.replacing(&rest) })
    case .some(let slot, _, _): kind = .some(slot: slot, in: next(), satisfies: next())
    case .every(let slot, _, _): kind = .every(slot: slot, in: next(), satisfies: next())
    case .forEach(let slot, _, _): kind = .forEach(slot: slot, in: next(), yield: next())
    case .filter(_, let slot, _): kind = .filter(next(), slot: slot, condition: next())
    case .list: kind = .list(parts)
    case .record: kind = .record(parts)
    case .call(let builtin, _): kind = .call(builtin, parts)
    case .range(let low, let isLowIncluded, let high, let isHighIncluded):
      kind = .range(
        low: low.map { _ in next() }, isLowIncluded: isLowIncluded, high: high.map { _ in next() },
        isHighIncluded: isHighIncluded)
    }
    return Expression(kind, type: type, span: span)
  }
}

extension UnaryTest {
  /// The same with other expressions in the places of `expressions`, taken from the front.
  package func replacing(_ parts: inout ArraySlice<Expression>) -> UnaryTest {
    switch self {
    case .any: return .any
    case .compare(let sign, _): return .compare(sign, parts.removeFirst())
    case .within: return .within(parts.removeFirst())
    case .condition: return .condition(parts.removeFirst())
    case .not(let tests):
      var replaced: [UnaryTest] = []
      for test in tests { replaced.append(test.replacing(&parts)) }
      return .not(replaced)
    }
  }
}
