extension Expression {
  /// Visits this expression and all inside it, outermost first, left to right.
  package func walk(_ visit: (Expression) -> Void) {
    visit(self)
    switch kind {
    case .constant, .fact, .variable, .local, .decision, .payload, .inState, .clock: break
    case .not(let inner), .negate(let inner), .field(let inner, _): inner.walk(visit)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right):
      left.walk(visit)
      right.walk(visit)
    default: for child in children { child.walk(visit) }
    }
  }

  /// Whether this expression is meant or any inside it.
  package func contains(where isMeant: (Expression) -> Bool) -> Bool {
    if isMeant(self) { return true }
    switch kind {
    case .constant, .fact, .variable, .local, .decision, .payload, .inState, .clock: return false
    case .not(let inner), .negate(let inner), .field(let inner, _):
      return inner.contains(where: isMeant)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right):
      return left.contains(where: isMeant) || right.contains(where: isMeant)
    default: return children.contains { $0.contains(where: isMeant) }
    }
  }

  /// The expressions directly inside, left to right.
  package var children: [Expression] {
    switch kind {
    case .constant, .fact, .variable, .local, .decision, .payload, .inState, .clock: []
    case .not(let inner), .negate(let inner), .field(let inner, _): [inner]
    case .and(let left, let right), .or(let left, let right), .arithmetic(_, let left, let right),
      .compare(_, let left, let right), .index(let left, let right):
      [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .membership(let value, _, let tests): [value] + tests.flatMap(\.expressions)
    case .some(_, let domain, let body), .every(_, let domain, let body),
      .forEach(_, let domain, let body), .filter(let domain, _, let body):
      [domain, body]
    case .list(let items), .record(let items), .call(_, let items): items
    case .range(let low, _, let high, _): [low, high].compactMap(\.self)
    }
  }
}

extension UnaryTest {
  /// Visits every expression in it, outermost first, left to right.
  package func walk(_ visit: (Expression) -> Void) {
    switch self {
    case .any: break
    case .compare(_, let expression), .within(let expression), .condition(let expression):
      expression.walk(visit)
    case .not(let tests): for test in tests { test.walk(visit) }
    }
  }

  /// The expressions directly inside, left to right.
  package var expressions: [Expression] {
    switch self {
    case .any: []
    case .compare(_, let expression), .within(let expression), .condition(let expression):
      [expression]
    case .not(let tests): tests.flatMap(\.expressions)
    }
  }
}
