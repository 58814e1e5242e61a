internal import Model
internal import SourceText

extension Stepper {
  /// Brings every legal clock in line with the facts and states: begins it, moves it, stops it
  /// while paused. Called whenever either has changed.
  mutating func refreshPeriods() throws(Stop) {
    // One reading for all, so that no decision is derived twice: clocks change no fact.
    var evaluation = Evaluation(evaluator(payload: []))
    for id in program.periods.ids { try refresh(id, &evaluation) }
  }

  private mutating func refresh(
    _ id: ID<Period>, _ evaluation: inout Evaluation
  ) throws(Stop) {
    let period = program.periods[id]
    let before = state.periods[id.index]
    var now = before
    now.start = try start(of: period, &evaluation)
    // What expired stays so when its start is corrected, unless its end then lies ahead.
    if now.start == nil { now.hasExpired = false }
    updatePause(of: period, &now)
    state.periods[id.index] = now
    tell(id, before, now)
    try reschedule(id, period, now)
  }

  private func isPaused(_ period: Period) -> Bool {
    period.pausedIn.contains { state.configuration.contains($0) }
  }

  private func updatePause(of period: Period, _ periodState: inout PeriodState) {
    guard let now else { return }
    if isPaused(period) {
      periodState.pausedSince = periodState.pausedSince ?? now
    } else if let since = periodState.pausedSince {
      periodState.pausedSince = nil
      if since != now { periodState.pauses.append(.init(from: since, to: now)) }
    }
  }

  private mutating func tell(_ id: ID<Period>, _ before: PeriodState, _ now: PeriodState) {
    guard let start = now.start else { return }
    if start != before.start { trace.items.append(.periodStarted(id, from: start)) }
    let stood = before.start != nil && before.pausedSince != nil
    let stands = now.pausedSince != nil
    if stands, !stood { trace.items.append(.periodPaused(id)) }
    if stood, !stands { trace.items.append(.periodResumed(id)) }
  }

  /// Sets the period's timer where its end is new; takes it away where it has none for now.
  private mutating func reschedule(
    _ id: ID<Period>, _ period: Period, _ now: PeriodState
  ) throws(Stop) {
    let isOwn: (PendingTimer.Owner) -> Bool = { $0 == .period(id) }
    guard let end = try end(of: period, now), !standsStill(period, now, end.deadline) else {
      return cancelTimers(where: isOwn)
    }
    if let place = state.timers.firstIndex(where: { isOwn($0.owner) }) {
      if state.timers[place].due == end.deadline.instant {
        // The same moment, maybe counted otherwise: it keeps its place among those due then.
        state.timers[place].lastDay = end.deadline.lastDay
        state.timers[place].isProvisional = end.deadline.isProvisional
        state.timers[place].counting = end.counting
        return
      }
      cancelTimers(where: isOwn)
    } else if now.hasExpired {
      guard let clock = state.clock, end.deadline.instant > clock else { return }
      state.periods[id.index].hasExpired = false
    }
    schedule(.period(id), QueuedEvent(event: period.expiry, payload: []), end)
  }

  /// Whether the clock stands still; a pause that begins when the end has come stops nothing.
  private func standsStill(_ period: Period, _ now: PeriodState, _ end: Deadline) -> Bool {
    guard let since = now.pausedSince else { return isPaused(period) }
    return since.instant < end.instant
  }

  /// The start that counts, or nil while one that is needed is unknown or null.
  private func start(
    of period: Period, _ evaluation: inout Evaluation
  ) throws(Stop) -> Value? {
    var found: [(value: Value, moment: DateTime)] = []
    for expression in period.starts {
      // An oracle hears of everything that each expression reads.
      if oracle != nil { evaluation = Evaluation(evaluation.known) }
      let result: Evaluated
      do { result = try evaluation.evaluate(expression) } catch { throw .fault(error) }
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
  private func end(of period: Period, _ now: PeriodState) throws(Stop) -> Appointment? {
    guard let start = now.start else { return nil }
    if let end = try agreedEnd(of: period) { return Appointment(deadline: end) }
    let from: Deadline.Start
    switch start {
    case .dateTime(let moment): from = .at(moment)
    case .date(let date): from = .day(date)
    default: preconditionFailure("a period starts on a date or a moment")
    }
    guard
      let plain = calendar.deadline(from: from, term: period.length, offset: program.offset),
      let end = calendar.deadline(
        from: from, term: period.length, offset: program.offset, pauses: now.pauses)
    else { throw .fault(Fault(.overflow, at: period.span)) }
    let counting = Counting(start: from, term: period.length)
    return Appointment(deadline: end, counting: end == plain ? counting : nil)
  }

  /// The end that was agreed on instead, if its condition holds and its date is known.
  private func agreedEnd(of period: Period) throws(Stop) -> Deadline? {
    guard let agreed = period.extension else { return nil }
    if let condition = agreed.condition {
      guard case .holds = try verdict(of: condition) else { return nil }
    }
    let until: Evaluated
    do { until = try evaluator(payload: []).evaluate(agreed.until) } catch { throw .fault(error) }
    guard case .known(.date(let date)) = until else { return nil }
    guard
      let end = Deadline(
        lastDay: date, offset: program.offset, isProvisional: !calendar.isKnown(date))
    else { throw .fault(Fault(.overflow, at: agreed.until.span)) }
    return end
  }
}
