/// A length of time in years and months, whose length in days depends on where it starts.
package struct YearMonthDuration: Hashable, Sendable {
  /// All of it in months; may be negative.
  package let months: Int

  package static let zero = YearMonthDuration(months: 0)

  package init(months: Int) {
    self.months = months
  }

  /// Nil beyond 64 bits of months.
  package init?(years: Int, months: Int) {
    let (part, isTooLong) = years.multipliedReportingOverflow(by: 12)
    let (sum, isOverflow) = part.addingReportingOverflow(months)
    if isTooLong || isOverflow { return nil }
    self.init(months: sum)
  }

  /// The whole years and months from one day to another, as FEEL's `years and months duration`:
  /// a month is whole when its corresponding day is reached. Negative when `end` is earlier.
  package init(from start: CalendarDate, to end: CalendarDate) {
    let (one, other) = (start.components, end.components)
    let months = (other.year - one.year) * 12 + other.month - one.month
    let isShort = months > 0 && other.day < one.day
    let isLong = months < 0 && other.day > one.day
    self.init(months: months - (isShort ? 1 : 0) + (isLong ? 1 : 0))
  }

  /// The whole years in it, towards zero.
  package var years: Int { months / 12 }
  /// The months beside whole years, -11…11.
  package var monthsOfYear: Int { months % 12 }
}

extension YearMonthDuration: Comparable {
  package static func < (left: YearMonthDuration, right: YearMonthDuration) -> Bool {
    left.months < right.months
  }
}

// Arithmetic: nil where the result exceeds 64 bits of months.
extension YearMonthDuration {
  /// The sum; nil where it is out of range.
  package func adding(_ other: YearMonthDuration) -> YearMonthDuration? {
    let (sum, isOverflow) = months.addingReportingOverflow(other.months)
    return isOverflow ? nil : YearMonthDuration(months: sum)
  }

  /// The difference; nil where it is out of range.
  package func subtracting(_ other: YearMonthDuration) -> YearMonthDuration? {
    let (rest, isOverflow) = months.subtractingReportingOverflow(other.months)
    return isOverflow ? nil : YearMonthDuration(months: rest)
  }

  /// The same length the other way.
  package var negated: YearMonthDuration? { YearMonthDuration.zero.subtracting(self) }

  /// The duration without its sign (FEEL `abs`).
  package var magnitude: YearMonthDuration? { months < 0 ? negated : self }

  /// Rounded to months, halves up the number line (XPath's rule for durations).
  package func multiplied(by factor: Number) -> YearMonthDuration? {
    guard let product = try? Number(months) * factor else { return nil }
    return Int(exactly: product.roundedHalvesUpward).map(YearMonthDuration.init(months:))
  }

  /// Rounded as in `multiplied`; nil for a division by zero, too.
  package func divided(by divisor: Number) -> YearMonthDuration? {
    guard let quotient = try? Number(months) / divisor else { return nil }
    return Int(exactly: quotient.roundedHalvesUpward).map(YearMonthDuration.init(months:))
  }

  /// How many times `other` goes into this duration.
  package func divided(by other: YearMonthDuration) throws(NumberFault) -> Number {
    try Number(months) / Number(other.months)
  }
}

extension YearMonthDuration: CanonicalText {
  /// Reads ISO 8601: `P1Y2M`, `-P3M`; whole parts, at least one, years first.
  package init?(literal: some StringProtocol) {
    var reader = LiteralReader(literal)
    let isNegative = reader.take("-")
    guard reader.take("P"), var count = reader.takeWhole() else { return nil }
    var years = 0
    if reader.take("Y") {
      years = count
      guard let more = reader.takeWhole() else {
        guard reader.isAtEnd else { return nil }
        self.init(years: isNegative ? -years : years, months: 0)
        return
      }
      count = more
    }
    guard reader.take("M"), reader.isAtEnd else { return nil }
    self.init(years: isNegative ? -years : years, months: isNegative ? -count : count)
  }

  /// The duration that its canonical text stands for; nil where the text is none.
  package static func reading(canonical text: String) -> YearMonthDuration? {
    YearMonthDuration(literal: text)
  }

  /// The shortest ISO 8601 text with months below 12; `P0M` for none.
  package var description: String {
    if months == 0 { return "P0M" }
    let (years, rest) = months.magnitude.quotientAndRemainder(dividingBy: 12)
    return (months < 0 ? "-P" : "P") + (years == 0 ? "" : "\(years)Y")
      + (rest == 0 ? "" : "\(rest)M")
  }
}
