import SourceText

extension Program {
  /// Every action of the workflow, those inside of `choose` too: of the states in document order,
  /// then of the transitions.
  package var actions: [Action] {
    guard let chart else { return [] }
    var found: [Action] = []
    for state in chart.states.elements {
      for actions in [state.initialActions, state.entry, state.exit] {
        for action in actions { action.visit { found.append($0) } }
      }
    }
    for transition in chart.transitions.elements {
      for action in transition.actions { action.visit { found.append($0) } }
    }
    return found
  }
}

extension Action {
  /// The action, and all those inside its branches.
  fileprivate func visit(_ body: (Action) -> Void) {
    body(self)
    guard case .choose(let branches) = kind else { return }
    for branch in branches {
      for action in branch.actions { action.visit(body) }
    }
  }
}
