extension Expression {
  /// Visits this expression and all inside it, outermost first, left to right.
  package func walk(_ visit: (Expression) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
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
