internal import Model
internal import SourceText

extension Statechart {
  /// Whether transitions lead from these states to an end of the case, whatever their guards say;
  /// false is certain.
  func mayEnd(from configuration: [ID<State>]) -> Bool {
    var reached = Set(configuration)
    var open = configuration
    while let state = open.popLast() {
      for target in states[state].transitions.flatMap({ transitions[$0].targets }) {
        for next in around(target) where reached.insert(next).inserted { open.append(next) }
      }
    }
    return states[root].children.contains { states[$0].kind == .final && reached.contains($0) }
  }

  /// All that may be active once a state is entered, and maybe more.
  private func around(_ target: ID<State>) -> [ID<State>] {
    // What a history holds lies beside it.
    let entered = states[target].kind.isHistory ? states[target].parent ?? target : target
    var all = within(entered)
    var next = states[entered].parent
    while let ancestor = next {
      all += states[ancestor].kind == .parallel ? within(ancestor) : [ancestor]
      next = states[ancestor].parent
    }
    return all
  }

  private func within(_ state: ID<State>) -> [ID<State>] {
    [state] + states[state].children.flatMap(within)
  }
}
