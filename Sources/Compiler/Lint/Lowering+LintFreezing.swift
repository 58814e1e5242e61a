import Model
import SourceText

// A decision that is read in one place, now before `decide` froze it and now after: what the guard
// means then depends on the way one came.
extension Lowering {
  mutating func lintFreezing(_ program: Program, _ graph: StateGraph) {
    let freezing = Freezing(graph.chart)
    for decision in program.decisions.ids {
      guard let place = freezing.firstPlace(of: decision) else { continue }
      let both = freezing.bothWays(decision, graph)
      for transition in graph.chart.transitions.elements where both.contains(transition.source) {
        guard let read = transition.reading(decision) else { continue }
        diagnostics.report(.liveAndFrozen(program.decisions[decision], at: read, place))
      }
    }
  }
}

/// Where a chart freezes which decisions.
private struct Freezing {
  let chart: Statechart
  private let byTransition: [[(ID<Decision>, Span)]]
  /// On entry, initial transition included.
  private let byEntry: [[(ID<Decision>, Span)]]
  private let byExit: [[(ID<Decision>, Span)]]

  init(_ chart: Statechart) {
    self.chart = chart
    byTransition = chart.transitions.elements.map { $0.actions.flatMap(\.decided) }
    byEntry = chart.states.elements.map { ($0.entry + $0.initialActions).flatMap(\.decided) }
    byExit = chart.states.elements.map { $0.exit.flatMap(\.decided) }
  }

  func firstPlace(of decision: ID<Decision>) -> Span? {
    let all = byTransition.joined().map(\.self) + byEntry.joined() + byExit.joined()
    return all.first { $0.0 == decision }?.1
  }

  /// States that can be active both before the decision was ever frozen and after.
  func bothWays(_ decision: ID<Decision>, _ graph: StateGraph) -> Set<ID<State>> {
    let opening = graph.opening
    if freezes(decision, entering: opening) { return [] }
    let live = graph.reachable(from: opening) { !freezes(decision, $0, entering: $1) }
    var after: Set<ID<State>> = []
    for id in chart.transitions.ids where !chart.transitions[id].targets.isEmpty {
      let entered = graph.entered[id.index]
      if live.contains(chart.transitions[id].source), freezes(decision, id, entering: entered) {
        after.formUnion(entered)
      }
    }
    return live.intersection(graph.reachable(from: after))
  }

  private func freezes(_ decision: ID<Decision>, entering states: Set<ID<State>>) -> Bool {
    states.contains { byEntry[$0.index].contains { $0.0 == decision } }
  }

  /// Whether the decision is frozen on a transition or by what it leaves or enters.
  private func freezes(
    _ decision: ID<Decision>, _ id: ID<Transition>, entering states: Set<ID<State>>
  ) -> Bool {
    byTransition[id.index].contains { $0.0 == decision }
      || byExit[chart.transitions[id].source.index].contains { $0.0 == decision }
      || freezes(decision, entering: states)
  }
}

extension Action {
  /// The decisions it freezes, or may.
  fileprivate var decided: [(ID<Decision>, Span)] {
    switch kind {
    case .decide(let decision): [(decision, span)]
    case .choose(let branches): branches.flatMap(\.actions).flatMap(\.decided)
    default: []
    }
  }
}

extension Transition {
  /// Where its guard reads a decision.
  fileprivate func reading(_ decision: ID<Decision>) -> Span? {
    var place: Span?
    condition?.walk { if $0.kind == .decision(decision), place == nil { place = $0.span } }
    return place
  }
}

extension Diagnostic {
  fileprivate static func liveAndFrozen(
    _ decision: Decision, at span: Span, _ place: Span
  ) -> Diagnostic {
    Diagnostic(
      .liveAndFrozen,
      Bilingual(
        en: "`\(decision.name)` is read here sometimes before and sometimes after it is frozen",
        zh: "此处读取 `\(decision.name)` 时，它有时尚未定下，有时已定下"),
      at: span, labels: [Label(place, Bilingual(en: "frozen here", zh: "在此定下"))],
      help: Bilingual(
        en: "freeze it on every way that leads here, or on none",
        zh: "请在通向此处的每条路上都定下它，或都不定下"))
  }
}
