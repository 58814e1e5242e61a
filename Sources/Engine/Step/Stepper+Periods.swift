internal import Model
internal import SourceText

extension Stepper {
  /// Brings every legal clock in line with the facts and states: begins it, moves it, stops it
  /// while paused. Called whenever either has changed.
  mutating func refreshPeriods() throws(Stop) {
    for id in program.periods.ids { try refresh(id) }
  }

  private mutating func refresh(_ id: ID<Period>) throws(Stop) {
    let period = program.periods[id]
    var now = state.periods[id.index]
    let start = try start(of: period)
    if start != now.start {
      now = PeriodState()
      now.start = start
      if let start { trace.items.append(.periodStarted(id, from: start)) }
    }
    updatePause(of: period, id, &now)
    let end = try end(of: period, now)
    state.periods[id.index] = now
    reschedule(id, period, end, now)
  }

  private mutating func updatePause(of period: Period, _ id: ID<Period>, _ now: inout PeriodState) {
    guard now.start != nil, let clock = state.clock else { return }
    let isPaused = period.pausedIn.contains { state.configuration.contains($0) }
    if isPaused, now.pausedSince == nil {
      now.pausedSince = clock
      trace.items.append(.periodPaused(id))
    } else if !isPaused, let since = now.pausedSince {
      now.pauses.append(.init(from: since, to: clock))
      now.pausedSince = nil
      trace.items.append(.periodResumed(id))
    }
  }

  /// Sets the period's timer where its end is new; takes it away where it has none for now.
  private mutating func reschedule(
    _ id: ID<Period>, _ period: Period, _ end: Deadline?, _ now: PeriodState
  ) {
    let isOwn: (PendingTimer.Owner) -> Bool = { $0 == .period(id) }
    let pending = state.timers.first { isOwn($0.owner) }
    guard let end, now.pausedSince == nil else { return cancelTimers(where: isOwn) }
    if let pending, pending.due == end.instant { return }
    if now.hasExpired {
      guard let clock = state.clock, end.instant > clock else { return }
      state.periods[id.index].hasExpired = false
    }
    cancelTimers(where: isOwn)
    let counting = now.start.map { Counting(start: from($0), term: period.length) }
    schedule(.period(id), QueuedEvent(event: period.expiry, payload: []), end, counting)
  }

  /// The start that counts, or nil while one that is needed is unknown or null.
  private func start(of period: Period) throws(Stop) -> Value? {
    var found: [(value: Value, moment: DateTime)] = []
    for expression in period.starts {
      let result: Evaluated
      do { result = try evaluator(payload: []).evaluate(expression) } catch { throw .fault(error) }
      guard case .known(let value) = result else { return nil }
      if let moment = moment(of: value) { found.append((value, moment)) }
    }
    let byMoment = { (a: (value: Value, moment: DateTime), b: (value: Value, moment: DateTime)) in
      a.moment < b.moment
    }
    switch period.choice {
    case .latest: return found.max(by: byMoment)?.value
    case .earliest: return found.min(by: byMoment)?.value
    }
  }

  private func moment(of value: Value) -> DateTime? {
    switch value {
    case .date(let date): DateTime(startOf: date, offset: program.offset)
    case .dateTime(let moment): moment
    default: nil
    }
  }

  /// When it ends, pauses and extension counted; nil before it begins.
  private func end(of period: Period, _ now: PeriodState) throws(Stop) -> Deadline? {
    guard let start = now.start else { return nil }
    if let end = try extendedEnd(of: period) { return end }
    guard
      let end = calendar.deadline(
        from: from(start), term: period.length, offset: program.offset, pauses: now.pauses)
    else { throw .fault(Fault(.overflow, at: period.span)) }
    return end
  }

  private func from(_ start: Value) -> Deadline.Start {
    switch start {
    case .dateTime(let moment): .at(moment)
    case .date(let date): .day(date)
    default: preconditionFailure("a period starts on a date or a moment")
    }
  }

  /// The end that was agreed on instead, if its condition holds and its date is known.
  private func extendedEnd(of period: Period) throws(Stop) -> Deadline? {
    guard let agreed = period.extension else { return nil }
    if let condition = agreed.condition {
      guard case .holds = try verdict(of: condition) else { return nil }
    }
    let until: Evaluated
    do { until = try evaluator(payload: []).evaluate(agreed.until) } catch { throw .fault(error) }
    guard case .known(.date(let date)) = until else { return nil }
    return Deadline(
      lastDay: date, offset: program.offset, isProvisional: !calendar.isKnown(date))
  }
}
