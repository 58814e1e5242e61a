import Model
import SourceText
import Syntax

// Transitions that are never taken, do nothing, or act otherwise than they say.
extension Lowering {
  mutating func lintTransitions(_ chart: Statechart, _ graph: StateGraph) {
    for state in chart.states.elements {
      lintOrder(state.transitions.map { chart.transitions[$0] })
    }
    for transition in chart.transitions.elements {
      if transition.doesNothing { diagnostics.report(.transitionDoesNothing(transition)) }
      lintInternal(transition, graph)
    }
  }

  /// Of one state's transitions the first that is enabled is taken: behind one without a guard
  /// nothing else is, for the same event.
  private mutating func lintOrder(_ transitions: [Transition]) {
    var takers: [ID<Event>: Transition] = [:]
    var always: Transition?
    var first: Transition?
    for transition in transitions {
      switch transition.trigger {
      case .always where transition.isFirst:
        if let first { diagnostics.report(.transitionNeverFires(transition, first)) }
        if transition.isUnguarded { first = first ?? transition }
      case .always:
        if let always { diagnostics.report(.transitionNeverFires(transition, always)) }
        if transition.isUnguarded { always = always ?? transition }
      case .events(let events, _):
        let earlier = events.compactMap { takers[$0] }
        if let first = earlier.first, earlier.count == events.count {
          diagnostics.report(.transitionNeverFires(transition, first))
        }
        guard transition.isUnguarded else { continue }
        for event in events where takers[event] == nil { takers[event] = transition }
      }
    }
  }

  private mutating func lintInternal(_ transition: Transition, _ graph: StateGraph) {
    guard transition.isInternal, !transition.targets.isEmpty else { return }
    let source = graph.chart.states[transition.source]
    let isInside =
      source.kind == .compound
      && transition.targets.allSatisfy { graph.isInside($0, transition.source) }
    if !isInside { diagnostics.report(.internalActsExternal(transition, source)) }
  }
}

// Events that are declared for nothing.
extension Lowering {
  mutating func lintEvents(_ program: Program) {
    guard tree.events != nil else { return }
    var taken: Set<ID<Event>> = []
    for transition in program.chart?.transitions.elements ?? [] {
      if case .events(let events, _) = transition.trigger { taken.formUnion(events) }
    }
    for task in uses.tasks {
      if let event = task.tree.doneBy.flatMap({ eventIDs[$0.value] }) { taken.insert(event) }
    }
    // A script that no slot runs takes its events all the same: a base has more than a place uses.
    let inScripts = tree.mediation.scripts.flatMap(\.steps).reduce(into: Set<String>()) {
      $1.collectPatterns(&$0)
    }
    for id in program.events.ids where program.events[id].origin == .external {
      if !taken.contains(id), !inScripts.contains(program.events[id].name) {
        diagnostics.report(.eventNeverUsed(program.events[id]))
      }
    }
  }
}

extension Transition {
  /// A guard before neither target nor action. Without a guard it is a way to swallow an event.
  fileprivate var doesNothing: Bool {
    condition != nil && targets.isEmpty && actions.isEmpty
  }
}

extension Diagnostic {
  fileprivate static func transitionNeverFires(
    _ transition: Transition, _ earlier: Transition
  ) -> Diagnostic {
    Diagnostic(
      .transitionNeverFires,
      Bilingual(
        en: "this transition is never taken, because an earlier one without `when` always is",
        zh: "前面没有 `when` 的转移总会先走，此转移不会发生"),
      at: transition.span,
      labels: [Label(earlier.span, Bilingual(en: "always taken", zh: "总会先走"))],
      help: Bilingual(
        en: "give the earlier one a `when`, or put it last", zh: "请给前面的转移加 `when`，或把它放到最后"))
  }

  fileprivate static func transitionDoesNothing(_ transition: Transition) -> Diagnostic {
    Diagnostic(
      .transitionDoesNothing,
      Bilingual(
        en: "this transition has a `when` but neither `to` nor `do`",
        zh: "此转移有 `when`，却没有 `to` 或 `do`"),
      at: transition.span,
      help: Bilingual(en: "add `to` or `do`", zh: "请加上 `to` 或 `do`"))
  }

  fileprivate static func internalActsExternal(
    _ transition: Transition, _ source: State
  ) -> Diagnostic {
    Diagnostic(
      .internalActsExternal,
      Bilingual(
        en: "`internal` has no effect, because the target does not lie inside `\(source.name)`",
        zh: "去向不在 `\(source.name)` 之内，`internal` 不起作用"),
      at: transition.span,
      help: Bilingual(
        en: "take `internal: true` out, or name a target inside the state",
        zh: "请去掉 `internal: true`，或改用本状态之内的去向"))
  }

  fileprivate static func eventNeverUsed(_ event: Event) -> Diagnostic {
    Diagnostic(
      .eventNeverUsed,
      Bilingual(en: "nothing takes the event `\(event.name)`", zh: "没有地方处理事件 `\(event.name)`"),
      at: event.span,
      help: Bilingual(
        en: "let a state take it under `on`, or take it out",
        zh: "请在某个状态的 `on` 下处理它，或删去它"))
  }
}

extension StateTree {
  /// What the state and those inside it handle.
  fileprivate func collectPatterns(_ patterns: inout Set<String>) {
    for handler in on { patterns.formUnion(handler.patterns.map(\.value)) }
    for state in states { state.collectPatterns(&patterns) }
  }
}
