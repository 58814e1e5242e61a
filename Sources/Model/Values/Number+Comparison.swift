// Equality, order and hash go by value: 1.0 and 1.00 are one number.

extension Number: Comparable {
  package static func == (left: Number, right: Number) -> Bool {
    if left.high == right.high { return left.low == right.low }
    // Equal sign and exponent with other coefficients, or other signs: zero has just one form.
    if left.head == right.head || left.isNegative != right.isNegative { return false }
    return compareMagnitudes(left, right) == 0
  }

  package static func < (left: Number, right: Number) -> Bool {
    if left.head == right.head {
      return left.isNegative
        ? left.coefficient > right.coefficient : left.coefficient < right.coefficient
    }
    if left.isNegative != right.isNegative { return left.isNegative }
    let order = compareMagnitudes(left, right)
    return left.isNegative ? order > 0 : order < 0
  }

  /// Negative, zero or positive as |left| is below, equal to or above |right|.
  static func compareMagnitudes(_ left: Number, _ right: Number) -> Int {
    if left.isZero || right.isZero { return (left.isZero ? 0 : 1) - (right.isZero ? 0 : 1) }
    let places = left.adjustedExponent - right.adjustedExponent
    if places != 0 { return places }
    // Same place of the first digit: the gap between the exponents is at most 33 digits.
    let gap = left.exponent - right.exponent
    let one = gap > 0 ? left.coefficient * PowersOfTen.power(gap) : left.coefficient
    let other = gap < 0 ? right.coefficient * PowersOfTen.power(-gap) : right.coefficient
    return one < other ? -1 : one > other ? 1 : 0
  }
}

extension Number: Hashable {
  package func hash(into hasher: inout Hasher) {
    let (coefficient, exponent) = stripped
    hasher.combine(isNegative)
    hasher.combine(coefficient)
    hasher.combine(exponent)
  }

  /// Coefficient and exponent without trailing zeros: the one form of equal numbers.
  var stripped: (coefficient: UInt128, exponent: Int) {
    var coefficient = coefficient
    var exponent = exponent
    if coefficient == 0 { return (0, 0) }
    // A multiple of ten is even; the test keeps most numbers out of the divisions.
    while coefficient & 1 == 0 {
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      coefficient = quotient
      exponent += 1
    }
    return (coefficient, exponent)
  }
}
