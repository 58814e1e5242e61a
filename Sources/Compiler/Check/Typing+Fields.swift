import Model
import SourceText
import Syntax

// `x.field`: fields of records, of each record of a list, and FEEL's parts of dates and durations
// (DMN 1.5, table 65).
extension Typing {
  mutating func typeField(
    _ base: ExpressionTree, _ name: Located<String>, _ span: Span
  ) -> Expression? {
    type(base).flatMap { field(name, of: $0, span: span) }
  }

  mutating func field(
    _ name: Located<String>, of base: Expression, span: Span
  ) -> Expression? {
    guard isNotNull(base) else { return nil }
    if case .record(let record) = base.type {
      guard let index = record.index(of: name.value) else {
        report(.unknownField(name, of: record))
        return nil
      }
      return narrowed(
        Expression(.field(base, index), type: record.fields[index].type, span: span))
    }
    if case .list(.record(let record)) = base.type {
      return fieldOfEach(name, of: base, record, span)
    }
    let parts = Self.parts(of: base.type)
    guard let (part, type) = parts.first(where: { $0.0.rawValue == name.value }) else {
      report(.noField(name, base, parts: parts.map(\.0.rawValue), wording: wording))
      return nil
    }
    return Expression(.call(part, [base]), type: type, span: span)
  }

  /// `list.field`: the field of every element.
  private mutating func fieldOfEach(
    _ name: Located<String>, of base: Expression, _ record: RecordType, _ span: Span
  ) -> Expression? {
    guard let index = record.index(of: name.value) else {
      report(.unknownField(name, of: record))
      return nil
    }
    let slot = takeSlot()
    let type = record.fields[index].type
    let element = Expression(.local(slot), type: .record(record), span: base.span)
    let yield = Expression(.field(element, index), type: type, span: span)
    return Expression(
      .forEach(slot: slot, in: base, yield: yield), type: .list(type), span: span)
  }

  private static func parts(of type: ValueType) -> [(Builtin, ValueType)] {
    switch type {
    case .date: days
    case .dateTime: days + [(.hour, .integer), (.minute, .integer), (.second, .number)]
    case .dayTimeDuration:
      [(.days, .integer), (.hours, .integer), (.minutes, .integer), (.seconds, .number)]
    case .yearMonthDuration: [(.years, .integer), (.months, .integer)]
    default: []
    }
  }

  private static let days: [(Builtin, ValueType)] = [
    (.year, .integer), (.month, .integer), (.day, .integer), (.weekday, .integer),
  ]
}
