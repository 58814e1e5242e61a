internal import Model
internal import SourceText

/// Which transitions an event, or none, enables in a configuration.
struct Selection {
  /// Without conflicts, in the order their actions run.
  var enabled: [ID<Transition>] = []
  /// Candidates whose guard is unknown, at which the selection of their states stopped.
  var undecided: [Trace.Waiting] = []

  /// The first candidate at which selection stopped.
  var firstUndecided: ID<Transition>? {
    for case .transition(let id) in undecided.lazy.map(\.what) { return id }
    return nil
  }

  /// All that would have to be known to decide the undecided.
  var missing: Missing { undecided.reduce(Missing()) { $0.union($1.missing) } }
}

extension Stepper {
  /// SCXML's `selectTransitions` and `selectEventlessTransitions`, with one addition: a state's
  /// selection stops at the first candidate whose guard is unknown. What such a candidate would
  /// preempt, were it enabled, is not enabled either: nothing is taken in its place.
  mutating func select(_ event: QueuedEvent?) throws(Fault) -> Selection {
    var evaluation = Evaluation(evaluator(payload: event?.payload ?? []))
    return try select(event, &evaluation)
  }

  /// The same by a reading of the present state and the event's payload, so that no decision is
  /// derived twice, whoever asks for it.
  mutating func select(
    _ event: QueuedEvent?, _ evaluation: inout Evaluation
  ) throws(Fault) -> Selection {
    var found: [ID<Transition>] = []
    var read: [ID<Transition>: Verdict] = [:]
    var undecided: [Trace.Waiting] = []
    for atomic in state.configuration where queries.isAtomic(atomic) {
      guard let (id, verdict) = try firstNotFailing(from: atomic, event, &read, &evaluation),
        !found.contains(id)
      else { continue }
      found.append(id)
      if case .unknown(let missing) = verdict {
        undecided.append(.init(what: .transition(id), missing: missing))
      }
    }
    let enabled = removingConflicts(found).filter { id in
      !undecided.contains { $0.what == .transition(id) }
    }
    return Selection(enabled: enabled, undecided: undecided)
  }

  /// The first candidate, from an atomic state outwards and in document order, whose guard does not
  /// fail. Each guard is read once, whichever states come to it.
  private mutating func firstNotFailing(
    from atomic: ID<State>, _ event: QueuedEvent?, _ read: inout [ID<Transition>: Verdict],
    _ evaluation: inout Evaluation
  ) throws(Fault) -> (ID<Transition>, Verdict)? {
    var next: ID<State>? = atomic
    while let source = next {
      for id in candidates(of: source, for: event) {
        let verdict: Verdict
        if let known = read[id] {
          verdict = known
        } else {
          verdict = try readGuard(of: id, event, &evaluation)
          read[id] = verdict
        }
        if verdict != .fails { return (id, verdict) }
      }
      next = queries.parent(of: source)
    }
    return nil
  }

  /// The transitions of one state that an event, or none, triggers, guards aside.
  func candidates(of source: ID<State>, for event: QueuedEvent?) -> [ID<Transition>] {
    let own = candidates[source.index]
    return event.map { own.forEvent($0.event) } ?? own.eventless
  }

  /// A guard's verdict, recorded with the values it read.
  private mutating func readGuard(
    of transition: ID<Transition>, _ event: QueuedEvent?, _ evaluation: inout Evaluation
  ) throws(Fault) -> Verdict {
    guard let condition = chart.transitions[transition].condition else { return .holds }
    // An oracle hears of everything that each guard reads.
    if oracle != nil { evaluation = Evaluation(evaluation.known) }
    let verdict = try evaluation.verdict(condition)
    guard recordsReadings else { return verdict }
    let fields = event.map { program.events[$0.event].payload } ?? []
    let reads = GuardReads(condition, evaluation, fields: fields).reads
    trace.items.append(
      .guardRead(.init(transition: transition, verdict: verdict, reads: reads)))
    return verdict
  }

  /// The `first` transition to take now: from the root inwards, in document order, the first whose
  /// guard holds. One whose guard is unknown or meets a fault is passed over, so that it does not
  /// keep others from acting; a fault is told once. Readings of those that are not taken are not
  /// recorded: there is one for each before every microstep.
  mutating func firstToTake() -> ID<Transition>? {
    var evaluation = Evaluation(evaluator(payload: []))
    return firstToTake(&evaluation)
  }

  /// The same by a reading of the present state: one for all, so that no decision is derived twice.
  mutating func firstToTake(_ evaluation: inout Evaluation) -> ID<Transition>? {
    for source in firstSources where state.configuration.contains(source) {
      for id in candidates[source.index].first {
        guard let condition = chart.transitions[id].condition else { return id }
        do {
          guard try evaluation.verdict(condition) == .holds else { continue }
        } catch {
          let fault = Trace.Item.guardFaulted(id, error)
          if !trace.items.contains(fault) { trace.items.append(fault) }
          continue
        }
        guard recordsReadings else { return id }
        let reads = GuardReads(condition, evaluation).reads
        trace.items.append(.guardRead(.init(transition: id, verdict: .holds, reads: reads)))
        return id
      }
    }
    return nil
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

  /// SCXML's `getTransitionDomain`; nil for a targetless transition. Transitions of the workflow
  /// itself, which SCXML does not have, leave and enter what is inside it.
  func domain(of id: ID<Transition>) -> ID<State>? {
    let transition = chart.transitions[id]
    let targets = effectiveTargets(transition.targets)
    guard !targets.isEmpty else { return nil }
    let source = transition.source
    if source == chart.root { return source }
    if transition.isInternal, queries.kind(of: source) == .compound,
      targets.allSatisfy({ queries.isDescendant($0, of: source) })
    {
      return source
    }
    return queries.leastCommonCompoundAncestor(of: source, targets)
  }

  /// Targets with history states replaced by what they remember or default to.
  func effectiveTargets(_ targets: [ID<State>]) -> [ID<State>] {
    var result: [ID<State>] = []
    for target in targets {
      let found: [ID<State>]
      if queries.kind(of: target).isHistory {
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
