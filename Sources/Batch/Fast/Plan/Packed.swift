internal import Model
internal import SourceText

/// A known value, null or unknown in 64 bits: numbers times a million, days and milliseconds since
/// the epoch, a word's or text's index, 0 and 1.
typealias Packed = Int64

extension Packed {
  static let unknown = Int64.min
  static let null = Int64.min + 1
  /// The engine has to say what it comes to.
  static let unclear = Int64.min + 2

  /// Whether it is an ordinary value.
  var isPlain: Bool { self > .unclear }

  /// A text that no rule speaks of.
  static let otherText: Int64 = -1
}

/// How values of a type are packed.
enum Packing: Hashable {
  case boolean
  case number
  case integer
  case word(ID<Enumeration>)
  case text
  case day
  case moment

  /// Nil for what does not go into 64 bits.
  init?(_ type: ValueType) {
    switch type.unwrapped {
    case .boolean: self = .boolean
    case .number, .money: self = .number
    case .integer: self = .integer
    case .enumeration(let id): self = .word(id)
    case .text: self = .text
    case .date: self = .day
    case .dateTime: self = .moment
    default: return nil
    }
  }
}

/// The texts that rules speak of, each once.
struct TextPool {
  private(set) var texts: [String] = []

  /// A text's index; it is added if it is new.
  mutating func index(of text: String) -> Int64 {
    if let index = texts.firstIndex(of: text) { return Int64(index) }
    texts.append(text)
    return Int64(texts.count - 1)
  }

  /// A constant packed; nil if it does not fit.
  mutating func pack(_ value: Value) -> Packed? {
    switch value {
    case .null: .null
    case .boolean(let value): value ? 1 : 0
    case .number(let number):
      (try? number * 1_000_000).flatMap(Int.init(exactly:)).map(Int64.init)
    case .word(_, let index): Int64(index)
    case .text(let text): index(of: text)
    case .date(let date): Int64(date.daysSinceEpoch)
    case .dateTime(let moment): moment.milliseconds
    default: nil
    }
  }
}
