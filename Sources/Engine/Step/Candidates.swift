internal import Model
internal import SourceText

/// The transitions out of one state by what triggers them, in document order.
struct Candidates {
  /// `first: true`: before everything else (docs/mediation.md).
  private(set) var first: [ID<Transition>] = []
  private(set) var eventless: [ID<Transition>] = []
  private var triggered: [ID<Event>: [ID<Transition>]] = [:]

  init(of state: State, in chart: Statechart) {
    for id in state.transitions {
      let transition = chart.transitions[id]
      switch transition.trigger {
      case .always where transition.isFirst: first.append(id)
      case .always: eventless.append(id)
      case .events(let events, _): add(id, for: events)
      }
    }
  }

  private mutating func add(_ transition: ID<Transition>, for events: [ID<Event>]) {
    for event in events where triggered[event]?.last != transition {
      triggered[event, default: []].append(transition)
    }
  }

  /// Those that an event triggers, guards aside.
  func forEvent(_ event: ID<Event>) -> [ID<Transition>] { triggered[event] ?? [] }
}
