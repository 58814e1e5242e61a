internal import Engine
internal import Model
internal import SourceText

/// What of a case's state tells the situations of a sketch apart, and who takes which event there.
struct SituationShape {
  private let sketch: Sketch
  private let chart: Statechart
  private let histories: [ID<State>]
  /// By event: the states that may take it.
  private let takers: [[ID<State>]]

  init(_ sketch: Sketch, _ chart: Statechart) {
    self.sketch = sketch
    self.chart = chart
    histories = SituationShape.forgettable(chart)
    var takers = sketch.program.events.elements.map { _ in [ID<State>]() }
    for id in chart.states.ids {
      for transition in chart.states[id].transitions where !chart.transitions[transition].isIdle {
        if case .events(let events, _) = chart.transitions[transition].trigger {
          for event in events { takers[event.index].append(id) }
        }
      }
    }
    self.takers = takers
  }

  /// The events that something takes where these states are active, in declared order.
  func events(in configuration: [ID<State>]) -> [ID<Event>] {
    let active = Set(configuration)
    return sketch.program.events.ids.filter { event in
      sketch.twinEvents[event] != nil
        && (takers[event.index].contains(where: active.contains)
          || isPromised(event, in: configuration))
    }
  }

  /// Whether something is promised of where an event leads from here.
  func isPromised(_ event: ID<Event>, in configuration: [ID<State>]) -> Bool {
    guard case .leadsTo(let states, let promised, _) = sketch.invariant.kind else { return false }
    return event == promised && states.contains(where: configuration.contains)
  }

  /// A state without all that does not matter for what may follow.
  func normal(_ state: CaseState) -> CaseState {
    var normal = state
    normal.facts = normal.facts.map { _ in nil }
    normal.timers = []
    normal.tasks = []
    normal.drafted = []
    normal.serial = 0
    normal.doneData = []
    for id in sketch.program.variables.ids {
      guard let ceiling = sketch.kept[id] else {
        normal.variables[id.index] = sketch.program.variables[id].start
        continue
      }
      if let ceiling, case .number(let number) = normal.variables[id.index] {
        normal.variables[id.index] = .number(min(number, Number(ceiling)))
      }
    }
    for history in histories {
      guard let parent = chart.states[history].parent else { continue }
      if normal.configuration.contains(parent) { normal.history[history.index] = [] }
    }
    return normal
  }

  /// History states that are used only from outside of their state: while that is active, what they
  /// hold will be written anew before it is read.
  private static func forgettable(_ chart: Statechart) -> [ID<State>] {
    chart.states.ids.filter { id in
      guard chart.states[id].kind.isHistory, let parent = chart.states[id].parent else {
        return false
      }
      return chart.transitions.elements.allSatisfy { transition in
        !transition.targets.contains(id) || !chart.isInside(transition.source, parent)
      }
    }
  }
}
