import Model
import SourceText

/// What must hold of every program that the compiler gives, in words where it does not.
func brokenInvariants(of program: Program) -> [String] {
  guard let chart = program.chart else { return [] }
  return ProgramInvariants(program: program, chart: chart).broken
}

private struct ProgramInvariants {
  let program: Program
  let chart: Statechart

  var broken: [String] {
    chart.states.ids.flatMap(broken(state:))
      + chart.transitions.elements.flatMap(broken(transition:))
      + program.events.ids.flatMap(broken(event:))
  }

  private func broken(state id: ID<State>) -> [String] {
    let state = chart.states[id]
    var broken: [String] = []
    if (state.parent == nil) != (id == chart.root) { broken.append("\(state.name): parent") }
    if let parent = state.parent {
      if parent >= id { broken.append("\(state.name) stands before its parent") }
      if !chart.states[parent].children.contains(id) { broken.append("\(state.name) is no child") }
    }
    let outer = state.kind.isHistory ? state.parent ?? id : id
    if state.initial.isEmpty != !(state.kind == .compound || state.kind.isHistory) {
      broken.append("\(state.name): initial")
    }
    if !state.initial.allSatisfy({ isInside($0, outer) }) {
      broken.append("\(state.name): initial outside")
    }
    if state.kind == .atomic, !state.children.isEmpty { broken.append("\(state.name): children") }
    for own in state.transitions where chart.transitions[own].source != id {
      broken.append("\(state.name): another's transition")
    }
    for own in state.delayed where chart.delayed[own].state != id {
      broken.append("\(state.name): another's timer")
    }
    return broken + (state.entry + state.exit + state.initialActions).flatMap(broken(action:))
  }

  private func isInside(_ id: ID<State>, _ outer: ID<State>) -> Bool {
    var next = chart.states[id].parent
    while let ancestor = next {
      if ancestor == outer { return true }
      next = chart.states[ancestor].parent
    }
    return false
  }

  private func broken(transition: Transition) -> [String] {
    var broken = transition.actions.flatMap(broken(action:))
    if case .events(let events, let pattern) = transition.trigger, events.isEmpty {
      broken.append("\(pattern): no events")
    }
    if let condition = transition.condition, condition.type != .boolean {
      broken.append("a guard that is no condition")
    }
    return broken
  }

  private func broken(action: Action) -> [String] {
    switch action.kind {
    case .raise(let event, let payload): broken(event, payload)
    case .send(let send): broken(send.event, send.payload)
    case .choose(let branches): branches.flatMap(\.actions).flatMap(broken(action:))
    case .task(let order): (order.within == nil) == (order.overdue == nil) ? [] : [order.id]
    default: []
    }
  }

  private func broken(_ event: ID<Event>, _ payload: [Expression]) -> [String] {
    let fields = program.events[event].payload
    return fields.count == payload.count ? [] : ["\(program.events[event].name): fields"]
  }

  private func broken(event id: ID<Event>) -> [String] {
    let event = program.events[id]
    switch event.origin {
    case .external, .raised, .overdue: return []
    case .done(let state):
      let finals = chart.states[state].children.map { chart.states[$0] }
        .filter { $0.kind == .final }
      let names = event.payload.map(\.name)
      return finals.allSatisfy { $0.doneData.map(\.name) == names } ? [] : ["\(event.name): data"]
    case .timer(let timer): return chart.delayed[timer].event == id ? [] : [event.name]
    case .expired(let period): return program.periods[period].expiry == id ? [] : [event.name]
    }
  }
}
