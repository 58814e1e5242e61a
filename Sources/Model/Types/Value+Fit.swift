extension Value {
  /// Whether the value is one of the type's.
  package func fits(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (.null, .optional), (.null, .null): true
    case (_, .optional(let inner)): fits(inner)
    case (.boolean, .boolean), (.text, .text), (.date, .date), (.dateTime, .dateTime),
      (.dayTimeDuration, .dayTimeDuration), (.yearMonthDuration, .yearMonthDuration),
      (.number, .number), (.number, .money):
      true
    case (.number(let number), .integer): number.isInteger
    case (.text(let text), .formatted(let format)): format.fault(in: text) == nil
    case (.word(let own, _), .enumeration(let wanted)): own == wanted
    case (.list(let values), .list(let element)): values.allSatisfy { $0.fits(element) }
    case (.record(let values), .record(let record)):
      values.count == record.fields.count
        && zip(values, record.fields).allSatisfy { $0.fits($1.type) }
    case (.range(let range), .range(let element)):
      (range.low?.fits(element) ?? true) && (range.high?.fits(element) ?? true)
    default: false
    }
  }

  /// Whether it comes before another value of one ordered type; nil if the two have no order.
  package func precedes(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    case (.date(let left), .date(let right)): left < right
    case (.dateTime(let left), .dateTime(let right)): left < right
    case (.dayTimeDuration(let left), .dayTimeDuration(let right)): left < right
    case (.yearMonthDuration(let left), .yearMonthDuration(let right)): left < right
    case (.word(let type, let left), .word(let other, let right)) where type == other:
      left < right
    default: nil
    }
  }
}
