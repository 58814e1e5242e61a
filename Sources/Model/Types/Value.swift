package import SourceText

/// A known value. What is unknown is never a value: see `Engine.Evaluated`. Only ranges are boxed:
/// making any other value costs no allocation.
package enum Value: Hashable, Sendable, Codable {
  case null
  case boolean(Bool)
  /// A number, an integer or an amount of money.
  case number(Number)
  case text(String)
  case date(CalendarDate)
  case dateTime(DateTime)
  case dayTimeDuration(DayTimeDuration)
  case yearMonthDuration(YearMonthDuration)
  case word(ID<Enumeration>, Int)
  case list([Value])
  /// By position of the record type's fields.
  case record([Value])
  indirect case range(ValueRange)
}

/// An interval; a missing bound is unbounded.
package struct ValueRange: Hashable, Sendable, Codable {
  package var low: Value?
  package var isLowIncluded: Bool
  package var high: Value?
  package var isHighIncluded: Bool

  package init(low: Value?, isLowIncluded: Bool, high: Value?, isHighIncluded: Bool) {
    self.low = low
    self.isLowIncluded = isLowIncluded
    self.high = high
    self.isHighIncluded = isHighIncluded
  }
}
