internal import Model
internal import SourceText

/// What a set of transitions, taken again and again, may do.
struct RepeatedRound {
  let transitions: Set<ID<Transition>>
  /// By transition: the states that it may enter.
  var entering: [ID<Transition>: Set<ID<State>>] = [:]
  /// States that it may leave or enter.
  var moved: Set<ID<State>> = []
  /// Events that it may raise, send or make overdue.
  var raised: Set<ID<Event>> = []
  /// Decisions that it may freeze.
  var decided: Set<ID<Decision>> = []
  /// What each variable and fact may be set to.
  var assigned: [Action.Assignment.Target: [Expression]] = [:]

  init(
    _ transitions: Set<ID<Transition>>, _ chart: Statechart,
    _ footprints: [ID<Transition>: Footprint]
  ) {
    self.transitions = transitions
    for id in transitions.sorted() {
      note(chart.transitions[id].actions)
      guard let footprint = footprints[id] else { continue }
      moved.formUnion(footprint.moved)
      entering[id] = footprint.entered
    }
    let entered = self.entered
    for id in chart.states.ids {
      if entered.contains(id) { note(chart.states[id].entry + chart.states[id].initialActions) }
      if chart.states[id].kind.isHistory { note(chart.states[id].initialActions) }
      if moved.contains(id) { note(chart.states[id].exit) }
    }
  }

  private mutating func note(_ actions: [Action]) {
    for action in actions.flatMap(\.allWithin) {
      switch action.kind {
      case .set(let assignments):
        for assignment in assignments {
          assigned[assignment.target, default: []].append(assignment.value)
        }
      case .decide(let decision): decided.insert(decision)
      case .raise(let event, _): raised.insert(event)
      case .send(let send): raised.insert(send.event)
      case .task(let order):
        if let overdue = order.overdue { raised.insert(overdue) }
      case .cancel, .notify, .inform, .draft, .choose: break
      }
    }
  }

  /// States that it may enter.
  var entered: Set<ID<State>> { entering.values.reduce(into: []) { $0.formUnion($1) } }

  /// Whether it may change what an expression comes to.
  func changes(_ asked: Dependence) -> Bool {
    asked.targets.contains { assigned[$0] != nil } || changesPlaceOrDecision(asked)
  }

  /// Whether an expression depends on where the case is, on what came with an event or on frozen
  /// decisions, as far as these change.
  func changesPlaceOrDecision(_ asked: Dependence) -> Bool {
    asked.isOfEvent || !asked.decisions.isDisjoint(with: decided)
      || !asked.states.isDisjoint(with: moved)
  }
}

/// The states that a transition may leave or enter, and those that it may enter.
struct Footprint {
  var moved: Set<ID<State>>
  var entered: Set<ID<State>>

  /// Nil for one that leads nowhere.
  init?(_ id: ID<Transition>, _ chart: Statechart, _ graph: StateGraph) {
    let transition = chart.transitions[id]
    guard !transition.targets.isEmpty else { return nil }
    let domain = chart.leastDomain(of: transition)
    let inside = chart.states.ids.filter { graph.isInside($0, domain) }
    var found = graph.entered[id.index].intersection(inside)
    // A history may lead anywhere beside it.
    let places = found.flatMap { chart.states[$0].initial } + transition.targets
    for place in places where chart.states[place].kind.isHistory {
      found.formUnion(inside.filter { graph.isInside($0, chart.states[place].parent ?? domain) })
    }
    moved = Set(inside)
    entered = found
  }
}

/// What an expression depends on, by way of decisions too.
struct Dependence {
  var targets: Set<Action.Assignment.Target> = []
  var decisions: Set<ID<Decision>>
  var states: Set<ID<State>> = []
  /// Whether on what came with an event.
  var isOfEvent = false

  init(_ expression: Expression, _ reads: FactReads) {
    decisions = reads.decisions(in: expression)
    for part in reads.closure(of: expression) {
      targets.formUnion(part.targetsRead)
      part.walk {
        switch $0.kind {
        case .inState(let state): states.insert(state)
        case .payload: isOfEvent = true
        default: break
        }
      }
    }
  }
}

extension Statechart {
  /// A compound state that holds a transition's source and all its targets, or the root: nothing
  /// outside of it is left or entered.
  fileprivate func leastDomain(of transition: Transition) -> ID<State> {
    var next = states[transition.source].parent
    while let here = next {
      if states[here].kind == .compound, transition.targets.allSatisfy({ isInside($0, here) }) {
        return here
      }
      next = states[here].parent
    }
    return root
  }
}
