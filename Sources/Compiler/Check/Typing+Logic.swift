import Model
import SourceText
import Syntax

// `and`, `or`, `not`, `if`: conditions, and what they tell of null for the places behind them.
extension Typing {
  /// A condition with what it tells of null.
  mutating func condition(_ tree: ExpressionTree) -> Condition? {
    switch tree.kind {
    case .unary(.not, let operand):
      guard let inner = condition(operand) else { return nil }
      let expression = Expression(.not(inner.expression), type: .boolean, span: tree.span)
      return Condition(
        expression, ifTrue: inner.notNullIfFalse, ifFalse: inner.notNullIfTrue)
    case .binary(let sign, _, _) where sign.value == .and || sign.value == .or:
      return conjunction(tree, sign.value)
    default:
      return require(tree, .boolean).map(Condition.init(leaf:))
    }
  }

  /// A chain of one operator, taken as a whole so that long chains nest no deeper here. Each
  /// operand is typed under what those before it tell: `and` goes on where they hold, `or` where
  /// they fail.
  private mutating func conjunction(
    _ tree: ExpressionTree, _ sign: BinaryOperator
  ) -> Condition? {
    var operands: [ExpressionTree] = []
    var rest = tree
    while case .binary(let other, let left, let right) = rest.kind, other.value == sign {
      operands.append(right)
      rest = left
    }
    operands.append(rest)
    operands.reverse()
    return conjunction(operands, isAnd: sign == .and)
  }

  private mutating func conjunction(_ operands: [ExpressionTree], isAnd: Bool) -> Condition? {
    let outside = notNull
    defer { notNull = outside }
    var result: Condition?
    var isSound = true
    for tree in operands {
      guard let operand = condition(tree) else {
        isSound = false
        continue
      }
      notNull.formUnion(isAnd ? operand.notNullIfTrue : operand.notNullIfFalse)
      result = result.map { Self.joined($0, operand, isAnd: isAnd) } ?? operand
    }
    return isSound ? result : nil
  }

  private static func joined(_ left: Condition, _ right: Condition, isAnd: Bool) -> Condition {
    let expression = Expression(
      isAnd
        ? .and(left.expression, right.expression) : .or(left.expression, right.expression),
      type: .boolean, span: left.expression.span.union(right.expression.span))
    if isAnd {
      return Condition(
        expression, ifTrue: left.notNullIfTrue.union(right.notNullIfTrue),
        ifFalse: left.notNullIfFalse.intersection(
          left.notNullIfTrue.union(right.notNullIfFalse)))
    }
    return Condition(
      expression,
      ifTrue: left.notNullIfTrue.intersection(left.notNullIfFalse.union(right.notNullIfTrue)),
      ifFalse: left.notNullIfFalse.union(right.notNullIfFalse))
  }

  /// `if c then a else b`: each branch is typed under what the condition tells it.
  mutating func typeConditional(
    _ test: ExpressionTree, _ yes: ExpressionTree, _ no: ExpressionTree, _ span: Span,
    hint: ValueType?
  ) -> Expression? {
    let condition = condition(test)
    let outside = notNull
    defer { notNull = outside }
    var branches: [Expression?] = [nil, nil]
    let takesHint = [needsHint(yes), needsHint(no)]
    let order = takesHint[0] && !takesHint[1] ? [1, 0] : [0, 1]
    for place in order {
      let told = place == 0 ? condition?.notNullIfTrue : condition?.notNullIfFalse
      notNull = outside.union(told ?? [])
      let other = takesHint[place] ? branches[1 - place]?.type.unwrapped : nil
      branches[place] = type(place == 0 ? yes : no, hint: hint ?? other)
    }
    guard let condition, let then = branches[0], let otherwise = branches[1] else { return nil }
    guard let type = commonType([then, otherwise]) else {
      report(.unlikeBranches(then, otherwise, wording: wording))
      return nil
    }
    return Expression(
      .conditional(
        condition.expression, then: relabelled(then, as: type),
        else: relabelled(otherwise, as: type)),
      type: type, span: span)
  }
}
