internal import Model
internal import SourceText

/// Questions about a chart's tree that SCXML's algorithm asks (W3C SCXML, appendix D). State ids
/// are in document order, so a subtree's ids follow its root without a gap.
struct ChartQueries {
  let chart: Statechart
  /// By state.
  private let parents: [ID<State>?]
  /// By state.
  private let kinds: [State.Kind]
  /// By state: one past the last id of its subtree.
  private let subtreeEnds: [Int]

  init(_ chart: Statechart) {
    self.chart = chart
    parents = chart.states.elements.map(\.parent)
    kinds = chart.states.elements.map(\.kind)
    var ends = Array(chart.states.elements.indices.map { $0 + 1 })
    for (index, parent) in parents.enumerated().reversed() {
      if let parent { ends[parent.index] = max(ends[parent.index], ends[index]) }
    }
    subtreeEnds = ends
  }

  func parent(of state: ID<State>) -> ID<State>? { parents[state.index] }

  func kind(of state: ID<State>) -> State.Kind { kinds[state.index] }

  func isDescendant(_ state: ID<State>, of ancestor: ID<State>) -> Bool {
    state.index > ancestor.index && state.index < subtreeEnds[ancestor.index]
  }

  /// From the parent up to, not including, `limit`; to the root inclusive where that is nil.
  func properAncestors(of state: ID<State>, upTo limit: ID<State>?) -> [ID<State>] {
    var result: [ID<State>] = []
    var next = parent(of: state)
    while let ancestor = next, ancestor != limit {
      result.append(ancestor)
      next = parent(of: ancestor)
    }
    return result
  }

  func isAtomic(_ state: ID<State>) -> Bool {
    switch kind(of: state) {
    case .atomic, .final: true
    case .compound, .parallel, .shallowHistory, .deepHistory: false
    }
  }

  /// The nearest compound ancestor of the first that holds all the others.
  func leastCommonCompoundAncestor(of first: ID<State>, _ others: [ID<State>]) -> ID<State> {
    var next = parent(of: first)
    while let ancestor = next {
      if kind(of: ancestor) == .compound,
        others.allSatisfy({ isDescendant($0, of: ancestor) })
      {
        return ancestor
      }
      next = parent(of: ancestor)
    }
    return chart.root
  }
}
