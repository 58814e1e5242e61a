internal import Model
internal import SourceText

/// Questions about a chart's tree that SCXML's algorithm asks (W3C SCXML, appendix D). State ids
/// are in document order, so a subtree's ids follow its root without a gap.
struct ChartQueries {
  let chart: Statechart
  /// By state: one past the last id of its subtree.
  private let subtreeEnds: [Int]

  init(_ chart: Statechart) {
    self.chart = chart
    var ends = Array(1...max(chart.states.count, 1))
    for index in chart.states.elements.indices.reversed() {
      if let parent = chart.states.elements[index].parent {
        ends[parent.index] = max(ends[parent.index], ends[index])
      }
    }
    subtreeEnds = ends
  }

  func isDescendant(_ state: ID<State>, of ancestor: ID<State>) -> Bool {
    state.index > ancestor.index && state.index < subtreeEnds[ancestor.index]
  }

  /// From the parent up to, not including, `limit`; to the root inclusive where that is nil.
  func properAncestors(of state: ID<State>, upTo limit: ID<State>?) -> [ID<State>] {
    var result: [ID<State>] = []
    var next = chart.states[state].parent
    while let ancestor = next, ancestor != limit {
      result.append(ancestor)
      next = chart.states[ancestor].parent
    }
    return result
  }

  func isAtomic(_ state: ID<State>) -> Bool {
    switch chart.states[state].kind {
    case .atomic, .final: true
    case .compound, .parallel, .shallowHistory, .deepHistory: false
    }
  }

  /// The nearest compound ancestor of the first that holds all the others.
  func leastCommonCompoundAncestor(of first: ID<State>, _ others: [ID<State>]) -> ID<State> {
    for ancestor in properAncestors(of: first, upTo: nil)
    where chart.states[ancestor].kind == .compound {
      if others.allSatisfy({ isDescendant($0, of: ancestor) }) { return ancestor }
    }
    return chart.root
  }

  /// What `after`, `done` and the like call the state.
  func path(_ state: ID<State>) -> String { chart.states[state].path }
}
