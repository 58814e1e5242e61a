internal import Engine
internal import Model
internal import SourceText

/// How long waits take that stays bound, on each day of the calendar's known years.
struct WaitingTimes {
  private struct Begin: Hashable {
    var place: Int
    var start: Deadline.Start
  }

  private struct Latest {
    var end: DateTime
    var next: Begin?
  }

  /// From the first to the last second of a day.
  private static let lastOfDay = DayTimeDuration(milliseconds: 86_399_000)

  private let stays: WaitingStays
  private let calendar: WorkCalendar
  private let offset: UTCOffset
  private let limit: Term
  private var known: [Begin: Latest?] = [:]

  init(_ stays: WaitingStays, _ limit: Term, _ calendar: WorkCalendar, _ offset: UTCOffset) {
    self.stays = stays
    self.limit = limit
    self.calendar = calendar
    self.offset = offset
  }

  /// A wait that outlasts its limit, or, where none does, one of the most days. Nil where the
  /// calendar does not reach so far.
  mutating func worst() -> LongestWait? {
    var worst: (place: Int, wait: LongestWait)?
    for moment in moments {
      let start = Deadline.Start.at(moment)
      guard let over = calendar.deadline(from: start, term: limit, offset: offset)?.instant else {
        return nil
      }
      for place in stays.region.starts {
        guard let end = latest(Begin(place: place, start: start))?.end else { return nil }
        let wait = LongestWait(stays: [], start: moment, end: end, limit: over)
        if worst.map({ isWorse(wait, than: $0.wait) }) ?? true { worst = (place, wait) }
      }
    }
    guard var found = worst else { return nil }
    found.wait.stays = way(from: Begin(place: found.place, start: .at(found.wait.start)))
    return found.wait
  }

  private func isWorse(_ one: LongestWait, than other: LongestWait) -> Bool {
    let (late, before) = (one.end > one.limit, other.end > other.limit)
    if late != before { return late }
    return one.start.duration(to: one.end) > other.start.duration(to: other.end)
  }

  /// The first and the last moment of each day of the known years.
  private var moments: [DateTime] {
    calendar.knownYears.flatMap { year -> [DateTime] in
      guard let first = CalendarDate(year: year, month: 1, day: 1),
        let next = CalendarDate(year: year + 1, month: 1, day: 1)
      else { return [] }
      return (0..<first.days(to: next)).flatMap { day -> [DateTime] in
        guard let start = first.adding(days: day).flatMap({ DateTime(startOf: $0, offset: offset) })
        else { return [] }
        return [start, start.adding(Self.lastOfDay)].compactMap(\.self)
      }
    }
  }

  /// When a wait is over at the latest that is in a stay which begins so; nil beyond the calendar.
  ///
  /// To begin later is never to end earlier, so each stay is taken to last as long as it may.
  private mutating func latest(_ begin: Begin) -> Latest? {
    if let latest = known[begin] { return latest }
    guard let clock = stays.clock(at: begin.place)?.clock,
      let due = clock.due(
        from: begin.start, isFresh: stays.region.isFresh(clock), calendar, offset)
    else {
      known[begin] = .some(nil)
      return nil
    }
    var latest = Latest(end: due.instant, next: nil)
    for exit in stays.next[begin.place] ?? [] {
      let start = exit.endsDay ? due.next : .at(due.instant)
      let next = Begin(place: exit.place, start: start)
      guard let after = self.latest(next) else {
        known[begin] = .some(nil)
        return nil
      }
      if after.end > latest.end { latest = Latest(end: after.end, next: next) }
    }
    known[begin] = .some(latest)
    return latest
  }

  private func way(from begin: Begin) -> [LongestWait.Stay] {
    var stays: [LongestWait.Stay] = []
    var next: Begin? = begin
    while let here = next, let clock = self.stays.clock(at: here.place)?.clock {
      stays.append(.init(clock: clock.told, term: clock.lengths[0].term))
      next = known[here].flatMap(\.self)?.next
    }
    return stays
  }
}

extension CaseClock {
  /// What is said of it in the longest wait.
  fileprivate var told: LongestWait.Stay.Clock {
    switch owner {
    case .state(let state): .state(state)
    case .period(let period, _): .period(period)
    case .task(let id): .task(id)
    case .send: .event(event)
    }
  }
}
