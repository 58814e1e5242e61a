internal import Engine
internal import Model
internal import SourceText

// Events that only write something down.
extension Sketch {
  /// Raised events of which all that comes is that variables are set that no condition reads.
  func silentEvents(_ chart: Statechart) -> Set<ID<Event>> {
    let raised = original.events.ids.filter {
      original.events[$0].origin == .raised && $0 != invariant.promisedEvent
    }
    let hearers = raised.map { event in
      (event, chart.transitions.ids.filter { chart.transitions[$0].marks.contains(event) })
    }
    return Set(
      hearers.filter { _, ids in
        let read = variablesRead(in: chart, besides: Set(ids))
        return ids.allSatisfy { id in
          let transition = chart.transitions[id]
          return transition.targets.isEmpty && !transition.isFirst && transition.condition == nil
            && transition.actions.allSatisfy { onlyNotes($0, unread: read) }
        }
      }.map(\.0))
  }

  /// The variables that anything but the actions of some transitions depends on.
  private func variablesRead(
    in chart: Statechart, besides idle: Set<ID<Transition>>
  ) -> Set<ID<Variable>> {
    var parts = conditions + chart.allStateActions.flatMap(\.expressionsWithin)
    for id in chart.transitions.ids {
      let transition = chart.transitions[id]
      parts += [transition.condition].compactMap(\.self)
      if !idle.contains(id) { parts += transition.actions.flatMap(\.expressionsWithin) }
    }
    return Set(parts.flatMap { reads.variables(in: $0) })
  }

  /// Whether an action sets variables that nobody reads, and never has to wait.
  private func onlyNotes(_ action: Action, unread read: Set<ID<Variable>>) -> Bool {
    guard case .set(let assignments) = action.kind else { return false }
    return assignments.allSatisfy { assignment in
      guard case .variable(let variable) = assignment.target else { return false }
      return kept[variable] == nil && !read.contains(variable)
        && !reads.mayBeUnknown(assignment.value)
    }
  }
}

extension Statechart {
  /// Every action of states, outermost ones.
  fileprivate var allStateActions: [Action] {
    states.elements.flatMap { $0.entry + $0.exit + $0.initialActions }
  }
}
