internal import Model
internal import SourceText

/// When a timer is due, and, where its end can be counted day by day again, what it counts.
struct Appointment: Hashable {
  var deadline: Deadline
  var counting: Counting?
}

extension Stepper {
  /// Starts every `after` of a state just entered.
  mutating func scheduleDelayed(_ ids: [ID<DelayedTransition>]) throws(Stop) {
    for id in ids {
      let delayed = chart.delayed[id]
      let end = try appointment(after: delayed.delay, at: delayed.span)
      schedule(.delayed(id), QueuedEvent(event: delayed.event, payload: []), end)
    }
  }

  mutating func send(_ send: Action.Send, _ action: Action) throws(Stop) {
    let payload = try payload(of: send.event, send.payload)
    // Without a delay it is on its way already, and nothing can take it back (SCXML 6.3.1).
    let id = send.delay == nil ? nil : send.id
    var end = Appointment(deadline: Deadline(moment: state.clock ?? .epoch))
    if let delay = send.delay { end = try appointment(after: delay, at: action.span) }
    schedule(.send(id: id), QueuedEvent(event: send.event, payload: payload), end)
  }

  mutating func schedule(
    _ owner: PendingTimer.Owner, _ event: QueuedEvent, _ end: Appointment
  ) {
    let timer = PendingTimer(
      owner: owner, queued: event, due: end.deadline.instant, lastDay: end.deadline.lastDay,
      isProvisional: end.deadline.isProvisional, counting: end.counting, serial: nextSerial())
    state.timers.append(timer)
    trace.items.append(.timerSet(timer))
  }

  mutating func cancelTimers(where isMeant: (PendingTimer.Owner) -> Bool) {
    for timer in state.timers where isMeant(timer.owner) {
      trace.items.append(.timerCancelled(timer))
    }
    state.timers.removeAll { isMeant($0.owner) }
  }

  /// When a delay that begins now ends; one that is negative ends at once.
  private func appointment(after delay: Delay, at span: Span) throws(Stop) -> Appointment {
    switch delay {
    case .term(let term): return try deadline(after: term, at: span)
    case .expression(let expression):
      guard let clock = state.clock else { throw .fault(Fault(.noClock, at: span)) }
      switch try value(of: expression) {
      case .dayTimeDuration(let duration):
        guard let instant = clock.adding(duration) else {
          throw .fault(Fault(.overflow, at: expression.span))
        }
        return Appointment(deadline: Deadline(moment: max(instant, clock)))
      case .yearMonthDuration(let duration):
        guard let term = Term(duration.months, .months) else {
          return Appointment(deadline: Deadline(moment: clock))
        }
        return try deadline(after: term, at: expression.span)
      default: throw .fault(Fault(.outOfBounds(Bilingual("null")), at: expression.span))
      }
    }
  }

  /// A legal term that begins now: from the clock for hours, from the business date for days.
  func deadline(after term: Term, at span: Span) throws(Stop) -> Appointment {
    guard let now else { throw .fault(Fault(.noClock, at: span)) }
    let start = Deadline.Start(of: term, at: now.instant, on: now.day)
    guard let deadline = calendar.deadline(from: start, term: term, offset: program.offset) else {
      throw .fault(Fault(.overflow, at: span))
    }
    return Appointment(deadline: deadline, counting: Counting(start: start, term: term))
  }

  /// The clock and the business date; nil in a case that has been given no time.
  var now: BusinessMoment? {
    state.clock.map {
      BusinessMoment(instant: $0, day: businessDate ?? $0.date(in: program.offset))
    }
  }
}

extension Deadline {
  /// A moment that no counting of days leads to.
  init(moment: DateTime) {
    self.init(lastDay: nil, instant: moment, isProvisional: false)
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
