internal import Engine
internal import Model
internal import SourceText

/// What it means that a promise is broken, for the sketch and for a case alike.
enum Promise {
  /// Whether it is broken where a case stands.
  static func isBroken(
    _ kind: Invariant.Kind, _ condition: Expression, _ state: CaseState,
    _ verdict: (Expression) -> Verdict
  ) -> Bool {
    switch kind {
    case .never: return verdict(condition) != .fails
    case .requires(let states, _):
      return states.contains(where: state.configuration.contains) && verdict(condition) != .holds
    case .leadsTo, .canEnd, .within: return false
    }
  }

  /// Whether an event came to one of its targets. Where it was set aside, because something said
  /// with it led elsewhere first, the promise is for the situation that this led to.
  ///
  /// - Parameter isRefusedAnyway: whether it is what was said with the event that is refused.
  static func leads(
    _ result: StepResult, to targets: [ID<State>], isRefusedAnyway: () -> Bool
  ) -> Bool {
    guard result.refusal == nil else { return isRefusedAnyway() }
    return result.trace.isOvertaken
      || targets.contains(where: result.state.configuration.contains)
  }
}

extension Invariant {
  /// The event of which it says where it leads, or how long it takes after it.
  var promisedEvent: ID<Event>? {
    switch kind {
    case .leadsTo(_, let event, _): event
    case .within(let wait): wait.event
    case .never, .requires, .canEnd: nil
    }
  }
}
