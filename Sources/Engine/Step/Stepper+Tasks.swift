internal import Model
internal import SourceText

extension Stepper {
  /// Opens a task and starts its term; an open one of the same id is replaced.
  mutating func give(_ order: Action.TaskOrder, _ action: Action) throws(Stop) {
    close(taskNamed: order.id)
    let end = try order.within.map { term throws(Stop) in
      try deadline(after: term, at: action.span)
    }
    state.tasks.append(
      OpenTask(
        order: order, given: state.clock, due: end?.deadline.instant,
        lastDay: end?.deadline.lastDay))
    if let end, let overdue = order.overdue {
      schedule(.task(order.id), QueuedEvent(event: overdue, payload: []), end)
    }
    emit(
      .task(order, due: end?.deadline.instant, lastDay: end?.deadline.lastDay),
      basis: action.basis)
  }

  /// Whether an event that no transition takes is taken all the same: an open task waits for it,
  /// and no transition at hand names it. One whose guard fails refuses it for the task as well:
  /// nothing would have happened.
  func onlyEndsTask(_ event: QueuedEvent) -> Bool {
    state.tasks.contains { $0.order.doneBy == event.event } && firstCandidate(for: event) == nil
  }

  /// Closes the tasks that an event shows done; whether there were any.
  @discardableResult
  mutating func closeTasks(doneBy event: ID<Event>) -> Bool {
    let done = state.tasks.filter { $0.order.doneBy == event }
    for task in done {
      close(taskNamed: task.order.id)
      trace.items.append(.taskDone(task.order.id))
    }
    return !done.isEmpty
  }

  private mutating func close(taskNamed id: String) {
    state.tasks.removeAll { $0.order.id == id }
    cancelTimers { owner in
      if case .task(let own) = owner { own == id } else { false }
    }
  }
}
