internal import SourceText

/// Prints a chart as nested states.
struct ChartDump {
  let text: ProgramText
  let chart: Statechart

  func write(to outline: inout Outline) {
    outline.line("workflow" + (chart.ignoresUnhandledEvents ? " (unhandled events ignored)" : ""))
    outline.indented { inside(chart.root, &$0) }
  }

  private func state(_ id: ID<State>, _ outline: inout Outline) {
    let state = chart.states[id]
    let path = state.path == state.name ? "" : " (\(state.path))"
    outline.line("\(word(state.kind)) \(state.name)\(path)")
    outline.indented { inside(id, &$0) }
  }

  private func word(_ kind: State.Kind) -> String {
    switch kind {
    case .atomic, .compound: "state"
    case .parallel: "parallel"
    case .final: "final"
    case .shallowHistory: "history"
    case .deepHistory: "deep history"
    }
  }

  private func inside(_ id: ID<State>, _ outline: inout Outline) {
    let state = chart.states[id]
    if !state.initial.isEmpty {
      outline.line("initial " + names(state.initial))
      outline.indented { text.dump(state.initialActions, to: &$0) }
    }
    block("entry", state.entry, &outline)
    block("exit", state.exit, &outline)
    for field in state.doneData {
      outline.line("data \(field.name) = \(text.expression(field.value))")
    }
    for id in state.delayed { delayed(chart.delayed[id], &outline) }
    for id in state.transitions { transition(chart.transitions[id], &outline) }
    for child in state.children { self.state(child, &outline) }
  }

  private func block(_ word: String, _ actions: [Action], _ outline: inout Outline) {
    guard !actions.isEmpty else { return }
    outline.line(word)
    outline.indented { text.dump(actions, to: &$0) }
  }

  private func delayed(_ delayed: DelayedTransition, _ outline: inout Outline) {
    let event = text.program.events[delayed.event].name
    outline.line("timer \(text.delay(delayed.delay)): \(event)")
  }

  private func transition(_ transition: Transition, _ outline: inout Outline) {
    let inner = text.within(transition)
    let condition = transition.condition.map { " when " + inner.expression($0) } ?? ""
    let targets = transition.targets.isEmpty ? "" : " -> " + names(transition.targets)
    outline.line(
      trigger(transition.trigger) + (transition.isFirst ? " first" : "") + condition + targets
        + (transition.isInternal ? " (internal)" : "") + text.bases(transition.basis).because)
    outline.indented { inner.dump(transition.actions, to: &$0) }
  }

  private func trigger(_ trigger: Transition.Trigger) -> String {
    switch trigger {
    case .always: "always"
    case .events(let events, let pattern):
      "on \(pattern)" + (events.isEmpty ? " (no event)" : expansion(events, pattern))
    }
  }

  /// Which events a pattern stands for, where it does not say so itself.
  private func expansion(_ events: [ID<Event>], _ pattern: String) -> String {
    let names = events.map { text.program.events[$0].name }.joined(separator: " | ")
    return names == pattern ? "" : " (\(names))"
  }

  private func names(_ states: [ID<State>]) -> String {
    states.map { chart.states[$0].path }.joined(separator: ", ")
  }
}
