// How an exact intermediate result becomes a number again: one rounding, half to even.

extension Number {
  /// Rounds `coefficient` × 10^`exponent` to 34 digits and to the exponent range.
  ///
  /// - Parameter isMore: something below the coefficient's last digit was cut off. Only allowed
  ///   when the coefficient has at least 36 digits, so that what is cut lies below the rounding.
  static func rounding(
    isNegative: Bool, _ coefficient: UInt128, exponent: Int, isMore: Bool = false
  ) throws(NumberFault) -> Number {
    var coefficient = coefficient
    var exponent = exponent
    let excess =
      coefficient > maxCoefficient ? PowersOfTen.digits(coefficient) - precision : 0
    let drop = Swift.max(excess, minExponent - exponent)
    if drop > 0 {
      coefficient = coefficient.droppingDigits(drop, isMore: isMore)
      exponent += drop
      if coefficient > maxCoefficient {
        coefficient /= 10
        exponent += 1
      }
    }
    if coefficient == 0 { return .zero }
    if exponent > maxExponent {
      let padding = exponent - maxExponent
      guard padding + PowersOfTen.digits(coefficient) <= precision else { throw .overflow }
      coefficient *= PowersOfTen.power(padding)
      exponent = maxExponent
    }
    return Number(isNegative: isNegative, coefficient: coefficient, exponent: exponent)
  }

  /// The same for a coefficient of up to 256 bits with no more than `digits` digits.
  static func rounding(
    isNegative: Bool, wide: (high: UInt128, low: UInt128), digits: Int, exponent: Int
  ) throws(NumberFault) -> Number {
    if wide.high == 0 {
      return try rounding(isNegative: isNegative, wide.low, exponent: exponent)
    }
    // A first cut to 37 or 38 digits, remembering whether it cut anything, leaves the one rounding
    // to the function above.
    let drop = digits - 38
    let (quotient, remainder) = PowersOfTen.power(drop).dividingFullWidth((wide.high, wide.low))
    return try rounding(
      isNegative: isNegative, quotient, exponent: exponent + drop, isMore: remainder != 0)
  }

  /// The same for an exact result that may have zeros at its end: they are taken off while the
  /// exponent is below `ideal`, so that 1 / 4 is held as 25E-2 and what is computed from it stays
  /// on the fast paths.
  static func rounding(
    isNegative: Bool, exact coefficient: UInt128, exponent: Int, upTo ideal: Int
  ) throws(NumberFault) -> Number {
    var coefficient = coefficient
    var exponent = exponent
    for step in [16, 8, 4, 2, 1] {
      while coefficient != 0, exponent + step <= ideal {
        let (shorter, remainder) = coefficient.quotientAndRemainder(
          dividingBy: PowersOfTen.power(step))
        if remainder != 0 { break }
        coefficient = shorter
        exponent += step
      }
    }
    return try rounding(isNegative: isNegative, coefficient, exponent: exponent)
  }
}

extension UInt128 {
  /// Divides by ten to the `count`, half to even; `isMore` says that the value is really a little
  /// larger than it looks.
  fileprivate func droppingDigits(_ count: Int, isMore: Bool) -> UInt128 {
    // Below 3.5E+38 everything is less than half of 10³⁹.
    if count > 38 { return 0 }
    let divisor = PowersOfTen.power(count)
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    let half = divisor / 2
    let isUp = remainder > half || (remainder == half && (isMore || quotient & 1 == 1))
    return isUp ? quotient + 1 : quotient
  }
}
