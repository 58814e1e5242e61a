internal import Model
internal import SourceText

/// Sums, differences, products, quotients and powers of values, by kind (DMN 1.5, tables 53-57).
struct Arithmetic {
  private let offset: UTCOffset
  private let span: Span

  /// - Parameter offset: whose clock tells the day on which a month or a year later falls.
  init(_ offset: UTCOffset, at span: Span) {
    self.offset = offset
    self.span = span
  }

  func negate(_ value: Value) throws(Fault) -> Value {
    switch value {
    case .number(let number): return .number(-number)
    case .dayTimeDuration(let duration): return .dayTimeDuration(try inRange(duration.negated))
    case .yearMonthDuration(let duration): return .yearMonthDuration(try inRange(duration.negated))
    default: try rejectNull(value, value)
    }
  }

  func apply(
    _ operation: ArithmeticOperator, _ left: Value, _ right: Value
  ) throws(Fault) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      return .number(try numbers(operation, left, right))
    }
    switch operation {
    case .add: return try add(left, right)
    case .subtract: return try subtract(left, right)
    case .multiply: return try multiply(left, right)
    case .divide: return try divide(left, right)
    case .power: try rejectNull(left, right)
    }
  }

  private func numbers(
    _ operation: ArithmeticOperator, _ left: Number, _ right: Number
  ) throws(Fault) -> Number {
    do {
      switch operation {
      case .add: return try left + right
      case .subtract: return try left - right
      case .multiply: return try left * right
      case .divide: return try left / right
      case .power: return try left.raised(to: right)
      }
    } catch {
      throw Fault(error, in: "\(left) \(operation.rawValue) \(right)", at: span)
    }
  }

  private func add(_ left: Value, _ right: Value) throws(Fault) -> Value {
    switch (left, right) {
    case (.text(let left), .text(let right)): return .text(left + right)
    case (.date(let date), .dayTimeDuration(let more)),
      (.dayTimeDuration(let more), .date(let date)):
      return .date(try inRange(date.adding(more)))
    case (.date(let date), .yearMonthDuration(let more)),
      (.yearMonthDuration(let more), .date(let date)):
      return .date(try inRange(date.adding(more)))
    case (.dateTime(let moment), .dayTimeDuration(let more)),
      (.dayTimeDuration(let more), .dateTime(let moment)):
      return .dateTime(try inRange(moment.adding(more)))
    case (.dateTime(let moment), .yearMonthDuration(let more)),
      (.yearMonthDuration(let more), .dateTime(let moment)):
      return .dateTime(try inRange(moment.adding(more, offset: offset)))
    case (.dayTimeDuration(let left), .dayTimeDuration(let right)):
      return .dayTimeDuration(try inRange(left.adding(right)))
    case (.yearMonthDuration(let left), .yearMonthDuration(let right)):
      return .yearMonthDuration(try inRange(left.adding(right)))
    default: try rejectNull(left, right)
    }
  }

  private func subtract(_ left: Value, _ right: Value) throws(Fault) -> Value {
    switch (left, right) {
    case (.date(let left), .date(let right)):
      return .dayTimeDuration(try inRange(DayTimeDuration(days: right.days(to: left))))
    case (.dateTime(let left), .dateTime(let right)):
      return .dayTimeDuration(right.duration(to: left))
    case (.date, .dayTimeDuration), (.date, .yearMonthDuration), (.dateTime, .dayTimeDuration),
      (.dateTime, .yearMonthDuration):
      return try add(left, try negate(right))
    case (.dayTimeDuration(let left), .dayTimeDuration(let right)):
      return .dayTimeDuration(try inRange(left.subtracting(right)))
    case (.yearMonthDuration(let left), .yearMonthDuration(let right)):
      return .yearMonthDuration(try inRange(left.subtracting(right)))
    default: try rejectNull(left, right)
    }
  }

  private func multiply(_ left: Value, _ right: Value) throws(Fault) -> Value {
    switch (left, right) {
    case (.dayTimeDuration(let duration), .number(let factor)),
      (.number(let factor), .dayTimeDuration(let duration)):
      return .dayTimeDuration(try inRange(duration.multiplied(by: factor)))
    case (.yearMonthDuration(let duration), .number(let factor)),
      (.number(let factor), .yearMonthDuration(let duration)):
      return .yearMonthDuration(try inRange(duration.multiplied(by: factor)))
    default: try rejectNull(left, right)
    }
  }

  private func divide(_ left: Value, _ right: Value) throws(Fault) -> Value {
    switch (left, right) {
    case (.dayTimeDuration(let duration), .number(let divisor)):
      try rejectZero(divisor)
      return .dayTimeDuration(try inRange(duration.divided(by: divisor)))
    case (.yearMonthDuration(let duration), .number(let divisor)):
      try rejectZero(divisor)
      return .yearMonthDuration(try inRange(duration.divided(by: divisor)))
    case (.dayTimeDuration(let left), .dayTimeDuration(let right)):
      return .number(try quotient { () throws(NumberFault) in try left.divided(by: right) })
    case (.yearMonthDuration(let left), .yearMonthDuration(let right)):
      return .number(try quotient { () throws(NumberFault) in try left.divided(by: right) })
    default: try rejectNull(left, right)
    }
  }

  private func quotient(
    _ divide: () throws(NumberFault) -> Number
  ) throws(Fault) -> Number {
    do { return try divide() } catch { throw Fault(error, in: "/", at: span) }
  }

  private func rejectZero(_ divisor: Number) throws(Fault) {
    if divisor.isZero { throw Fault(.divisionByZero, at: span) }
  }

  /// A result that a kind of value has no room for is missing.
  private func inRange<Result>(_ result: Result?) throws(Fault) -> Result {
    guard let result else { throw Fault(.overflow, at: span) }
    return result
  }

  /// What remains once every pair of kinds that types allow is dealt with.
  private func rejectNull(_ left: Value, _ right: Value) throws(Fault) -> Never {
    try left.requireNotNull(at: span)
    try right.requireNotNull(at: span)
    preconditionFailure("types were checked before arithmetic")
  }
}

extension Fault {
  /// What numbers ran into, in a computation as an author would write it.
  init(_ fault: NumberFault, in computation: @autoclosure () -> String, at span: Span) {
    switch fault {
    case .divisionByZero: self.init(.divisionByZero, at: span)
    case .overflow: self.init(.overflow, at: span)
    case .domain: self.init(.badArgument(computation()), at: span)
    }
  }
}
