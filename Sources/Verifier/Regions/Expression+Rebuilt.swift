internal import Model
internal import SourceText

extension Expression {
  /// The same expression, innermost parts first put through a function.
  func rebuilt(_ change: (Expression) -> Expression) -> Expression {
    func inner(_ part: Expression) -> Expression { part.rebuilt(change) }
    func tests(_ tests: [UnaryTest]) -> [UnaryTest] { tests.map { $0.rebuilt(change) } }
    let kind: Kind =
      switch kind {
      case .constant, .fact, .variable, .local, .decision, .payload, .inState, .clock: kind
      case .not(let part): .not(inner(part))
      case .negate(let part): .negate(inner(part))
      case .field(let part, let field): .field(inner(part), field)
      case .and(let left, let right): .and(inner(left), inner(right))
      case .or(let left, let right): .or(inner(left), inner(right))
      case .arithmetic(let sign, let left, let right): .arithmetic(sign, inner(left), inner(right))
      case .compare(let sign, let left, let right): .compare(sign, inner(left), inner(right))
      case .index(let list, let place): .index(inner(list), inner(place))
      case .conditional(let condition, let then, let otherwise):
        .conditional(inner(condition), then: inner(then), else: inner(otherwise))
      case .membership(let value, let slot, let list):
        .membership(inner(value), slot: slot, tests(list))
      case .some(let slot, let list, let body):
        .some(slot: slot, in: inner(list), satisfies: inner(body))
      case .every(let slot, let list, let body):
        .every(slot: slot, in: inner(list), satisfies: inner(body))
      case .forEach(let slot, let list, let body):
        .forEach(slot: slot, in: inner(list), yield: inner(body))
      case .filter(let list, let slot, let body):
        .filter(inner(list), slot: slot, condition: inner(body))
      case .list(let items): .list(items.map(inner))
      case .record(let items): .record(items.map(inner))
      case .call(let function, let items): .call(function, items.map(inner))
      case .range(let low, let isLowIncluded, let high, let isHighIncluded):
        .range(
          low: low.map(inner), isLowIncluded: isLowIncluded, high: high.map(inner),
          isHighIncluded: isHighIncluded)
      }
    return change(Expression(kind, type: type, span: span))
  }
}

extension UnaryTest {
  /// The same test, its expressions put through a function.
  func rebuilt(_ change: (Expression) -> Expression) -> UnaryTest {
    switch self {
    case .any: .any
    case .compare(let sign, let expression): .compare(sign, expression.rebuilt(change))
    case .within(let expression): .within(expression.rebuilt(change))
    case .condition(let expression): .condition(expression.rebuilt(change))
    case .not(let tests): .not(tests.map { $0.rebuilt(change) })
    }
  }
}
