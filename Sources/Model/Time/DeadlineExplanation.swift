/// A deadline together with every day that was looked at on the way to it.
package struct DeadlineExplanation: Hashable, Sendable {
  package let deadline: Deadline
  /// In order of time, from the day that is not counted to the last day; empty for terms in hours
  /// and minutes. For terms in months and years the days between are left out.
  package let days: [CountedDay]
}

extension WorkCalendar {
  /// The same as `deadline`, with the days that lead to it.
  package func explainedDeadline(
    from start: Deadline.Start, term: Term, offset: UTCOffset, rollsOverRestDays: Bool = true
  ) -> DeadlineExplanation? {
    let deadline = deadline(
      from: start, term: term, offset: offset, rollsOverRestDays: rollsOverRestDays)
    guard let deadline else { return nil }
    let first = start.day(in: offset)
    guard let lastDay = deadline.lastDay, let counted = lastCounted(of: term, after: first) else {
      return DeadlineExplanation(deadline: deadline, days: [])
    }
    var days = [(first, CountedDay.Role.start)]
    days += term.amount == 0 ? [] : steps(of: term, after: first, to: counted)
    for date in CalendarDate.days(after: counted, through: lastDay) {
      days.append((date, date == lastDay ? .movedTo : .passedOver))
    }
    return DeadlineExplanation(
      deadline: deadline,
      days: days.map { date, role in
        CountedDay(
          date: date, role: role, kind: kind(of: date), isKnown: isKnown(date),
          isMovedFrom: date == counted && counted != lastDay)
      })
  }

  /// The days after the first up to the last that is counted.
  private func steps(
    of term: Term, after first: CalendarDate, to counted: CalendarDate
  ) -> [(CalendarDate, CountedDay.Role)] {
    if term.unit == .months || term.unit == .years {
      return [(counted, counted.day == first.day ? .corresponding : .endOfMonth)]
    }
    var number = 0
    return CalendarDate.days(after: first, through: counted).map { date in
      if term.unit == .workdays && !isWorkday(date) { return (date, .skipped) }
      number += 1
      return (date, .counted(number))
    }
  }
}

extension CalendarDate {
  /// The days after `first` up to and including `last`.
  fileprivate static func days(
    after first: CalendarDate, through last: CalendarDate
  ) -> [CalendarDate] {
    guard first < last else { return [] }
    return (Int(first.daysSinceEpoch) + 1...Int(last.daysSinceEpoch)).map {
      CalendarDate(unchecked: $0)
    }
  }
}
