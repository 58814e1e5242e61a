/// Which neighbour a number goes to when digits are cut off.
package enum Rounding: String, Hashable, Sendable, Codable, CaseIterable {
  /// Down the number line (FEEL `floor`).
  case floor
  /// Up the number line (FEEL `ceiling`).
  case ceiling
  /// Away from zero (FEEL `round up`).
  case up
  /// Towards zero (FEEL `round down`).
  case down
  /// To the nearest, halves away from zero (FEEL `round half up`).
  case halfUp
  /// To the nearest, halves towards zero (FEEL `round half down`).
  case halfDown
  /// To the nearest, halves to the even digit (FEEL `decimal`).
  case halfEven
}

extension Number {
  /// Rounds to `scale` digits behind the point; a negative scale rounds to tens, hundreds and so
  /// on. A number that has no more digits than that is returned as it is.
  ///
  /// Throws `domain` when the scale is outside FEEL's range, -6111…6176.
  package func rounded(_ mode: Rounding, scale: Int) throws(NumberFault) -> Number {
    guard scale >= -Number.maxExponent, scale <= -Number.minExponent else { throw .domain }
    let drop = -scale - exponent
    if drop <= 0 || isZero { return self }
    let kept = coefficient.dropping(drop, mode, isNegative: isNegative)
    return Number(isNegative: isNegative, coefficient: kept, exponent: -scale)
  }

  /// Rounds to a whole number.
  package func rounded(_ mode: Rounding) -> Number {
    if exponent >= 0 { return self }
    let kept = coefficient.dropping(-exponent, mode, isNegative: isNegative)
    return Number(isNegative: isNegative, coefficient: kept, exponent: 0)
  }
}

extension UInt128 {
  /// Divides by ten to the `count` (above 0), rounding as `mode` says for a number of that sign.
  fileprivate func dropping(_ count: Int, _ mode: Rounding, isNegative: Bool) -> UInt128 {
    // From 39 digits on nothing is left, and what was cut is less than half.
    if count > 38 {
      return mode.goesUp(self == 0 ? .none : .belowHalf, isNegative: isNegative, isOdd: false)
        ? 1 : 0
    }
    let divisor = PowersOfTen.power(count)
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    let half = divisor / 2
    let rest: Rest =
      remainder == 0
      ? .none : remainder < half ? .belowHalf : remainder == half ? .half : .aboveHalf
    let isUp = mode.goesUp(rest, isNegative: isNegative, isOdd: quotient & 1 == 1)
    return isUp ? quotient + 1 : quotient
  }
}

/// What was cut off, compared with half of the last digit kept.
private enum Rest {
  case none
  case belowHalf
  case half
  case aboveHalf
}

extension Rounding {
  /// Whether the magnitude goes up by one in the last digit kept.
  fileprivate func goesUp(_ rest: Rest, isNegative: Bool, isOdd: Bool) -> Bool {
    switch self {
    case .floor: rest != .none && isNegative
    case .ceiling: rest != .none && !isNegative
    case .up: rest != .none
    case .down: false
    case .halfUp: rest == .half || rest == .aboveHalf
    case .halfDown: rest == .aboveHalf
    case .halfEven: rest == .aboveHalf || (rest == .half && isOdd)
    }
  }
}
