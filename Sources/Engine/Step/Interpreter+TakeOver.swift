package import Model
package import SourceText

extension Interpreter {
  /// Goes on with a case that another version of its rulebook brought to a place of this chart: no
  /// state is entered or left for it. Deadlines and tasks that begin now are set, the legal clocks
  /// follow the rulebook, and then all that needs no event happens.
  ///
  /// - Parameters:
  ///   - moment: of the takeover; nil in a case that has been given no time.
  ///   - delayed: each `after` that begins now, in document order.
  ///   - tasks: actions that give a task, which is given now.
  package func takeOver(
    _ state: CaseState, at moment: DateTime?, starting delayed: [ID<DelayedTransition>],
    giving tasks: [Action]
  ) -> StepResult {
    var stepper = Stepper(self, state: state)
    return stepper.result { (stepper: inout Stepper) throws(Refused) in
      if let moment { stepper.state.clock = moment }
      try stepper.guarding { (stepper: inout Stepper) throws(Stop) in
        try stepper.scheduleDelayed(delayed)
        for task in tasks {
          if case .task(let order) = task.kind { try stepper.give(order, task) }
        }
        try stepper.refreshPeriods()
      }
      try stepper.settle()
    }
  }
}
