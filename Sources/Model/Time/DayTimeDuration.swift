/// A length of time in days, hours, minutes and seconds, where a day is 24 hours; may be negative.
package struct DayTimeDuration: Hashable, Sendable {
  /// All of it in milliseconds.
  package let milliseconds: Int64

  static let day: Int64 = 86_400_000
  private static let hour: Int64 = 3_600_000
  private static let minute: Int64 = 60_000

  package static let zero = DayTimeDuration(milliseconds: 0)

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Nil when the sum exceeds 64 bits of milliseconds (292 million years).
  package init?(days: Int = 0, hours: Int = 0, minutes: Int = 0, milliseconds: Int64 = 0) {
    let parts = [
      (Int64(days), DayTimeDuration.day), (Int64(hours), DayTimeDuration.hour),
      (Int64(minutes), DayTimeDuration.minute),
    ]
    var total = milliseconds
    for (count, unit) in parts {
      let (part, isTooLong) = count.multipliedReportingOverflow(by: unit)
      let (sum, isOverflow) = total.addingReportingOverflow(part)
      if isTooLong || isOverflow { return nil }
      total = sum
    }
    self.milliseconds = total
  }

  /// The whole days in it, towards zero (FEEL `.days`); the parts below share its sign.
  package var days: Int { Int(milliseconds / DayTimeDuration.day) }
  /// The hours beside whole days, -23…23.
  package var hours: Int { Int(milliseconds / DayTimeDuration.hour % 24) }
  /// The minutes beside whole hours, -59…59.
  package var minutes: Int { Int(milliseconds / DayTimeDuration.minute % 60) }
  /// The seconds beside whole minutes with their fraction, above -60 and below 60.
  package var seconds: Number {
    Number(Int128(milliseconds % DayTimeDuration.minute), exponent: -3) ?? .zero
  }
  /// The whole duration in seconds, with its fraction.
  package var totalSeconds: Number { Number(Int128(milliseconds), exponent: -3) ?? .zero }
}

extension DayTimeDuration: Comparable {
  package static func < (left: DayTimeDuration, right: DayTimeDuration) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

// Arithmetic: nil where the result exceeds 64 bits of milliseconds.
extension DayTimeDuration {
  /// The sum; nil where it is out of range.
  package func adding(_ other: DayTimeDuration) -> DayTimeDuration? {
    let (sum, isOverflow) = milliseconds.addingReportingOverflow(other.milliseconds)
    return isOverflow ? nil : DayTimeDuration(milliseconds: sum)
  }

  /// The difference; nil where it is out of range.
  package func subtracting(_ other: DayTimeDuration) -> DayTimeDuration? {
    let (rest, isOverflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
    return isOverflow ? nil : DayTimeDuration(milliseconds: rest)
  }

  /// The same length the other way.
  package var negated: DayTimeDuration? { DayTimeDuration.zero.subtracting(self) }

  /// The duration without its sign (FEEL `abs`).
  package var magnitude: DayTimeDuration? { milliseconds < 0 ? negated : self }

  /// Rounded to milliseconds, halves up the number line (XPath's rule for durations).
  package func multiplied(by factor: Number) -> DayTimeDuration? {
    guard let product = try? Number(Int(milliseconds)) * factor else { return nil }
    return DayTimeDuration(roundingMilliseconds: product)
  }

  /// Rounded as in `multiplied`; nil for a division by zero, too.
  package func divided(by divisor: Number) -> DayTimeDuration? {
    guard let quotient = try? Number(Int(milliseconds)) / divisor else { return nil }
    return DayTimeDuration(roundingMilliseconds: quotient)
  }

  /// How many times `other` goes into this duration.
  package func divided(by other: DayTimeDuration) throws(NumberFault) -> Number {
    try Number(Int(milliseconds)) / Number(Int(other.milliseconds))
  }

  private init?(roundingMilliseconds number: Number) {
    guard let whole = Int(exactly: number.roundedHalvesUpward) else { return nil }
    self.init(milliseconds: Int64(whole))
  }
}

extension Number {
  /// The nearest whole number, halves up the number line: 0.5 to 1, -0.5 to 0.
  var roundedHalvesUpward: Number { rounded(isNegative ? .halfDown : .halfUp) }
}
