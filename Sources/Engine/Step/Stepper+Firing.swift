internal import Model
internal import SourceText

extension Stepper {
  /// Fires what is due up to a moment, oldest first, each in a macrostep of its own. What cannot go
  /// on for want of facts, or meets a fault, stays pending; it is tried again whenever the case has
  /// moved on, and with the next entry.
  mutating func fireTimers(upTo moment: DateTime) throws(Fault) {
    var held: Set<Int> = []
    var told: Set<Int> = []
    var watch = CircleWatch(withTimers: true)
    while !state.isFinished, let timer = nextTimer(upTo: moment, besides: held) {
      let (clock, itemCount) = (state.clock, trace.items.count)
      guard fire(timer, isToldWhenHeld: told.insert(timer.serial).inserted) else {
        held.insert(timer.serial)
        continue
      }
      held = []
      if state.clock != clock { watch = CircleWatch(withTimers: true) }
      let taken = trace.items[itemCount...].transitionsTaken
      let step = CircleWatch.Microstep(transitions: taken, isEventless: false)
      if let circle = watch.circle(after: step, state, chart) {
        throw Fault(.endlessLoop(circle), at: circle.first.map { chart.states[$0].span })
      }
    }
  }

  private func nextTimer(upTo moment: DateTime, besides held: Set<Int>) -> PendingTimer? {
    state.timers.filter { $0.due <= moment && !held.contains($0.serial) }
      .min { ($0.due, $0.serial) < ($1.due, $1.serial) }
  }

  /// Whether the timer's event was processed. It is not if a guard or value that it needs is
  /// unknown, or where there is a fault: the case is then as before.
  private mutating func fire(_ timer: PendingTimer, isToldWhenHeld: Bool) -> Bool {
    let before = checkpoint()
    let why: [Trace.Item]
    do {
      try process(timer)
      return true
    } catch {
      switch error {
      case .waiting(let waiting): why = waiting.map(Trace.Item.waiting)
      case .fault(let fault): why = [.timerFaulted(timer, fault)]
      }
    }
    rollBack(to: before, keepingReadings: isToldWhenHeld)
    if isToldWhenHeld { trace.items += why }
    return false
  }

  private mutating func process(_ timer: PendingTimer) throws(Held) {
    state.timers.removeAll { $0.serial == timer.serial }
    if let clock = state.clock, timer.due > clock { state.clock = timer.due }
    // Late, for want of facts or because its start was stated late, it happens when it happens.
    businessDate = timer.due == state.clock ? timer.lastDay : nil
    defer { businessDate = nil }
    trace.items.append(.timerFired(timer, at: state.clock ?? timer.due))
    if case .period(let period) = timer.owner { state.periods[period.index].hasExpired = true }
    let steps: FirstSteps
    do { steps = try takeFirst(before: timer.queued.event) } catch { throw .fault(error) }
    if case .held(_, let waiting) = steps { throw .waiting([waiting]) }
    if state.isFinished { return }
    let selection: Selection
    do { selection = try select(timer.queued) } catch { throw .fault(error) }
    guard selection.undecided.isEmpty else { throw .waiting(selection.undecided) }
    do { try process(timer.queued, selection.enabled) } catch { throw Held(error) }
    do { try stabilise() } catch { throw .fault(error) }
  }
}

/// Why a timer that is due stays pending.
private enum Held: Error {
  case waiting([Trace.Waiting])
  case fault(Fault)

  init(_ stop: Stop) {
    switch stop {
    case .fault(let fault): self = .fault(fault)
    case .unknown(let span, let missing):
      self = .waiting([.init(what: .action(span), missing: missing)])
    }
  }
}
