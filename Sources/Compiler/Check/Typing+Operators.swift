import Model
import SourceText
import Syntax

// Arithmetic and comparison.
extension Typing {
  /// Whether a tree says nothing by itself and needs a type from its surroundings: `null`, `[]`, a
  /// bare word.
  func needsHint(_ tree: ExpressionTree) -> Bool {
    switch tree.kind {
    case .null: true
    case .name(let parts): parts.count == 1 && !isBound(parts[0].value)
    case .list(let elements): elements.allSatisfy(needsHint)
    case .conditional(_, let yes, let no): needsHint(yes) && needsHint(no)
    case .range(let range): [range.low, range.high].compactMap(\.self).allSatisfy(needsHint)
    default: false
    }
  }

  mutating func typeBinary(
    _ sign: Located<BinaryOperator>, _ left: ExpressionTree, _ right: ExpressionTree,
    _ span: Span
  ) -> Expression? {
    if let comparison = ComparisonOperator(sign.value) {
      return typeComparison(comparison, left, right, span)
    }
    guard let operation = ArithmeticOperator(sign.value) else {
      preconditionFailure("`and` and `or` are conditions")
    }
    guard let (one, other) = operands(left, right) else { return nil }
    return arithmetic(operation, one, other, span)
  }

  /// Both sides, the one that speaks for itself first, so that the other can take its type.
  private mutating func operands(
    _ left: ExpressionTree, _ right: ExpressionTree
  ) -> (Expression, Expression)? {
    if needsHint(left), !needsHint(right) {
      let other = type(right)
      guard let one = type(left, hint: other?.type.unwrapped), let other else { return nil }
      return (one, other)
    }
    let one = type(left)
    guard let other = type(right, hint: one?.type.unwrapped), let one else { return nil }
    return (one, other)
  }

  mutating func typeNegation(
    _ operand: ExpressionTree, _ span: Span, hint: ValueType?
  ) -> Expression? {
    guard let inner = type(operand, hint: hint), isNotNull(inner) else { return nil }
    if case .constant(.number(let number)) = inner.kind {
      return Expression(.constant(.number(-number)), type: inner.type, span: span)
    }
    let isDuration = inner.type == .dayTimeDuration || inner.type == .yearMonthDuration
    guard inner.type.isNumeric || isDuration else {
      report(.noNegation(inner, wording: wording))
      return nil
    }
    return Expression(.negate(inner), type: inner.type, span: span)
  }

  func arithmeticType(
    _ operation: ArithmeticOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    if left.isNumeric, right.isNumeric { return Self.numericType(operation, left, right) }
    switch (operation, left, right) {
    case (.add, .text, .text): return .text
    case (.subtract, .date, .date), (.subtract, .dateTime, .dateTime): return .dayTimeDuration
    case (.add, .date, let length), (.add, let length, .date), (.subtract, .date, let length):
      return length.isDuration ? .date : nil
    case (.add, .dateTime, let length), (.add, let length, .dateTime),
      (.subtract, .dateTime, let length):
      return length.isDuration ? .dateTime : nil
    case (.add, _, _), (.subtract, _, _): return left.isDuration && left == right ? left : nil
    case (.multiply, let length, .number), (.multiply, let length, .integer),
      (.divide, let length, .number), (.divide, let length, .integer),
      (.multiply, .number, let length), (.multiply, .integer, let length):
      return length.isDuration ? length : nil
    case (.divide, _, _): return left.isDuration && left == right ? .number : nil
    default: return nil
    }
  }

  /// Money is added to money, scaled by numbers, and divided by money into a number; nothing else.
  private static func numericType(
    _ operation: ArithmeticOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    switch (operation, left == .money, right == .money) {
    case (.add, true, true), (.subtract, true, true): .money
    case (.multiply, true, false), (.multiply, false, true), (.divide, true, false): .money
    case (.divide, true, true): .number
    case (.add, false, false), (.subtract, false, false), (.multiply, false, false):
      left == .integer && right == .integer ? .integer : .number
    case (.divide, false, false), (.power, false, false): .number
    default: nil
    }
  }

