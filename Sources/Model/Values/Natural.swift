/// A whole number of any size, zero or above: what roots, powers and logarithms are computed in.
///
/// Never kept: it lives only inside one function call.
package struct Natural: Equatable {
  /// Lowest word first; the last word is not zero, and zero has none.
  package private(set) var words: [UInt64]

  package static let zero = Natural(words: [])

  /// From words, lowest first.
  package init(words: [UInt64]) {
    self.words = words
    while self.words.last == 0 { self.words.removeLast() }
  }

  /// The same number without the limit to its size.
  package init(_ value: UInt128) {
    self.init(words: [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)])
  }

  /// Ten to the `exponent`, which is zero or above.
  package static func powerOfTen(_ exponent: Int) -> Natural {
    Natural(10).power(exponent)
  }

  package var isZero: Bool { words.isEmpty }

  /// How many bits it takes to write the number; zero takes none.
  package var bitWidth: Int {
    guard let last = words.last else { return 0 }
    return words.count * 64 - last.leadingZeroBitCount
  }

  /// The number itself, if it fits.
  package var narrow: UInt128? {
    guard words.count <= 2 else { return nil }
    let low = UInt128(words.first ?? 0)
    return words.count == 2 ? low | UInt128(words[1]) << 64 : low
  }

  /// Repeated squaring, exact.
  package func power(_ exponent: Int) -> Natural {
    var result = Natural(1)
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }
}

extension Natural: Comparable {
  package static func < (left: Natural, right: Natural) -> Bool {
    if left.words.count != right.words.count { return left.words.count < right.words.count }
    for (one, other) in zip(left.words.reversed(), right.words.reversed()) where one != other {
      return one < other
    }
    return false
  }
}

extension Natural {
  /// The sum.
  package static func + (left: Natural, right: Natural) -> Natural {
    let (longer, shorter) =
      left.words.count >= right.words.count
      ? (left.words, right.words) : (right.words, left.words)
    var sum = longer
    var carry: UInt64 = 0
    for place in sum.indices {
      if place >= shorter.count && carry == 0 { break }
      let (one, isOver) = sum[place].addingReportingOverflow(
        place < shorter.count ? shorter[place] : 0)
      let (both, isOverAgain) = one.addingReportingOverflow(carry)
      sum[place] = both
      carry = isOver || isOverAgain ? 1 : 0
    }
    if carry != 0 { sum.append(carry) }
    return Natural(words: sum)
  }

  /// The difference; `right` is not above `left`.
  package static func - (left: Natural, right: Natural) -> Natural {
    precondition(left >= right, "a natural number is zero or above")
    var difference = left.words
    var borrow: UInt64 = 0
    for place in difference.indices {
      if place >= right.words.count && borrow == 0 { break }
      let (one, isUnder) = difference[place].subtractingReportingOverflow(
        place < right.words.count ? right.words[place] : 0)
      let (both, isUnderAgain) = one.subtractingReportingOverflow(borrow)
      difference[place] = both
      borrow = isUnder || isUnderAgain ? 1 : 0
    }
    return Natural(words: difference)
  }

  /// The product, by the schoolbook.
  package static func * (left: Natural, right: Natural) -> Natural {
    if left.isZero || right.isZero { return .zero }
    var product = [UInt64](repeating: 0, count: left.words.count + right.words.count)
    for (place, factor) in left.words.enumerated() {
      var carry: UInt64 = 0
      for (offset, other) in right.words.enumerated() {
        let sum =
          UInt128(factor) * UInt128(other) + UInt128(product[place + offset]) + UInt128(carry)
        product[place + offset] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(truncatingIfNeeded: sum >> 64)
      }
      product[place + right.words.count] = carry
    }
    return Natural(words: product)
  }

  /// The number times two to the `count`.
  package static func << (number: Natural, count: Int) -> Natural {
    if number.isZero { return .zero }
    let (wordShift, bits) = count.quotientAndRemainder(dividingBy: 64)
    var words = [UInt64](repeating: 0, count: wordShift)
    var carry: UInt64 = 0
    for word in number.words {
      words.append(word << UInt64(bits) | carry)
      carry = bits == 0 ? 0 : word >> UInt64(64 - bits)
    }
    words.append(carry)
    return Natural(words: words)
  }

  /// The number without its last `count` bits.
  package static func >> (number: Natural, count: Int) -> Natural {
    let (wordShift, bits) = count.quotientAndRemainder(dividingBy: 64)
    if wordShift >= number.words.count { return .zero }
    var words = Array(number.words[wordShift...])
    if bits != 0 {
      for place in words.indices {
        let above = place + 1 < words.count ? words[place + 1] << UInt64(64 - bits) : 0
        words[place] = words[place] >> UInt64(bits) | above
      }
    }
    return Natural(words: words)
  }
}
