internal import Model
internal import SourceText

/// Notices when a run of microsteps comes back to a situation it was in, which then repeats for
/// ever, and when it is too long to end (Brent's way: one situation is kept and compared with all
/// that follow, and a newer one is kept after 1, 2, 4, 8, … steps).
struct CircleWatch {
  /// What was taken, without its effects.
  struct Microstep {
    var transitions: [ID<Transition>]
    var isEventless: Bool
  }

  /// All that decides what the next microstep is, or, with timers, what the next timer brings about
  /// while the clock stands.
  private struct Situation: Equatable {
    var configuration: [ID<State>]
    var facts: [Value?]
    var variables: [Value]
    var frozen: [DecisionOutcome?]
    var history: [[ID<State>]]
    var queue: [QueuedEvent]
    var timers: [PendingTimer]
    /// What an oracle that stands in for the facts has bound itself to.
    var held: [ID<Fact>: Value?]

    init(_ state: CaseState, _ held: [ID<Fact>: Value?], withTimers: Bool) {
      self.held = held
      configuration = state.configuration
      facts = state.facts
      variables = state.variables
      frozen = state.frozen
      history = state.history
      queue = state.queue
      timers = withTimers ? state.timers : []
      for index in timers.indices { timers[index].serial = 0 }
    }
  }

  private let withTimers: Bool
  private var kept: Situation?
  private var stepCount = 0
  private var renewal = 1
  /// Since the kept situation: the states that transitions led out of, each once.
  private var sources: [ID<State>] = []
  /// Since the kept situation: whether only eventless transitions were taken. They do not depend on
  /// the queue, which may grow without end meanwhile.
  private var isEventless = true

  /// - Parameter withTimers: whether timers that fire at one instant are watched, not the
  ///   microsteps of one macrostep.
  init(withTimers: Bool = false) {
    self.withTimers = withTimers
  }

  /// Takes a microstep into account; the states of the circle if it closed one, or if there have
  /// been so many microsteps that there must be one.
  mutating func circle(
    after step: Microstep, _ state: CaseState, _ chart: Statechart,
    held: [ID<Fact>: Value?] = [:]
  ) -> [ID<State>]? {
    for id in step.transitions {
      let source = chart.transitions[id].source
      if !sources.contains(source) { sources.append(source) }
    }
    isEventless = isEventless && step.isEventless
    stepCount += 1
    var now = Situation(state, held, withTimers: withTimers)
    if isEventless { now.queue = kept?.queue ?? [] }
    if now == kept || stepCount > Stepper.microstepLimit { return sources }
    if stepCount == renewal {
      kept = Situation(state, held, withTimers: withTimers)
      renewal *= 2
      sources = []
      isEventless = true
    }
    return nil
  }
}