  private mutating func arithmetic(
    _ operation: ArithmeticOperator, _ left: Expression, _ right: Expression, _ span: Span
  ) -> Expression? {
    let areThere = [left, right].map { isNotNull($0) }
    guard areThere == [true, true] else { return nil }
    let (left, right) = withMoneyLiterals(operation, left, right)
    guard let type = arithmeticType(operation, left.type, right.type) else {
      report(.noArithmetic(operation, left, right, at: span, wording: wording))
      return nil
    }
    if operation == .divide, case .number(let divisor)? = right.constant, divisor.isZero {
      report(.divisionByZero(at: right.span))
      return nil
    }
    return Expression(.arithmetic(operation, left, right), type: type, span: span)
  }

  /// A literal beside money is money where money is added; scaling takes it as a plain number.
  private func withMoneyLiterals(
    _ operation: ArithmeticOperator, _ left: Expression, _ right: Expression
  ) -> (Expression, Expression) {
    switch operation {
    case .add, .subtract: (relabelled(left, as: right.type), relabelled(right, as: left.type))
    case .divide where right.type == .money && !right.isLiteralNumber:
      (relabelled(left, as: .money), right)
    case .multiply, .divide:
      (relabelled(left, as: .number), relabelled(right, as: .number))
    case .power: (left, right)
    }
  }
}

// Comparison.
extension Typing {
  private mutating func typeComparison(
    _ comparison: ComparisonOperator, _ left: ExpressionTree, _ right: ExpressionTree,
    _ span: Span
  ) -> Expression? {
    guard var (one, other) = operands(left, right) else { return nil }
    (one, other) = (relabelled(one, as: other.type), relabelled(other, as: one.type))
    guard canCompare(comparison, one, other, at: span) else { return nil }
    return Expression(.compare(comparison, one, other), type: .boolean, span: span)
  }

  /// Whether two values can be compared so; reports why not. `isTest` is for a cell's test, which
  /// null merely fails.
  mutating func canCompare(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression, at span: Span,
    isTest: Bool = false
  ) -> Bool {
    guard left.type.isLike(right.type) || left.type == .null || right.type == .null else {
      report(.unlikeTypes(comparison, left, right, at: span, wording: wording))
      return false
    }
    if comparison == .equal || comparison == .notEqual { return isNullPossible(left, right, span) }
    for side in isTest ? [right] : [left, right] where !isNotNull(side) { return false }
    guard isOrdered(left.type.unwrapped) else {
      report(.notOrdered(comparison, left, at: span, wording: wording))
      return false
    }
    return true
  }

  /// Whether comparing with `null` can tell anything.
  private mutating func isNullPossible(
    _ left: Expression, _ right: Expression, _ span: Span
  ) -> Bool {
    isNullPossible(right, besideNull: left, span) && isNullPossible(left, besideNull: right, span)
  }

  private mutating func isNullPossible(
    _ value: Expression, besideNull other: Expression, _ span: Span
  ) -> Bool {
    guard case .null = other.type else { return true }
    if case .optional = value.type { return true }
    report(.neverNull(value, at: span, wording: wording))
    return false
  }

  /// Whether `<` compares values of the type (DMN 1.5, table 51).
  func isOrdered(_ type: ValueType) -> Bool {
    switch type {
    case .enumeration(let enumeration): scope.enumerations[enumeration].isOrdered
    case .number, .integer, .money, .text, .date, .dateTime, .dayTimeDuration,
      .yearMonthDuration:
      true
    default: false
    }
  }

  /// Reports a value that may be null where one is needed.
  mutating func isNotNull(_ expression: Expression) -> Bool {
    guard expression.type.isOptional else { return true }
    report(.mayBeNull(expression, wording: wording))
    return false
  }
}

extension ValueType {
  var isDuration: Bool { self == .dayTimeDuration || self == .yearMonthDuration }
}

extension ComparisonOperator {
  init?(_ sign: BinaryOperator) {
    self.init(rawValue: sign.rawValue)
  }
}

extension ArithmeticOperator {
  init?(_ sign: BinaryOperator) {
    self.init(rawValue: sign.rawValue)
  }
}
