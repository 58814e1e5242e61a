internal import Model
internal import SourceText

/// One operation of a small program; what it works on are other nodes, by index.
struct CodeNode {
  enum Operation: UInt8 {
    case constant
    case fact
    case variable
    case payload
    case isActive
    /// `one` is the decision, `other` the column of its packed outputs.
    case decision
    case isKnown
    case not
    case and
    case or
    case equal
    case notEqual
    /// Null is unclear.
    case less
    case lessOrEqual
    /// Null makes them false, as in a cell.
    case testLess
    case testLessOrEqual
    case choose
    case add
    case subtract
  }

  var operation: Operation
  var one: Int32 = 0
  var other: Int32 = 0
  var value: Packed = 0
}

/// Turns expressions into small programs; nil where one has something that they have not.
struct CodeMaker {
  let program: Program
  private(set) var nodes: [CodeNode] = []
  var texts = TextPool()
  /// Outputs of decisions that expressions read, by decision and position; nil is the whole.
  private(set) var reads: [(decision: ID<Decision>, output: Int?)] = []

  init(_ program: Program) {
    self.program = program
  }

  private mutating func add(
    _ operation: CodeNode.Operation, _ one: Int32 = 0, _ other: Int32 = 0, value: Packed = 0
  ) -> Int32 {
    nodes.append(CodeNode(operation: operation, one: one, other: other, value: value))
    return Int32(nodes.count - 1)
  }

  mutating func make(_ expression: Expression) -> Int32? {
    switch expression.kind {
    case .constant(let value): return texts.pack(value).map { add(.constant, value: $0) }
    case .fact(let id):
      return Packing(program.facts[id].type).map { _ in add(.fact, Int32(id.index)) }
    case .variable(let id):
      return Packing(program.variables[id].type).map { _ in add(.variable, Int32(id.index)) }
    case .payload(let field):
      return Packing(expression.type).map { _ in add(.payload, Int32(field)) }
    case .decision(let id): return read(id, nil, expression.type)
    case .field(let base, let position):
      guard case .decision(let id) = base.kind else { return nil }
      return read(id, position, expression.type)
    case .inState(let state): return add(.isActive, Int32(state.index))
    case .not(let operand): return make(operand).map { add(.not, $0) }
    case .and(let left, let right): return both(.and, left, right)
    case .or(let left, let right): return both(.or, left, right)
    case .compare(let comparison, let left, let right): return compare(comparison, left, right)
    case .conditional(let condition, let then, let otherwise):
      guard Packing(expression.type) != .text, let first = make(condition), let one = make(then),
        let other = make(otherwise)
      else { return nil }
      return add(.choose, one, other, value: Packed(first))
    case .negate(let operand):
      guard operand.type.isNumeric, let node = make(operand) else { return nil }
      return add(.subtract, add(.constant, value: 0), node)
    case .arithmetic(let operation, let left, let right):
      guard left.type.isNumeric, right.type.isNumeric else { return nil }
      switch operation {
      case .add: return both(.add, left, right)
      case .subtract: return both(.subtract, left, right)
      default: return nil
      }
    case .membership(let value, _, let tests): return any(tests, of: value)
    case .call(.isKnown, let arguments):
      guard arguments.count == 1, case .fact(let id) = arguments[0].kind else { return nil }
      return add(.isKnown, Int32(id.index))
    default: return nil
    }
  }

  private mutating func both(
    _ operation: CodeNode.Operation, _ left: Expression, _ right: Expression
  ) -> Int32? {
    guard let one = make(left), let other = make(right) else { return nil }
    return add(operation, one, other)
  }

  private mutating func read(_ id: ID<Decision>, _ output: Int?, _ type: ValueType) -> Int32? {
    guard Packing(type) != nil else { return nil }
    let place = reads.firstIndex { $0.decision == id && $0.output == output } ?? reads.count
    if place == reads.count { reads.append((id, output)) }
    return add(.decision, Int32(id.index), Int32(place))
  }

  private mutating func compare(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression
  ) -> Int32? {
    let isText = Packing(left.type) == .text || Packing(right.type) == .text
    guard !isText || isComparableText(comparison, left, right) else { return nil }
    switch comparison {
    case .equal: return both(.equal, left, right)
    case .notEqual: return both(.notEqual, left, right)
    case .less: return both(.less, left, right)
    case .greater: return both(.less, right, left)
    case .lessOrEqual: return both(.lessOrEqual, left, right)
    case .greaterOrEqual: return both(.lessOrEqual, right, left)
    }
  }

  /// Of texts no more is known than which of the rules' own they are, if any.
  private func isComparableText(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression
  ) -> Bool {
    comparison == .equal && (left.isConstant || right.isConstant)
      || comparison == .notEqual && (left.isConstant || right.isConstant)
  }
}

// Tests after `in`.
extension CodeMaker {
  private mutating func any(_ tests: [UnaryTest], of value: Expression) -> Int32? {
    var result: Int32?
    for test in tests {
      guard let node = make(test, of: value) else { return nil }
      result = result.map { add(.or, $0, node) } ?? node
    }
    return result
  }

  private mutating func make(_ test: UnaryTest, of value: Expression) -> Int32? {
    switch test {
    case .any: return add(.constant, value: 1)
    case .compare(let comparison, let other):
      guard other.isConstant else { return nil }
      if case .list = other.type.unwrapped { return nil }
      return make(comparison, value, other)
    case .within(let range):
      guard case .range(let low, let hasLow, let high, let hasHigh) = range.kind else { return nil }
      var result: Int32?
      if let low {
        guard let node = make(hasLow ? .greaterOrEqual : .greater, value, low) else { return nil }
        result = node
      }
      if let high {
        guard let node = make(hasHigh ? .lessOrEqual : .less, value, high) else { return nil }
        result = result.map { add(.and, $0, node) } ?? node
      }
      return result
    case .not(let tests):
      // What null means to an order that is denied is left to the engine.
      guard !value.type.isOptional, let node = any(tests, of: value) else { return nil }
      return add(.not, node)
    case .condition: return nil
    }
  }

  private mutating func make(
    _ comparison: ComparisonOperator, _ value: Expression, _ other: Expression
  ) -> Int32? {
    guard other.isConstant else { return nil }
    if comparison == .equal || comparison == .notEqual {
      return compare(comparison, value, other)
    }
    guard Packing(value.type) != .text else { return nil }
    switch comparison {
    case .less: return both(.testLess, value, other)
    case .greater: return both(.testLess, other, value)
    case .lessOrEqual: return both(.testLessOrEqual, value, other)
    default: return both(.testLessOrEqual, other, value)
    }
  }
}

extension Expression {
  var isConstant: Bool {
    if case .constant = kind { true } else { false }
  }
}
