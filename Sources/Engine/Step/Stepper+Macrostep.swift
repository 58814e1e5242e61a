internal import Model
internal import SourceText

extension Stepper {
  /// How many microsteps one macrostep may take; a longer one is taken for endless.
  static let microstepLimit = 10_000
  /// From here on, situations are compared to find a circle.
  private static let watchfulAfter = 64

  /// Takes eventless transitions and queued internal events until nothing more is enabled or all
  /// that is left waits for facts (SCXML's inner loop).
  mutating func stabilise() throws(Fault) {
    var circle = CircleDetector()
    var waiting: [Trace.Waiting] = []
    for count in 0... {
      if state.isFinished { break }
      try freezePending()
      waiting = []
      if try !takeEventless(&waiting), try !takeQueued(&waiting) { break }
      if count > Self.watchfulAfter, let states = circle.closes(with: state, chart.root) {
        throw Fault(.endlessLoop(states), at: chart.states[states.first ?? chart.root].span)
      }
      if count > Self.microstepLimit {
        throw Fault(.endlessLoop(Array(state.configuration.dropFirst())), at: nil)
      }
    }
    trace.items.append(contentsOf: waiting.map(Trace.Item.waiting))
    if state.isFinished { try finish() }
  }

  private mutating func takeEventless(_ waiting: inout [Trace.Waiting]) throws(Fault) -> Bool {
    let selection = try select(nil)
    waiting.append(contentsOf: selection.undecided)
    guard !selection.enabled.isEmpty else { return false }
    return try attempt(selection.enabled, nil, &waiting)
  }

  /// Processes the first queued event that does not wait. Events behind a waiting one stay in
  /// order.
  private mutating func takeQueued(_ waiting: inout [Trace.Waiting]) throws(Fault) -> Bool {
    guard let event = state.queue.first else { return false }
    let selection = try select(event)
    guard selection.undecided.isEmpty else {
      waiting.append(contentsOf: selection.undecided)
      return false
    }
    let before = state
    state.queue.removeFirst()
    trace.items.append(.eventTaken(event, isExternal: false))
    let closed = closeTasks(doneBy: event.event)
    guard !selection.enabled.isEmpty else {
      if !closed { trace.items.append(.eventDropped(event.event)) }
      return true
    }
    if try attempt(selection.enabled, event, &waiting) { return true }
    state = before
    return false
  }

  /// Takes a microstep, or, where an action's value is unknown, leaves all as it was and waits.
  private mutating func attempt(
    _ transitions: [ID<Transition>], _ event: QueuedEvent?, _ waiting: inout [Trace.Waiting]
  ) throws(Fault) -> Bool {
    let before = self
    do {
      try microstep(transitions, event)
      return true
    } catch {
      switch error {
      case .fault(let fault): throw fault
      case .unknown(let span, let missing):
        self = before
        waiting.append(.init(what: .action(span), missing: missing))
        return false
      }
    }
  }

  /// `decide` that waited freezes as soon as the facts are there.
  private mutating func freezePending() throws(Fault) {
    guard !state.pending.isEmpty else { return }
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

  /// The end of the case: exit actions innermost first, and nothing pending any more. The
  /// configuration stays, so that one can see where it ended.
  private mutating func finish() throws(Fault) {
    do {
      for id in state.configuration.reversed() { try perform(chart.states[id].exit) }
    } catch {
      switch error {
      case .fault(let fault): throw fault
      case .unknown(let span, let missing):
        throw Fault(.unknownAtEnd(missing.facts), at: span)
      }
    }
    cancelTimers { _ in true }
    state.queue = []
    state.pending = []
    trace.items.append(.finished)
  }
}

/// Remembers the situations of a long macrostep and notices when one comes back.
private struct CircleDetector {
  private struct Situation: Hashable {
    var configuration: [ID<State>]
    var facts: [Value?]
    var variables: [Value]
    var frozen: [DecisionOutcome?]
    var queue: [QueuedEvent]
    var history: [[ID<State>]]
  }

  private var seen: [Situation: Int] = [:]
  private var path: [[ID<State>]] = []

  /// The states of the circle, in order of first visit, if the situation was met before.
  mutating func closes(with state: CaseState, _ root: ID<State>) -> [ID<State>]? {
    let situation = Situation(
      configuration: state.configuration, facts: state.facts, variables: state.variables,
      frozen: state.frozen, queue: state.queue, history: state.history)
    path.append(state.configuration.filter { $0 != root })
    guard let start = seen[situation] else {
      seen[situation] = path.count - 1
      return nil
    }
    var states: [ID<State>] = []
    for id in path[start...].joined() where !states.contains(id) { states.append(id) }
    return states
  }
}
