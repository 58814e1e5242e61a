import Engine
import Model
import SourceText
import Testing

/// One call of a function on known values, and what it comes to; nil if it has no result.
struct BuiltinExample: CustomTestStringConvertible, Sendable {
  let function: Builtin
  let arguments: [Value]
  let expected: Value?
  let type: ValueType

  init(
    _ function: Builtin, _ arguments: [Value], _ expected: Value?, type: ValueType = .nothing
  ) {
    self.function = function
    self.arguments = arguments
    self.expected = expected
    self.type = type
  }

  var testDescription: String {
    let world = EvaluationWorld()
    let values = arguments.map { $0.literal(in: world.program) }
    return "\(function.rawValue)(\(values.joined(separator: ", ")))"
  }

  /// Evaluates the call; a missing result must be a fault that quotes the function or names what is
  /// wrong with numbers or null.
  func check() throws {
    let call = Expression.call(function, arguments.map(Expression.constant), type)
    let found: Evaluated
    do { found = try EvaluationWorld().evaluator().evaluate(call) } catch {
      #expect(expected == nil, "a fault: \(error.reason)")
      switch error.reason {
      case .badArgument(let quoted): #expect(quoted.hasPrefix(function.rawValue + "("))
      case .badPattern, .overflow, .divisionByZero, .outOfBounds(Bilingual("null")): break
      default: Issue.record("not a fault of arguments: \(error)")
      }
      return
    }
    #expect(found == expected.map(Evaluated.known))
  }
}

extension Value {
  static func date(_ literal: String) -> Value {
    guard let date = CalendarDate(literal: literal) else { preconditionFailure(literal) }
    return .date(date)
  }

  static func moment(_ literal: String) -> Value {
    guard let moment = DateTime(literal: literal, defaultOffset: .china) else {
      preconditionFailure(literal)
    }
    return .dateTime(moment)
  }

  /// `P3DT4H` or `P1Y2M`.
  static func duration(_ literal: String) -> Value {
    if let duration = DayTimeDuration(literal: literal) { return .dayTimeDuration(duration) }
    guard let duration = YearMonthDuration(literal: literal) else { preconditionFailure(literal) }
    return .yearMonthDuration(duration)
  }

  /// FEEL's notation: `[1..5]`, `(1..5]`, `[1..5)`, bounds being numbers; an empty one is missing.
  static func range(_ literal: String) -> Value {
    let bounds = literal.dropFirst().dropLast().split(
      separator: ".", omittingEmptySubsequences: false)
    func bound(_ text: Substring?) -> Value? {
      text.flatMap { $0.isEmpty ? nil : .decimal(String($0)) }
    }
    return .range(
      ValueRange(
        low: bound(bounds.first), isLowIncluded: literal.hasPrefix("["), high: bound(bounds.last),
        isHighIncluded: literal.hasSuffix("]")))
  }
}
