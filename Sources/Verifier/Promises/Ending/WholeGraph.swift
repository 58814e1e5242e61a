internal import Engine
internal import Model
internal import SourceText

/// All situations of a sketch and all that may lead from one to another.
struct WholeGraph {
  /// One way from a situation to another.
  struct Edge {
    /// Nil for facts alone.
    var event: ID<Event>?
    /// Nil where the entry is refused.
    var target: Int?
    /// Marks of the clocks that began on the way, or began anew.
    var begun: Set<ID<Variable>>
    /// Whether the event of which the promise speaks was taken.
    var isTaken: Bool
    /// Whether the event was set aside, because something said with it led elsewhere. Time says
    /// nothing: for what it makes this is a way of facts alone.
    var isOvertaken: Bool
    /// Whether the promise's own condition holds where it comes to; true where there is none.
    var holds: Bool
    /// A way of choosing that goes this way.
    var choices: [ChoiceTape.Choice]
  }

  private struct Kind: Hashable {
    var event: ID<Event>?
    var target: Int?
    var begun: Set<ID<Variable>>
    var isTaken: Bool
    var isOvertaken: Bool
    var holds: Bool
  }

  /// What a step came to.
  private struct Found {
    var state: CaseState?
    var isTaken: Bool
    var isOvertaken: Bool
    var holds: Bool
    var choices: [ChoiceTape.Choice]
  }

  private static let situationLimit = 5_000
  /// How many ways of choosing are kept of those that lead to the same.
  private static let samples = 2

  let sketch: Sketch
  let interpreter: Interpreter
  let timed: [TimedClock]
  private let shape: SituationShape
  private let steps: SketchSteps
  private(set) var situations: [CaseState] = []
  /// By situation, in the order of events.
  private(set) var edges: [[Edge]] = []
  /// By situation: events after which a case might never come to rest.
  private var circling: [[ID<Event>]] = []
  /// Where a case may stand that was just opened, and the promise's condition holds.
  private(set) var openings: [Int] = []
  private(set) var ways: [(before: Int?, step: SituationGraph.Step)] = []
  private var places: [CaseState: Int] = [:]

  /// - Parameter effort: how many microsteps are looked at.
  init?(_ sketch: Sketch, _ calendar: WorkCalendar, effort: Int) {
    var marked = sketch
    timed = marked.markTimed()
    guard let chart = marked.program.chart else { return nil }
    self.sketch = marked
    shape = SituationShape(marked, chart)
    interpreter = Interpreter(program: marked.program, calendar: calendar)
    steps = SketchSteps(interpreter, domains: marked.domains, effort: effort)
  }

  /// How many microsteps may still be looked at.
  var effortLeft: Int { steps.tape.effortLeft }

  /// Looks at all situations; false where there are too many.
  mutating func explore() -> Bool {
    var opened: [Found] = []
    steps.open { opened.append(found($0, nil, from: [])) }
    for one in opened {
      guard let state = one.state else { continue }
      let place = note(state, nil, nil, one.choices)
      if one.holds, !openings.contains(place) { openings.append(place) }
    }
    var next = 0
    while next < situations.count {
      if situations.count > Self.situationLimit || steps.isSpent { return false }
      goOn(from: next)
      next += 1
    }
    return !steps.isSpent
  }

  private mutating func goOn(from place: Int) {
    let state = situations[place]
    guard !state.isFinished else { return }
    var counts: [Kind: Int] = [:]
    for event in [nil] + events(in: state).map(Optional.some) {
      var all: [Found] = []
      var mayCircle = false
      let isEndless = steps.step(state, event) { result in
        // What goes round for ever in the drawing comes to rest in a case, or that is told apart.
        if result.isEndless {
          mayCircle = true
        } else {
          all.append(found(result, event, from: state.configuration))
        }
      }
      if mayCircle || isEndless, let event, sketch.endless != nil { circling[place].append(event) }
      for one in all {
        let target = one.state.map { note($0, place, event, one.choices) }
        let begun = Set(timed.filter { one.state.map($0.isMarked) ?? false }.map(\.mark))
        let kind = Kind(
          event: event, target: target, begun: begun, isTaken: one.isTaken,
          isOvertaken: one.isOvertaken, holds: one.holds)
        counts[kind, default: 0] += 1
        guard counts[kind, default: 0] <= Self.samples else { continue }
        edges[place].append(
          Edge(
            event: event, target: target, begun: begun, isTaken: one.isTaken,
            isOvertaken: one.isOvertaken, holds: one.holds, choices: one.choices))
      }
    }
  }

  /// What something takes here, and what makes a clock of the case stop.
  private func events(in state: CaseState) -> [ID<Event>] {
    let taken = shape.events(in: state.configuration)
    let stopping = Set(timed.filter { $0.isSet(in: state) }.flatMap(\.stoppedBy))
    guard !stopping.isSubset(of: taken) else { return taken }
    let all = stopping.union(taken)
    return sketch.program.events.ids.filter(all.contains)
  }

