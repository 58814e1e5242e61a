internal import Model
internal import SourceText

// Conversions (DMN 1.5, 10.3.4.1).
extension Call {
  func convert() throws(Fault) -> Value {
    switch function {
    case .date: return .date(try date())
    case .dateAndTime: return .dateTime(try dateAndTime())
    case .duration: return try duration()
    case .yearsAndMonthsDuration:
      return .yearMonthDuration(YearMonthDuration(from: try day(0), to: try day(1)))
    case .number: return .number(try number())
    case .string: return .text(try string())
    default: preconditionFailure("a conversion")
    }
  }

  /// `date(text)`, `date(moment)`: the moment's date in the rulebook's offset, `date(y, m, d)`.
  private func date() throws(Fault) -> CalendarDate {
    if count == 3 {
      return try require(
        CalendarDate(year: try whole(0), month: try whole(1), day: try whole(2)))
    }
    if case .text(let text) = arguments[0] { return try require(CalendarDate(literal: text)) }
    return try day(0)
  }

  /// `date and time(text)`; `date and time(date, time)` with the time of day as text. Without an
  /// offset of its own the rulebook's holds.
  private func dateAndTime() throws(Fault) -> DateTime {
    if count == 2 {
      let literal = "\(try day(0))T\(try text(1))"
      return try require(DateTime(literal: literal, defaultOffset: offset), 1)
    }
    switch arguments[0] {
    case .dateTime(let moment): return moment
    case .date(let date): return try require(DateTime(startOf: date, offset: offset))
    default:
      let literal = try text(0)
      if let moment = DateTime(literal: literal, defaultOffset: offset) { return moment }
      return try require(
        CalendarDate(literal: literal).flatMap { DateTime(startOf: $0, offset: offset) })
    }
  }

  /// `duration(text)`; its type tells which of the two kinds the text must hold.
  private func duration() throws(Fault) -> Value {
    let literal = try text(0)
    if expression.type.unwrapped == .yearMonthDuration {
      return .yearMonthDuration(try require(YearMonthDuration(literal: literal)))
    }
    return .dayTimeDuration(try require(DayTimeDuration(literal: literal)))
  }

  /// `number(text, grouping separator, decimal separator)`, each of which may be null.
  private func number() throws(Fault) -> Number {
    var literal = try text(0)
    let grouping = try separator(1, among: [" ", ",", "."])
    let point = try separator(2, among: [",", "."])
    if let grouping {
      if grouping == point { throw outside(2) }
      literal = literal.split(separator: grouping, omittingEmptySubsequences: false).joined()
    }
    if let point, point != "." {
      if literal.contains(".") { throw outside(0) }
      literal = literal.split(separator: point, omittingEmptySubsequences: false)
        .joined(separator: ".")
    }
    return try require(
      Number(literal: literal, exponentAllowed: true, roundingAllowed: true), 0)
  }

  private func separator(
    _ position: Int, among allowed: [Character]
  ) throws(Fault) -> Character? {
    guard case .text(let text) = optional(position) else { return nil }
    guard let character = text.first, text.count == 1, allowed.contains(character) else {
      throw outside(position)
    }
    return character
  }

  private func string() throws(Fault) -> String {
    try arguments[0].requireNotNull(at: span(0))
    guard case .call(_, let written) = expression.kind, let argument = written.first else {
      preconditionFailure("`string` has an argument")
    }
    return arguments[0].text(as: argument.type, in: known.program)
  }
}

extension Call {
  /// The day that a date or a moment is on.
  func day(_ position: Int) throws(Fault) -> CalendarDate {
    switch arguments[position] {
    case .date(let date): return date
    case .dateTime(let moment): return moment.date(in: offset)
    default:
      try arguments[position].requireNotNull(at: span(position))
      preconditionFailure("types were checked: a date or a date-time")
    }
  }
}
