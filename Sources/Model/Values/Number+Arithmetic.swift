// Sum, difference, product, quotient: exact inside, rounded once.

extension Number {
  /// The sum, rounded half to even where it has more digits than a number holds.
  package static func + (left: Number, right: Number) throws(NumberFault) -> Number {
    if left.head == right.head {
      let sum = left.coefficient &+ right.coefficient
      if sum != 0, sum <= maxCoefficient { return Number(head: left.head, coefficient: sum) }
    }
    return try addAligning(left, right)
  }

  /// The difference, rounded as a sum is.
  package static func - (left: Number, right: Number) throws(NumberFault) -> Number {
    try left + -right
  }

  /// The product, rounded half to even where it has more digits than a number holds.
  package static func * (left: Number, right: Number) throws(NumberFault) -> Number {
    let isNegative = left.isNegative != right.isNegative
    let one = left.coefficient
    let other = right.coefficient
    let exponent = left.exponent + right.exponent
    let product = one.multipliedFullWidth(by: other)
    if product.high == 0 {
      return try rounding(isNegative: isNegative, product.low, exponent: exponent)
    }
    return try rounding(
      isNegative: isNegative, wide: (product.high, product.low),
      digits: PowersOfTen.digits(one) + PowersOfTen.digits(other), exponent: exponent)
  }

  /// The quotient, rounded half to even; dividing by zero is a fault.
  package static func / (left: Number, right: Number) throws(NumberFault) -> Number {
    if right.isZero { throw .divisionByZero }
    if left.isZero { return .zero }
    let isNegative = left.isNegative != right.isNegative
    let ideal = left.exponent - right.exponent
    let divisor = right.coefficient
    let (whole, rest) = left.coefficient.quotientAndRemainder(dividingBy: divisor)
    if rest == 0 { return try rounding(isNegative: isNegative, whole, exponent: ideal) }

    // The dividend gets 36 digits more than the divisor: 36 or 37 digits of quotient.
    let lift = 37 - PowersOfTen.digits(left.coefficient)
    let dividend = left.coefficient * PowersOfTen.power(lift)
    let widening = PowersOfTen.digits(divisor) - 1
    let wide = dividend.multipliedFullWidth(by: PowersOfTen.power(widening))
    let (quotient, remainder) = divisor.dividingFullWidth((wide.high, wide.low))
    let exponent = ideal - lift - widening
    if remainder != 0 {
      return try rounding(isNegative: isNegative, quotient, exponent: exponent, isMore: true)
    }
    return try rounding(
      isNegative: isNegative, exact: quotient, exponent: exponent, upTo: ideal)
  }

  /// The sum where exponents or signs differ, or where it has more than 34 digits.
  private static func addAligning(
    _ left: Number, _ right: Number
  ) throws(NumberFault) -> Number {
    if left.isZero { return right }
    if right.isZero { return left }
    let (upper, lower) = left.exponent >= right.exponent ? (left, right) : (right, left)
    let gap = upper.exponent - lower.exponent
    // 37 digits leave room for a sum within 128 bits, and three digits below the rounding.
    let lift = Swift.min(gap, 37 - PowersOfTen.digits(upper.coefficient))
    let raised = upper.coefficient * PowersOfTen.power(lift)
    let exponent = upper.exponent - lift
    let (lowered, isCut) = lower.coefficient.shiftedRight(gap - lift)

    if upper.isNegative == lower.isNegative {
      return try rounding(
        isNegative: upper.isNegative, raised + lowered, exponent: exponent, isMore: isCut)
    }
    if raised >= lowered {
      // With something cut off, the true difference lies just below: one less, and then some more.
      return try rounding(
        isNegative: upper.isNegative, raised - lowered - (isCut ? 1 : 0), exponent: exponent,
        isMore: isCut)
    }
    return try rounding(
      isNegative: lower.isNegative, lowered - raised, exponent: exponent)
  }
}

extension UInt128 {
  /// Cuts off the last `count` decimal digits and says whether any of them was not zero.
  fileprivate func shiftedRight(_ count: Int) -> (UInt128, isCut: Bool) {
    if count == 0 { return (self, false) }
    if count > 38 { return (0, self != 0) }
    let (quotient, remainder) = quotientAndRemainder(dividingBy: PowersOfTen.power(count))
    return (quotient, remainder != 0)
  }
}
