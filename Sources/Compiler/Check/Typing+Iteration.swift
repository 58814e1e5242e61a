import Model
import SourceText
import Syntax

// `some`, `every`, `for`, and filters.
extension Typing {
  mutating func typeQuantified(
    _ quantifier: ExpressionTree.Quantifier, _ bindings: [ExpressionTree.Binding],
    _ test: ExpressionTree, _ span: Span
  ) -> Expression? {
    iterate(bindings) { typing in
      typing.require(test, .boolean)
    } wrap: { slot, list, body in
      let kind: Expression.Kind =
        quantifier == .some
        ? .some(slot: slot, in: list, satisfies: body)
        : .every(slot: slot, in: list, satisfies: body)
      return Expression(kind, type: .boolean, span: span)
    }
  }

  mutating func typeForEach(
    _ bindings: [ExpressionTree.Binding], _ yield: ExpressionTree, _ span: Span,
    hint: ValueType?
  ) -> Expression? {
    var wanted: ValueType?
    if case .list(let element)? = hint?.unwrapped { wanted = element }
    var isInner = true
    return iterate(bindings) { typing in
      typing.type(yield, hint: wanted)
    } wrap: { slot, list, body in
      let each = Expression(
        .forEach(slot: slot, in: list, yield: body), type: .list(body.type), span: span)
      defer { isInner = false }
      // Several iterators make one list, not lists in lists.
      if isInner { return each }
      return Expression(.call(.flatten, [each]), type: .list(each.type.innermost), span: span)
    }
  }

  /// Binds names one within the other, types the body under them, and wraps it from the inside out.
  private mutating func iterate(
    _ bindings: [ExpressionTree.Binding], body: (inout Typing) -> Expression?,
    wrap: (Int, Expression, Expression) -> Expression
  ) -> Expression? {
    let outside = locals
    defer { locals = outside }
    var domains: [(slot: Int, list: Expression)] = []
    for binding in bindings {
      guard let list = domain(binding.domain), case .list(let element) = list.type else {
        return nil
      }
      let slot = takeSlot()
      domains.append((slot, list))
      locals.append(Local(name: binding.name.value, slot: slot, type: element))
    }
    return body(&self).map { inner in
      domains.reversed().reduce(inner) { wrap($1.slot, $1.list, $0) }
    }
  }

  /// What an iterator runs over: a list, or whole numbers from one to another.
  private mutating func domain(_ tree: ExpressionTree) -> Expression? {
    if case .range(let range) = tree.kind { return numbers(range, tree.span) }
    guard let list = type(tree), isNotNull(list) else { return nil }
    guard case .list = list.type else {
      report(.noList(list, wording: wording))
      return nil
    }
    return list
  }

  /// The longest run of numbers that is written out.
  private static let longestRun = 1000

  /// `1..3` is `[1, 2, 3]`, `3..1` is `[3, 2, 1]` (FEEL). Only literals will do: what is run over
  /// is known when the rulebook is checked.
  private mutating func numbers(_ range: RangeNode, _ span: Span) -> Expression? {
    let bounds = [range.low, range.high].map { $0.flatMap { type($0) } }
    guard let low = whole(bounds[0]), let high = whole(bounds[1]),
      abs(high - low) < Self.longestRun
    else {
      if bounds[0] != nil, bounds[1] != nil { report(.noRun(Self.longestRun, at: span)) }
      return nil
    }
    let numbers = low <= high ? Array(low...high) : (high...low).reversed()
    let items = numbers.map {
      Expression(.constant(.number(Number($0))), type: .integer, span: span)
    }
    return Expression(.list(items), type: .list(.integer), span: span)
  }

  private func whole(_ expression: Expression?) -> Int? {
    guard case .number(let number)? = expression?.constant,
      let whole = Int(exactly: number), abs(whole) < 1_000_000_000
    else { return nil }
    return whole
  }
}

// `list[…]`: by position if what stands inside is a number, else by condition.
extension Typing {
  mutating func typeFilter(
    _ tree: ExpressionTree, _ inside: ExpressionTree, _ span: Span, hint: ValueType?
  ) -> Expression? {
    guard let list = type(tree, hint: hint.map { $0.isList ? $0 : .list($0.unwrapped) }),
      isNotNull(list)
    else {
      return nil
    }
    guard case .list(let element) = list.type else {
      report(.noList(list, wording: wording))
      return nil
    }
    let outside = (locals, notNull)
    defer { (locals, notNull) = outside }
    let slot = takeSlot()
    locals.append(Local(name: "item", slot: slot, type: element))
    guard let condition = inner(inside) else { return nil }
    if condition.expression.type.isNumeric {
      return index(list, element, condition.expression, item: slot, span)
    }
    guard let test = fit(condition.expression, to: .boolean) else { return nil }
    let item = Expression(.local(slot), type: element, span: span)
    let isNarrower = ValuePath(item).map(condition.notNullIfTrue.contains) ?? false
    return Expression(
      .filter(list, slot: slot, condition: test),
      type: .list(isNarrower ? element.unwrapped : element), span: span)
  }

  /// What stands in the brackets, and if it is a condition what it tells of null.
  private mutating func inner(_ tree: ExpressionTree) -> Condition? {
    switch tree.kind {
    case .unary(.not, _): return condition(tree)
    case .binary(let sign, _, _) where sign.value == .and || sign.value == .or:
      return condition(tree)
    default: return type(tree).map(Condition.init(leaf:))
    }
  }

  /// The element at a position; null where there is none.
  private mutating func index(
    _ list: Expression, _ element: ValueType, _ position: Expression, item: Int, _ span: Span
  ) -> Expression? {
    guard !position.reads(item) else {
      report(.positionReadsItem(at: position.span))
      return nil
    }
    guard let position = fit(position, to: .integer) else { return nil }
    let type: ValueType = element.isOptional ? element : .optional(element)
    return narrowed(Expression(.index(list, position), type: type, span: span))
  }
}

extension Expression {
  /// Whether the local slot is read anywhere in it.
  func reads(_ slot: Int) -> Bool {
    if case .local(slot) = kind { return true }
    return children.contains { $0.reads(slot) }
  }
}

extension ValueType {
  /// What lists, and lists in them, hold in the end; null where one of them may be null.
  var innermost: ValueType {
    switch self {
    case .list(let element): return element.innermost
    case .optional(.list(let element)):
      let inner = element.innermost
      return inner.isOptional ? inner : .optional(inner)
    default: return self
    }
  }
}
