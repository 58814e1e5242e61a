import Foundation
import Model
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    "", "-", "+", ".", "5.", "1.", "--1", "1e3", "1 ", " 1", "1,000", "１２", "0x10", "1_000", "NaN",
    "Infinity", "1.2.3", "+-1", "-.", "e5", "1e", "一",
  ])
  func whatIsNoLiteralIsNil(literal: String) {
    #expect(Number(literal: literal) == nil)
    #expect(Number.read(literal) == .malformed)
  }

  @Test(arguments: ["1e3", "1E3", "1e+3", "1000e0", "10000E-1", ".1e4", "1000.000"])
  func exponentsAreReadWhereTheyAreAllowed(literal: String) {
    #expect(Number(literal: literal, exponentAllowed: true) == 1000)
  }

  @Test func lossAndRangeAreToldApart() {
    let long = "1.0000000000000000000000000000000001"
    #expect(Number.read(long) == .rounded(1))
    #expect(Number.read("1.000000000000000000000000000000000") == .exact(1))
    #expect(Number.read("1e7000", exponentAllowed: true) == .outOfRange)
    #expect(Number.read("1e-7000", exponentAllowed: true) == .rounded(0))
    #expect(Number.read("0e99999999999999999999", exponentAllowed: true) == .exact(0))
    #expect(Number.read("1e99999999999999999999", exponentAllowed: true) == .outOfRange)
    #expect(Number(literal: long) == nil)
    #expect(Number(literal: long, roundingAllowed: true) == 1)
  }

  @Test func everyFormOfZeroIsOne() throws {
    let zeros = try ["0", "-0", "0.00", "-0.000"].map { try #require(Number(literal: $0)) }
    let computed = try [Number(3) - 3, -Number.zero, Number(0) * -5, Number(0) / -7]
    for zero in zeros + computed {
      #expect(zero == .zero && zero.isZero && !zero.isNegative)
      #expect(zero.description == "0" && zero.signum == 0)
      #expect(zero.hashValue == Number.zero.hashValue)
    }
  }

  @Test func equalNumbersHaveOneHashAndOneText() throws {
    for literal in ["1", "12.5", "0.001", "-340", "99999999999999999"] {
      let short = try #require(Number(literal: literal))
      for zeros in 1...12 {
        let point = literal.contains(".") ? "" : "."
        let long = try #require(
          Number(literal: literal + point + String(repeating: "0", count: zeros)))
        #expect(short == long && short.hashValue == long.hashValue)
        #expect(!(short < long) && !(long < short))
        #expect(long.description == literal)
      }
    }
  }

  @Test(arguments: [
    Int.min, Int.min + 1, -1_000_000, -10, -1, 0, 1, 7, 10, 1_000_000, Int.max - 1, Int.max,
  ])
  func integersGoThereAndBack(value: Int) throws {
    let number = Number(value)
    #expect(Int(exactly: number) == value)
    #expect(number.description == String(value))
    #expect(number.isInteger)
    #expect(number.isEven == (value % 2 == 0) && number.isOdd == (value % 2 != 0))
  }

  @Test(arguments: [
    ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.5", nil), ("1e19", nil),
    ("1e-1", nil), ("1e18", 1_000_000_000_000_000_000), ("1200e-2", 12), ("-5.000", -5),
    ("1e6144", nil), ("3e0", 3),
  ])
  func onlyWholeNumbersThatFitBecomeIntegers(literal: String, expected: Int?) throws {
    let number = try #require(Number(literal: literal, exponentAllowed: true))
    #expect(Int(exactly: number) == expected)
  }

  @Test func aSignificandAndAnExponentMakeANumber() {
    #expect(Number(12_345, exponent: -2) == Number(literal: "123.45"))
    #expect(Number(-5, exponent: 3) == -5000)
    #expect(Number(1, exponent: 6145) == nil)
    #expect(Number(Int128.max, exponent: 0)?.description.count == 39)
  }

  @Test func faultsAreThrown() throws {
    let huge = try #require(Number(literal: "9e6144", exponentAllowed: true))
    #expect(throws: NumberFault.overflow) { try huge + huge }
    #expect(throws: NumberFault.overflow) { try huge * 2 }
    #expect(throws: NumberFault.divisionByZero) { try Number(0) / 0 }
    #expect(throws: NumberFault.divisionByZero) { try Number(1).modulo(0) }
    #expect(throws: NumberFault.domain) { try Number(-4).squareRoot() }
    #expect(throws: NumberFault.domain) { try Number(1).rounded(.floor, scale: 6177) }
    #expect(throws: NumberFault.domain) { try Number(1).rounded(.floor, scale: -6112) }
  }

  @Test func wholeRoundingIsRoundingToScaleZero() throws {
    for literal in ["2.5", "-2.5", "2.4", "-2.6", "3.5", "1200", "0.0004", "-0.5", "0"] {
      let number = try #require(Number(literal: literal))
      for mode in Rounding.allCases {
        #expect(try number.rounded(mode) == number.rounded(mode, scale: 0))
      }
    }
  }

  @Test func orderIsTotalOverSignsAndExponents() throws {
    let ascending = try [
      "-9e6144", "-1e10", "-10.01", "-10", "-1", "-0.1", "-1e-6176", "0", "1e-6176", "0.1", "1",
      "9.999", "10", "10.01", "1e10", "9e6144",
    ].map { try #require(Number(literal: $0, exponentAllowed: true)) }
    for (place, left) in ascending.enumerated() {
      for (otherPlace, right) in ascending.enumerated() {
        #expect((left < right) == (place < otherPlace))
        #expect((left == right) == (place == otherPlace))
      }
    }
  }

  @Test func numbersAreStoredAsTheirText() throws {
    let numbers = try ["1.50", "-0.00", "1e100", "123456789012345678901234567890.1234"].map {
      try #require(Number(literal: $0, exponentAllowed: true))
    }
    let data = try JSONEncoder().encode(numbers)
    #expect(
      String(decoding: data, as: UTF8.self)
        == #"["1.5","0","1E+100","123456789012345678901234567890.1234"]"#)
    #expect(try JSONDecoder().decode([Number].self, from: data) == numbers)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Number].self, from: Data(#"["1,5"]"#.utf8))
    }
  }

  @Test func aNumberTakesTwoWords() {
    #expect(MemoryLayout<Number>.size == 16)
    #expect(MemoryLayout<Number>.alignment == 8)
  }
}
