import Model
import Testing

/// Division of long numbers is checked by its definition, over words that bring the rare branches:
/// guesses that are too large, once or twice, and the one that has to be taken back.
@Suite struct NaturalTests {
  private static let words: [UInt64] = [0, 1, 2, 1 << 63, (1 << 63) - 1, .max - 1, .max]

  private static func numbers(_ count: Int) -> [Natural] {
    var rows: [[UInt64]] = [[]]
    for _ in 0..<count { rows = rows.flatMap { row in words.map { row + [$0] } } }
    return rows.map(Natural.init(words:))
  }

  @Test(arguments: [1, 2, 3])
  func quotientTimesDivisorPlusRemainderIsTheDividend(divisorWords: Int) {
    let dividends = Self.numbers(4)
    // Every divisor of one and two words; of three words every seventh, to keep it quick.
    let divisors = Self.numbers(divisorWords).enumerated().compactMap { index, divisor in
      divisor.isZero || (divisorWords == 3 && index % 7 != 3) ? nil : divisor
    }
    #expect(divisors.count >= 6)
    for divisor in divisors {
      for dividend in dividends {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        if remainder >= divisor || quotient * divisor + remainder != dividend {
          Issue.record("\(dividend.words) / \(divisor.words)")
          return
        }
      }
    }
  }

  @Test func sumsAndDifferencesUndoEachOther() {
    let numbers = Self.numbers(3)
    for one in numbers {
      for other in numbers.prefix(60) {
        let sum = one + other
        let isRight = sum - other == one && sum - one == other && sum >= one
        if !isRight { Issue.record("\(one.words) + \(other.words)") }
      }
    }
  }

  @Test func shiftsMultiplyAndDivideByPowersOfTwo() {
    for number in Self.numbers(2) {
      for count in [0, 1, 63, 64, 65, 127, 128, 200] {
        let power = Natural(2).power(count)
        #expect(number << count == number * power)
        #expect((number << count) >> count == number)
        #expect(number >> count == number.quotientAndRemainder(dividingBy: power).quotient)
      }
    }
  }
}
