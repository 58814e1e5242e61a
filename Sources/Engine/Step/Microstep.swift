internal import Model
internal import SourceText

extension Stepper {
  /// SCXML's `microstep`: exit, act, enter. What throws leaves `self` half changed; callers keep a
  /// checkpoint to fall back on.
  mutating func microstep(_ transitions: [ID<Transition>], _ event: QueuedEvent?) throws(Stop) {
    payload = event?.payload ?? []
    for id in transitions { trace.items.append(.transitionTaken(id)) }
    try exit(Set(transitions.flatMap { exitSet(of: $0) }).sorted())
    for id in transitions { try perform(chart.transitions[id].actions) }
    var entries = EntrySet(queries: queries, history: state.history)
    for id in transitions {
      // Computed anew: the history that targets go by may have been made by this very exit.
      guard let domain = domain(of: id) else { continue }
      let targets = chart.transitions[id].targets
      entries.add(targets: targets, effective: effectiveTargets(targets), below: domain)
    }
    try enter(entries)
    try conclude()
    payload = []
  }

  /// What ends every microstep: the legal clocks follow the new situation, or the case is closed.
  mutating func conclude() throws(Stop) {
    if state.isFinished { try finish() } else { try refreshPeriods() }
  }

  /// Innermost and last first (SCXML exit order).
  /// - Parameter states: in document order.
  private mutating func exit(_ states: [ID<State>]) throws(Stop) {
    for id in states { remember(id) }
    for id in states.reversed() {
      let left = chart.states[id]
      try perform(left.exit)
      if !left.delayed.isEmpty {
        cancelTimers { owner in
          if case .delayed(let delayed) = owner { left.delayed.contains(delayed) } else { false }
        }
      }
      state.configuration.removeAll { $0 == id }
      trace.items.append(.stateExited(id))
    }
  }

  /// Notes what the history states of a state that is about to be left will lead back to.
  private mutating func remember(_ left: ID<State>) {
    for child in chart.states[left].children where queries.kind(of: child).isHistory {
      let isDeep = queries.kind(of: child) == .deepHistory
      state.history[child.index] = state.configuration.filter {
        isDeep
          ? queries.isAtomic($0) && queries.isDescendant($0, of: left)
          : queries.parent(of: $0) == left
      }
    }
  }

  /// Outermost and first first (SCXML entry order). What is active and was not left stays as it is,
  /// even where a history within leads back into it (SCXML 3.13).
  mutating func enter(_ entries: EntrySet) throws(Stop) {
    for id in entries.states.sorted() where !state.configuration.contains(id) {
      let entered = chart.states[id]
      let place = state.configuration.firstIndex { $0 > id } ?? state.configuration.count
      state.configuration.insert(id, at: place)
      if id != chart.root { trace.items.append(.stateEntered(id)) }
      try perform(entered.entry)
      try scheduleDelayed(entered.delayed)
      if entries.byDefault.contains(id) { try perform(entered.initialActions) }
      if let history = entries.defaultHistory[id] {
        try perform(chart.states[history].initialActions)
      }
      if entered.kind == .final { try reachFinal(id) }
    }
  }

  /// A final state ends its parent, and with it maybe the parallel states around; at top level, or
  /// as the last of the regions there, the case.
  private mutating func reachFinal(_ id: ID<State>) throws(Stop) {
    guard let parent = queries.parent(of: id) else { return }
    var data: [Value] = []
    for item in chart.states[id].doneData { data.append(try value(of: item.value)) }
    if parent == chart.root {
      state.isFinished = true
      state.doneData = data
      return
    }
    raiseDone(of: parent, data)
    // SCXML 3.4: a parallel state is done when all its children are, those that are parallel
    // themselves included; its algorithm looks no further than one parallel state up.
    var around = queries.parent(of: parent)
    while let outer = around, queries.kind(of: outer) == .parallel, isDone(outer) {
      if outer == chart.root { state.isFinished = true }
      raiseDone(of: outer, [])
      around = queries.parent(of: outer)
    }
  }

  private mutating func raiseDone(of id: ID<State>, _ data: [Value]) {
    guard let event = doneEvents[id] else { return }
    raise(QueuedEvent(event: event, payload: data))
  }

  /// SCXML's `isInFinalState`.
  private func isDone(_ id: ID<State>) -> Bool {
    let children = chart.states[id].children
    switch queries.kind(of: id) {
    case .compound:
      return children.contains {
        queries.kind(of: $0) == .final && state.configuration.contains($0)
      }
    case .parallel:
      return children.allSatisfy { queries.kind(of: $0).isHistory || isDone($0) }
    case .atomic, .final, .shallowHistory, .deepHistory: return false
    }
  }

  /// SCXML's `exitInterpreter`: exit actions innermost first, and nothing pending any more. The
  /// configuration stays, so that one can see where the case ended.
  private mutating func finish() throws(Stop) {
    let last = state.configuration
    for id in last.reversed() {
      try perform(chart.states[id].exit)
      state.configuration.removeLast()
    }
    state.configuration = last
    cancelTimers { _ in true }
    state.queue = []
    state.pending = []
    trace.items.append(.finished)
  }
}
