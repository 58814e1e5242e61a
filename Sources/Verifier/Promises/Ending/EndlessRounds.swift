internal import Engine
internal import Model
internal import SourceText

/// Transitions that one entry might make a case take again and again without end
/// (docs/verification.md, every case can end).
///
/// What is left out here is taken a finite number of times within any entry: of those that are
/// taken for ever, each has to be led back to, its event has to be made anew, and what it asks has
/// to come true anew, all by the others. Whatever fails in that drops out, until nothing does.
struct EndlessRounds {
  /// May be taken for ever, for all that can be told without their guards.
  private(set) var transitions: Set<ID<Transition>>

  /// How often it is asked how one part of the guards comes out.
  private static let splitsAtMost = 6

  private let program: Program
  private let calendar: WorkCalendar
  private let chart: Statechart
  private let graph: StateGraph
  private let reads: FactReads
  private let constants: Constants
  private let text: ProgramText
  private let footprints: [ID<Transition>: Footprint]
  /// Of each part of a guard, and of each that one denies.
  private let dependences: [Expression: Dependence]
  /// By transition: the parts of its guard.
  private let parts: [ID<Transition>: [Expression]]

  init(_ program: Program, _ chart: Statechart, _ calendar: WorkCalendar) {
    self.program = program
    self.calendar = calendar
    self.chart = chart
    graph = StateGraph(chart)
    reads = FactReads(program)
    constants = Constants(program, calendar)
    text = ProgramText(program)
    let immediate = program.immediateEvents
    let raised = Set(chart.allActions.flatMap(\.raisedWithin))
    let all = Set(
      chart.attachedTransitions.filter { id in
        guard case .events(let events, _) = chart.transitions[id].trigger else { return true }
        return events.contains { event in
          if case .done = program.events[event].origin { return true }
          return raised.contains(event) || immediate.contains(event)
        }
      })
    transitions = all
    let (reads, graph) = (self.reads, self.graph)
    footprints = Dictionary(
      uniqueKeysWithValues: all.compactMap { id in Footprint(id, chart, graph).map { (id, $0) } })
    parts = Dictionary(
      uniqueKeysWithValues: all.map { id in
        (id, chart.transitions[id].condition?.operands(isAnd: true) ?? [])
      })
    var dependences: [Expression: Dependence] = [:]
    for part in parts.values.joined() where dependences[part] == nil {
      dependences[part] = Dependence(part, reads)
      if case .not(let inner) = part.kind { dependences[inner] = Dependence(inner, reads) }
    }
    self.dependences = dependences
    transitions = settled(all, immediate, splits: Self.splitsAtMost)
  }

  /// The states whose transitions these are.
  var sources: Set<ID<State>> { Set(transitions.map { chart.transitions[$0].source }) }

  /// Events that time makes at once, by which one of these may be taken.
  var immediateEvents: Set<ID<Event>> {
    Set(transitions.flatMap { chart.transitions[$0].marks.compactMap(\.self) })
      .intersection(program.immediateEvents)
  }

  /// What is left of transitions that may be taken for ever.
  private func settled(
    _ all: Set<ID<Transition>>, _ immediate: Set<ID<Event>>, splits: Int
  ) -> Set<ID<Transition>> {
    var left = all
    while !left.isEmpty {
      let round = RepeatedRound(left, chart, footprints)
      let next = left.filter { recurs($0, round, immediate) }
      guard next.count == left.count else {
        left = next
        continue
      }
      guard splits > 0, let (needed, excluded) = contradiction(in: left, round) else {
        let led = left.filter { mayFollow($0, round) }
        if led.count == left.count { break }
        left = led
        continue
      }
      // What nothing in the round changes comes out one way in all of it.
      return settled(left.subtracting(needed), immediate, splits: splits - 1)
        .union(settled(left.subtracting(excluded), immediate, splits: splits - 1))
    }
    return left
  }

  /// Transitions that are taken only where something holds, and those only where it does not, of
  /// which nothing in a round changes whether it does.
  private func contradiction(
    in transitions: Set<ID<Transition>>, _ round: RepeatedRound
  ) -> (needed: Set<ID<Transition>>, excluded: Set<ID<Transition>>)? {
    let parts = transitions.sorted().map { ($0, self.parts[$0] ?? []) }
    for case .not(let inner) in parts.flatMap(\.1).map(\.kind)
    where !round.changes(dependence(of: inner)) {
      let asked = Set(inner.operands(isAnd: true).map(text.expression))
      let needed = parts.filter { asked.isSubset(of: $0.1.map(text.expression)) }.map(\.0)
      guard !needed.isEmpty else { continue }
      let excluded = parts.filter { _, guards in
        guards.contains { part in
          guard case .not(let other) = part.kind else { return false }
          return text.expression(other) == text.expression(inner)
        }
      }.map(\.0)
      return (Set(needed), Set(excluded))
    }
    return nil
  }

