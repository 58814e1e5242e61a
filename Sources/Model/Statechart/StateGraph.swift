package import SourceText

/// A chart as a graph: which states a transition enters, and what can be reached from there.
///
/// Guards are not looked at and histories count as their default, so more may seem reachable than
/// is; what seems unreachable is so for certain.
package struct StateGraph: Sendable {
  package let chart: Statechart
  /// By transition: the states it makes active, those around them included.
  package private(set) var entered: [Set<ID<State>>] = []

  /// The graph of a chart.
  package init(_ chart: Statechart) {
    self.chart = chart
    entered = chart.transitions.elements.map { entered($0.targets) }
  }

  /// From the parent up to the root.
  package func ancestors(of id: ID<State>) -> [ID<State>] {
    var result: [ID<State>] = []
    var next = chart.states[id].parent
    while let ancestor = next {
      result.append(ancestor)
      next = chart.states[ancestor].parent
    }
    return result
  }

  /// Whether a state lies in another, however deep.
  package func isInside(_ id: ID<State>, _ outer: ID<State>) -> Bool {
    var next = chart.states[id].parent
    while let ancestor = next, ancestor != outer { next = chart.states[ancestor].parent }
    return next != nil
  }

  /// The states that are active when the case opens.
  package var opening: Set<ID<State>> { entered([chart.root]) }

  /// All states that are active once targets are entered: they, what they lead to by default, and
  /// what stands around them (SCXML, `computeEntrySet`).
  package func entered(_ targets: [ID<State>]) -> Set<ID<State>> {
    var active: Set<ID<State>> = []
    for target in targets { addDown(target, to: &active) }
    for target in targets { addUp(target, to: &active) }
    return active
  }

  private func addDown(_ id: ID<State>, to active: inout Set<ID<State>>) {
    let state = chart.states[id]
    if !state.kind.isHistory { guard active.insert(id).inserted else { return } }
    switch state.kind {
    case .parallel: addRegions(of: id, to: &active)
    case .compound, .shallowHistory, .deepHistory:
      for target in state.initial { addDown(target, to: &active) }
      for target in state.initial { addUp(target, to: &active) }
    case .atomic, .final: break
    }
  }

  private func addUp(_ id: ID<State>, to active: inout Set<ID<State>>) {
    for ancestor in ancestors(of: id) {
      active.insert(ancestor)
      if chart.states[ancestor].kind == .parallel { addRegions(of: ancestor, to: &active) }
    }
  }

  private func addRegions(of id: ID<State>, to active: inout Set<ID<State>>) {
    for region in chart.states[id].children where !chart.states[region].kind.isHistory {
      let isThere = active.contains { $0 == region || isInside($0, region) }
      if !isThere { addDown(region, to: &active) }
    }
  }

  /// All states that can become active from some on, through transitions that `isOpen` lets pass.
  package func reachable(
    from start: Set<ID<State>>,
    isOpen: (ID<Transition>, _ entered: Set<ID<State>>) -> Bool = { _, _ in true }
  ) -> Set<ID<State>> {
    var reached = start
    var open = Array(start)
    while let state = open.popLast() {
      for id in chart.states[state].transitions where isOpen(id, entered[id.index]) {
        for next in entered[id.index] where reached.insert(next).inserted { open.append(next) }
      }
    }
    return reached
  }
}

extension Transition {
  /// Whether nothing but its event is needed for it to be taken.
  package var isUnguarded: Bool {
    switch condition?.kind {
    case nil, .constant(.boolean(true)): true
    default: false
    }
  }
}
