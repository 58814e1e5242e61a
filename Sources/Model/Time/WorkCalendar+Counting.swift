// Counting in workdays.

extension WorkCalendar {
  /// How many workdays lie after `start` up to and including `end`; with `end` before `start` the
  /// negative of the count the other way round.
  package func workdays(between start: CalendarDate, and end: CalendarDate) -> Int {
    // Counted as the workdays before the day after, so that `end` itself is in.
    workdays(through: end) - workdays(through: start)
  }

  /// The `count`th workday after `date`, or before it when `count` is negative; `date` itself when
  /// it is zero. Nil outside years -9999…9999.
  package func adding(workdays count: Int, to date: CalendarDate) -> CalendarDate? {
    if count == 0 { return date }
    // The whole calendar has fewer days than this; the cut keeps the sums below from overflowing.
    guard count.magnitude < 10_000_000 else { return nil }
    // Forwards: the first day that brings the count. Backwards: from the last day before `date`
    // on, the same with the workdays up to the day before `date` as the start.
    let before = exceptions.workdays(before: date)
    let target = count > 0 ? workdays(through: date) + count : before + count + 1
    guard let found = firstDay(bringing: target) else { return nil }
    return found
  }

  /// `date` itself if it is a workday, else the first workday after it.
  package func firstWorkday(from date: CalendarDate) -> CalendarDate? {
    isWorkday(date) ? date : adding(workdays: 1, to: date)
  }

  /// Whether the days from `first` to `last`, both included, are all of known years.
  package func isKnown(from first: CalendarDate, to last: CalendarDate) -> Bool {
    var year = first.year
    let end = last.year
    var known = knownYears.drop { $0 < year }
    while year <= end {
      guard known.first == year else { return false }
      known = known.dropFirst().drop { $0 == year }
      year += 1
    }
    return true
  }

  private func workdays(through date: CalendarDate) -> Int {
    exceptions.workdays(before: date) + (isWorkday(date) ? 1 : 0)
  }

  /// The earliest day with which the count of workdays reaches `target`: it is a workday itself.
  private func firstDay(bringing target: Int) -> CalendarDate? {
    var low = Int(CalendarDate.min.daysSinceEpoch)
    var high = Int(CalendarDate.max.daysSinceEpoch)
    guard workdays(through: .max) >= target, workdays(through: .min) < target else { return nil }
    while low + 1 < high {
      let middle = (low + high).flooredQuotient(by: 2)
      if workdays(through: CalendarDate(unchecked: middle)) >= target {
        high = middle
      } else {
        low = middle
      }
    }
    return CalendarDate(unchecked: high)
  }
}
