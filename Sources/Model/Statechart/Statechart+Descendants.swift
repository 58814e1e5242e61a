package import SourceText

extension Statechart {
  /// All states inside one, in document order.
  package func descendants(of state: ID<State>) -> [ID<State>] {
    states[state].children.flatMap { [$0] + descendants(of: $0) }
  }
}
