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

  /// The variables that anything kept or done depends on, besides the actions of some transitions:
  /// what only goes into a variable that nothing depends on counts for nothing.
  private func variablesRead(
    in chart: Statechart, besides idle: Set<ID<Transition>>
  ) -> Set<ID<Variable>> {
    let actions =
      chart.allStateActions
      + chart.transitions.ids.filter { !idle.contains($0) }
      .flatMap { chart.transitions[$0].actions }
    let assignments = actions.flatMap(\.assignmentsWithin)
    let parts =
      conditions + chart.transitions.elements.compactMap(\.condition)
      + actions.flatMap(\.readingsWithin)
      + assignments.filter { $0.variable == nil }.map(\.value)
    var read = Set(parts.flatMap { reads.variables(in: $0) })
    var open = assignments.filter { $0.variable != nil }
    while let next = open.firstIndex(where: { $0.variable.map(read.contains) ?? false }) {
      read.formUnion(reads.variables(in: open.remove(at: next).value))
    }
    return read
  }

  /// Whether an action sets variables that nobody reads, and never has to wait.
  private func onlyNotes(_ action: Action, unread read: Set<ID<Variable>>) -> Bool {
    guard case .set(let assignments) = action.kind, !touchesClocks(action) else { return false }
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
