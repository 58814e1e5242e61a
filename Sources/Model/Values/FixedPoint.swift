/// Real numbers at a stated count of binary places, for the transcendental functions.
///
/// Every function here errs by less than 2^32 units of the last place, for arguments that err by
/// less than 2^8: `FixedPoint.margin` is the stated bound, far above it.
enum FixedPoint {
  /// A number with its sign apart: `magnitude` / 2^places.
  struct Signed {
    var isNegative: Bool
    var magnitude: Natural

    /// `plus` - `minus`.
    init(_ plus: Natural, minus: Natural) {
      isNegative = plus < minus
      magnitude = isNegative ? minus - plus : plus - minus
    }
  }

  /// By how many units of the last place a result may be wrong.
  static let margin = Natural(1) << 40

  /// The natural logarithms of 2 and 10.
  struct Logarithms {
    let ofTwo: Natural
    let ofTen: Natural

    /// Sums of three quick series, after Machin's way with the arc tangent: 31, 49 and 161 lie
    /// between neighbouring products of 2, 3 and 5 (31² is 961, beside 960).
    init(places: Int) {
      let one = FixedPoint.inverseTangent(31, places: places)
      let two = FixedPoint.inverseTangent(49, places: places)
      let three = FixedPoint.inverseTangent(161, places: places)
      ofTwo = one * Natural(14) + two * Natural(10) + three * Natural(6)
      ofTen = one * Natural(46) + two * Natural(34) + three * Natural(20)
    }
  }

  /// artanh(1 / `number`) = 1/n + 1/3n³ + 1/5n⁵ + …
  private static func inverseTangent(_ number: UInt64, places: Int) -> Natural {
    var power = (Natural(1) << places) / number
    var sum = power
    var odd: UInt64 = 3
    while !power.isZero {
      power = power / (number * number)
      sum = sum + power / odd
      odd += 2
    }
    return sum
  }

  /// The natural logarithm of a whole number above zero; never negative.
  static func logarithm(
    of number: UInt128, constants: Logarithms, places: Int
  ) -> Natural {
    // number = 2^power × fraction, the fraction between 0.75 and 1.5.
    var power = 127 - number.leadingZeroBitCount
    var fraction = Natural(number) << (places - power)
    let one = Natural(1) << places
    if fraction > Natural(3) << (places - 1) {
      power += 1
      fraction = fraction >> 1
    }
    // ln f = 2 artanh((f - 1) / (f + 1))
    let isBelowOne = fraction < one
    let distance = isBelowOne ? one - fraction : fraction - one
    let ratio = (distance << places).quotientAndRemainder(dividingBy: fraction + one).quotient
    let series = inverseTangent(ratio: ratio, places: places) << 1
    let whole = constants.ofTwo * Natural(UInt128(power))
    return isBelowOne ? whole - series : whole + series
  }

  /// artanh of a ratio below 0.21.
  private static func inverseTangent(ratio: Natural, places: Int) -> Natural {
    let square = (ratio * ratio) >> places
    var power = ratio
    var sum = power
    var odd: UInt64 = 3
    while !power.isZero {
      power = (power * square) >> places
      sum = sum + power / odd
      odd += 2
    }
    return sum
  }

  /// e to the `argument` as `mantissa` × 10^`exponent`, the mantissa from 1 up to 10.
  static func exponential(
    of argument: Signed, constants: Logarithms, places: Int
  ) -> (mantissa: Natural, exponent: Int) {
    let (count, rest) = argument.magnitude.quotientAndRemainder(dividingBy: constants.ofTen)
    var exponent = Int(count.narrow ?? 0)
    var reduced = rest
    if argument.isNegative {
      exponent = -exponent
      if !rest.isZero {
        exponent -= 1
        reduced = constants.ofTen - rest
      }
    }
    return (exponential(ofSmall: reduced, places: places), exponent)
  }

  /// e to the power of a number below 2.31: Taylor's series for a 256th of it, squared eight times.
  private static func exponential(ofSmall argument: Natural, places: Int) -> Natural {
    let small = argument >> 8
    var term = Natural(1) << places
    var sum = term
    var count: UInt64 = 1
    while !term.isZero {
      term = ((term * small) >> places) / count
      sum = sum + term
      count += 1
    }
    for _ in 0..<8 { sum = (sum * sum) >> places }
    return sum
  }
}
