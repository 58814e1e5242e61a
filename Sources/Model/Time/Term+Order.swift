extension Term {
  /// Whether a term ends no later than another whatever the day it starts on; false also where
  /// that depends on the calendar.
  ///
  /// `30 days` may be more than `1 month`, and how many days lie in three workdays only the
  /// calendar knows; but `3 days` are never more than `3 workdays`: a last day that is no workday
  /// moves to the next (Civil Code art. 203), and three workdays reach at least as far.
  package func isSurelyAtMost(_ other: Term) -> Bool {
    if unit == other.unit { return amount <= other.amount }
    guard max(amount, other.amount) < 1_000_000 else { return false }
    if let months, let others = other.months { return months <= others }
    if unit.isExact, other.unit.isExact { return minutes <= other.minutes }
    // A last day may move on over days of rest, a moment does not.
    guard !other.unit.isExact, let longest = longestInMinutes else { return false }
    return longest <= other.shortestInMinutes
  }

  /// Of months and years.
  private var months: Int? {
    switch unit {
    case .months: amount
    case .years: amount * 12
    default: nil
    }
  }

  /// Of minutes and hours.
  private var minutes: Int { unit == .hours ? amount * 60 : amount }

  private static let minutesOfDay = 24 * 60

  /// Of all but minutes and hours.
  private var shortestInMinutes: Int {
    switch unit {
    case .months: amount * 28 * Self.minutesOfDay
    case .years: amount * 365 * Self.minutesOfDay
    case .minutes, .hours, .days, .workdays: amount * Self.minutesOfDay
    }
  }

  /// Nil where the calendar sets no limit.
  private var longestInMinutes: Int? {
    switch unit {
    case .minutes, .hours: minutes
    case .days: amount * Self.minutesOfDay
    case .workdays: amount == 0 ? 0 : nil
    case .months: amount * 31 * Self.minutesOfDay
    case .years: amount * 366 * Self.minutesOfDay
    }
  }
}
