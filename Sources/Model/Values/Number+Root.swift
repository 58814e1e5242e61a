// The square root, correctly rounded.

extension Number {
  /// The square root (FEEL `sqrt`); `domain` for negative numbers.
  package func squareRoot() throws(NumberFault) -> Number {
    if isNegative { throw .domain }
    if isZero { return .zero }
    // 71 or 72 digits under the root, on an even exponent, give 36 digits of root.
    let length = PowersOfTen.digits(coefficient)
    let lift = (exponent - (71 - length)) & 1 == 0 ? 71 - length : 72 - length
    let first = 37 - length
    let square = (coefficient * PowersOfTen.power(first)).multipliedFullWidth(
      by: PowersOfTen.power(lift - first))
    let root = UInt128.squareRoot(square)
    let rootExponent = (exponent - lift) / 2
    if root.multipliedFullWidth(by: root) == (square.high, square.low) {
      return try Number.rounding(
        isNegative: false, exact: root, exponent: rootExponent, upTo: exponent >> 1)
    }
    return try Number.rounding(isNegative: false, root, exponent: rootExponent, isMore: true)
  }
}

extension UInt128 {
  /// The whole part of the square root of a number of 129 to 250 bits: Newton's iteration, falling
  /// from a first guess above the root.
  fileprivate static func squareRoot(_ square: (high: UInt128, low: UInt128)) -> UInt128 {
    let bits = 256 - square.high.leadingZeroBitCount
    var root: UInt128 = 1 << UInt128((bits + 1) / 2)
    while true {
      let quotient = root.dividingFullWidth((square.high, square.low)).quotient
      let better = (root + quotient) / 2
      if better >= root { return root }
      root = better
    }
  }
}
