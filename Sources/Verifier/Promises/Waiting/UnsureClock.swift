internal import Engine
package import Model
package import SourceText

/// An event of time that leads on from where a case waits, and why it is not sure to come there.
package struct UnsureClock: Hashable, Sendable {
  /// What keeps it from being sure.
  package enum Cause: Hashable, Sendable {
    /// Its length is computed.
    case computed
    /// When it comes the case may stay where it is, or wait for facts.
    case letPass
    /// Its period starts by what people state, or by what may change.
    case startStated
    /// It is not sure to have been begun, given or sent, with its end still ahead.
    case notBegun
    /// People may agree on a later end.
    case extended
    /// Its period stands still in these states.
    case paused([ID<State>])
    /// People may do the task before, with this event.
    case doneBy(ID<Event>)
    /// It may be cancelled.
    case cancelled
  }

  package var event: ID<Event>
  /// At least one.
  package var causes: [Cause]
}

extension CaseClocks {
  /// What keeps an event of time from being sure where a case stands.
  func unsure(_ event: ID<Event>, in situation: CaseState, _ timed: [TimedClock]) -> UnsureClock {
    let own = timed.filter { $0.event == event }
    let isRunning = own.contains { $0.isRunning(in: situation) }
    var causes: [UnsureClock.Cause] =
      switch program.events[event].origin {
      case .timer(let delayed): [isComputed(delayed) ? .computed : .letPass]
      case .expired(let period): causes(of: program.periods[period], isRunning)
      case .overdue(let task): causes(ofTask: task, isRunning)
      case .external, .raised, .done: causes(ofSending: event, isRunning)
      }
    if causes.isEmpty { causes = [isRunning ? .letPass : .notBegun] }
    return UnsureClock(event: event, causes: causes)
  }

  private func isComputed(_ delayed: ID<DelayedTransition>) -> Bool {
    guard case .term? = program.chart?.delayed[delayed].delay else { return true }
    return false
  }

  private func causes(of period: Period, _ isRunning: Bool) -> [UnsureClock.Cause] {
    if isRunning { return [] }
    var causes: [UnsureClock.Cause] = []
    let start = start(of: period)
    if start == nil { causes.append(.startStated) }
    let isBounded =
      start.map { agreed(period, $0.variable) != nil } ?? (period.extension == nil)
    if !isBounded { causes.append(.extended) }
    if !period.pausedIn.isEmpty { causes.append(.paused(period.pausedIn)) }
    return causes
  }

  private func causes(ofTask id: String, _ isRunning: Bool) -> [UnsureClock.Cause] {
    if isRunning { return [] }
    var causes: [UnsureClock.Cause] = []
    for action in program.chart?.allActions.flatMap(\.allWithin) ?? [] {
      guard case .task(let order) = action.kind, order.id == id, let event = order.doneBy,
        !causes.contains(.doneBy(event))
      else { continue }
      causes.append(.doneBy(event))
    }
    return causes
  }

  private func causes(ofSending event: ID<Event>, _ isRunning: Bool) -> [UnsureClock.Cause] {
    if isRunning { return [] }
    var causes: [UnsureClock.Cause] = []
    let actions = program.chart?.allActions.flatMap(\.allWithin) ?? []
    for action in actions {
      guard case .send(let send) = action.kind, send.event == event else { continue }
      if case .expression? = send.delay, !causes.contains(.computed) { causes.append(.computed) }
      let isCancelled = actions.contains { other in
        if case .cancel(let id) = other.kind { id == send.id } else { false }
      }
      if isCancelled, !causes.contains(.cancelled) { causes.append(.cancelled) }
    }
    return causes
  }
}
