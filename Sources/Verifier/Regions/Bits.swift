/// A set of small whole numbers, for rows of a table and regions of a column.
struct Bits: Hashable, Sendable {
  private var words: [UInt64]
  /// One more than the greatest number that may be in it.
  let limit: Int

  /// The empty set of numbers below a limit.
  init(limit: Int) {
    self.limit = limit
    words = Array(repeating: 0, count: (limit + 63) / 64)
  }

  /// All numbers below a limit.
  init(upTo limit: Int) {
    self.init(limit: limit)
    for word in words.indices { words[word] = .max }
    if limit % 64 != 0 { words[words.count - 1] = 1 << UInt64(limit % 64) - 1 }
  }

  /// Those numbers below a limit for which something holds.
  init(limit: Int, where holds: (Int) -> Bool) {
    self.init(limit: limit)
    for number in 0..<limit where holds(number) { insert(number) }
  }

  mutating func insert(_ number: Int) {
    words[number / 64] |= 1 << UInt64(number % 64)
  }

  func contains(_ number: Int) -> Bool {
    words[number / 64] & 1 << UInt64(number % 64) != 0
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The least number in it.
  var first: Int? {
    for (place, word) in words.enumerated() where word != 0 {
      return place * 64 + word.trailingZeroBitCount
    }
    return nil
  }

  /// All numbers in it, ascending.
  var members: [Int] {
    var members: [Int] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        members.append(place * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return members
  }

  func meets(_ other: Bits) -> Bool {
    for place in words.indices where words[place] & other.words[place] != 0 { return true }
    return false
  }

  func isSubset(of other: Bits) -> Bool {
    for place in words.indices where words[place] & ~other.words[place] != 0 { return false }
    return true
  }

  static func & (left: Bits, right: Bits) -> Bits {
    var result = left
    for place in result.words.indices { result.words[place] &= right.words[place] }
    return result
  }

  static func | (left: Bits, right: Bits) -> Bits {
    var result = left
    for place in result.words.indices { result.words[place] |= right.words[place] }
    return result
  }

  /// What is in the left set alone.
  static func - (left: Bits, right: Bits) -> Bits {
    var result = left
    for place in result.words.indices { result.words[place] &= ~right.words[place] }
    return result
  }
}
