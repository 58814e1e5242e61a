internal import Model
internal import SourceText

/// Carries a refusal up to where the case is put back.
struct Refused: Error {
  var refusal: Refusal
}

extension Stepper {
  /// Runs `body`; if it refuses, the case goes back to `before`, while effects and trace of what
  /// had happened until then (timers) stay.
  mutating func result(
    orBackTo before: CaseState, _ body: (inout Stepper) throws(Refused) -> Void
  ) -> StepResult {
    let (doneEffects, doneItems) = (effects, trace.items)
    do {
      try body(&self)
      return StepResult(state: state, effects: effects, trace: trace, refusal: nil)
    } catch {
      var attempted = Trace()
      attempted.items = doneItems
      attempted.items += trace.items[doneItems.count...].filter(\.isReading)
      return StepResult(
        state: before, effects: doneEffects, trace: attempted, refusal: error.refusal)
    }
  }

  /// Lets time pass: what is due fires, the clock moves.
  mutating func pass(to moment: DateTime) throws(Fault) {
    try fireTimers(upTo: moment)
    state.clock = moment
  }

  /// Facts, then the event, then all that follows: one atomic macrostep.
  mutating func take(_ entry: Entry) throws(Refused) {
    if state.isFinished {
      guard entry.event == nil, entry.facts.isEmpty else { throw Refused(refusal: .finished) }
      return
    }
    try record(entry.facts)
    if let event = entry.event { try takeExternal(event, entry) }
    try settle()
  }

  /// States facts after checking that each may be stated.
  mutating func record(_ facts: [StatedFact]) throws(Refused) {
    for stated in facts {
      let fact = program.facts[stated.fact]
      let old = state.facts[stated.fact.index]
      if fact.isFixed, old != nil, old != stated.value {
        throw Refused(refusal: .factIsFixed(stated.fact))
      }
      if let value = stated.value,
        let problem = FactBounds.problem(with: value, for: fact, in: program)
      {
        throw Refused(refusal: .factOutOfBounds(stated.fact, problem))
      }
      record(stated.fact, stated.value)
    }
    guard program.chart != nil else { return }
    try guarding { (stepper: inout Stepper) throws(Stop) in try stepper.refreshPeriods() }
  }

  private mutating func takeExternal(_ id: ID<Event>, _ entry: Entry) throws(Refused) {
    let event = program.events[id]
    guard event.origin == .external else { throw Refused(refusal: .notExternal(id)) }
    if !event.roles.isEmpty {
      guard let by = entry.by, event.roles.contains(by) else {
        throw Refused(refusal: .notPermitted(id, by: entry.by))
      }
    }
    let queued = QueuedEvent(event: id, payload: entry.payload)
    let selection = try faulting { (stepper: inout Stepper) throws(Fault) in
      try stepper.select(queued)
    }
    if let undecided = selection.undecided.first, case .transition(let transition) = undecided.what
    {
      let missing = selection.undecided.reduce(Missing()) { $0.union($1.missing) }
      throw Refused(refusal: .unknownGuard(transition, missing))
    }
    let closed = closeTasks(doneBy: id)
    guard !selection.enabled.isEmpty else {
      guard closed || chart.ignoresUnhandledEvents else {
        throw Refused(refusal: .unhandled(id, alternatives: alternatives()))
      }
      trace.items.append(closed ? .eventTaken(queued, isExternal: true) : .eventDropped(id))
      return
    }
    trace.items.append(.eventTaken(queued, isExternal: true))
    try guarding { (stepper: inout Stepper) throws(Stop) in
      try stepper.microstep(selection.enabled, queued)
    }
  }

  /// Runs to a stable configuration, then fires what has become due at once, until quiet.
  mutating func settle() throws(Refused) {
    try faulting { (stepper: inout Stepper) throws(Fault) in
      if stepper.program.chart != nil { try stepper.stabilise() }
      try stepper.fireTimers(upTo: stepper.state.clock ?? .epoch)
    }
  }

  /// Turns a stop of the entry's own microstep into a refusal.
  mutating func guarding(_ body: (inout Stepper) throws(Stop) -> Void) throws(Refused) {
    do { try body(&self) } catch {
      switch error {
      case .fault(let fault): throw Refused(refusal: .fault(fault))
      case .unknown(let span, let missing):
        throw Refused(refusal: .unknownValue(span, missing))
      }
    }
  }

  private mutating func faulting<Result>(
    _ body: (inout Stepper) throws(Fault) -> Result
  ) throws(Refused) -> Result {
    do { return try body(&self) } catch { throw Refused(refusal: .fault(error)) }
  }

  /// External events that something here would or might take.
  private func alternatives() -> [ID<Event>] {
    Outlook(of: self).options.filter { $0.status != .blocked }.map(\.event)
  }
}

extension Trace.Item {
  /// Whether it only tells what was read, so that it stays true of a refused entry.
  fileprivate var isReading: Bool {
    if case .guardRead = self { true } else { false }
  }
}