  /// Whether what a transition asks may hold where the round enters its source, as far as both
  /// depend on facts that nothing in the round changes.
  private func mayFollow(_ id: ID<Transition>, _ round: RepeatedRound) -> Bool {
    let transition = chart.transitions[id]
    let own = steadyParts(of: id, round)
    guard !own.isEmpty, !transition.targets.isEmpty, !transition.isInternal else { return true }
    let facts = FactsAlone(program, calendar)
    return round.entering.contains { other, entered in
      guard entered.contains(transition.source) else { return false }
      let before = steadyParts(of: other, round)
      return before.isEmpty || !facts.excludeEachOther(own + before)
    }
  }

  private func steadyParts(of id: ID<Transition>, _ round: RepeatedRound) -> [Expression] {
    (parts[id] ?? []).filter {
      let asked = dependence(of: $0)
      return !round.changes(asked) && asked.targets.allSatisfy(\.isFact)
    }
  }

  private func recurs(
    _ id: ID<Transition>, _ round: RepeatedRound, _ immediate: Set<ID<Event>>
  ) -> Bool {
    let transition = chart.transitions[id]
    let leaves = !transition.targets.isEmpty && !transition.isInternal
    if leaves, !isLedBackTo(id, round) { return false }
    if case .events(let events, _) = transition.trigger,
      !events.contains(where: { isMadeAnew($0, round, immediate) })
    {
      return false
    }
    return !(parts[id] ?? []).contains { ends(transition, $0, round) }
  }

  private func dependence(of expression: Expression) -> Dependence {
    dependences[expression] ?? Dependence(expression, reads)
  }

  /// Whether a transition's source may be entered again and again.
  private func isLedBackTo(_ id: ID<Transition>, _ round: RepeatedRound) -> Bool {
    let source = chart.transitions[id].source
    return round.entering.contains { other, entered in
      entered.contains(source) && !(other == id && isLeftAtOnce(source, entered, round))
    }
  }

  /// Whether a state is left as soon as these are entered: one of them leads out of it by itself,
  /// whatever is known, and nothing comes before that.
  private func isLeftAtOnce(
    _ outer: ID<State>, _ entered: Set<ID<State>>, _ round: RepeatedRound
  ) -> Bool {
    guard !round.transitions.contains(where: { chart.transitions[$0].isFirst }) else {
      return false
    }
    return entered.contains { inner in
      let state = chart.states[inner]
      guard state.kind == .atomic, graph.isInside(inner, outer),
        graph.ancestors(of: inner).allSatisfy({ chart.states[$0].kind != .parallel }),
        let first = state.transitions.map({ chart.transitions[$0] })
          .first(where: { $0.trigger == .always })
      else { return false }
      return first.isUnguarded && !first.isFirst && !first.targets.isEmpty
        && first.targets.allSatisfy { !graph.isInside($0, outer) && $0 != outer }
    }
  }

  private func isMadeAnew(_ event: ID<Event>, _ round: RepeatedRound, _ immediate: Set<ID<Event>>)
    -> Bool
  {
    if round.raised.contains(event) { return true }
    guard immediate.contains(event) else {
      guard case .done(let state) = program.events[event].origin else { return false }
      return round.entered.contains { chart.states[$0].kind == .final && graph.isInside($0, state) }
    }
    switch program.events[event].origin {
    case .timer(let timer): return round.entered.contains(chart.delayed[timer].state)
    case .expired(let period):
      let declared = program.periods[period]
      let dates =
        declared.starts
        + [declared.extension?.until, declared.extension?.condition]
        .compactMap(\.self)
      return dates.contains { round.changes(dependence(of: $0)) }
    default: return false
    }
  }

