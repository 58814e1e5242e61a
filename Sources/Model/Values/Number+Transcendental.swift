// exp and ln, correctly rounded: computed with ever more places until both ends of the interval
// that holds the true value round to the same number (Ziv's strategy).

extension Number {
  /// Binary places that are tried in turn. The first settles all but about one result in 10¹¹ and
  /// logarithms of numbers close to 1.
  private static let places = [192, 320, 576, 1088]
  private static let firstConstants = FixedPoint.Logarithms(places: places[0])

  /// e to the power of this number (FEEL `exp`). Zero where the result is too small to be told
  /// from it.
  package func exponential() throws(NumberFault) -> Number {
    if isZero { return .one }
    // Outside these places the result is known: beside 1, or beyond the exponent range.
    if adjustedExponent < -40 { return .one }
    if adjustedExponent > 5 {
      if isNegative { return .zero }
      throw .overflow
    }
    return try Number.exponential(isNegative: false) { places, _ in
      scaled(Natural(1) << places)
    }
  }

  /// The natural logarithm (FEEL `log`); `domain` for zero and negative numbers.
  package func logarithm() throws(NumberFault) -> Number {
    if isZero || isNegative { throw .domain }
    if self == .one { return .zero }
    return try Number.settled { places, constants in
      let logarithm = logarithm(places: places, constants: constants)
      return (logarithm.magnitude, logarithm.isNegative, 0)
    }
  }

  /// This number's magnitude to the `power`, neither being 0 and the magnitude not 1, through
  /// logarithms; the caller knows the result's sign.
  func powerThroughLogarithm(
    _ power: Number, isNegative: Bool
  ) throws(NumberFault) -> Number {
    // The logarithm is between 10⁻³⁴ and 15000 in magnitude.
    if power.adjustedExponent < -45 { return isNegative ? -.one : .one }
    if power.adjustedExponent > 40 {
      let grows = (Number.compareMagnitudes(self, .one) > 0) != power.isNegative
      if grows { throw .overflow }
      return .zero
    }
    return try Number.exponential(isNegative: isNegative) { places, constants in
      // As many places more as the power's whole part multiplies the error by.
      let extra = Swift.max(0, (power.adjustedExponent + 1) * 4)
      let constants = extra == 0 ? constants : FixedPoint.Logarithms(places: places + extra)
      let logarithm = logarithm(places: places + extra, constants: constants)
      var product = power.scaled(logarithm.magnitude)
      product.isNegative = power.isNegative != logarithm.isNegative
      product.magnitude = product.magnitude >> extra
      return product
    }
  }

  /// The logarithm of this number's magnitude.
  private func logarithm(places: Int, constants: FixedPoint.Logarithms) -> FixedPoint.Signed {
    let digits = FixedPoint.logarithm(of: coefficient, constants: constants, places: places)
    let shift = constants.ofTen * Natural(UInt128(exponent.magnitude))
    return exponent < 0
      ? FixedPoint.Signed(digits, minus: shift)
      : FixedPoint.Signed(digits + shift, minus: .zero)
  }

  /// This number times `unit`, cut off.
  private func scaled(_ unit: Natural) -> FixedPoint.Signed {
    let digits = unit * Natural(coefficient)
    let power = Natural.powerOfTen(abs(exponent))
    var result = FixedPoint.Signed(
      exponent < 0 ? digits.quotientAndRemainder(dividingBy: power).quotient : digits * power,
      minus: .zero)
    result.isNegative = isNegative
    return result
  }

  /// e to the power of what `argument` computes to the places it is told.
  private static func exponential(
    isNegative: Bool, of argument: (Int, FixedPoint.Logarithms) -> FixedPoint.Signed
  ) throws(NumberFault) -> Number {
    try settled { places, constants in
      let power = argument(places, constants)
      // ln 9.99E+6144 is 14149.4 and ln 1E-6177 is -14222.8: far outside, only the sign counts.
      if power.magnitude > Natural(15000) << places {
        return (Natural(1) << places, isNegative, power.isNegative ? -10_000 : 10_000)
      }
      let (mantissa, exponent) = FixedPoint.exponential(
        of: power, constants: constants, places: places)
      return (mantissa, isNegative, exponent)
    }
  }

  /// Rounds what `compute` gives with more and more places, until its error cannot matter.
  ///
  /// A power such as 6.25 ** 0.5 has an exact value, which no count of places tells from its
  /// neighbours. What is not settled by the last step, some 280 digits beyond the 34, is that.
  private static func settled(
    _ compute: (Int, FixedPoint.Logarithms) -> (
      magnitude: Natural, isNegative: Bool, exponent: Int
    )
  ) throws(NumberFault) -> Number {
    for places in Number.places {
      let constants =
        places == Number.places[0] ? firstConstants : FixedPoint.Logarithms(places: places)
      let (value, isNegative, exponent) = compute(places, constants)
      let isLast = places == Number.places[Number.places.count - 1]
      let margin = FixedPoint.margin
      let ends = isLast ? [value] : [value - Swift.min(margin, value), value + margin]
      let lift = 37 - (value.bitWidth - places + 1).decimalPlaces
      let rounded = try ends.map { end throws(NumberFault) in
        try rounding(
          isNegative: isNegative, digits: end, places: places, lift: lift, exponent: exponent,
          isExact: isLast)
      }
      if rounded.allSatisfy({ $0 == rounded[0] }) { return rounded[0] }
    }
    preconditionFailure("the last count of places settles a transcendental function")
  }

  /// Rounds `digits` / 2^`places` × 10^`exponent`, taking `lift` decimal digits from behind the
  /// point.
  private static func rounding(
    isNegative: Bool, digits: Natural, places: Int, lift: Int, exponent: Int, isExact: Bool
  ) throws(NumberFault) -> Number {
    let lifted = digits * Natural.powerOfTen(lift)
    let nearest = isExact ? lifted + Natural(1) << (places - 1) : lifted
    guard let whole = (nearest >> places).narrow else {
      preconditionFailure("38 digits fit 128 bits")
    }
    if isExact {
      return try rounding(
        isNegative: isNegative, exact: whole, exponent: exponent - lift, upTo: 0)
    }
    return try rounding(
      isNegative: isNegative, whole, exponent: exponent - lift, isMore: true)
  }
}

extension Int {
  /// How many decimal digits a number of so many bits may have, rounded down: × log₁₀2.
  fileprivate var decimalPlaces: Int { (self * 1233).flooredQuotient(by: 4096) }
}
