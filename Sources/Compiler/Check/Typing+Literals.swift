import Model
import SourceText
import Syntax

// Literals inside expressions.
extension Typing {
  mutating func typeLiteral(_ tree: ExpressionTree, hint: ValueType?) -> Expression? {
    switch tree.kind {
    case .number(let digits): return number(digits, tree.span, hint: hint)
    case .text(let text): return Expression(.constant(.text(text)), type: .text, span: tree.span)
    case .at(let text): return moment(text, tree.span)
    case .boolean(let value):
      return Expression(.constant(.boolean(value)), type: .boolean, span: tree.span)
    case .null: return Expression(.constant(.null), type: .null, span: tree.span)
    default: preconditionFailure("only literals come here")
    }
  }

  /// A number takes the numeric type that the place wants; by itself a whole one is an integer.
  private mutating func number(_ digits: String, _ span: Span, hint: ValueType?) -> Expression? {
    guard let number = Number(literal: digits, exponentAllowed: true) else {
      report(.tooManyDigits(digits, at: span))
      return nil
    }
    let type: ValueType =
      switch hint?.unwrapped {
      case .money: .money
      case .number: .number
      default: number.isInteger ? .integer : .number
      }
    return Expression(.constant(.number(number)), type: type, span: span)
  }

  /// `@"…"`, and what `date("…")` and its like make of a literal: the text's form tells the type.
  mutating func moment(_ text: String, _ span: Span) -> Expression? {
    for type in [ValueType.date, .dateTime, .dayTimeDuration, .yearMonthDuration] {
      if let expression = moment(text, as: type, span) { return expression }
    }
    report(.badMoment(text, wanted: nil, at: span))
    return nil
  }

  /// The text as a literal of one of the types of time; nil where it is none.
  func moment(_ text: String, as type: ValueType, _ span: Span) -> Expression? {
    timeValue(text, type).map { Expression(.constant($0), type: type, span: span) }
  }

  func timeValue(_ text: String, _ type: ValueType) -> Value? {
    switch type {
    case .date: CalendarDate(literal: text).map(Value.date)
    case .dateTime:
      DateTime(literal: text, defaultOffset: scope.offset).map(Value.dateTime)
    case .dayTimeDuration: DayTimeDuration(literal: text).map(Value.dayTimeDuration)
    case .yearMonthDuration: YearMonthDuration(literal: text).map(Value.yearMonthDuration)
    default: nil
    }
  }
}
