internal import Model
internal import SourceText

/// A built-in function and the known values it is called with. Each family of functions extends it.
struct Call {
  let function: Builtin
  let arguments: [Value]
  let expression: Expression
  let known: KnownCase

  var count: Int { arguments.count }
  var span: Span { expression.span }
  var offset: UTCOffset { known.program.offset }

  func apply() throws(Fault) -> Value {
    switch function {
    case .date, .dateAndTime, .duration, .yearsAndMonthsDuration, .number, .string:
      return try convert()
    case .decimal, .floor, .ceiling, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown, .abs,
      .modulo, .sqrt, .log, .exp, .odd, .even:
      return try calculate()
    case .substring, .stringLength, .upperCase, .lowerCase, .substringBefore, .substringAfter,
      .contains, .startsWith, .endsWith, .stringJoin:
      return try handleText()
    case .matches, .replace, .split:
      return try handlePattern()
    case .count, .min, .max, .sum, .mean, .median, .mode, .stddev, .product:
      return try summarize()
    case .listContains, .all, .any, .sublist, .append, .concatenate, .insertBefore, .remove,
      .listReplace, .reverse, .indexOf, .union, .distinctValues, .flatten, .sort:
      return try handleList()
    case .dayOfWeek, .dayOfYear, .weekOfYear, .monthOfYear, .lastDayOfMonth, .year, .month, .day,
      .weekday, .hour, .minute, .second, .years, .months, .days, .hours, .minutes, .seconds:
      return try takeDateApart()
    case .before, .after, .meets, .metBy, .overlaps, .includes, .during, .starts, .startedBy,
      .finishes, .finishedBy, .coincides:
      return try relate()
    case .workdaysBetween, .addWorkdays, .isWorkday, .dueDate:
      return try countWorkdays()
    case .isKnown: return .boolean(true)
    }
  }
}

// Arguments by the type they were checked to have.
extension Call {
  /// Where an argument stands, to point at it.
  func span(_ position: Int) -> Span {
    guard case .call(_, let written) = expression.kind, position < written.count else {
      return span
    }
    return written[position].span
  }

  /// Nil for an argument left out or null.
  func optional(_ position: Int) -> Value? {
    guard position < count, arguments[position] != .null else { return nil }
    return arguments[position]
  }

  func number(_ position: Int) throws(Fault) -> Number {
    try arguments[position].number(at: span(position))
  }

  func text(_ position: Int) throws(Fault) -> String {
    try arguments[position].text(at: span(position))
  }

  func list(_ position: Int) throws(Fault) -> [Value] {
    if case .list(let values) = arguments[position] { return values }
    try arguments[position].requireNotNull(at: span(position))
    preconditionFailure("types were checked: a list")
  }

  /// A whole number; one with a fraction is outside the function's domain.
  func whole(_ position: Int) throws(Fault) -> Int {
    guard let whole = Int(exactly: try number(position)) else { throw outside(position) }
    return whole
  }

  /// The list given, or what is given one by one: `min([1, 2])` and `min(1, 2)`.
  func values() throws(Fault) -> [Value] {
    if count == 1, case .list(let values) = arguments[0] { return values }
    if count == 1 { try arguments[0].requireNotNull(at: span(0)) }
    return arguments
  }

  /// The call with these arguments has no value. The fault quotes it; its place is the argument
  /// that is to blame, if one is.
  func outside(_ position: Int? = nil) -> Fault {
    Fault(.badArgument(quoted), at: position.map(span) ?? span)
  }

  /// The call as an author would write it, long values cut short.
  private var quoted: String {
    let values = arguments.map { value in
      let text = value.literal(in: known.program)
      return text.count > 40 ? text.prefix(39) + "…" : text
    }
    return "\(function.rawValue)(\(values.joined(separator: ", ")))"
  }

  /// Computes with numbers; what has no result quotes the call.
  func computing<Result>(_ compute: () throws(NumberFault) -> Result) throws(Fault) -> Result {
    do { return try compute() } catch { throw Fault(error, in: quoted, at: span) }
  }

  /// A result, or the fault that the call has none.
  func require<Result>(_ result: Result?, _ position: Int? = nil) throws(Fault) -> Result {
    guard let result else { throw outside(position) }
    return result
  }
}

extension Value {
  func number(at span: Span) throws(Fault) -> Number {
    if case .number(let number) = self { return number }
    try requireNotNull(at: span)
    preconditionFailure("types were checked: a number")
  }

  func text(at span: Span) throws(Fault) -> String {
    if case .text(let text) = self { return text }
    try requireNotNull(at: span)
    preconditionFailure("types were checked: a text")
  }
}
