internal import Model
internal import SourceText

extension WorkCalendar {
  /// A term's end when its clock stood still meanwhile: later by as many days (workdays for a term
  /// in workdays, the exact time for hours and minutes) as lie between each pausing and resuming,
  /// and never before a resuming. Pauses before the start, or after the end as it stood, do not
  /// count. Nil outside the calendar's years.
  ///
  /// - Parameter pauses: oldest first, none within another.
  func deadline(
    from start: Deadline.Start, term: Term, offset: UTCOffset, pauses: [PeriodState.Pause]
  ) -> Deadline? {
    guard var end = deadline(from: start, term: term, offset: offset) else { return nil }
    guard let first = start.juncture(in: offset), !pauses.isEmpty else { return end }
    var counted = deadline(from: start, term: term, offset: offset, rollsOverRestDays: false)?
      .lastDay
    for pause in pauses.compactMap({ $0.clipped(to: first) }) where pause.from.instant < end.instant
    {
      if let day = counted {
        guard let moved = moved(day, by: pause, inWorkdays: term.unit == .workdays),
          let later = rolled(moved, end, pause, inWorkdays: term.unit == .workdays, offset)
        else { return nil }
        (counted, end) = (moved, later)
      } else {
        let stop = pause.from.instant.duration(to: pause.to.instant)
        guard let later = end.instant.adding(stop) else { return nil }
        end = Deadline(moment: later)
      }
    }
    return end
  }

  private func moved(
    _ day: CalendarDate, by pause: PeriodState.Pause, inWorkdays: Bool
  ) -> CalendarDate? {
    let (from, to) = (pause.from.day, pause.to.day)
    let later =
      inWorkdays
      ? adding(workdays: workdays(between: from, and: to), to: day)
      : day.adding(days: Int(to.daysSinceEpoch) - Int(from.daysSinceEpoch))
    return later.map { max($0, to) }
  }

  /// The end of the first workday from a day on.
  private func rolled(
    _ day: CalendarDate, _ plain: Deadline, _ pause: PeriodState.Pause, inWorkdays: Bool,
    _ offset: UTCOffset
  ) -> Deadline? {
    guard let last = firstWorkday(from: day) else { return nil }
    let isKnown = isKnown(from: inWorkdays ? pause.from.day : day, to: last)
    return Deadline(
      lastDay: last, offset: offset, isProvisional: plain.isProvisional || !isKnown)
  }
}

extension PeriodState.Pause {
  /// The part of it after a start; nil if there is none.
  fileprivate func clipped(to start: BusinessMoment) -> PeriodState.Pause? {
    guard to.instant > start.instant || to.day > start.day else { return nil }
    let from = BusinessMoment(
      instant: max(from.instant, start.instant), day: max(from.day, start.day))
    return PeriodState.Pause(from: from, to: to)
  }
}

extension Deadline.Start {
  /// From when on exact time runs, and the day after which days do. Nil at the calendar's very end.
  fileprivate func juncture(in offset: UTCOffset) -> BusinessMoment? {
    switch self {
    case .at(let instant): return BusinessMoment(instant: instant, day: instant.date(in: offset))
    case .day(let day):
      guard let next = day.adding(days: 1), let end = DateTime(startOf: next, offset: offset)
      else { return nil }
      return BusinessMoment(instant: end, day: day)
    }
  }
}

extension Deadline {
  /// The end of a day.
  init?(lastDay: CalendarDate, offset: UTCOffset, isProvisional: Bool) {
    guard let next = lastDay.adding(days: 1), let end = DateTime(startOf: next, offset: offset)
    else { return nil }
    self.init(lastDay: lastDay, instant: end, isProvisional: isProvisional)
  }
}
