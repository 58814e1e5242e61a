// Division of whole numbers of any size.

extension Natural {
  /// Quotient and remainder by one word, which is not zero.
  package func quotientAndRemainder(dividingBy divisor: UInt64) -> (
    quotient: Natural, remainder: UInt64
  ) {
    var quotient = words
    var remainder: UInt64 = 0
    for place in quotient.indices.reversed() {
      (quotient[place], remainder) = divisor.dividingFullWidth((remainder, quotient[place]))
    }
    return (Natural(words: quotient), remainder)
  }

  /// The quotient by one word, which is not zero.
  package static func / (left: Natural, right: UInt64) -> Natural {
    left.quotientAndRemainder(dividingBy: right).quotient
  }

  /// Quotient and remainder; `divisor` is not zero. Schoolbook division by words (Knuth, The Art
  /// of Computer Programming, 4.3.1, algorithm D).
  package func quotientAndRemainder(
    dividingBy divisor: Natural
  ) -> (quotient: Natural, remainder: Natural) {
    precondition(!divisor.isZero, "a divisor is not zero")
    if self < divisor { return (.zero, self) }
    if divisor.words.count == 1 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.words[0])
      return (quotient, Natural(UInt128(remainder)))
    }
    // With the divisor's highest bit set, each guess is at most two too large.
    let shift = divisor.words[divisor.words.count - 1].leadingZeroBitCount
    let scaled = (divisor << shift).words
    var rest = (self << shift).words
    while rest.count <= words.count { rest.append(0) }
    var quotient = [UInt64](repeating: 0, count: rest.count - scaled.count)
    for place in quotient.indices.reversed() {
      var guess = Natural.guess(rest, at: place + scaled.count, dividingBy: scaled)
      if rest.subtract(scaled, times: guess, at: place) {
        guess -= 1
        rest.add(scaled, at: place)
      }
      quotient[place] = guess
    }
    return (Natural(words: quotient), Natural(words: rest) >> shift)
  }

  /// The quotient's next word, right or one too large, from the leading three words of the rest
  /// (the first at `top`) and two of the divisor.
  private static func guess(_ rest: [UInt64], at top: Int, dividingBy divisor: [UInt64]) -> UInt64 {
    let high = divisor[divisor.count - 1]
    let next = divisor[divisor.count - 2]
    var guess = UInt64.max
    var remainder: UInt64
    if rest[top] == high {
      let (sum, isOver) = rest[top - 1].addingReportingOverflow(high)
      if isOver { return guess }
      remainder = sum
    } else {
      (guess, remainder) = high.dividingFullWidth((rest[top], rest[top - 1]))
    }
    while true {
      let product = guess.multipliedFullWidth(by: next)
      let isTooLarge =
        product.high > remainder || (product.high == remainder && product.low > rest[top - 2])
      guard isTooLarge else { return guess }
      guess -= 1
      let (sum, isOver) = remainder.addingReportingOverflow(high)
      if isOver { return guess }
      remainder = sum
    }
  }
}

extension [UInt64] {
  /// Takes `number` × `factor` off the words from `place` on; true if that went below zero.
  fileprivate mutating func subtract(
    _ number: [UInt64], times factor: UInt64, at place: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: UInt64 = 0
    for offset in 0...number.count {
      let word = offset < number.count ? number[offset] : 0
      let product = UInt128(word) * UInt128(factor) + UInt128(carry)
      carry = UInt64(truncatingIfNeeded: product >> 64)
      let (one, isUnder) = self[place + offset].subtractingReportingOverflow(
        UInt64(truncatingIfNeeded: product))
      let (both, isUnderAgain) = one.subtractingReportingOverflow(borrow)
      self[place + offset] = both
      borrow = isUnder || isUnderAgain ? 1 : 0
    }
    return borrow != 0
  }

  /// Adds `number` to the words from `place` on; what is carried out of them is dropped.
  fileprivate mutating func add(_ number: [UInt64], at place: Int) {
    var carry: UInt64 = 0
    for offset in 0...number.count {
      let word = offset < number.count ? number[offset] : 0
      let (one, isOver) = self[place + offset].addingReportingOverflow(word)
      let (both, isOverAgain) = one.addingReportingOverflow(carry)
      self[place + offset] = both
      carry = isOver || isOverAgain ? 1 : 0
    }
  }
}
