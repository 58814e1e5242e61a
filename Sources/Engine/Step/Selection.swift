internal import Model
internal import SourceText

/// Which transitions an event, or none, enables in a configuration.
struct Selection {
  /// Without conflicts, in the order their actions run.
  var enabled: [ID<Transition>] = []
  /// Candidates whose guard is unknown, at which the selection of their states stopped.
  var undecided: [Trace.Waiting] = []
}

extension Stepper {
  /// SCXML's `selectTransitions` and `selectEventlessTransitions`, with one addition: a state's
  /// selection stops at the first candidate whose guard is unknown.
  mutating func select(_ event: QueuedEvent?) throws(Fault) -> Selection {
    var selection = Selection()
    var verdicts: [ID<Transition>: Verdict] = [:]
    for state in state.configuration where queries.isAtomic(state) {
      try selectFrom(state, event, &verdicts, &selection)
    }
    selection.enabled = removingConflicts(selection.enabled)
    return selection
  }

  private mutating func selectFrom(
    _ atomic: ID<State>, _ event: QueuedEvent?, _ verdicts: inout [ID<Transition>: Verdict],
    _ selection: inout Selection
  ) throws(Fault) {
    for source in [atomic] + queries.properAncestors(of: atomic, upTo: nil) {
      for candidate in chart.states[source].transitions where isTriggered(candidate, by: event) {
        let verdict: Verdict
        if let known = verdicts[candidate] {
          verdict = known
        } else {
          verdict = try readGuard(of: candidate, payload: event?.payload ?? [])
          verdicts[candidate] = verdict
        }
        switch verdict {
        case .fails: continue
        case .holds:
          if !selection.enabled.contains(candidate) { selection.enabled.append(candidate) }
          return
        case .unknown(let missing):
          let waiting = Trace.Waiting(what: .transition(candidate), missing: missing)
          if !selection.undecided.contains(waiting) { selection.undecided.append(waiting) }
          return
        }
      }
    }
  }

  func isTriggered(_ transition: ID<Transition>, by event: QueuedEvent?) -> Bool {
    switch (chart.transitions[transition].trigger, event) {
    case (.always, nil): true
    case (.events(let events, _), let event?): events.contains(event.event)
    default: false
    }
  }

  /// A guard's verdict, recorded with the values it read.
  private mutating func readGuard(
    of transition: ID<Transition>, payload: [Value]
  ) throws(Fault) -> Verdict {
    guard let condition = chart.transitions[transition].condition else { return .holds }
    let verdict = try evaluator(payload: payload).verdict(condition)
    let reads = GuardReads(evaluator: evaluator(payload: payload)).of(condition)
    trace.items.append(
      .guardRead(.init(transition: transition, verdict: verdict, reads: reads)))
    return verdict
  }

  /// SCXML's `removeConflictingTransitions`: of two that exit a common state the one whose source
  /// is deeper wins, else the earlier.
  private func removingConflicts(_ enabled: [ID<Transition>]) -> [ID<Transition>] {
    guard enabled.count > 1 else { return enabled }
    var kept: [(transition: ID<Transition>, exits: Set<ID<State>>)] = []
    for transition in enabled {
      let exits = Set(exitSet(of: transition))
      let rivals = kept.filter { !$0.exits.isDisjoint(with: exits) }
      let source = chart.transitions[transition].source
      let isPreempted = rivals.contains {
        !queries.isDescendant(source, of: chart.transitions[$0.transition].source)
      }
      if isPreempted { continue }
      kept.removeAll { candidate in rivals.contains { $0.transition == candidate.transition } }
      kept.append((transition, exits))
    }
    return kept.map(\.transition)
  }

  /// The active states a transition leaves.
  func exitSet(of transition: ID<Transition>) -> [ID<State>] {
    guard let domain = domain(of: transition) else { return [] }
    return state.configuration.filter { queries.isDescendant($0, of: domain) }
  }

  /// SCXML's `getTransitionDomain`; nil for a targetless transition.
  func domain(of id: ID<Transition>) -> ID<State>? {
    let transition = chart.transitions[id]
    let targets = effectiveTargets(transition.targets)
    guard !targets.isEmpty else { return nil }
    let source = transition.source
    let isInside = targets.allSatisfy { queries.isDescendant($0, of: source) }
    if source == chart.root { return source }
    if transition.isInternal, isInside, chart.states[source].kind == .compound { return source }
    return queries.leastCommonCompoundAncestor(of: source, targets)
  }

  /// Targets with history states replaced by what they remember or default to.
  func effectiveTargets(_ targets: [ID<State>]) -> [ID<State>] {
    var result: [ID<State>] = []
    for target in targets {
      let found: [ID<State>]
      if chart.states[target].kind.isHistory {
        let remembered = state.history[target.index]
        found =
          remembered.isEmpty ? effectiveTargets(chart.states[target].initial) : remembered
      } else {
        found = [target]
      }
      for state in found where !result.contains(state) { result.append(state) }
    }
    return result
  }
}
