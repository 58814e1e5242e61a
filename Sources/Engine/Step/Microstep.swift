internal import Model
internal import SourceText

extension Stepper {
  /// SCXML's `microstep`: exit, act, enter. What throws leaves `self` half changed; callers keep a
  /// copy to fall back on.
  mutating func microstep(_ transitions: [ID<Transition>], _ event: QueuedEvent?) throws(Stop) {
    payload = event?.payload ?? []
    for id in transitions { trace.items.append(.transitionTaken(id)) }
    try exit(Set(transitions.flatMap { exitSet(of: $0) }))
    for id in transitions { try perform(chart.transitions[id].actions) }
    var entries = EntrySet(queries: queries, history: state.history)
    for id in transitions {
      guard let domain = domain(of: id) else { continue }
      let targets = chart.transitions[id].targets
      entries.add(targets: targets, effective: effectiveTargets(targets), below: domain)
    }
    try enter(entries)
    payload = []
    try refreshPeriods()
  }

  /// History values as they will stand once the states are left.
  private func historyAfter(exiting exits: Set<ID<State>>) -> [[ID<State>]] {
    var history = state.history
    for exited in exits {
      for child in chart.states[exited].children where chart.states[child].kind.isHistory {
        let isDeep = chart.states[child].kind == .deepHistory
        history[child.index] = state.configuration.filter {
          isDeep
            ? queries.isAtomic($0) && queries.isDescendant($0, of: exited)
            : chart.states[$0].parent == exited
        }
      }
    }
    return history
  }

  /// Innermost and last first (SCXML exit order).
  private mutating func exit(_ states: Set<ID<State>>) throws(Stop) {
    state.history = historyAfter(exiting: states)
    for id in states.sorted().reversed() {
      try perform(chart.states[id].exit)
      let own = chart.states[id].delayed
      cancelTimers { owner in
        if case .delayed(let delayed) = owner { own.contains(delayed) } else { false }
      }
      state.configuration.removeAll { $0 == id }
      trace.items.append(.stateExited(id))
    }
  }

  /// Outermost and first first (SCXML entry order).
  mutating func enter(_ entries: EntrySet) throws(Stop) {
    for id in entries.states.sorted() where !state.configuration.contains(id) {
      let entered = chart.states[id]
      let place = state.configuration.firstIndex { $0 > id } ?? state.configuration.count
      state.configuration.insert(id, at: place)
      if id != chart.root { trace.items.append(.stateEntered(id)) }
      try scheduleDelayed(entered.delayed)
      try perform(entered.entry)
      if entries.byDefault.contains(id) { try perform(entered.initialActions) }
      if let history = entries.defaultHistory[id] {
        try perform(chart.states[history].initialActions)
      }
      if entered.kind == .final { try reachFinal(id) }
    }
  }

  /// A final state ends its parent, and with it maybe the parallel state around; at top level the
  /// case.
  private mutating func reachFinal(_ id: ID<State>) throws(Stop) {
    guard let parent = chart.states[id].parent else { return }
    if parent == chart.root {
      state.isFinished = true
      return
    }
    var data: [Value] = []
    for item in chart.states[id].doneData { data.append(try value(of: item.value)) }
    raiseDone(of: parent, data)
    if let outer = chart.states[parent].parent, chart.states[outer].kind == .parallel,
      chart.states[outer].children.allSatisfy({ chart.states[$0].kind.isHistory || isDone($0) })
    {
      raiseDone(of: outer, [])
    }
  }

  private mutating func raiseDone(of id: ID<State>, _ data: [Value]) {
    guard let event = doneEvents[id] else { return }
    raise(QueuedEvent(event: event, payload: data))
  }

  /// SCXML's `isInFinalState`.
  private func isDone(_ id: ID<State>) -> Bool {
    let children = chart.states[id].children
    switch chart.states[id].kind {
    case .compound:
      return children.contains {
        chart.states[$0].kind == .final && state.configuration.contains($0)
      }
    case .parallel: return children.allSatisfy { chart.states[$0].kind.isHistory || isDone($0) }
    case .atomic, .final, .shallowHistory, .deepHistory: return false
    }
  }
}
