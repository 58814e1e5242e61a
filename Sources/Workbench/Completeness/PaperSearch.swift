internal import Model
internal import SourceText

/// The documents that may be drafted after a state has been entered, until the case ends or comes
/// back to where one does not look any further.
struct PaperSearch {
  private let chart: Statechart
  /// States not to be followed into.
  private let ends: Set<ID<State>>
  private var seen: Set<ID<State>> = []
  private var found: Set<ID<Document>> = []

  init(_ chart: Statechart, stoppingAt ends: [ID<State>]) {
    self.chart = chart
    self.ends = Set(ends)
  }

  /// In declared order.
  var documents: [ID<Document>] { found.sorted() }

  mutating func take(_ transition: ID<Transition>) {
    add(chart.transitions[transition].actions)
    for target in chart.transitions[transition].targets { enter(target) }
  }

  /// A state with those around it and those inside that are entered with it.
  mutating func enter(_ target: ID<State>) {
    for id in chart.withAncestors(target) where !ends.contains(id) { visit(id) }
    visitInside(target)
  }

  private mutating func visitInside(_ id: ID<State>) {
    let state = chart.states[id]
    if state.kind == .parallel {
      for child in state.children {
        visit(child)
        visitInside(child)
      }
    }
    for child in state.initial where !ends.contains(child) { enter(child) }
  }

  private mutating func visit(_ id: ID<State>) {
    guard !ends.contains(id), seen.insert(id).inserted else { return }
    let state = chart.states[id]
    add(state.entry + state.initialActions + state.exit)
    for transition in state.transitions { take(transition) }
  }

  private mutating func add(_ actions: [Action]) {
    for action in actions {
      switch action.kind {
      case .draft(let document): found.insert(document)
      case .choose(let branches): for branch in branches { add(branch.actions) }
      default: break
      }
    }
  }
}