  /// Whether a part of a guard fails once its transition has been taken often enough, and nothing
  /// in the round makes it hold again.
  private func ends(_ transition: Transition, _ part: Expression, _ round: RepeatedRound) -> Bool {
    let reading = dependence(of: part)
    guard !round.changesPlaceOrDecision(reading) else { return false }
    // Of what it reads the round changes this, and maybe more.
    let asked = reading.targets.filter { round.assigned[$0] != nil }
    return asked.contains { target in
      let isAlone = asked.count == 1
      let failsHere = transition.actions.contains { action in
        guard case .set(let all) = action.kind else { return false }
        return all.contains {
          $0.target == target && fails(part, once: target, isSetTo: $0.value, isAlone, round)
        }
      }
      return failsHere
        && (round.assigned[target] ?? []).allSatisfy {
          fails(part, once: target, isSetTo: $0, isAlone, round)
            || isAlone && part.asksWhatIsMissing && isLonger($0, target)
        }
    }
  }

  /// Whether a part of a guard surely fails, now or once this has been done often enough, when
  /// something has been set, and stays so where it failed.
  private func fails(
    _ part: Expression, once target: Action.Assignment.Target, isSetTo value: Expression,
    _ isAlone: Bool, _ round: RepeatedRound
  ) -> Bool {
    func isTarget(_ one: Expression) -> Bool { one.isName && one.targetsRead == [target] }
    if let constant = constants.value(of: value) {
      return fails(part, where: target, is: constant)
    }
    guard isAlone else { return false }
    switch part.kind {
    case .not(let inner):
      guard case .call(let asks, let arguments) = inner.kind, isTarget(arguments[0]) else {
        return false
      }
      switch asks {
      case .isKnown:
        // What could not be told could not be set.
        if case .fact = target { return true }
        return false
      case .listContains:
        // A list that only grows.
        guard case .call(_, let longer) = value.kind, isLonger(value, target),
          constants.value(of: arguments[1]) != nil
        else { return false }
        return longer.dropFirst().contains {
          text.expression($0) == text.expression(arguments[1])
        }
      default: return false
      }
    case .compare(.notEqual, let left, let right):
      let other = isTarget(left) ? right : isTarget(right) ? left : nil
      // What it is compared with was read before anything was set, and has to be the same since.
      guard let other, !round.changes(dependence(of: other)) else { return false }
      return text.expression(other) == text.expression(value)
    case .compare(.less, let left, let right), .compare(.lessOrEqual, let left, let right):
      guard isTarget(left), constants.value(of: right) != nil,
        case .arithmetic(.add, let before, let step) = value.kind, isTarget(before),
        case .number(let amount)? = constants.value(of: step)
      else { return false }
      return amount > .zero
    default: return false
    }
  }

  /// Whether a part of a guard fails where something has a value, whatever all else is.
  private func fails(
    _ part: Expression, where target: Action.Assignment.Target, is constant: Value
  ) -> Bool {
    var asksWhatIsKnown = false
    part.walk { if case .call(.isKnown, _) = $0.kind { asksWhatIsKnown = true } }
    let placed = part.rebuilt { one in
      if one.isName, one.targetsRead == [target] {
        return Expression(.constant(constant), type: one.type, span: one.span)
      }
      switch one.kind {
      case .fact, .variable, .decision, .inState, .clock:
        // What came with an event, where there is none, is unknown.
        return asksWhatIsKnown ? one : Expression(.payload(0), type: one.type, span: one.span)
      default: return one
      }
    }
    if asksWhatIsKnown { return constants.value(of: placed) == .boolean(false) }
    let evaluator = Evaluator(
      program: program, calendar: calendar, facts: program.facts.elements.map { _ in nil })
    return (try? evaluator.verdict(placed)) == .fails
  }

  /// Whether a list keeps all that is in it: something is put behind it.
  private func isLonger(_ value: Expression, _ target: Action.Assignment.Target) -> Bool {
    guard case .call(.append, let parts) = value.kind else { return false }
    return parts[0].isName && parts[0].targetsRead == [target]
  }
}

extension Expression {
  /// The variables and facts that it reads by itself.
  var targetsRead: [Action.Assignment.Target] {
    var all: [Action.Assignment.Target] = []
    walk { part in
      switch part.kind {
      case .variable(let id): all.append(.variable(id))
      case .fact(let id): all.append(.fact(id))
      default: break
      }
    }
    return all
  }

  /// Whether it holds as long as something is not in a list.
  fileprivate var asksWhatIsMissing: Bool {
    if case .not(let inner) = kind, case .call(.listContains, _) = inner.kind {
      true
    } else {
      false
    }
  }

  /// Whether it is a variable or a fact, and nothing else.
  fileprivate var isName: Bool {
    switch kind {
    case .variable, .fact: true
    default: false
    }
  }
}

extension Action.Assignment.Target {
  fileprivate var isFact: Bool {
    if case .fact = self { true } else { false }
  }
}
