internal import Model
internal import SourceText

extension WorkCalendar {
  /// A term's end when its clock stood still meanwhile: later by as many days (workdays for a term
  /// in workdays, the exact time for hours and minutes) as lie between each pausing and resuming.
  /// Nil outside the calendar's years.
  func deadline(
    from start: Deadline.Start, term: Term, offset: UTCOffset, pauses: [PeriodState.Pause]
  ) -> Deadline? {
    if pauses.isEmpty { return deadline(from: start, term: term, offset: offset) }
    guard
      let plain = deadline(from: start, term: term, offset: offset, rollsOverRestDays: false)
    else { return nil }
    guard let lastDay = plain.lastDay else { return shifted(plain, pauses) }
    guard let moved = moved(lastDay, by: pauses, inWorkdays: term.unit == .workdays, offset),
      let end = firstWorkday(from: moved)
    else { return nil }
    return Deadline(
      lastDay: end, offset: offset, isProvisional: plain.isProvisional || !isKnown(end))
  }

  private func shifted(_ plain: Deadline, _ pauses: [PeriodState.Pause]) -> Deadline? {
    var instant: DateTime? = plain.instant
    for pause in pauses { instant = instant?.adding(pause.from.duration(to: pause.to)) }
    return instant.map { Deadline(lastDay: nil, instant: $0, isProvisional: false) }
  }

  private func moved(
    _ day: CalendarDate, by pauses: [PeriodState.Pause], inWorkdays: Bool, _ offset: UTCOffset
  ) -> CalendarDate? {
    var result: CalendarDate? = day
    for pause in pauses {
      let (from, to) = (pause.from.date(in: offset), pause.to.date(in: offset))
      result =
        inWorkdays
        ? result.flatMap { adding(workdays: workdays(between: from, and: to), to: $0) }
        : result?.adding(days: Int(to.daysSinceEpoch) - Int(from.daysSinceEpoch))
    }
    return result
  }
}

extension Deadline {
  /// A moment that no counting of days leads to.
  init(moment: DateTime) {
    self.init(lastDay: nil, instant: moment, isProvisional: false)
  }

  /// The end of a day.
  init?(lastDay: CalendarDate, offset: UTCOffset, isProvisional: Bool) {
    guard let next = lastDay.adding(days: 1), let end = DateTime(startOf: next, offset: offset)
    else { return nil }
    self.init(lastDay: lastDay, instant: end, isProvisional: isProvisional)
  }
}

extension DateTime {
  /// Where the clock stands in a case that has been given no time.
  static var epoch: DateTime {
    guard let epoch = DateTime(milliseconds: 0) else {
      preconditionFailure("the epoch is a date of the calendar")
    }
    return epoch
  }
}
