internal import Model
internal import SourceText

extension Expression {
  /// Whether it computes with what a case says, or puts two such things side by side: what cutting
  /// each fact into regions cannot tell.
  func relates(_ constants: Constants) -> Bool {
    var relates = false
    walk { part in
      switch part.kind {
      case .arithmetic, .negate: if constants.value(of: part) == nil { relates = true }
      case .compare(_, let left, let right):
        if left.type.unwrapped.isLine, constants.value(of: left) == nil,
          constants.value(of: right) == nil
        {
          relates = true
        }
      case .membership(let value, _, let tests):
        if value.type.unwrapped.isLine, constants.constants(in: tests) == nil { relates = true }
      case .call(let function, _):
        if function.isArithmetic, constants.value(of: part) == nil { relates = true }
      default: break
      }
    }
    return relates
  }
}

extension Builtin {
  fileprivate var isArithmetic: Bool {
    switch self {
    case .abs, .min, .max, .decimal, .floor, .ceiling, .roundUp, .roundDown, .roundHalfUp,
      .roundHalfDown:
      true
    default: false
    }
  }
}

extension ValueType {
  /// Whether its values lie on a line and can be computed with.
  fileprivate var isLine: Bool {
    switch self {
    case .number, .integer, .money, .date, .dayTimeDuration: true
    default: false
    }
  }
}
