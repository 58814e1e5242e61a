internal import Model
internal import SourceText

// Allen's relations between points and ranges (DMN 1.5, 10.3.4.11). A point is the range that holds
// it alone; a missing bound lies beyond every value.
extension Call {
  func relate() throws(Fault) -> Value {
    let one = try interval(0)
    let other = try interval(1)
    let holds =
      switch function {
      case .before: one.isBefore(other)
      case .after: other.isBefore(one)
      case .meets: one.meets(other)
      case .metBy: other.meets(one)
      case .overlaps: !one.isBefore(other) && !other.isBefore(one)
      case .includes: one.includes(other)
      case .during: other.includes(one)
      case .starts: one.starts(other)
      case .startedBy: other.starts(one)
      case .finishes: one.finishes(other)
      case .finishedBy: other.finishes(one)
      case .coincides: one == other
      default: preconditionFailure("a relation of ranges")
      }
    return .boolean(holds)
  }

  private func interval(_ position: Int) throws(Fault) -> Interval {
    if case .range(let range) = arguments[position] { return Interval(range) }
    try arguments[position].requireNotNull(at: span(position))
    return Interval(at: arguments[position])
  }
}

/// A range whose bounds can always be compared.
private struct Interval: Equatable {
  private enum Bound: Equatable {
    case beforeAll
    case at(Value)
    case afterAll

    static func < (left: Bound, right: Bound) -> Bool {
      switch (left, right) {
      case (.at(let left), .at(let right)): left.precedes(right) == true
      case (.beforeAll, .at), (.beforeAll, .afterAll), (.at, .afterAll): true
      default: false
      }
    }
  }

  private let low: Bound
  private let isLowIncluded: Bool
  private let high: Bound
  private let isHighIncluded: Bool

  init(_ range: ValueRange) {
    low = range.low.map(Bound.at) ?? .beforeAll
    isLowIncluded = range.low != nil && range.isLowIncluded
    high = range.high.map(Bound.at) ?? .afterAll
    isHighIncluded = range.high != nil && range.isHighIncluded
  }

  init(at point: Value) {
    self.init(ValueRange(low: point, isLowIncluded: true, high: point, isHighIncluded: true))
  }

  func isBefore(_ other: Interval) -> Bool {
    high < other.low || (high == other.low && !(isHighIncluded && other.isLowIncluded))
  }

  func meets(_ other: Interval) -> Bool {
    high == other.low && isHighIncluded && other.isLowIncluded
  }

  func includes(_ other: Interval) -> Bool {
    beginsNoLater(than: other) && endsNoEarlier(than: other)
  }

  func starts(_ other: Interval) -> Bool {
    low == other.low && isLowIncluded == other.isLowIncluded && other.endsNoEarlier(than: self)
  }

  func finishes(_ other: Interval) -> Bool {
    high == other.high && isHighIncluded == other.isHighIncluded
      && other.beginsNoLater(than: self)
  }

  private func beginsNoLater(than other: Interval) -> Bool {
    low < other.low || (low == other.low && (isLowIncluded || !other.isLowIncluded))
  }

  private func endsNoEarlier(than other: Interval) -> Bool {
    other.high < high || (high == other.high && (isHighIncluded || !other.isHighIncluded))
  }
}
