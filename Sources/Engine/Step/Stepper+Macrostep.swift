internal import Model
internal import SourceText

extension Stepper {
  /// How many microsteps one macrostep may take; a longer one is taken for endless.
  static let microstepLimit = 10_000

  /// Takes eventless transitions and queued internal events until nothing more is enabled or all
  /// that is left waits for facts (SCXML's inner loop).
  mutating func stabilise() throws(Fault) {
    var watch = CircleWatch()
    var waiting: [Trace.Waiting] = []
    repeat {
      waiting = []
      guard !state.isFinished else { break }
      if let oracle, !oracle.goesOn(from: state, at: .after(trace.eventFate)) {
        throw Fault(.endlessLoop([]), at: nil)
      }
      try freezePending()
      guard let taken = try takeNext(&waiting) else { break }
      if let circle = watch.circle(after: taken, state, chart, held: oracle?.held ?? [:]) {
        throw Fault(.endlessLoop(circle), at: circle.first.map { chart.states[$0].span })
      }
    } while true
    trace.items.append(contentsOf: waiting.map(Trace.Item.waiting))
  }

  /// One microstep, if there is one that need not wait: of eventless transitions, else of the event
  /// at the head of the queue. Events behind one that waits stay in order.
  private mutating func takeNext(
    _ waiting: inout [Trace.Waiting]
  ) throws(Fault) -> CircleWatch.Microstep? {
    var evaluation = Evaluation(evaluator(payload: []))
    if let first = firstToTake(&evaluation) {
      // One that cannot go on for want of a fact holds up all else: nothing is taken in its place.
      return try attempt([first], &waiting) ? .init(transitions: [first], isEventless: true) : nil
    }
    let selection = try select(nil, &evaluation)
    waiting += selection.undecided
    if !selection.enabled.isEmpty, try attempt(selection.enabled, &waiting) {
      return .init(transitions: selection.enabled, isEventless: true)
    }
    guard let event = state.queue.first else { return nil }
    // What could not go on has left everything as it was.
    let triggered = event.payload.isEmpty ? try select(event, &evaluation) : try select(event)
    waiting += triggered.undecided
    guard triggered.undecided.isEmpty, try attempt(triggered.enabled, event, &waiting) else {
      return nil
    }
    return .init(transitions: triggered.enabled, isEventless: false)
  }

  mutating func attempt(
    _ transitions: [ID<Transition>], _ waiting: inout [Trace.Waiting]
  ) throws(Fault) -> Bool {
    try attempting(&waiting) { (stepper: inout Stepper) throws(Stop) in
      try stepper.microstep(transitions, nil)
    }
  }

  private mutating func attempt(
    _ transitions: [ID<Transition>], _ event: QueuedEvent, _ waiting: inout [Trace.Waiting]
  ) throws(Fault) -> Bool {
    try attempting(&waiting) { (stepper: inout Stepper) throws(Stop) in
      stepper.state.queue.removeFirst()
      try stepper.process(event, transitions)
    }
  }

  /// Does what an internal event or a timer brings about, which may be nothing.
  mutating func process(
    _ event: QueuedEvent, _ transitions: [ID<Transition>]
  ) throws(Stop) {
    trace.items.append(.eventTaken(event, isExternal: false))
    let isTaskDone = closeTasks(doneBy: event.event)
    if !transitions.isEmpty { return try microstep(transitions, event) }
    if !isTaskDone { trace.items.append(.eventDropped(event.event)) }
  }

  /// Takes a microstep, or, where an action's value is unknown, leaves all as it was and waits.
  private mutating func attempting(
    _ waiting: inout [Trace.Waiting], _ body: (inout Stepper) throws(Stop) -> Void
  ) throws(Fault) -> Bool {
    let before = checkpoint()
    let held = oracle?.held
    do {
      try body(&self)
      return true
    } catch {
      switch error {
      case .fault(let fault): throw fault
      case .unknown(let span, let missing):
        rollBack(to: before)
        if let held { oracle?.restore(held) }
        waiting.append(.init(what: .action(span), missing: missing))
        return false
      }
    }
  }

  /// `decide` that waited freezes as soon as the facts are there.
  mutating func freezePending() throws(Fault) {
    for decision in state.pending {
      if case .decided(let outcome) = try evaluator(payload: []).decide(decision) {
        freeze(decision, outcome)
      }
    }
  }

  mutating func freeze(_ decision: ID<Decision>, _ outcome: DecisionOutcome) {
    state.pending.removeAll { $0 == decision }
    state.frozen[decision.index] = outcome
    trace.items.append(.decided(decision, outcome))
  }
}
