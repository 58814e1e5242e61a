// FEEL's `modulo`: x - y × floor(x / y), the remainder with the divisor's sign.

extension Number {
  /// The remainder of the floored division; it has the divisor's sign. Exact, but for one rounding
  /// where the signs differ and the divisor is far larger than the dividend.
  package func modulo(_ divisor: Number) throws(NumberFault) -> Number {
    if divisor.isZero { throw .divisionByZero }
    let rest = truncatedRemainder(divisor)
    if rest.isZero || isNegative == divisor.isNegative { return rest }
    return try rest + divisor
  }

  /// The remainder of the division cut off towards zero: always exact, with the dividend's sign.
  private func truncatedRemainder(_ divisor: Number) -> Number {
    if Number.compareMagnitudes(self, divisor) < 0 { return self }
    let gap = exponent - divisor.exponent
    if gap < 0 {
      // |dividend| is not below |divisor|, so the raised divisor has no more digits than it.
      let raised = divisor.coefficient * PowersOfTen.power(-gap)
      return Number(
        isNegative: isNegative, coefficient: coefficient % raised, exponent: exponent)
    }
    let modulus = divisor.coefficient
    let power = UInt128.powerOfTen(gap, modulo: modulus)
    let rest = (coefficient % modulus).multiplied(by: power, modulo: modulus)
    return Number(isNegative: isNegative, coefficient: rest, exponent: divisor.exponent)
  }
}

extension UInt128 {
  /// The product of two numbers below `modulus`, modulo it.
  fileprivate func multiplied(by other: UInt128, modulo modulus: UInt128) -> UInt128 {
    let product = multipliedFullWidth(by: other)
    if product.high == 0 { return product.low % modulus }
    return modulus.dividingFullWidth((product.high, product.low)).remainder
  }

  /// Ten to the `exponent` modulo `modulus`, by repeated squaring.
  fileprivate static func powerOfTen(_ exponent: Int, modulo modulus: UInt128) -> UInt128 {
    var result = 1 % modulus
    var square = 10 % modulus
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result.multiplied(by: square, modulo: modulus) }
      square = square.multiplied(by: square, modulo: modulus)
      rest >>= 1
    }
    return result
  }
}
