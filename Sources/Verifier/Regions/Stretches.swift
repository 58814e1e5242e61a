/// A set of small whole numbers as stretches of neighbours: small for what a cell says of a column
/// that has thousands of regions.
struct Stretches: Hashable, Sendable {
  /// Ascending; neither empty nor touching each other.
  private(set) var runs: [Range<Int>] = []

  /// The empty set.
  init() {}

  /// The numbers of one stretch.
  init(_ run: Range<Int>) {
    append(run)
  }

  /// Those numbers of a set of bits.
  init(_ bits: Bits) {
    for number in bits.members { append(number..<(number + 1)) }
  }

  /// Adds a stretch that begins no sooner than the last one ends.
  mutating func append(_ run: Range<Int>) {
    guard !run.isEmpty else { return }
    if let last = runs.last, last.upperBound >= run.lowerBound {
      runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
    } else {
      runs.append(run)
    }
  }

  var isEmpty: Bool { runs.isEmpty }

  var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// The least number in it.
  var first: Int? { runs.first?.lowerBound }

  /// From the least number to the greatest, with what is missing between them.
  var hull: Range<Int> {
    guard let first = runs.first, let last = runs.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  func contains(_ number: Int) -> Bool {
    runs.contains { $0.contains(number) }
  }

  func meets(_ other: Stretches) -> Bool {
    var place = 0
    for run in runs {
      while place < other.runs.count, other.runs[place].upperBound <= run.lowerBound { place += 1 }
      guard place < other.runs.count else { return false }
      if other.runs[place].lowerBound < run.upperBound { return true }
    }
    return false
  }

  func isSubset(of other: Stretches) -> Bool {
    var place = 0
    for run in runs {
      while place < other.runs.count, other.runs[place].upperBound <= run.lowerBound { place += 1 }
      guard place < other.runs.count, other.runs[place].lowerBound <= run.lowerBound,
        run.upperBound <= other.runs[place].upperBound
      else { return false }
    }
    return true
  }

  /// The same numbers as bits.
  func bits(limit: Int) -> Bits {
    var bits = Bits(limit: limit)
    for run in runs { for number in run { bits.insert(number) } }
    return bits
  }

  static func & (left: Stretches, right: Stretches) -> Stretches {
    var result = Stretches()
    var place = 0
    for run in left.runs {
      while place < right.runs.count, right.runs[place].upperBound <= run.lowerBound { place += 1 }
      var next = place
      while next < right.runs.count, right.runs[next].lowerBound < run.upperBound {
        result.append(run.clamped(to: right.runs[next]))
        next += 1
      }
    }
    return result
  }

  static func | (left: Stretches, right: Stretches) -> Stretches {
    var result = Stretches()
    for run in (left.runs + right.runs).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      result.append(run)
    }
    return result
  }
}
