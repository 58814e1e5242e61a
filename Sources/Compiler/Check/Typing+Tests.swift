import Model
import SourceText
import Syntax

// Unary tests: cells, and what follows `in` (DMN 1.5, 8.3.3).
extension Typing {
  /// `x in (tests)`. The value stands in a slot of its own, for `?`.
  mutating func typeMembership(
    _ tree: ExpressionTree, _ nodes: [TestNode], _ span: Span
  ) -> Expression? {
    let value = type(tree)
    guard let value else { return nil }
    let slot = takeSlot()
    guard let tests = tests(nodes, of: value.type, slot: slot) else { return nil }
    return Expression(.membership(value, slot: slot, tests), type: .boolean, span: span)
  }

  /// `x between a and b`: both ends included.
  mutating func typeBetween(
    _ tree: ExpressionTree, low: ExpressionTree, high: ExpressionTree, _ span: Span
  ) -> Expression? {
    guard let value = type(tree), isNotNull(value) else { return nil }
    let node = RangeNode(low: low, isLowIncluded: true, high: high, isHighIncluded: true)
    let slot = takeSlot()
    guard let range = range(node, low.span.union(high.span), of: value) else { return nil }
    return Expression(
      .membership(value, slot: slot, [.within(range)]), type: .boolean, span: span)
  }

  /// Tests of a value of the type, which stands in the slot for `?`.
  mutating func tests(
    _ nodes: [TestNode], of input: ValueType, slot: Int
  ) -> [UnaryTest]? {
    let outside = placeholder
    defer { placeholder = outside }
    placeholder = Placeholder(slot: slot, type: input)
    return tests(nodes, of: input)
  }

  private mutating func tests(_ nodes: [TestNode], of input: ValueType) -> [UnaryTest]? {
    var tests: [UnaryTest] = []
    tests.reserveCapacity(nodes.count)
    for node in nodes {
      if let test = test(node, of: input) { tests.append(test) }
    }
    return tests.count == nodes.count ? tests : nil
  }

  private mutating func test(_ node: TestNode, of input: ValueType) -> UnaryTest? {
    switch node.kind {
    case .any: return .any
    case .not(let nodes): return tests(nodes, of: input).map { .not($0) }
    case .range(let node): return within(node, of: input)
    case .compare(let sign, let tree):
      guard let comparison = ComparisonOperator(sign.value) else {
        preconditionFailure("a test compares")
      }
      guard let other = type(tree, hint: input.unwrapped) else { return nil }
      let value = inputValue(input, node.span)
      let wanted = relabelled(other, as: input)
      guard canCompare(comparison, value, wanted, at: node.span, isTest: true) else { return nil }
      return .compare(comparison, wanted)
    case .expression(let tree):
      if tree.usesPlaceholder { return require(tree, .boolean).map { .condition($0) } }
      return equality(tree, of: input)
    }
  }

  private mutating func within(_ node: RangeNode, of input: ValueType) -> UnaryTest? {
    let span = [node.low, node.high].compactMap { $0?.span }
    guard let first = span.first, let last = span.last else {
      preconditionFailure("a range has a bound")
    }
    return range(node, first.union(last), of: inputValue(input, first)).map { .within($0) }
  }

  /// The value under test, for rules that look at both sides.
  private func inputValue(_ input: ValueType, _ span: Span) -> Expression {
    Expression(.local(placeholder?.slot ?? 0), type: input, span: span)
  }

  /// A cell's plain expression: equal to it, or, if it is a list or a range, a member of it.
  private mutating func equality(_ tree: ExpressionTree, of input: ValueType) -> UnaryTest? {
    var hint = input
    if case .list = tree.kind, !input.unwrapped.isList { hint = .list(input.unwrapped) }
    if case .range(let node) = tree.kind, !input.unwrapped.isRange {
      return within(node, of: input)
    }
    guard let typed = type(tree, hint: hint) else { return nil }
    let other = relabelled(typed, as: hint)
    switch other.type.unwrapped {
    case .list(let element) where !input.unwrapped.isList && element.isLike(input):
      return isNotNull(other) ? .compare(.equal, other) : nil
    case .range(let bound) where !input.unwrapped.isRange && bound.isLike(input):
      return isNotNull(other) ? .within(other) : nil
    case .boolean where !input.isLike(.boolean) && input != .null:
      report(.conditionWithoutPlaceholder(other, input: wording.text(input)))
      return nil
    default:
      let value = inputValue(input, tree.span)
      guard canCompare(.equal, value, other, at: tree.span, isTest: true) else { return nil }
      return .compare(.equal, other)
    }
  }
}

extension ValueType {
  var isList: Bool {
    if case .list = self { true } else { false }
  }

  var isRange: Bool {
    if case .range = self { true } else { false }
  }
}

extension ExpressionTree {
  /// Whether `?` stands in it for the value under test; a membership inside has a `?` of its own.
  var usesPlaceholder: Bool {
    switch kind {
    case .placeholder: true
    case .number, .text, .at, .boolean, .null, .name, .inState, .invalid: false
    case .unary(_, let operand), .field(let operand, _), .membership(let operand, _):
      operand.usesPlaceholder
    case .binary(_, let left, let right), .filter(let left, let right):
      left.usesPlaceholder || right.usesPlaceholder
    case .between(let one, let two, let three), .conditional(let one, let two, let three):
      one.usesPlaceholder || two.usesPlaceholder || three.usesPlaceholder
    case .quantified(_, let bindings, let body), .forEach(let bindings, let body):
      body.usesPlaceholder || bindings.contains { $0.domain.usesPlaceholder }
    case .call(_, let arguments): arguments.contains { $0.value.usesPlaceholder }
    case .list(let elements): elements.contains(where: \.usesPlaceholder)
    case .record(let entries): entries.contains { $0.value.usesPlaceholder }
    case .range(let range):
      (range.low?.usesPlaceholder ?? false) || (range.high?.usesPlaceholder ?? false)
    }
  }
}
