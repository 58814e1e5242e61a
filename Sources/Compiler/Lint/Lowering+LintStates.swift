import Model
import SourceText
import Syntax

// States that nothing leads to, and states that lead nowhere.
extension Lowering {
  mutating func lintStates(_ graph: StateGraph) {
    let reached = graph.reachable(from: graph.opening)
    let unreached = unreachable(graph, reached)
    for id in unreached {
      let state = graph.chart.states[id]
      diagnostics.report(
        state.part == .outcome ? outcomeNeverGiven(state) : .unreachableState(state))
    }
    for id in graph.chart.states.ids where reached.contains(id) && isDeadEnd(id, graph) {
      diagnostics.report(.deadEnd(graph.chart.states[id]))
    }
  }

  /// The outermost states that cannot become active, and histories that nothing leads to.
  private func unreachable(_ graph: StateGraph, _ reached: Set<ID<State>>) -> [ID<State>] {
    let chart = graph.chart
    var named: Set<ID<State>> = []
    for id in chart.states.ids where reached.contains(id) {
      named.formUnion(chart.states[id].initial)
      for transition in chart.states[id].transitions {
        named.formUnion(chart.transitions[transition].targets)
      }
    }
    return chart.states.ids.filter { id in
      guard let parent = chart.states[id].parent, reached.contains(parent) else { return false }
      return chart.states[id].kind.isHistory ? !named.contains(id) : !reached.contains(id)
    }
  }

  /// Whether a case that comes here stays here for good though it has not ended. Regions of
  /// parallel states are left out: another region may lead on.
  private func isDeadEnd(_ id: ID<State>, _ graph: StateGraph) -> Bool {
    let chart = graph.chart
    let state = chart.states[id]
    switch state.kind {
    case .atomic: break
    // An outcome that leads nowhere is told by its slot.
    case .final where state.parent != chart.root && state.part != .outcome: break
    default: return false
    }
    let around = [id] + graph.ancestors(of: id)
    return around.allSatisfy { place in
      chart.states[place].kind != .parallel
        && chart.states[place].transitions.allSatisfy { chart.transitions[$0].targets.isEmpty }
    }
  }
}

extension Lowering {
  /// An outcome of a slot that what fills the slot never gives.
  private func outcomeNeverGiven(_ outcome: State) -> Diagnostic {
    guard let parent = outcome.parent, case .slot(let name) = states[parent].part else {
      return .unreachableState(outcome)
    }
    let fill = tree.mediation.fills.first { $0.slot.value == name }?.slot.span
    let standard = tree.mediation.slots.first { $0.name.value == name }?.standard?.span
    return .outcomeNeverGiven(outcome, slot: name, at: fill ?? standard ?? outcome.span)
  }
}

extension Diagnostic {
  fileprivate static func outcomeNeverGiven(
    _ outcome: State, slot name: String, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .outcomeNeverGiven,
      Bilingual(
        en: "what fills the slot `\(name)` never comes to `\(outcome.name)`",
        zh: "填入接口 `\(name)` 的内容从不给出 `\(outcome.name)`"),
      at: span,
      labels: [Label(outcome.span, Bilingual(en: "one of its outcomes", zh: "它的结果之一"))],
      help: Bilingual(
        en: "let a transition lead `to: \(outcome.name)`", zh: "请让某个转移通向 `\(outcome.name)`"))
  }

  fileprivate static func unreachableState(_ state: State) -> Diagnostic {
    Diagnostic(
      .unreachableState,
      Bilingual(en: "nothing leads to `\(state.name)`", zh: "没有转移能到达 `\(state.name)`"),
      at: state.span,
      help: Bilingual(
        en: "let a transition lead to it, or take it out", zh: "请加一个通向它的转移，或删去它"))
  }

  fileprivate static func deadEnd(_ state: State) -> Diagnostic {
    Diagnostic(
      .deadEnd,
      Bilingual(
        en: "a case that comes to `\(state.name)` can neither go on nor end",
        zh: "案件到了 `\(state.name)` 既不能继续也不能结束"),
      at: state.span,
      help: state.kind == .final
        ? Bilingual(
          en: "say with `done:` where its outer state leads", zh: "请用 `done:` 写明外层状态的去向")
        : Bilingual(
          en: "give it a transition with a target, or `type: final`",
          zh: "请给它一个有去向的转移，或写 `type: final`"))
  }
}
