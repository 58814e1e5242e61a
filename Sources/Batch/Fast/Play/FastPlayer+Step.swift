internal import Model
internal import SourceText

// Steps of the chart: the engine's algorithm (SCXML, appendix D) on masks.
extension FastPlayer {
  /// Microsteps that one entry may take; what takes more is the engine's, which knows circles.
  private static var microstepLimit: Int { 100 }

  /// Enters the workflow.
  mutating func open() -> Bool {
    !hasChart || enter(chart.openingEntries, chart.openingDefaults) && settle()
  }

  /// Takes the event of an entry whose facts are stated; -1 for none.
  mutating func take(_ event: Int, by role: Int) -> Bool {
    guard hasChart else { return event < 0 }
    if event >= 0 {
      guard isPermitted(event, by: role), select(event) else { return false }
      if takenCount == 0 {
        guard chart.ignoresUnhandled else { return false }
      } else {
        guard microstep() else { return false }
      }
    }
    return settle()
  }

  private func isPermitted(_ event: Int, by role: Int) -> Bool {
    let permitted = chart.permitted[event]
    guard permitted == ~0 || role >= 0 && permitted >> UInt64(role) & 1 == 1 else { return false }
    guard role >= 0, chart.roleConditions[role] >= 0 else { return true }
    return evaluate(chart.roleConditions[role]) == 1
  }

  /// Eventless transitions and internal events, until nothing more is enabled.
  private mutating func settle() -> Bool {
    clearPayload()
    for _ in 0..<Self.microstepLimit {
      if isFinished { return true }
      if chart.hasEventless {
        guard select(chart.eventCount) else { return false }
        if takenCount > 0 {
          guard microstep() else { return false }
          continue
        }
      }
      guard queueHead < queueEnd else { return true }
      let event = Int(queue[queueHead])
      for field in 0..<payload.count {
        payload[field] = queuedPayload[queueHead * payload.count + field]
      }
      queueHead += 1
      guard select(event), takenCount == 0 || microstep() else { return false }
      clearPayload()
    }
    return false
  }

  private mutating func clearPayload() {
    payload.fill(.unknown)
  }

  /// Finds the transitions that an event enables, or none if it is one past the last.
  private mutating func select(_ event: Int) -> Bool {
    takenCount = 0
    var rest = configuration & chart.atomic
    while rest != 0 {
      let state = rest.trailingZeroBitCount
      rest &= rest - 1
      let span = chart.candidates[state * (chart.eventCount + 1) + event]
      for index in Int(span.start)..<Int(span.start + span.count) {
        let arc = chart.order[index]
        let condition = chart.arcs[arc].condition
        if condition >= 0 {
          let verdict = evaluate(condition)
          guard verdict.isPlain else { return false }
          if verdict == 0 { continue }
        }
        if !isTaken(arc) {
          taken[takenCount] = arc
          takenCount += 1
        }
        break
      }
    }
    if takenCount > 1 { removeConflicts() }
    return true
  }

  private func isTaken(_ arc: Int32) -> Bool {
    for index in 0..<takenCount where taken[index] == arc { return true }
    return false
  }

  /// Of two that leave a common state the one whose source is deeper wins, else the earlier.
  private mutating func removeConflicts() {
    var kept = 0
    for index in 0..<takenCount {
      let arc = chart.arcs[taken[index]]
      let exits = configuration & arc.exits
      var isPreempted = false
      for place in 0..<kept {
        let other = chart.arcs[taken[place]]
        let isRival = configuration & other.exits & exits != 0
        let isInside = arc.source > other.source && arc.source < other.sourceEnd
        isPreempted = isPreempted || isRival && !isInside
      }
      if isPreempted { continue }
      let number = taken[index]
      var left = 0
      for place in 0..<kept where configuration & chart.arcs[taken[place]].exits & exits == 0 {
        taken[left] = taken[place]
        left += 1
      }
      taken[left] = number
      kept = left + 1
    }
    takenCount = kept
  }

  /// Leaves, acts, enters.
  private mutating func microstep() -> Bool {
    var (exits, entries, byDefault) = (UInt64(0), UInt64(0), UInt64(0))
    for index in 0..<takenCount {
      let arc = chart.arcs[taken[index]]
      exits |= configuration & arc.exits
      entries |= arc.entries
      byDefault |= arc.byDefault
    }
    guard exit(exits) else { return false }
    for index in 0..<takenCount {
      guard perform(chart.arcs[taken[index]].actions) else { return false }
    }
    return enter(entries, byDefault)
  }

