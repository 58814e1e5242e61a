package import Model
package import SourceText

/// Where a case stands in the words of mediation: in which slot, at which level and with whom, in
/// which script and step, and what is to be said and asked there (docs/mediation.md).
package struct Standing: Hashable, Sendable {
  /// The innermost active slot's state.
  package private(set) var slot: ID<State>?
  package private(set) var level: Level?
  package private(set) var script: ID<State>?
  /// The innermost active states of the script.
  package private(set) var steps: [ID<State>] = []
  /// Of the active states, outermost first.
  package private(set) var prompts: [State.Prompt] = []
  /// What the active states ask, outermost first, each once.
  package private(set) var asks: [ID<Fact>] = []

  /// - Parameter configuration: in document order, as a case has it.
  package init(of configuration: [ID<State>], in program: Program) {
    guard let chart = program.chart else { return }
    for id in configuration {
      let state = chart.states[id]
      switch state.part {
      case .slot: slot = id
      case .level(let name): level = program.mediation.levels.first { $0.name == name }
      case .script: script = id
      case .consent, .work, .scaffold, .outcome, nil: break
      }
      if let prompt = state.prompt { prompts.append(prompt) }
      for fact in state.asks where !asks.contains(fact) { asks.append(fact) }
    }
    guard let script else { return }
    steps = program.activeLeafStates(of: configuration).filter { leaf in
      var around = chart.states[leaf].parent
      while let outer = around, outer != script { around = chart.states[outer].parent }
      return around != nil
    }
  }

  /// Whether there is nothing to tell.
  package var isEmpty: Bool { slot == nil && prompts.isEmpty }
}
