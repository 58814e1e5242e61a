import Model
import SourceText

// Eventless transitions that lead in a circle whatever the facts are. Only what is certain is
// reported: circles through guards, histories or parallel states are for the interpreter to stop.
extension Lowering {
  mutating func lintCircles(_ graph: StateGraph) {
    var reported: Set<ID<State>> = []
    for id in graph.chart.states.ids {
      guard let circle = circle(from: id, graph), let place = circle.min() else { continue }
      guard reported.insert(place).inserted else { continue }
      diagnostics.report(.endlessTransitions(circle, graph.chart))
    }
  }

  /// The innermost states one comes through, in order, from one of them back to it.
  private func circle(from start: ID<State>, _ graph: StateGraph) -> [ID<State>]? {
    var path: [ID<State>] = []
    var leaf = start
    while true {
      if let first = path.firstIndex(of: leaf) { return Array(path[first...]) }
      path.append(leaf)
      guard let next = nextLeaf(leaf, graph) else { return nil }
      leaf = next
    }
  }

  /// Where the one eventless transition that is certainly taken in a state leads; nil if there is
  /// no such, or if it cannot be told.
  private func nextLeaf(_ leaf: ID<State>, _ graph: StateGraph) -> ID<State>? {
    let chart = graph.chart
    let around = [leaf] + graph.ancestors(of: leaf)
    guard chart.states[leaf].kind == .atomic || chart.states[leaf].kind == .final,
      !around.contains(where: { chart.states[$0].kind == .parallel }), !isEnd(leaf, chart)
    else { return nil }
    for place in around {
      let eventless = chart.states[place].transitions.map { chart.transitions[$0] }
        .filter { $0.trigger == .always }
      guard let first = eventless.first else { continue }
      guard first.isUnguarded else { return nil }
      return first.targets.isEmpty ? leaf : onlyLeaf(graph.entered(first.targets), first, chart)
    }
    return nil
  }

  private func isEnd(_ id: ID<State>, _ chart: Statechart) -> Bool {
    chart.states[id].kind == .final && chart.states[id].parent == chart.root
  }

  private func onlyLeaf(
    _ entered: Set<ID<State>>, _ transition: Transition, _ chart: Statechart
  ) -> ID<State>? {
    guard !transition.targets.contains(where: { chart.states[$0].kind.isHistory }) else {
      return nil
    }
    let leaves = entered.filter { chart.states[$0].children.isEmpty }
    return leaves.count == 1 ? leaves.first : nil
  }
}

extension Diagnostic {
  fileprivate static func endlessTransitions(
    _ circle: [ID<State>], _ chart: Statechart
  ) -> Diagnostic {
    let first = chart.states[circle[0]]
    let names = (circle + [circle[0]]).map { "`\(chart.states[$0].path)`" }
    return Diagnostic(
      .endlessTransitions,
      Bilingual(
        en: "eventless transitions without `when` never stop: \(names.joined(separator: " → "))",
        zh: "没有 `when` 的自动转移永不停止：\(names.joined(separator: " → "))"),
      at: first.span, labels: circle.dropFirst().map { Label(chart.states[$0].span) },
      help: Bilingual(
        en: "give one of them a `when`, or let an event trigger it", zh: "请给其中一个加 `when`，或改由事件触发"))
  }
}
