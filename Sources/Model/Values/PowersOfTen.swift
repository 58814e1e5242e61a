/// The powers of ten that fit 128 bits, and what is asked of them.
enum PowersOfTen {
  /// 10⁰ … 10³⁸.
  static let all: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// 10 to the `exponent`, which is between 0 and 38.
  static func power(_ exponent: Int) -> UInt128 {
    all[exponent]
  }

  /// How many decimal digits `value` has; zero has none.
  static func digits(_ value: UInt128) -> Int {
    // 1233/4096 is log₁₀2, near enough for 128 bits: the guess is right or one too small.
    let guess = ((128 - value.leadingZeroBitCount) * 1233) >> 12
    return value < all[guess] ? guess : guess + 1
  }
}
