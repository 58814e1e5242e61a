internal import Model
internal import SourceText

extension Value {
  /// The value a step further on: 1, a day, a millisecond, a month; nil where there is none.
  func moved(by step: Int) -> Value? {
    switch self {
    case .number(let number):
      (try? number.rounded(step < 0 ? .ceiling : .floor) + Number(step))
        .map(Value.number)
    case .date(let date): date.adding(days: step).map(Value.date)
    case .dateTime(let moment):
      DateTime(milliseconds: moment.milliseconds + Int64(step)).map(Value.dateTime)
    case .dayTimeDuration(let duration):
      duration.adding(DayTimeDuration(milliseconds: Int64(step))).map(Value.dayTimeDuration)
    case .yearMonthDuration(let duration):
      duration.adding(YearMonthDuration(months: step)).map(Value.yearMonthDuration)
    default: nil
    }
  }

  /// A value of the type between this one and a later one; nil where there is none.
  func middle(to next: Value, of type: ValueType) -> Value? {
    if let step = moved(by: 1), step.precedes(next) == true { return step }
    guard type != .integer, case .number(let low) = self, case .number(let high) = next else {
      return nil
    }
    return (try? (low + high) / 2).map(Value.number)
  }
}

extension ValueType {
  /// Any value of an ordered type.
  var example: Value? {
    switch self {
    case .number, .money, .integer: .number(.one)
    case .date: CalendarDate(year: 2026, month: 1, day: 1).map(Value.date)
    case .dateTime:
      CalendarDate(year: 2026, month: 1, day: 1)
        .flatMap { DateTime(startOf: $0, offset: .china) }.map(Value.dateTime)
    case .dayTimeDuration: .dayTimeDuration(.zero)
    case .yearMonthDuration: .yearMonthDuration(.zero)
    default: nil
    }
  }

  /// A value of a type without an order, other than these; nil where none comes to mind.
  func value(besides constants: [Value]) -> Value? {
    switch self {
    case .text:
      let texts = constants.compactMap { if case .text(let text) = $0 { text } else { nil } }
      return .text(texts.contains("…") ? texts.joined() + "…" : "…")
    case .formatted(let format):
      let texts = constants.compactMap { if case .text(let text) = $0 { text } else { nil } }
      return .text(format.example(besides: texts))
    case .list(let element):
      if !constants.contains(.list([])) { return .list([]) }
      return element.anyValue.map { .list([$0]) }
    case .record(let record):
      let fields = record.fields.compactMap { $0.type.anyValue }
      return fields.count == record.fields.count ? .record(fields) : nil
    default: return nil
    }
  }

  /// Any value of the type at all; null where it may be.
  var anyValue: Value? {
    switch self {
    case .optional, .null: return .null
    case .boolean: return .boolean(false)
    case .enumeration(let id): return .word(id, 0)
    case .text, .formatted, .list, .record: return value(besides: [])
    default: return example
    }
  }
}
