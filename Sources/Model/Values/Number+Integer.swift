// Numbers that are whole.

extension Number {
  /// Whether nothing stands behind the point: true of 5, 5.00 and 1E+30.
  package var isInteger: Bool {
    exponent >= 0 || stripped.exponent >= 0
  }

  /// Whether the number is whole and divisible by two.
  package var isEven: Bool {
    let (coefficient, exponent) = stripped
    return exponent > 0 || (exponent == 0 && coefficient & 1 == 0)
  }

  /// Whether the number is whole and not divisible by two.
  package var isOdd: Bool {
    let (coefficient, exponent) = stripped
    return exponent == 0 && coefficient & 1 == 1
  }
}

extension Int {
  /// The same whole number; nil when `number` has a fraction or does not fit.
  package init?(exactly number: Number) {
    let (coefficient, exponent) = number.stripped
    guard exponent >= 0, exponent < 19 else { return nil }
    let (magnitude, isTooLarge) = coefficient.multipliedReportingOverflow(
      by: PowersOfTen.power(exponent))
    guard !isTooLarge, magnitude <= UInt128(Int.max) + (number.isNegative ? 1 : 0) else {
      return nil
    }
    let signed = Int128(truncatingIfNeeded: magnitude)
    self = Int(truncatingIfNeeded: number.isNegative ? -signed : signed)
  }
}
