/// Why an operation on numbers has no result. There is no NaN and no infinity: it is this instead.
package enum NumberFault: Error, Hashable, Sendable, Codable {
  /// The divisor, or the base under a negative exponent, is zero.
  case divisionByZero
  /// The result has no place in the exponent range of decimal128 (above 9.99…E+6144).
  case overflow
  /// The function is not defined there: the root or logarithm of a negative number, for one.
  case domain
}
