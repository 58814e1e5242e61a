/// An exact decimal number: IEEE 754-2008 decimal128 without NaN, infinity and negative zero.
///
/// 34 significant digits, exponents of decimal128 (the largest number is 9.99…E+6144, the smallest
/// above zero 1E-6176), results rounded half to even once. What has no result throws `NumberFault`.
/// 1.0 and 1.00 are the same number: equal, with one hash and one text. Nothing passes through
/// binary floating point.
package struct Number: Sendable {
  // The layout is decimal128's with a binary integer coefficient: 1 bit of sign, 14 bits of biased
  // exponent, 113 bits of coefficient. Two words rather than one UInt128 keep the alignment at 8,
  // so that an enum with a number inside stays at three words.
  let high: UInt64
  let low: UInt64

  /// The largest coefficient: 34 nines.
  static let maxCoefficient: UInt128 = 9_999_999_999_999_999_999_999_999_999_999_999
  static let precision = 34
  /// The exponent of the coefficient's last digit, lowest and highest.
  static let minExponent = -6176
  static let maxExponent = 6111

  private static let headShift: UInt64 = 49
  private static let coefficientMask: UInt64 = 1 << headShift - 1

  package static let zero = Number(0)
  package static let one = Number(1)

  /// Puts together a number whose parts are known to be in range; zero loses sign and exponent.
  init(isNegative: Bool, coefficient: UInt128, exponent: Int) {
    precondition(
      coefficient <= Number.maxCoefficient && exponent >= Number.minExponent
        && exponent <= Number.maxExponent, "parts of a number within decimal128")
    let isZero = coefficient == 0
    let biased = UInt64(truncatingIfNeeded: (isZero ? 0 : exponent) &- Number.minExponent)
    let sign: UInt64 = isNegative && !isZero ? 1 << 63 : 0
    high = sign | biased << Number.headShift | UInt64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
  }

  /// Sign and exponent of `head` with another coefficient, which is in range and not zero.
  init(head: UInt64, coefficient: UInt128) {
    high = head << Number.headShift | UInt64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
  }

  /// The same whole number, exact.
  package init(_ value: Int) {
    self.init(isNegative: value < 0, coefficient: UInt128(value.magnitude), exponent: 0)
  }

  /// `significand` times ten to the `exponent`, rounded where it has more than 34 digits; nil
  /// beyond the exponent range. `Number(12345, exponent: -2)` is 123.45.
  package init?(_ significand: Int128, exponent: Int) {
    let rounded = try? Number.rounding(
      isNegative: significand < 0, significand.magnitude, exponent: exponent)
    guard let rounded else { return nil }
    self = rounded
  }

  /// Sign and exponent in one word; equal words mean that coefficients can be compared and added.
  var head: UInt64 { high >> Number.headShift }

  var coefficient: UInt128 {
    UInt128(truncatingIfNeeded: high & Number.coefficientMask) << 64
      | UInt128(truncatingIfNeeded: low)
  }

  /// The power of ten that the coefficient is to be multiplied by.
  var exponent: Int {
    Int(truncatingIfNeeded: head & 0x3FFF) &+ Number.minExponent
  }

  /// Below zero; zero itself is not.
  package var isNegative: Bool { high >> 63 != 0 }
  package var isZero: Bool { low == 0 && high & Number.coefficientMask == 0 }

  /// -1, 0 or 1.
  package var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The place of the first significant digit: 0 for 1…9, -1 for 0.1…0.9.
  var adjustedExponent: Int { PowersOfTen.digits(coefficient) + exponent - 1 }

  /// The number with the other sign; zero stays zero.
  package static prefix func - (operand: Number) -> Number {
    Number(
      isNegative: !operand.isNegative, coefficient: operand.coefficient,
      exponent: operand.exponent)
  }

  /// The number without its sign (FEEL `abs`).
  package var magnitude: Number { isNegative ? -self : self }
}

extension Number: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) {
    self.init(value)
  }
}
