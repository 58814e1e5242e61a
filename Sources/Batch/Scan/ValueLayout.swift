internal import CJSONLines
internal import Model
internal import SourceText

/// Where values are in a player's memory: facts, variables, what an event carries, constants.
struct ValueLayout {
  /// As they are when a case begins.
  private(set) var values: [Packed]
  /// By node: its value's place, or -1 if it has to be worked out.
  private var places: [Int32] = []
  private let firstVariable: Int
  /// The place of a 0 that moves read where there is nothing to read, and that of a value that they
  /// write where there is nothing to write: another one, so that no move waits for one before it.
  let zero: Int32
  let nowhere: Int32

  init(_ plan: FastPlan) {
    let program = plan.program
    var pool = TextPool()
    for text in plan.texts { _ = pool.index(of: text) }
    values = Array(repeating: .unknown, count: program.facts.count)
    firstVariable = values.count
    values += program.variables.elements.map { pool.pack($0.start) ?? .unclear }
    let firstField = values.count
    values += Array(repeating: .unknown, count: plan.chart?.payloadWidth ?? 0)
    for node in plan.nodes {
      switch node.operation {
      case .fact: places.append(node.one)
      case .variable: places.append(Int32(firstVariable) + node.one)
      case .payload: places.append(Int32(firstField) + node.one)
      case .constant:
        places.append(Int32(values.count))
        values.append(node.value)
      default: places.append(-1)
      }
    }
    zero = Int32(values.count)
    nowhere = zero + 1
    values += [0, 0]
  }

  func operand(_ node: Int32) -> tp_operand {
    let place = places[Int(node)]
    return place >= 0 ? place : ~node
  }

  /// - Parameter node: -1 for no condition.
  func condition(_ node: Int32) -> tp_operand { node < 0 ? Int32.max : operand(node) }

  func node(_ node: CodeNode) -> tp_node {
    guard let operation = node.operation.code else {
      // What has a place is never worked out.
      return tp_node(operation: 0, one: 0, other: 0, third: 0)
    }
    switch node.operation {
    case .isActive, .isKnown, .decision:
      return tp_node(operation: operation, one: node.one, other: node.other, third: 0)
    case .not:
      return tp_node(operation: operation, one: operand(node.one), other: 0, third: 0)
    case .choose:
      return tp_node(
        operation: operation, one: operand(node.one), other: operand(node.other),
        third: operand(Int32(node.value)))
    default:
      return tp_node(
        operation: operation, one: operand(node.one), other: operand(node.other), third: 0)
    }
  }

  /// The value that an action sets; nil for one that does anything else.
  func target(of action: ChartPlan.Action) -> Int32? {
    switch action.kind {
    case .setFact: action.target
    case .setVariable: Int32(firstVariable) + action.target
    default: nil
    }
  }

  func action(_ action: ChartPlan.Action) -> tp_action {
    func made(_ kind: Int, _ target: Int32, _ operand: tp_operand = 0) -> tp_action {
      tp_action(kind: Int32(kind), target: target, operand: operand, other: action.other)
    }
    return switch action.kind {
    case .setFact: made(TP_SET_FACT, action.target, operand(action.node))
    case .setVariable:
      made(TP_SET_VALUE, Int32(firstVariable) + action.target, operand(action.node))
    case .decide: made(TP_DECIDE, action.target)
    case .raise: made(TP_RAISE, action.target)
    case .raiseDone: made(TP_RAISE_DONE, action.target)
    case .unless: made(TP_UNLESS, 0, operand(action.node))
    case .jump: made(TP_JUMP, 0)
    }
  }
}

extension CodeNode.Operation {
  /// Nil for a value that has its own place.
  fileprivate var code: Int32? {
    let code: Int? =
      switch self {
      case .constant, .fact, .variable, .payload: nil
      case .isActive: TP_IS_ACTIVE
      case .decision: TP_DECISION
      case .isKnown: TP_IS_KNOWN
      case .not: TP_NOT
      case .and: TP_AND
      case .or: TP_OR
      case .equal: TP_EQUAL
      case .notEqual: TP_NOT_EQUAL
      case .less: TP_LESS
      case .lessOrEqual: TP_LESS_OR_EQUAL
      case .testLess: TP_TEST_LESS
      case .testLessOrEqual: TP_TEST_LESS_OR_EQUAL
      case .choose: TP_CHOOSE
      case .add: TP_ADD
      case .subtract: TP_SUBTRACT
      }
    return code.map(Int32.init)
  }
}
