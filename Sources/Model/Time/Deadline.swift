/// When a term ends, by Civil Code art. 200-204.
package struct Deadline: Hashable, Sendable, Codable {
  /// What a term runs from.
  package enum Start: Hashable, Sendable, Codable {
    /// An event at that moment. Terms in days count from the day after it.
    case at(DateTime)
    /// An event on that day, or the end of an earlier period whose last day it was: days count
    /// from the day after, hours and minutes from the day's end.
    case day(CalendarDate)

    /// What a term runs from that begins at a moment which counts as that day: hours and minutes
    /// from the clock, all else from the day.
    package init(of term: Term, at moment: DateTime, on day: CalendarDate) {
      self = term.unit.isExact ? .at(moment) : .day(day)
    }
  }

  /// The last day of the term, which runs out at 24:00; nil for terms in hours and minutes.
  package let lastDay: CalendarDate?
  /// The moment from which on the term is over: the first one after its last day, or after the
  /// hours and minutes.
  package let instant: DateTime
  /// Whether the result rests on a day of a year whose holidays the calendar does not know.
  package let isProvisional: Bool

  package init(lastDay: CalendarDate?, instant: DateTime, isProvisional: Bool) {
    self.lastDay = lastDay
    self.instant = instant
    self.isProvisional = isProvisional
  }

  /// What a term that follows this one runs from.
  package var next: Start { lastDay.map(Start.day) ?? .at(instant) }
}

extension WorkCalendar {
  /// When `term` ends that runs from `start`, on clocks with `offset`.
  ///
  /// The first day is not counted (art. 201); a term in days ends on the last day counted, a term
  /// in months or years on the corresponding day, or the month's last (art. 202); an end on a rest
  /// day moves to the first workday after it, and the day ends at 24:00 (art. 203), unless
  /// `rollsOverRestDays` is false (art. 204). Terms in workdays count workdays alone. Terms in
  /// hours and minutes run from the moment and never move.
  ///
  /// Nil when the end lies outside the calendar's years.
  package func deadline(
    from start: Deadline.Start, term: Term, offset: UTCOffset, rollsOverRestDays: Bool = true
  ) -> Deadline? {
    if term.unit.isExact { return exactDeadline(from: start, term: term, offset: offset) }
    let first = start.day(in: offset)
    guard let counted = lastCounted(of: term, after: first) else { return nil }
    let lastDay = rollsOverRestDays ? firstWorkday(from: counted) : counted
    guard let lastDay, let dayAfter = lastDay.adding(days: 1),
      let instant = DateTime(startOf: dayAfter, offset: offset)
    else { return nil }
    let reliedOn = reliance(of: term, first: first, counted: counted, rolls: rollsOverRestDays)
    let isProvisional = reliedOn.map { !isKnown(from: $0, to: lastDay) } ?? false
    return Deadline(lastDay: lastDay, instant: instant, isProvisional: isProvisional)
  }

  /// The last day that the term counts, before it moves off a rest day.
  func lastCounted(of term: Term, after first: CalendarDate) -> CalendarDate? {
    switch term.unit {
    case .days: first.adding(days: term.amount)
    case .workdays: adding(workdays: term.amount, to: first)
    case .months: first.adding(months: term.amount)
    case .years: first.adding(years: term.amount)
    case .minutes, .hours: nil
    }
  }

  /// The first day on whose being a workday or not the result depends; nil if it does on none.
  private func reliance(
    of term: Term, first: CalendarDate, counted: CalendarDate, rolls: Bool
  ) -> CalendarDate? {
    if term.unit == .workdays && term.amount > 0 { return first.adding(days: 1) }
    return rolls ? counted : nil
  }

  private func exactDeadline(
    from start: Deadline.Start, term: Term, offset: UTCOffset
  ) -> Deadline? {
    let length =
      term.unit == .hours
      ? DayTimeDuration(hours: term.amount) : DayTimeDuration(minutes: term.amount)
    guard let length, let instant = start.moment(in: offset)?.adding(length) else { return nil }
    return Deadline(lastDay: nil, instant: instant, isProvisional: false)
  }
}

extension Deadline.Start {
  /// The day that is not counted.
  func day(in offset: UTCOffset) -> CalendarDate {
    switch self {
    case .at(let instant): instant.date(in: offset)
    case .day(let date): date
    }
  }

  /// The moment from which hours run; nil at the very end of the calendar.
  func moment(in offset: UTCOffset) -> DateTime? {
    switch self {
    case .at(let instant): instant
    case .day(let date): date.adding(days: 1).flatMap { DateTime(startOf: $0, offset: offset) }
    }
  }
}