  /// Whether a state that is surely active names an event: where none of its transitions is taken
  /// the event is refused.
  private func named(_ event: ID<Event>?, in before: [ID<State>]) -> Bool {
    guard let event, let chart = sketch.original.chart else { return false }
    return before.contains { state in
      !sketch.folds.contains { $0.standIn == state }
        && chart.states[state].transitions.contains { chart.transitions[$0].marks.contains(event) }
    }
  }

  private func found(
    _ result: StepResult, _ event: ID<Event>?, from before: [ID<State>]
  ) -> Found {
    guard result.refusal == nil else {
      return Found(
        state: nil, isTaken: false, isOvertaken: false, holds: true, choices: steps.tape.choices)
    }
    let isTaken = result.trace.items.contains {
      if case .eventTaken(let queued, _) = $0 { queued.event == promised } else { false }
    }
    // What the condition asks is chosen, too.
    let holds = sketch.condition.map { steps.holds($0, in: result.state) } ?? true
    var state = result.state
    let forgets = sketch.forgetting.contains(where: state.configuration.contains)
    for clock in timed {
      if forgets {
        clock.forget(in: &state)
      } else if clock.isStopped(in: state, by: event, named(event, in: before), result.trace) {
        clock.forget(in: &state)
      }
    }
    return Found(
      state: state, isTaken: isTaken, isOvertaken: result.trace.isOvertaken, holds: holds,
      choices: steps.tape.choices)
  }

  private var promised: ID<Event>? { sketch.invariant.promisedEvent }

  private mutating func note(
    _ state: CaseState, _ before: Int?, _ event: ID<Event>?, _ choices: [ChoiceTape.Choice]
  ) -> Int {
    let situation = shape.normal(state)
    if let place = places[situation] { return place }
    places[situation] = situations.count
    situations.append(situation)
    edges.append([])
    circling.append([])
    let step = SituationGraph.Step(
      event: event, choices: choices, configuration: state.configuration)
    ways.append((before, step))
    return situations.count - 1
  }

  /// Whether a case might never come to rest after one of some events.
  func mayCircle(_ place: Int, by isMeant: (ID<Event>) -> Bool) -> Bool {
    circling[place].contains(where: isMeant)
  }

  /// The situation that a state of the sketch's program is in; nil where it is none that was seen.
  func place(of state: CaseState) -> Int? { places[shape.normal(state)] }

  /// A shortest way to a situation.
  func way(to place: Int) -> [SituationGraph.Step] {
    var steps: [SituationGraph.Step] = []
    var next: Int? = place
    while let here = next {
      steps.append(ways[here].step)
      next = ways[here].before
    }
    return steps.reversed()
  }

  /// The situation that a case stands in, as far as the sketch tells situations apart.
  ///
  /// - Parameter like: one that it may be.
  func place(of state: CaseState, like: Int) -> Int? {
    var drawn = situations[like]
    drawn.configuration = sketch.folds.configuration(state.configuration)
    for id in sketch.original.variables.ids {
      drawn.variables[id.index] = state.variables[id.index]
    }
    drawn.history = state.history.map { sketch.folds.configuration($0) }
    drawn.queue = state.queue.map { QueuedEvent(event: $0.event, payload: []) }
    drawn.isFinished = state.isFinished
    return place(of: drawn)
  }
}

extension WholeGraph {
  /// Whether a clock always leads on from wherever it runs: what it brings about waits for nothing
  /// and is never let pass.
  func isSure(_ clock: TimedClock) -> Bool {
    situations.indices.allSatisfy { place in
      let situation = situations[place]
      guard clock.isRunning(in: situation), !situation.isFinished else { return true }
      let fired = fired(clock, at: place)
      return !fired.isEmpty && !mayCircle(place) { $0 == clock.event }
        && fired.allSatisfy { $0.target != nil && !letsPass($0, clock) }
    }
  }

  /// What comes of a clock that runs out.
  func fired(_ clock: TimedClock, at place: Int) -> [Edge] {
    edges[place].filter { $0.event == clock.event && !$0.isOvertaken }
  }

  /// Whether a clock that has run out seems to run on: what it brought about left its state as it
  /// was.
  func letsPass(_ edge: Edge, _ clock: TimedClock) -> Bool {
    guard edge.event == clock.event, !edge.isOvertaken, let target = edge.target else {
      return false
    }
    return !edge.begun.contains(clock.mark) && clock.isRunning(in: situations[target])
  }
}

extension StepResult {
  /// Whether it was stopped because it went round and round.
  fileprivate var isEndless: Bool {
    if case .fault(let fault)? = refusal, case .endlessLoop = fault.reason { true } else { false }
  }
}
