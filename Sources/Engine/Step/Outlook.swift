package import Model
package import SourceText

/// What can come next in a case: which events, which questions, what waits.
package struct Outlook: Sendable {
  /// Whether an event would be taken now.
  package enum Status: Hashable, Sendable {
    /// Something takes the event now, or would with the right payload.
    case possible
    /// It depends on facts that are unknown.
    case depends(Missing)
    /// Handled here, but no guard holds.
    case blocked
    /// It would be refused: a guard that comes first, or an action, meets a fault.
    case faulty(Fault)
  }

  /// One event that could come next, and how it would fare.
  package struct Option: Hashable, Sendable {
    package var event: ID<Event>
    package var status: Status
    /// The transition that would be taken, or at which selection stops; for a blocked event the
    /// first that could have been. Nil where the event only shows a task done.
    package var transition: ID<Transition>?

    package init(event: ID<Event>, status: Status, transition: ID<Transition>?) {
      self.event = event
      self.status = status
      self.transition = transition
    }

    /// Whether the event would be taken, or might be once more is known.
    package var mayBeTaken: Bool {
      switch status {
      case .possible, .depends: true
      case .blocked, .faulty: false
      }
    }
  }

  /// External events that some active state handles or that show a task done, in order of
  /// declaration.
  package var options: [Option] = []
  /// Transitions and actions that wait for facts.
  package var waiting: [Trace.Waiting] = []
  /// Facts that the next step needs: those that the active states ask first, then of pending
  /// decisions, of what waits, of the events' guards and what these events do; each once. Without a
  /// workflow, those that some decision needs.
  package var questions = Missing()
}

extension Interpreter {
  /// Looks ahead without changing anything.
  ///
  /// - Parameter triesActions: whether what an event does is tried: an event whose actions need
  ///   facts, or meet a fault, counts as possible where it is not.
  package func outlook(_ state: CaseState, triesActions: Bool = true) -> Outlook {
    var outlook = Outlook()
    guard !state.isFinished else { return outlook }
    let stepper = Stepper(self, state: state)
    let asked = Standing(of: state.configuration, in: program).asks
    outlook.questions.add(asked.filter { state.facts[$0.index] == nil })
    for decision in program.chart == nil ? Array(program.decisions.ids) : state.pending {
      let decided = try? stepper.evaluator(payload: []).decide(decision)
      if case .open(let missing) = decided { outlook.questions.add(missing.facts) }
    }
    outlook.waiting = Outlook.waits(of: stepper)
    for one in outlook.waiting { outlook.questions.add(one.missing.facts) }
    outlook.options = Outlook.options(of: stepper, triesActions: triesActions)
    for case .depends(let missing) in outlook.options.map(\.status) {
      outlook.questions.add(missing.facts)
    }
    return outlook
  }
}

extension Outlook {
  /// What waits is what an entry that says nothing finds waiting.
  fileprivate static func waits(of stepper: Stepper) -> [Trace.Waiting] {
    var scratch = stepper
    try? scratch.stabilise()
    try? scratch.fireTimers(upTo: scratch.state.clock ?? .epoch)
    var waiting: [Trace.Waiting] = []
    for case .waiting(let one) in scratch.trace.items where !waiting.contains(one) {
      waiting.append(one)
    }
    return waiting
  }

  static func options(of stepper: Stepper, triesActions: Bool = true) -> [Option] {
    var scratch = stepper
    scratch.trace = Trace()
    // One reading for all, so that no decision is derived twice: no event carries anything yet.
    var evaluation = Evaluation(stepper.evaluator(payload: []))
    return stepper.program.events.ids.compactMap { id in
      let isExternal = stepper.program.events[id].origin == .external
      return isExternal ? option(for: id, &scratch, &evaluation, triesActions: triesActions) : nil
    }
  }

  /// What would come of an event whose payload is not known yet; nil where nothing handles it. What
  /// depends on nothing but the payload counts as possible.
  private static func option(
    for event: ID<Event>, _ stepper: inout Stepper, _ evaluation: inout Evaluation,
    triesActions: Bool
  ) -> Option? {
    let queued = QueuedEvent(event: event, payload: [])
    let first = stepper.firstCandidate(for: queued)
    let finishesTask = stepper.onlyEndsTask(queued)
    guard first != nil || finishesTask else { return nil }
    let selection: Selection
    do { selection = try stepper.select(queued, &evaluation) } catch {
      return Option(event: event, status: .faulty(error), transition: first)
    }
    if let undecided = selection.firstUndecided {
      let missing = selection.missing
      let status: Status = missing.facts.isEmpty ? .possible : .depends(missing)
      return Option(event: event, status: status, transition: undecided)
    }
    if let taken = selection.enabled.first {
      let status = triesActions ? stepper.status(of: selection.enabled, queued) : .possible
      return Option(event: event, status: status, transition: taken)
    }
    return Option(
      event: event, status: finishesTask ? .possible : .blocked,
      transition: finishesTask ? nil : first)
  }
}

extension Stepper {
  /// Whether the actions on the way can be carried out: they may need facts, such as those of a
  /// document. Possible where the event carries values that are not there yet.
  fileprivate func status(
    of transitions: [ID<Transition>], _ event: QueuedEvent
  ) -> Outlook.Status {
    guard program.events[event.event].payload.isEmpty else { return .possible }
    var scratch = self
    do { try scratch.microstep(transitions, event) } catch {
      switch error {
      case .unknown(_, let missing): return .depends(missing)
      case .fault(let fault): return .faulty(fault)
      }
    }
    return .possible
  }

  /// Of the transitions that an event triggers in active states, guards aside, the one that is
  /// tried first.
  func firstCandidate(for event: QueuedEvent) -> ID<Transition>? {
    for atomic in state.configuration where queries.isAtomic(atomic) {
      for source in [atomic] + queries.properAncestors(of: atomic, upTo: nil) {
        if let first = candidates(of: source, for: event).first { return first }
      }
    }
    return nil
  }
}
