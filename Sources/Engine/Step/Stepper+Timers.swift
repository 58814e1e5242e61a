internal import Model
internal import SourceText

extension Stepper {
  /// Starts every `after` of a state just entered.
  mutating func scheduleDelayed(_ ids: [ID<DelayedTransition>]) throws(Stop) {
    for id in ids {
      let delayed = chart.delayed[id]
      let (end, counting) = try deadline(after: delayed.delay, at: delayed.span)
      schedule(.delayed(id), QueuedEvent(event: delayed.event, payload: []), end, counting)
    }
  }

  mutating func send(_ send: Action.Send) throws(Stop) {
    var payload: [Value] = []
    for expression in send.payload { payload.append(try value(of: expression)) }
    let queued = QueuedEvent(event: send.event, payload: payload)
    var (end, counting): (Deadline, Counting?) = (Deadline(moment: state.clock ?? .epoch), nil)
    if let delay = send.delay { (end, counting) = try deadline(after: delay, at: nil) }
    schedule(.send(id: send.id), queued, end, counting)
  }

  mutating func schedule(
    _ owner: PendingTimer.Owner, _ event: QueuedEvent, _ end: Deadline, _ counting: Counting?
  ) {
    let timer = PendingTimer(
      owner: owner, queued: event, due: end.instant, lastDay: end.lastDay,
      isProvisional: end.isProvisional, counting: counting, serial: nextSerial())
    state.timers.append(timer)
    trace.items.append(.timerSet(timer))
  }

  mutating func cancelTimers(where isMeant: (PendingTimer.Owner) -> Bool) {
    for timer in state.timers where isMeant(timer.owner) {
      trace.items.append(.timerCancelled(timer))
    }
    state.timers.removeAll { isMeant($0.owner) }
  }

  /// When a delay that begins now ends.
  private func deadline(
    after delay: Delay, at span: Span?
  ) throws(Stop) -> (Deadline, Counting?) {
    switch delay {
    case .term(let term): return try deadline(after: term, at: span)
    case .expression(let expression):
      switch try value(of: expression) {
      case .dayTimeDuration(let duration):
        guard let clock = state.clock else { throw .fault(Fault(.noClock, at: expression.span)) }
        guard let instant = clock.adding(duration) else {
          throw .fault(Fault(.overflow, at: expression.span))
        }
        return (Deadline(moment: instant), nil)
      case .yearMonthDuration(let duration):
        guard let term = Term(duration.months, .months) else {
          throw .fault(Fault(.badArgument("a negative delay"), at: expression.span))
        }
        return try deadline(after: term, at: expression.span)
      default:
        throw .fault(Fault(.badArgument("a delay is null"), at: expression.span))
      }
    }
  }

  /// A legal term that begins now: from the clock for hours, from the business date for days.
  func deadline(after term: Term, at span: Span?) throws(Stop) -> (Deadline, Counting?) {
    guard let clock = state.clock else { throw .fault(Fault(.noClock, at: span)) }
    let start: Deadline.Start =
      if term.unit.isExact { .at(clock) } else {
        .day(businessDate ?? clock.date(in: program.offset))
      }
    guard let deadline = calendar.deadline(from: start, term: term, offset: program.offset) else {
      throw .fault(Fault(.overflow, at: span))
    }
    return (deadline, Counting(start: start, term: term))
  }

  /// Fires what is due up to a moment, oldest first, each in a macrostep of its own. What cannot go
  /// on for want of facts, or meets a fault, stays pending and is tried again with the next entry.
  mutating func fireTimers(upTo moment: DateTime) throws(Fault) {
    var passedOver: Set<Int> = []
    for count in 0... {
      let due = state.timers.filter { $0.due <= moment && !passedOver.contains($0.serial) }
      guard let timer = due.min(by: { ($0.due, $0.serial) < ($1.due, $1.serial) }),
        !state.isFinished
      else { return }
      if count > Self.microstepLimit { throw Fault(.endlessLoop(state.configuration), at: nil) }
      let before = self
      do {
        guard try !fire(timer) else { continue }
        let waiting = trace.items
        self = before
        trace.items = waiting
      } catch {
        self = before
        trace.items.append(.timerFaulted(timer, error))
      }
      passedOver.insert(timer.serial)
    }
  }

  /// Whether the timer's event was processed; not if a guard or value it needs is unknown.
  private mutating func fire(_ timer: PendingTimer) throws(Fault) -> Bool {
    state.timers.removeAll { $0.serial == timer.serial }
    if let clock = state.clock, timer.due > clock { state.clock = timer.due }
    businessDate = timer.lastDay
    defer { businessDate = nil }
    trace.items.append(.timerFired(timer, at: state.clock ?? timer.due))
    if case .period(let period) = timer.owner { state.periods[period.index].hasExpired = true }
    let selection = try select(timer.queued)
    guard selection.undecided.isEmpty else {
      trace.items.append(contentsOf: selection.undecided.map(Trace.Item.waiting))
      return false
    }
    trace.items.append(.eventTaken(timer.queued, isExternal: false))
    let closed = closeTasks(doneBy: timer.queued.event)
    if selection.enabled.isEmpty {
      if !closed { trace.items.append(.eventDropped(timer.queued.event)) }
    } else {
      do { try microstep(selection.enabled, timer.queued) } catch {
        switch error {
        case .fault(let fault): throw fault
        case .unknown(let span, let missing):
          trace.items.append(.waiting(.init(what: .action(span), missing: missing)))
          return false
        }
      }
    }
    try stabilise()
    return true
  }
}
