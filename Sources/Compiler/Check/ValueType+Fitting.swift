import Model

// Which types go where another is expected, and what several have in common.
extension ValueType {
  /// Whether every value of this type is one of the other: an integer is a number, a value or null
  /// is fine where null may be, lists and records go by their parts.
  func fits(_ expected: ValueType) -> Bool {
    switch (self, expected) {
    case _ where self == expected: true
    case (.nothing, _): true
    case (.integer, .number): true
    case (.null, .optional): true
    case (.optional(let type), .optional(let other)): type.fits(other)
    case (_, .optional(let other)): fits(other)
    case (.list(let type), .list(let other)): type.fits(other)
    case (.range(let type), .range(let other)): type.fits(other)
    case (.record(let record), .record(let other)): record.fits(other)
    default: false
    }
  }

  /// The least type that both fit; nil where there is none.
  func joined(_ other: ValueType) -> ValueType? {
    if fits(other) { return other }
    if other.fits(self) { return self }
    switch (self, other) {
    case (.null, let type), (let type, .null): return .optional(type)
    case (.optional(let type), _): return type.joined(other.unwrapped).map { .optional($0) }
    case (_, .optional(let type)): return joined(type).map { .optional($0) }
    case (.list(let type), .list(let other)): return type.joined(other).map { .list($0) }
    case (.range(let type), .range(let other)): return type.joined(other).map { .range($0) }
    case (.record(let record), .record(let other)):
      return record.joined(other).map { .record($0) }
    default: return nil
    }
  }

  /// Whether values of the two may be found equal: one type but for null, or both plain numbers.
  func isLike(_ other: ValueType) -> Bool {
    unwrapped.joined(other.unwrapped) != nil
  }
}

extension RecordType {
  fileprivate func fits(_ expected: RecordType) -> Bool {
    fields.count == expected.fields.count
      && zip(fields, expected.fields).allSatisfy { $0.name == $1.name && $0.type.fits($1.type) }
  }

  fileprivate func joined(_ other: RecordType) -> RecordType? {
    guard fields.map(\.name) == other.fields.map(\.name) else { return nil }
    var joined: [Field] = []
    for (field, other) in zip(fields, other.fields) {
      guard let type = field.type.joined(other.type) else { return nil }
      joined.append(Field(name: field.name, type: type))
    }
    return RecordType(fields: joined)
  }
}

extension Expression {
  /// Whether it is made of number literals alone: such a number is money where money is wanted, and
  /// a plain number where that is.
  var isLiteralNumber: Bool {
    switch kind {
    case .constant(.number): true
    case .negate(let operand): operand.isLiteralNumber
    case .arithmetic(_, let left, let right): left.isLiteralNumber && right.isLiteralNumber
    default: false
    }
  }

  /// Whether a plain number can be money by taking a literal in it for money: `50 * days` is so
  /// much a day.
  var canBeMoney: Bool {
    switch kind {
    case .constant(.number): true
    case .negate(let operand): operand.canBeMoney
    case .arithmetic(.add, let left, let right), .arithmetic(.subtract, let left, let right):
      left.canBeMoney && right.canBeMoney
    case .arithmetic(.multiply, let left, let right): left.canBeMoney || right.canBeMoney
    case .arithmetic(.divide, let left, _): left.canBeMoney
    default: isLiteralNumber
    }
  }

  /// Whether its numeric type gives way to those beside it.
  var bends: Bool { isLiteralNumber || type != .money && type.isNumeric && canBeMoney }

  /// Whether it is one literal without a fraction.
  var isWholeLiteral: Bool {
    if case .constant(.number(let number)) = kind { number.isInteger } else { false }
  }

  var constant: Value? {
    if case .constant(let value) = kind { value } else { nil }
  }
}
