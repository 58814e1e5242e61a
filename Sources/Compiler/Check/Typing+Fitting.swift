import Model
import SourceText
import Syntax

// Where a value goes, and what several have in common.
extension Typing {
  /// The expression where a type is expected; reports why it does not fit.
  mutating func fit(
    _ expression: Expression, to expected: ValueType
  ) -> Expression? {
    let expression = relabelled(expression, as: expected)
    if expression.type.fits(expected) { return expression }
    if let reordered = reordered(expression, to: expected) { return reordered }
    report(misfit(expression, expected))
    return nil
  }

  /// Literals take the type that is wanted of them: numbers become money and money numbers, `[]` a
  /// list of anything.
  func relabelled(_ expression: Expression, as wanted: ValueType) -> Expression {
    var result = expression
    switch (expression.type, wanted.unwrapped) {
    case (.integer, .money), (.number, .money):
      if expression.canBeMoney { result.type = .money }
    case (.money, .integer), (.money, .number):
      if expression.isLiteralNumber { result.type = expression.isWholeLiteral ? .integer : .number }
    case (.list, .list(let element)):
      if expression.type.fits(wanted.unwrapped) {
        result.type = wanted.unwrapped
      } else if case .list(let items) = expression.kind {
        let items = items.map { relabelled($0, as: element) }
        if items.allSatisfy({ $0.type.fits(element) }) {
          result = Expression(.list(items), type: wanted.unwrapped, span: expression.span)
        }
      }
    default: break
    }
    return result
  }

  /// A record whose fields stand in another order than the expected type's.
  private func reordered(_ expression: Expression, to expected: ValueType) -> Expression? {
    guard case .record(let from) = expression.type, case .record(let to) = expected.unwrapped,
      from.fields.count == to.fields.count
    else { return nil }
    var fields: [Expression] = []
    for field in to.fields {
      guard let place = from.index(of: field.name), from.fields[place].type.fits(field.type) else {
        return nil
      }
      fields.append(
        Expression(
          .field(expression, place), type: from.fields[place].type, span: expression.span))
    }
    return Expression(.record(fields), type: .record(to), span: expression.span)
  }

  /// What all have in common, literals bending to the others; nil where there is nothing.
  func commonType(_ expressions: [Expression]) -> ValueType? {
    var common: ValueType? = .nothing
    for expression in expressions where !expression.bends {
      common = common.flatMap { $0.joined(expression.type) }
    }
    for expression in expressions where expression.bends {
      common = common.flatMap { $0.joined(relabelled(expression, as: $0).type) }
    }
    return common
  }
}
