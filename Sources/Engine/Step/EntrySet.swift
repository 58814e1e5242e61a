internal import Model
internal import SourceText

/// The states a microstep enters (SCXML's `computeEntrySet` and its helpers).
struct EntrySet {
  private let queries: ChartQueries
  private let history: [[ID<State>]]
  private(set) var states: Set<ID<State>> = []
  /// Compound states entered by default: their initial actions run.
  private(set) var byDefault: Set<ID<State>> = []
  /// By the parent entered: the history state whose default actions run.
  private(set) var defaultHistory: [ID<State>: ID<State>] = [:]

  private var chart: Statechart { queries.chart }

  init(queries: ChartQueries, history: [[ID<State>]]) {
    self.queries = queries
    self.history = history
  }

  /// Adds a target and all that is entered with it below `ancestor`.
  mutating func add(targets: [ID<State>], effective: [ID<State>], below ancestor: ID<State>) {
    for target in targets { addDescendants(target) }
    for target in effective { addAncestors(of: target, below: ancestor) }
    // Only a workflow that is parallel itself can be a parallel domain.
    if queries.kind(of: ancestor) == .parallel { addMissingRegions(of: ancestor) }
  }

  mutating func addDescendants(_ state: ID<State>) {
    switch queries.kind(of: state) {
    case .shallowHistory, .deepHistory: addHistory(state)
    case .compound:
      states.insert(state)
      byDefault.insert(state)
      enter(chart.states[state].initial, in: state)
    case .parallel:
      states.insert(state)
      addMissingRegions(of: state)
    case .atomic, .final: states.insert(state)
    }
  }

  private mutating func addHistory(_ state: ID<State>) {
    guard let parent = queries.parent(of: state) else { return }
    let remembered = history[state.index]
    if remembered.isEmpty {
      defaultHistory[parent] = state
      enter(chart.states[state].initial, in: parent)
    } else {
      enter(remembered, in: parent)
    }
  }

  private mutating func enter(_ targets: [ID<State>], in ancestor: ID<State>) {
    for target in targets { addDescendants(target) }
    for target in targets { addAncestors(of: target, below: ancestor) }
  }

  private mutating func addAncestors(of state: ID<State>, below ancestor: ID<State>) {
    for between in queries.properAncestors(of: state, upTo: ancestor) {
      states.insert(between)
      if queries.kind(of: between) == .parallel { addMissingRegions(of: between) }
    }
  }

  private mutating func addMissingRegions(of parallel: ID<State>) {
    for region in chart.states[parallel].children where !queries.kind(of: region).isHistory {
      let isThere = states.contains { $0 == region || queries.isDescendant($0, of: region) }
      if !isThere { addDescendants(region) }
    }
  }
}
