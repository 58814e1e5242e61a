import Model
import SourceText
import Syntax

// Which types go where another is expected, and what several have in common.
extension ValueType {
  /// Whether every value of this type is one of the other: an integer is a number, a value or null
  /// is fine where null may be, lists and records go by their parts.
  func fits(_ expected: ValueType) -> Bool {
    switch (self, expected) {
    case _ where self == expected: true
    case (.nothing, _): true
    case (.integer, .number): true
    case (.null, .optional): true
    case (.optional(let type), .optional(let other)): type.fits(other)
    case (_, .optional(let other)): fits(other)
    case (.list(let type), .list(let other)): type.fits(other)
    case (.range(let type), .range(let other)): type.fits(other)
    case (.record(let record), .record(let other)): record.fits(other)
    default: false
    }
  }

  /// The least type that both fit; nil where there is none.
  func joined(_ other: ValueType) -> ValueType? {
    if fits(other) { return other }
    if other.fits(self) { return self }
    switch (self, other) {
    case (.null, let type), (let type, .null): return .optional(type)
    case (.optional(let type), _): return type.joined(other.unwrapped).map { .optional($0) }
    case (_, .optional(let type)): return joined(type).map { .optional($0) }
    case (.list(let type), .list(let other)): return type.joined(other).map { .list($0) }
    case (.range(let type), .range(let other)): return type.joined(other).map { .range($0) }
    case (.record(let record), .record(let other)):
      return record.joined(other).map { .record($0) }
    default: return nil
    }
  }

  /// Whether values of the two may be found equal: one type but for null, or both plain numbers.
  func isLike(_ other: ValueType) -> Bool {
    unwrapped.joined(other.unwrapped) != nil
  }
}

extension RecordType {
  fileprivate func fits(_ expected: RecordType) -> Bool {
    fields.count == expected.fields.count
      && zip(fields, expected.fields).allSatisfy { $0.name == $1.name && $0.type.fits($1.type) }
  }

  fileprivate func joined(_ other: RecordType) -> RecordType? {
    guard fields.map(\.name) == other.fields.map(\.name) else { return nil }
    var joined: [Field] = []
    for (field, other) in zip(fields, other.fields) {
      guard let type = field.type.joined(other.type) else { return nil }
      joined.append(Field(name: field.name, type: type))
    }
    return RecordType(fields: joined)
  }
}

extension Expression {
  /// Whether it is made of number literals alone: such a number is money where money is wanted.
  var isLiteralNumber: Bool {
    switch kind {
    case .constant(.number): true
    case .negate(let operand): operand.isLiteralNumber
    case .arithmetic(_, let left, let right): left.isLiteralNumber && right.isLiteralNumber
    default: false
    }
  }

  var constant: Value? {
    if case .constant(let value) = kind { value } else { nil }
  }
}

extension Typing {
  /// The expression where a type is expected; reports why it does not fit.
  mutating func fit(
    _ expression: Expression, to expected: ValueType, tree: ExpressionTree? = nil
  ) -> Expression? {
    let expression = relabelled(expression, as: expected)
    if expression.type.fits(expected) { return expression }
    if let reordered = reordered(expression, to: expected) { return reordered }
    report(misfit(expression, expected, tree: tree))
    return nil
  }

  /// Literals take the type that is wanted of them: numbers become money, `[]` a list of anything.
  func relabelled(_ expression: Expression, as wanted: ValueType) -> Expression {
    var result = expression
    switch (expression.type, wanted.unwrapped) {
    case (.integer, .money), (.number, .money):
      if expression.isLiteralNumber { result.type = .money }
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
    for expression in expressions where !expression.isLiteralNumber {
      common = common.flatMap { $0.joined(expression.type) }
    }
    for expression in expressions where expression.isLiteralNumber {
      common = common.flatMap { $0.joined(relabelled(expression, as: $0).type) }
    }
    return common
  }
}
