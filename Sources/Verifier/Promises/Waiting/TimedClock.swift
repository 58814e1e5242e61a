internal import Engine
internal import Model
internal import SourceText

/// A clock in a sketch, with the variables that tell whether it runs.
struct TimedClock {
  var clock: CaseClock
  /// Is set wherever it begins.
  var mark: ID<Variable>
  /// Says that it has begun and not run out, been stopped or taken back; nil where it runs as long
  /// as its states are active.
  var running: ID<Variable>?

  var event: ID<Event> { clock.event }

  /// The events after which it does not run any more.
  var stoppedBy: [ID<Event>] {
    running == nil ? [] : [clock.event] + [clock.doneBy].compactMap(\.self)
  }

  /// Whether it surely runs where a case stands so.
  func isRunning(in situation: CaseState) -> Bool {
    let active = situation.configuration
    return clock.needed.allSatisfy(active.contains)
      && !clock.halted.contains(where: active.contains)
      && (running == nil || isSet(in: situation))
  }

  /// Whether it surely has begun, if its end has not come; it may stand still.
  func isSet(in situation: CaseState) -> Bool {
    running.map { situation.variables[$0.index] == .boolean(true) } ?? false
  }

  func isMarked(in state: CaseState) -> Bool {
    state.variables[mark.index] == .boolean(true)
  }

  /// Whether it need not run any more after an event, if it has not begun anew since.
  ///
  /// - Parameter isNamed: whether the event is refused where nothing takes it.
  func isStopped(
    in state: CaseState, by event: ID<Event>?, _ isNamed: Bool, _ trace: Trace
  ) -> Bool {
    guard isSet(in: state) else { return false }
    // Begun where it stands still, it need not run if it had expired before.
    let isHalted = clock.halted.contains(where: state.configuration.contains)
    if isMarked(in: state), isHalted { return true }
    // What is set aside stops nothing.
    guard let event, !trace.isOvertaken else { return false }
    // Its end came before all else.
    if event == clock.event { return !isMarked(in: state) }
    guard event == clock.doneBy else { return false }
    guard let taken = trace.place(of: event) else { return !isNamed }
    return !hasBegun(in: trace.items[taken...])
  }

  /// Notes no more whether it runs.
  func forget(in state: inout CaseState) {
    if let running { state.variables[running.index] = .boolean(false) }
  }

  private func hasBegun(in items: ArraySlice<Trace.Item>) -> Bool {
    items.contains { item in
      if case .variableSet(mark, _, _) = item { true } else { false }
    }
  }
}

extension Trace {
  /// Where an event was taken; nil where it was not.
  fileprivate func place(of event: ID<Event>) -> Int? {
    items.firstIndex { item in
      if case .eventTaken(let queued, _) = item { queued.event == event } else { false }
    }
  }
}

extension Sketch {
  /// Adds what tells whether some clocks run.
  mutating func addClocks(_ tracked: [CaseClock]) {
    clocks = tracked.map { clock in
      let running = addFlag()
      kept[running] = .some(nil)
      return TimedClock(clock: clock, mark: addFlag(), running: running)
    }
  }

  private mutating func addFlag() -> ID<Variable> {
    program.variables.add(
      Variable(
        name: "!\(program.variables.count)", title: Bilingual(""), type: .boolean,
        start: .boolean(false), span: invariant.span))
  }

  /// What notes that an action begins or ends clocks.
  func settings(by action: Action) -> [Action] {
    clocks.compactMap { timed in
      timed.clock.effect(of: action).map { setting(timed, to: $0, action.span) }
    }
  }

  private func setting(_ timed: TimedClock, to effect: CaseClock.Effect, _ span: Span) -> Action {
    let begins = if case .begins = effect { true } else { false }
    let value = Expression(.constant(.boolean(begins)), type: .boolean, span: span)
    let flags = [timed.running] + (begins ? [timed.mark] : [])
    return Action(
      .set(flags.compactMap(\.self).map { .init(target: .variable($0), value: value) }),
      basis: [], span: span)
  }

  /// Whether an action, or one of its branches, begins or ends a clock.
  func touchesClocks(_ action: Action) -> Bool {
    !clocks.isEmpty
      && action.allWithin.contains { part in
        clocks.contains { $0.clock.effect(of: part) != nil }
      }
  }

  /// Gives each state that has a clock of a fixed length a mark that is set when it is entered.
  mutating func markTimed() -> [TimedClock] {
    guard let chart = original.chart, var drawn = program.chart else { return [] }
    let unseen = folds.reduce(into: Set<ID<State>>()) { unseen, fold in
      unseen.formUnion(fold.hidden.union([fold.standIn]))
    }
    var timed = clocks.filter { if case .state = $0.clock.owner { false } else { true } }
    for id in chart.states.ids where !unseen.contains(id) {
      let own = chart.states[id].delayed.compactMap { CaseClock($0, of: chart) }
      guard !own.isEmpty else { continue }
      let mark = addFlag()
      for clock in own {
        var one = TimedClock(clock: clock, mark: mark, running: nil)
        if let watched = clocks.first(where: { $0.clock == clock }) {
          one = watched
          drawn.states[id].exit.append(setting(one, to: .ends, chart.states[id].span))
        }
        drawn.states[id].entry.insert(setting(one, to: .begins, chart.states[id].span), at: 0)
        timed.append(one)
      }
    }
    program.chart = drawn
    return timed
  }
}

extension CaseClock {
  /// The clock of an `after` whose length is written out; nil for one that is computed.
  init?(_ delayed: ID<DelayedTransition>, of chart: Statechart) {
    guard case .term(let term) = chart.delayed[delayed].delay else { return nil }
    let state = chart.delayed[delayed].state
    self.init(
      owner: .state(state), event: chart.delayed[delayed].event, lengths: [.init(term: term)],
      needed: [state])
  }
}
