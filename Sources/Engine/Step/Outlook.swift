package import Model
package import SourceText

/// What can come next in a case: which events, which questions, what is due.
package struct Outlook: Sendable {
  /// Whether an event would be taken now.
  package enum Status: Hashable, Sendable {
    /// Something takes the event now.
    case possible
    /// It depends on facts that are unknown.
    case depends(Missing)
    /// Handled here, but no guard holds.
    case blocked
  }

  /// One event that could come next, and how it would fare.
  package struct Option: Hashable, Sendable {
    package var event: ID<Event>
    package var status: Status
    /// The transition that would be taken, or at which selection stops.
    package var transition: ID<Transition>?

    package init(event: ID<Event>, status: Status, transition: ID<Transition>?) {
      self.event = event
      self.status = status
      self.transition = transition
    }
  }

  /// External events that some active state handles, in order of declaration.
  package var options: [Option] = []
  /// Transitions and actions that wait for facts.
  package var waiting: [Trace.Waiting] = []
  /// Facts that the next step needs: of pending decisions first, then of what waits, then of the
  /// events' guards; each once.
  package var questions = Missing()
}

extension Interpreter {
  /// Looks ahead without changing anything. Guards that fault count as blocked.
  package func outlook(_ state: CaseState) -> Outlook {
    Outlook(of: Stepper(self, state: state))
  }
}

extension Outlook {
  init(of stepper: Stepper) {
    guard !stepper.state.isFinished else { return }
    for decision in stepper.state.pending {
      let decided = try? stepper.evaluator(payload: []).decide(decision)
      if case .open(let missing) = decided { questions.add(missing.facts) }
    }
    addWaiting(stepper)
    for id in stepper.program.events.ids where stepper.program.events[id].origin == .external {
      if let option = Self.option(for: id, stepper) { options.append(option) }
    }
    for option in options {
      if case .depends(let missing) = option.status { questions.add(missing.facts) }
    }
  }

  private mutating func addWaiting(_ stepper: Stepper) {
    var scratch = stepper
    var undecided = (try? scratch.select(nil).undecided) ?? []
    if let queued = scratch.state.queue.first {
      undecided += (try? scratch.select(queued).undecided) ?? []
    }
    let clock = scratch.state.clock ?? .epoch
    for timer in scratch.state.timers where timer.due <= clock {
      undecided += (try? scratch.select(timer.queued).undecided) ?? []
    }
    for one in undecided where !waiting.contains(one) {
      waiting.append(one)
      questions.add(one.missing.facts)
    }
  }

  /// What would come of an event with an empty payload; nil where nothing handles it. Guards that
  /// read the payload are undecided before it is there: the event then counts as possible.
  private static func option(for event: ID<Event>, _ stepper: Stepper) -> Option? {
    var scratch = stepper
    let queued = QueuedEvent(event: event, payload: [])
    let candidates = stepper.candidates(for: queued)
    guard let first = candidates.first else {
      let closes = stepper.state.tasks.contains { $0.order.doneBy == event }
      return closes ? Option(event: event, status: .possible, transition: nil) : nil
    }
    if let reader = candidates.first(where: { stepper.readsPayload($0) }) {
      return Option(event: event, status: .possible, transition: reader)
    }
    guard let selection = try? scratch.select(queued) else {
      return Option(event: event, status: .blocked, transition: first)
    }
    if !selection.undecided.isEmpty {
      let missing = selection.undecided.reduce(Missing()) { $0.union($1.missing) }
      return Option(event: event, status: .depends(missing), transition: first)
    }
    guard let taken = selection.enabled.first else {
      return Option(event: event, status: .blocked, transition: first)
    }
    return Option(event: event, status: .possible, transition: taken)
  }
}

extension Stepper {
  /// Transitions of active states that the event triggers, guards aside, innermost first.
  fileprivate func candidates(for event: QueuedEvent) -> [ID<Transition>] {
    state.configuration.reversed().flatMap { active in
      chart.states[active].transitions.filter { isTriggered($0, by: event) }
    }
  }

  fileprivate func readsPayload(_ transition: ID<Transition>) -> Bool {
    var reads = false
    chart.transitions[transition].condition?.walk { node in
      if case .payload = node.kind { reads = true }
    }
    return reads
  }
}