  /// Innermost and last first.
  private mutating func exit(_ states: UInt64) -> Bool {
    var rest = states
    while rest != 0 {
      let state = 63 - rest.leadingZeroBitCount
      let bit: UInt64 = 1 << UInt64(state)
      rest ^= bit
      guard perform(chart.states[state].exit) else { return false }
      configuration &= ~bit
    }
    return true
  }

  /// Outermost and first first.
  private mutating func enter(
    _ states: UInt64, _ byDefault: UInt64
  ) -> Bool {
    var rest = states & ~configuration
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(index)
      rest ^= bit
      configuration |= bit
      let state = chart.states[index]
      if state.entry.count > 0, !perform(state.entry) { return false }
      if byDefault & bit != 0, state.initial.count > 0, !perform(state.initial) {
        return false
      }
      if state.isFinal, !reachFinal(state) { return false }
    }
    return !isFinished || finish()
  }

  private mutating func reachFinal(_ state: ChartPlan.State) -> Bool {
    if state.parent == 0 {
      isFinished = true
      return true
    }
    guard raiseDone(of: chart.states[state.parent]) else { return false }
    var around = chart.states[state.parent].parent
    while around >= 0, chart.states[around].isParallel, isDone(Int(around)) {
      if around == 0 { isFinished = true }
      guard raiseDone(of: chart.states[around]) else { return false }
      around = chart.states[around].parent
    }
    return true
  }

  private mutating func raiseDone(of state: ChartPlan.State) -> Bool {
    guard state.doneEvent >= 0 else { return true }
    guard queueEnd < queue.count else { return false }
    for field in 0..<payload.count { queuedPayload[queueEnd * payload.count + field] = .unknown }
    return enqueue(state.doneEvent)
  }

  /// Puts an event, whose payload is written, at the end of the queue; false where it is too long.
  private mutating func enqueue(_ event: Int32) -> Bool {
    guard queueEnd < queue.count else { return false }
    queue[queueEnd] = event
    queueEnd += 1
    return true
  }

  private func isDone(_ index: Int) -> Bool {
    let state = chart.states[index]
    guard state.isParallel else { return state.finalChildren & configuration != 0 }
    var rest = state.children
    while rest != 0 {
      guard isDone(rest.trailingZeroBitCount) else { return false }
      rest &= rest - 1
    }
    return true
  }

  /// The case has ended: exit actions run, and the configuration stays.
  private mutating func finish() -> Bool {
    let last = configuration
    guard exit(last) else { return false }
    configuration = last
    (queueHead, queueEnd) = (0, 0)
    return true
  }

  private mutating func perform(_ span: ChartPlan.Span) -> Bool {
    var index = Int(span.start)
    let end = index + Int(span.count)
    while index < end {
      let action = chart.actions[index]
      index += 1
      switch action.kind {
      case .setFact:
        let value = evaluate(action.node)
        guard fits(value, tables.slots[action.target]) else { return false }
        facts[Int(action.target)] = value
      case .setVariable:
        let value = evaluate(action.node)
        guard value.isPlain || value == .null else { return false }
        variables[Int(action.target)] = value
      case .decide:
        let row = derivedRow(of: Int(action.target))
        guard row >= 0 else { return false }
        frozen[Int(action.target)] = row
      case .raise:
        guard raise(action) else { return false }
      case .unless:
        let verdict = evaluate(action.node)
        guard verdict.isPlain else { return false }
        if verdict == 0 { index = Int(action.other) }
      case .jump: index = Int(action.other)
      }
    }
    return true
  }

  private mutating func raise(_ action: ChartPlan.Action) -> Bool {
    let fields = Int(tables.fieldSpans[action.target].count)
    for field in 0..<payload.count {
      var value = Packed.unknown
      if field < fields {
        value = evaluate(chart.arguments[Int(action.other) + field])
        guard value.isPlain || value == .null else { return false }
      }
      guard queueEnd < queue.count else { return false }
      queuedPayload[queueEnd * payload.count + field] = value
    }
    return enqueue(action.target)
  }
}
