internal import Model
internal import SourceText

/// What `first` transitions did before the event of an entry or a timer.
enum FirstSteps {
  /// None was taken that left a state.
  case stayed
  /// This one left a state.
  case left(ID<Transition>)
  /// This one holds, but what it does needs facts that are unknown.
  case held(ID<Transition>, Trace.Waiting)

  fileprivate var hasLeft: Bool {
    if case .left = self { true } else { false }
  }
}

extension Stepper {
  /// Takes `first` transitions, one at a time, until none holds any more or one has to wait.
  ///
  /// - Parameter event: what they come before.
  mutating func takeFirst(before event: ID<Event>?) throws(Fault) -> FirstSteps {
    var watch = CircleWatch()
    var steps = FirstSteps.stayed
    while !state.isFinished {
      if let oracle, !oracle.goesOn(from: state, at: .before(event, hasLeft: steps.hasLeft)) {
        throw Fault(.endlessLoop([]), at: nil)
      }
      guard let id = firstToTake() else { break }
      let leaves = !exitSet(of: id).isEmpty
      var waiting: [Trace.Waiting] = []
      guard try attempt([id], &waiting) else {
        return waiting.first.map { .held(id, $0) } ?? steps
      }
      if leaves, case .stayed = steps { steps = .left(id) }
      let step = CircleWatch.Microstep(transitions: [id], isEventless: true)
      if let circle = watch.circle(after: step, state, chart, held: oracle?.held ?? [:]) {
        throw Fault(.endlessLoop(circle), at: circle.first.map { chart.states[$0].span })
      }
      try freezePending()
    }
    return steps
  }
}
