package import SourceText

/// What kind of value an expression has. Every expression has exactly one, found at check time.
package indirect enum ValueType: Hashable, Sendable, Codable {
  case boolean
  /// An exact decimal number.
  case number
  /// A number without a fraction; usable wherever a number is.
  case integer
  /// An amount in yuan: exact, not mixed with plain numbers except literals.
  case money
  case text
  /// A text written in a certain way. Only what people state is declared so: an expression that
  /// reads it is a `text`.
  case formatted(TextFormat)
  case date
  /// A moment, shown in the rulebook's `utc_offset`.
  case dateTime
  /// FEEL's "days and time duration".
  case dayTimeDuration
  /// FEEL's "years and months duration".
  case yearMonthDuration
  case enumeration(ID<Enumeration>)
  case list(ValueType)
  case record(RecordType)
  /// FEEL's range over an ordered type.
  case range(ValueType)
  /// The type's values and null.
  case optional(ValueType)
  /// The type of `null`.
  case null
  /// No value at all: the element type of `[]`; fits everywhere.
  case nothing
}

/// A record's fields, in declared order.
package struct RecordType: Hashable, Sendable, Codable {
  /// One named part of a record. What people call it is no part of the type.
  package struct Field: Hashable, Sendable, Codable {
    package var name: String
    package var type: ValueType
    /// Nil where nothing but the name was written.
    package var title: Bilingual?

    package init(name: String, type: ValueType, title: Bilingual? = nil) {
      self.name = name
      self.type = type
      self.title = title
    }

    package static func == (one: Field, other: Field) -> Bool {
      one.name == other.name && one.type == other.type
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(type)
    }
  }

  package var fields: [Field]

  package init(fields: [Field]) {
    self.fields = fields
  }

  /// Position of a field by its name.
  package func index(of name: String) -> Int? {
    fields.firstIndex { $0.name.hasBytes(of: name) }
  }
}

/// A type whose values are a closed list of words.
package struct Enumeration: Hashable, Sendable, Codable {
  /// One of the enumeration's values, and its title for people.
  package struct Word: Hashable, Sendable, Codable {
    package var name: String
    package var title: Bilingual

    package init(name: String, title: Bilingual) {
      self.name = name
      self.title = title
    }
  }

  package var name: String
  package var title: Bilingual
  /// In declared order; for an ordered type the lowest first.
  package var words: [Word]
  /// Whether `<` and `>` compare the words.
  package var isOrdered: Bool
  package var span: Span

  package init(
    name: String, title: Bilingual, words: [Word], isOrdered: Bool, span: Span
  ) {
    self.name = name
    self.title = title
    self.words = words
    self.isOrdered = isOrdered
    self.span = span
  }

  package func index(of word: String) -> Int? {
    words.firstIndex { $0.name.hasBytes(of: word) }
  }
}

extension ValueType {
  package var isOptional: Bool {
    switch self {
    case .optional, .null: true
    default: false
    }
  }

  /// The type without its null.
  package var unwrapped: ValueType {
    if case .optional(let type) = self { type } else { self }
  }

  /// number, integer or money.
  package var isNumeric: Bool {
    switch self {
    case .number, .integer, .money: true
    default: false
    }
  }
}
