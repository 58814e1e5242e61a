internal import Engine
internal import Model
internal import SourceText

/// Reads expressions and tests that depend on nothing a case could say.
struct Constants: Sendable {
  private let evaluator: Evaluator

  init(_ program: Program, _ calendar: WorkCalendar) {
    evaluator = Evaluator(program: program, calendar: calendar, facts: [])
  }

  /// The value of an expression that comes to the same in every case; nil for all others.
  func value(of expression: Expression) -> Value? {
    var isConstant = true
    expression.walk {
      switch $0.kind {
      case .fact, .variable, .local, .decision, .payload, .inState, .clock: isConstant = false
      default: break
      }
    }
    guard isConstant, case .known(let value)? = try? evaluator.evaluate(expression) else {
      return nil
    }
    return value
  }

  /// The constants that a test compares its value with; nil if it does more than that.
  func constants(in test: UnaryTest) -> [Value]? {
    switch test {
    case .any: return []
    case .compare(_, let expression):
      guard let value = value(of: expression) else { return nil }
      if case .list(let values) = value { return values + [value] }
      return [value]
    case .within(let range):
      guard case .range(let range)? = value(of: range) else { return nil }
      return [range.low, range.high].compactMap(\.self)
    case .not(let tests):
      return constants(in: tests)
    case .condition: return nil
    }
  }

  func constants(in tests: [UnaryTest]) -> [Value]? {
    var all: [Value] = []
    for test in tests {
      guard let constants = constants(in: test) else { return nil }
      all += constants
    }
    return all
  }

  /// Whether tests of constants hold of a value, by the interpreter itself.
  func hold(_ tests: [UnaryTest], of value: Value) -> Bool {
    (try? evaluator.matches(tests, value: .known(value), slot: 0)) == .holds
  }
}

extension UnaryTest {
  /// Whether it asks which of two texts or lists comes first, which cuts no regions.
  var putsInOrder: Bool {
    switch self {
    case .any, .condition: false
    case .compare(let comparison, _): comparison != .equal && comparison != .notEqual
    case .within: true
    case .not(let tests): tests.contains(where: \.putsInOrder)
    }
  }
}
