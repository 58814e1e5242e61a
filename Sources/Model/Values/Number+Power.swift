// FEEL's `**`, correctly rounded.

extension Number {
  /// This number to the power of `exponent`; anything to the power of 0 is 1.
  ///
  /// `divisionByZero` for 0 to a negative power, `domain` for a negative number to a power that is
  /// not whole.
  package func raised(to exponent: Number) throws(NumberFault) -> Number {
    if exponent.isZero { return .one }
    if isZero {
      if exponent.isNegative { throw .divisionByZero }
      return .zero
    }
    if isNegative && !exponent.isInteger { throw .domain }
    let isNegativeResult = isNegative && exponent.isOdd
    let (digits, place) = stripped
    if digits == 1, place == 0 { return isNegativeResult ? -.one : .one }
    if let count = Int(exactly: exponent) {
      if digits == 1 {
        return try Number.powerOfTen(place, times: count, isNegative: isNegativeResult)
      }
      if PowersOfTen.digits(digits) * abs(count.clamped) <= Number.exactPowerDigits {
        let power = Natural(digits).power(abs(count))
        return try count > 0
          ? Number.rounding(isNegative: isNegativeResult, power, exponent: place * count)
          : Number.reciprocal(isNegative: isNegativeResult, of: power, exponent: place * count)
      }
    }
    // The most usual of the powers that come out even, which a logarithm takes long to settle.
    if exponent == Number.half { return try squareRoot() }
    return try powerThroughLogarithm(exponent, isNegative: isNegativeResult)
  }

  private static let half = Number(isNegative: false, coefficient: 5, exponent: -1)

  /// Up to so many digits a power is multiplied out and rounded once. A longer one is never a
  /// number of 34 digits or the middle between two, so that the way through the logarithm settles.
  private static let exactPowerDigits = 400

  /// 10^`place` to the power of `count`.
  private static func powerOfTen(
    _ place: Int, times count: Int, isNegative: Bool
  ) throws(NumberFault) -> Number {
    let (exponent, isOverflow) = place.multipliedReportingOverflow(by: count)
    if isOverflow || abs(exponent.clamped) > 10_000 {
      if (place > 0) == (count > 0) { throw .overflow }
      return .zero
    }
    return try rounding(isNegative: isNegative, 1, exponent: exponent)
  }

  /// Rounds a whole number of any size times 10^`exponent`.
  private static func rounding(
    isNegative: Bool, _ natural: Natural, exponent: Int
  ) throws(NumberFault) -> Number {
    // At least 37 digits are left of what has more than 38.
    let drop = natural.bitWidth * 1233 / 4096 - 37
    if drop <= 0, let coefficient = natural.narrow {
      return try rounding(isNegative: isNegative, coefficient, exponent: exponent)
    }
    let (quotient, remainder) = natural.quotientAndRemainder(
      dividingBy: Natural.powerOfTen(drop))
    guard let coefficient = quotient.narrow else {
      preconditionFailure("38 digits fit 128 bits")
    }
    return try rounding(
      isNegative: isNegative, coefficient, exponent: exponent + drop, isMore: !remainder.isZero)
  }

  /// Rounds 10^`exponent` divided by `natural`.
  private static func reciprocal(
    isNegative: Bool, of natural: Natural, exponent: Int
  ) throws(NumberFault) -> Number {
    let lift = natural.bitWidth * 1233 / 4096 + 37
    let (quotient, remainder) = Natural.powerOfTen(lift).quotientAndRemainder(
      dividingBy: natural)
    guard let coefficient = quotient.narrow else {
      preconditionFailure("38 digits fit 128 bits")
    }
    if remainder.isZero {
      return try rounding(
        isNegative: isNegative, exact: coefficient, exponent: exponent - lift, upTo: 0)
    }
    return try rounding(
      isNegative: isNegative, coefficient, exponent: exponent - lift, isMore: true)
  }
}

extension Int {
  /// Near enough for comparing with what is small, and safe to multiply and to negate.
  fileprivate var clamped: Int { Swift.max(-1_000_000_000, Swift.min(self, 1_000_000_000)) }
}
