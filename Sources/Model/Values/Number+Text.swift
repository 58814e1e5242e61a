// Reading and writing numbers in decimal digits.

extension Number {
  /// What a piece of text says when it is read as a number.
  package enum Reading: Hashable, Sendable {
    /// The number, digit for digit.
    case exact(Number)
    /// The number after rounding: the text has more than 34 significant digits, or digits below
    /// the smallest exponent.
    case rounded(Number)
    /// A well-formed number beyond the exponent range.
    case outOfRange
    case malformed
  }

  /// Reads an optional sign, digits with or without a fraction (`12`, `-0.50`, `.5`), and an
  /// exponent (`1e3`) where `exponentAllowed`. Nothing else: no blanks, separators, full-width.
  package static func read(
    _ literal: some StringProtocol, exponentAllowed: Bool = false
  ) -> Reading {
    var reader = LiteralReader(literal)
    let isNegative = reader.take("-")
    if !isNegative { _ = reader.take("+") }
    guard var digits = DecimalDigits(&reader) else { return .malformed }
    if exponentAllowed, reader.take("e") || reader.take("E") {
      guard let exponent = readExponent(&reader) else { return .malformed }
      digits.exponent += exponent
    }
    guard reader.isAtEnd else { return .malformed }
    return digits.number(isNegative: isNegative)
  }

  /// The number a literal says; nil when it is malformed or out of range, and also when digits
  /// would be lost, unless `roundingAllowed`.
  package init?(
    literal: some StringProtocol, exponentAllowed: Bool = false, roundingAllowed: Bool = false
  ) {
    switch Number.read(literal, exponentAllowed: exponentAllowed) {
    case .exact(let number): self = number
    case .rounded(let number) where roundingAllowed: self = number
    case .rounded, .outOfRange, .malformed: return nil
    }
  }

  private static func readExponent(_ reader: inout LiteralReader) -> Int? {
    let isNegative = reader.take("-")
    if !isNegative { _ = reader.take("+") }
    guard var value = reader.takeDigit() else { return nil }
    // An exponent beyond every coefficient a text can hold stays where it is: out of range.
    while let digit = reader.takeDigit() { value = Swift.min(value * 10 + digit, 1 << 48) }
    return isNegative ? -value : value
  }
}

/// The digits of a literal as they are gathered: a coefficient of at most 38 digits, the exponent
/// of its last one, and whether more digits followed that were not zero.
private struct DecimalDigits {
  var coefficient: UInt128 = 0
  var exponent = 0
  private var count = 0
  private var isMore = false

  /// Takes digits, or digits with a fraction; nil if neither comes next.
  init?(_ reader: inout LiteralReader) {
    var isEmpty = true
    while let digit = reader.takeDigit() {
      isEmpty = false
      if !add(digit) { exponent += 1 }
    }
    guard reader.take(".") else {
      if isEmpty { return nil }
      return
    }
    guard let first = reader.takeDigit() else { return nil }
    if add(first) { exponent -= 1 }
    while let digit = reader.takeDigit() {
      if add(digit) { exponent -= 1 }
    }
  }

  /// Appends a digit; false if the coefficient is full.
  private mutating func add(_ digit: Int) -> Bool {
    if count == 38 {
      isMore = isMore || digit != 0
      return false
    }
    coefficient = coefficient * 10 + UInt128(digit)
    if coefficient != 0 { count += 1 }
    return true
  }

  func number(isNegative: Bool) -> Number.Reading {
    if coefficient == 0 { return .exact(.zero) }
    let rounded: Number
    do {
      rounded = try Number.rounding(
        isNegative: isNegative, coefficient, exponent: exponent, isMore: isMore)
    } catch {
      return .outOfRange
    }
    // Unchanged means: the same digits once trailing zeros are gone from both.
    var digits = coefficient
    var place = exponent
    while digits % 10 == 0 {
      digits /= 10
      place += 1
    }
    let isExact = !isMore && rounded.stripped == (digits, place)
    return isExact ? .exact(rounded) : .rounded(rounded)
  }
}

extension Number: CanonicalText {
  /// The number that its canonical text stands for; nil where the text is none.
  package static func reading(canonical text: String) -> Number? {
    Number(literal: text, exponentAllowed: true)
  }

  /// The one text of this number: no trailing zeros, no exponent up to 40 characters (the sign not
  /// counted), else scientific with one digit before the point, such as `1.5E+100`.
  package var description: String {
    let (coefficient, exponent) = stripped
    let digits = String(coefficient)
    let sign = isNegative ? "-" : ""
    if let plain = Number.plain(digits, exponent: exponent) { return sign + plain }
    let place = exponent + digits.utf8.count - 1
    let fraction = digits.utf8.count > 1 ? "." + digits.dropFirst() : ""
    return sign + digits.prefix(1) + fraction + (place < 0 ? "E" : "E+") + String(place)
  }

  private static func plain(_ digits: String, exponent: Int) -> String? {
    let count = digits.utf8.count
    if exponent >= 0 {
      guard count + exponent <= 40 else { return nil }
      return digits + String(repeating: "0", count: exponent)
    }
    let whole = count + exponent
    if whole > 0 { return digits.prefix(whole) + "." + digits.suffix(-exponent) }
    guard 2 - exponent <= 40 else { return nil }
    return "0." + String(repeating: "0", count: -whole) + digits
  }
}
