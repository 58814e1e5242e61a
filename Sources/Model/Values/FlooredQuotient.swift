// Division for counting through time, where what lies before the start counts like what follows.

extension BinaryInteger {
  /// The quotient rounded down the number line; `divisor` is above zero.
  func flooredQuotient(by divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
