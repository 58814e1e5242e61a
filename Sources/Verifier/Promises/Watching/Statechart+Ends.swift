internal import Model
internal import SourceText

extension Statechart {
  /// Whether transitions lead from these states to an end of the case, whatever their guards say;
  /// false is certain.
  func mayEnd(from configuration: [ID<State>]) -> Bool {
    let ends = Set(states[root].children.filter { states[$0].kind == .final })
    if !ends.isDisjoint(with: configuration) { return true }
    var reached = Set(configuration)
    var tried: Set<ID<State>> = []
    var open = configuration
    while let state = open.popLast() {
      for target in states[state].transitions.flatMap({ transitions[$0].targets })
      where tried.insert(target).inserted {
        for next in around(target) where reached.insert(next).inserted {
          if ends.contains(next) { return true }
          open.append(next)
        }
      }
    }
    return false
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
    [state] + descendants(of: state)
  }
}
