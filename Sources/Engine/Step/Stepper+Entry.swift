internal import Model
internal import SourceText

/// Carries a refusal up to where the case is put back.
struct Refused: Error {
  var refusal: Refusal
}

extension Stepper {
  /// Runs `body`; if it refuses, the case goes back to where it was, while effects and trace of
  /// what had happened until then (timers) stay.
  mutating func result(_ body: (inout Stepper) throws(Refused) -> Void) -> StepResult {
    let start = checkpoint()
    var refusal: Refusal?
    do { try body(&self) } catch {
      rollBack(to: start)
      refusal = error.refusal
    }
    return StepResult(state: state, effects: effects, trace: trace, refusal: refusal)
  }

  /// Opens a case: facts, then all that entering the workflow brings with it.
  mutating func open(_ facts: [StatedFact], answersChecklist: Bool) throws(Refused) {
    try record(facts)
    if answersChecklist { self.answerChecklist() }
    try guarding { (stepper: inout Stepper) throws(Stop) in
      if stepper.program.chart != nil {
        var entries = EntrySet(queries: stepper.queries, history: stepper.state.history)
        entries.addDescendants(stepper.chart.root)
        try stepper.enter(entries)
      }
      try stepper.conclude()
    }
    try settle()
  }

  /// Fires what is due up to a moment that must not lie in the past.
  mutating func pass(to moment: DateTime) throws(Refused) {
    if let clock = state.clock, moment < clock { throw Refused(refusal: .backInTime(clock)) }
    try faulting { (stepper: inout Stepper) throws(Fault) in
      try stepper.fireTimers(upTo: moment)
    }
  }

  /// Facts, then the event, then all that follows: one atomic macrostep.
  mutating func take(_ entry: Entry) throws(Refused) {
    if let at = entry.at { state.clock = at }
    if state.isFinished {
      guard entry.event == nil, !entry.saysSomething else { throw Refused(refusal: .finished) }
      return
    }
    try record(entry.facts)
    if entry.answersChecklist { answerChecklist() }
    try faulting { (stepper: inout Stepper) throws(Fault) in try stepper.freezePending() }
    try guarding { (stepper: inout Stepper) throws(Stop) in try stepper.refreshPeriods() }
    try takeEvent(of: entry)
    try settle()
  }

  /// States facts after checking that each may be stated.
  private mutating func record(_ facts: [StatedFact]) throws(Refused) {
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
  }

  /// Of all that the checklist asks, what nobody stated is not there.
  private mutating func answerChecklist() {
    let facts = program.mediation.checklist?.facts ?? []
    let open = facts.filter { state.facts[$0.index] == nil }
    trace.items.append(.checklistAnswered(open))
    for fact in open { record(fact, .boolean(false)) }
  }

  /// The entry's event, unless a `first` transition came before it: then it is set aside, and what
  /// was said with it is kept.
  private mutating func takeEvent(of entry: Entry) throws(Refused) {
    let steps = try faulting { (stepper: inout Stepper) throws(Fault) in
      try stepper.takeFirst(before: entry.event)
    }
    guard let event = entry.event else { return }
    let overtaker: ID<Transition>
    switch steps {
    case .stayed: return try takeExternal(event, entry)
    case .left(let id): overtaker = id
    case .held(let id, let waiting):
      guard entry.saysSomething else { throw Refused(refusal: .held(waiting)) }
      overtaker = id
    }
    let queued = QueuedEvent(event: event, payload: entry.payload)
    trace.items.append(.overtaken(queued, by: overtaker))
  }

  private mutating func takeExternal(_ id: ID<Event>, _ entry: Entry) throws(Refused) {
    try permit(id, by: entry.by)
    precondition(
      entry.payload.count == program.events[id].payload.count,
      "an entry carries one value for each field of its event")
    let queued = QueuedEvent(event: id, payload: entry.payload)
    let selection = try faulting { (stepper: inout Stepper) throws(Fault) in
      try stepper.select(queued)
    }
    if let transition = selection.firstUndecided {
      throw Refused(refusal: .unknownGuard(transition, selection.missing))
    }
    if selection.enabled.isEmpty, !onlyEndsTask(queued) {
      guard chart.ignoresUnhandledEvents else {
        throw Refused(refusal: .unhandled(id, alternatives: alternatives()))
      }
      return trace.items.append(.eventDropped(id))
    }
    trace.items.append(.eventTaken(queued, isExternal: true))
    closeTasks(doneBy: id)
    guard !selection.enabled.isEmpty else { return }
    try guarding { (stepper: inout Stepper) throws(Stop) in
      try stepper.microstep(selection.enabled, queued)
    }
  }

  private mutating func permit(_ id: ID<Event>, by role: ID<Role>?) throws(Refused) {
    let event = program.events[id]
    guard event.origin == .external else { throw Refused(refusal: .notExternal(id)) }
    let isPermitted = event.roles.isEmpty || role.map(event.roles.contains) == true
    guard isPermitted else { throw Refused(refusal: .notPermitted(id, by: role)) }
    guard let role, let condition = program.roles[role].condition else { return }
    let verdict = try faulting { (stepper: inout Stepper) throws(Fault) in
      try stepper.evaluator(payload: []).verdict(condition)
    }
    switch verdict {
    case .holds: break
    case .fails: throw Refused(refusal: .notAdmitted(id, by: role, Missing()))
    case .unknown(let missing): throw Refused(refusal: .notAdmitted(id, by: role, missing))
    }
  }

  /// Runs to a stable configuration, then fires what has become due at once, until quiet.
  mutating func settle() throws(Refused) {
    try faulting { (stepper: inout Stepper) throws(Fault) in
      try stepper.stabilise()
      try stepper.fireTimers(upTo: stepper.state.clock ?? .epoch)
    }
  }

  /// Turns a stop of the entry's own microstep into a refusal.
  mutating func guarding(
    _ body: (inout Stepper) throws(Stop) -> Void
  ) throws(Refused) {
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
    namesAlternatives ? Outlook.options(of: self).filter(\.mayBeTaken).map(\.event) : []
  }
}

extension Refusal {
  /// The one for an event that stands behind a `first` transition that waits.
  fileprivate static func held(_ waiting: Trace.Waiting) -> Refusal {
    switch waiting.what {
    case .action(let span): .unknownValue(span, waiting.missing)
    case .transition(let id): .unknownGuard(id, waiting.missing)
    }
  }
}

extension Entry {
  /// Whether it states any fact.
  fileprivate var saysSomething: Bool { !facts.isEmpty || answersChecklist }
}
