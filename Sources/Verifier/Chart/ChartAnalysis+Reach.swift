internal import Model
internal import SourceText

// What is left of the graph without transitions that are never taken.
extension ChartAnalysis {
  /// States that only such transitions lead to: the outermost.
  mutating func findUnreachable() {
    guard !dead.isEmpty else { return }
    let seeming = graph.reachable(from: graph.opening)
    let real = graph.reachable(from: graph.opening) { id, _ in !dead.contains(id) }
    for id in chart.states.ids where seeming.contains(id) && !real.contains(id) {
      let state = chart.states[id]
      guard let parent = state.parent, real.contains(parent), state.part == nil else { continue }
      let leading = dead.sorted().map { chart.transitions[$0] }.filter { transition in
        transition.targets.contains { $0 == id || graph.isInside($0, id) }
      }
      diagnostics.report(.onlyDeadWaysLead(to: state, leading))
    }
  }

  /// States from which no way leads to an end of the workflow, where others do.
  mutating func findEndless() {
    let ends = Set(
      chart.states.ids.filter {
        chart.states[$0].kind == .final && chart.states[$0].parent == chart.root
      })
    guard chart.states[chart.root].kind == .compound, !ends.isEmpty else { return }
    let reached = graph.reachable(from: graph.opening) { id, _ in !dead.contains(id) }
    guard !reached.isDisjoint(with: ends) else { return }
    var stuck: [ID<State>] = []
    let leading = leading(to: ends)
    for id in chart.states.ids where reached.contains(id) && chart.states[id].kind == .atomic {
      // Nearly all are told by this, which costs next to nothing.
      if leading.contains(id) || graph.ancestors(of: id).contains(where: leading.contains) {
        continue
      }
      let ahead = ahead(of: id)
      guard ahead.isDisjoint(with: ends) else { continue }
      // A state that nothing leads out of is told by the compiler (FQ0617), once for all before it.
      if ahead.contains(where: isSink) { continue }
      stuck.append(id)
    }
    guard let first = stuck.first else { return }
    diagnostics.report(.noEndAhead(stuck.map { chart.states[$0] }, at: chart.states[first]))
  }

  /// States out of which one transition after the other leads to an end, histories and what else is
  /// active aside.
  private func leading(to ends: Set<ID<State>>) -> Set<ID<State>> {
    var sources: [[ID<State>]] = Array(repeating: [], count: chart.states.elements.count)
    for id in chart.transitions.ids where !dead.contains(id) {
      for state in graph.entered[id.index] {
        sources[state.index].append(chart.transitions[id].source)
      }
    }
    var found = ends
    var open = ends.sorted()
    while let state = open.popLast() {
      for source in sources[state.index] where found.insert(source).inserted {
        open.append(source)
      }
    }
    return found
  }

  /// All that may be active at some time after a state is.
  private func ahead(of id: ID<State>) -> Set<ID<State>> {
    var start: Set<ID<State>> = [id]
    for outer in graph.ancestors(of: id) {
      start.insert(outer)
      if chart.states[outer].kind == .parallel { start.formUnion(inside(outer)) }
    }
    var ahead = start
    while true {
      let next = graph.reachable(from: ahead) { id, _ in !dead.contains(id) }
      // A history leads to whatever was active before.
      let recalled = next.flatMap { chart.states[$0].transitions }.filter { !dead.contains($0) }
        .flatMap { chart.transitions[$0].targets }.filter { chart.states[$0].kind.isHistory }
        .compactMap { chart.states[$0].parent }
      let all = recalled.reduce(next) { $0.union(inside($1)) }
      if all == ahead { return all }
      ahead = all
    }
  }

  private func inside(_ outer: ID<State>) -> [ID<State>] {
    chart.states.ids.filter { graph.isInside($0, outer) }
  }

  /// Whether a case that comes here stays for good, as the graph alone shows.
  private func isSink(_ id: ID<State>) -> Bool {
    let state = chart.states[id]
    guard state.children.isEmpty, !state.kind.isHistory else { return false }
    return ([id] + graph.ancestors(of: id)).allSatisfy { place in
      chart.states[place].kind != .parallel
        && chart.states[place].transitions.allSatisfy { chart.transitions[$0].targets.isEmpty }
    }
  }
}

// Timers that another always goes before.
extension ChartAnalysis {
  mutating func findLateTimers() {
    for late in chart.delayed.ids where isAttached(late) {
      let state = chart.delayed[late].state
      let around = [state] + graph.ancestors(of: state)
      let sooner = chart.delayed.ids.first { other in
        around.contains(chart.delayed[other].state) && goesBefore(other, late) && leads(out: other)
      }
      guard let sooner else { continue }
      diagnostics.report(.timerNeverRunsOut(chart.delayed[late], chart.delayed[sooner]))
    }
  }

  private func isAttached(_ timer: ID<DelayedTransition>) -> Bool {
    chart.states[chart.delayed[timer].state].delayed.contains(timer)
  }

  /// Whether a timer has run out before another could, or at the same moment and is taken first:
  /// the one written first.
  private func goesBefore(_ one: ID<DelayedTransition>, _ other: ID<DelayedTransition>) -> Bool {
    guard one < other, case .term(let sooner) = chart.delayed[one].delay,
      case .term(let later) = chart.delayed[other].delay
    else { return false }
    return sooner.isSurelyAtMost(later)
  }

  /// Whether a timer, once it runs out, always leads out of its state, whatever is unknown.
  private func leads(out timer: ID<DelayedTransition>) -> Bool {
    let source = chart.delayed[timer].state
    let takers = chart.transitions.ids.filter {
      chart.transitions[$0].takes(chart.delayed[timer].event)
    }
    guard takers.count == 1, let taker = takers.first else { return false }
    let transition = chart.transitions[taker]
    guard transition.source == source, transition.isUnguarded, !transition.targets.isEmpty,
      !transition.isInternal
    else { return false }
    let left = [source] + inside(source) + graph.ancestors(of: source)
    let entered = graph.entered[taker.index].sorted()
    let actions =
      left.flatMap { chart.states[$0].exit } + transition.actions
      + entered.flatMap { chart.states[$0].entry + chart.states[$0].initialActions }
    let reads = FactReads(program)
    return !actions.contains { $0.mayBeHeldUp(reads) }
  }
}

extension Action {
  /// Whether it may have to wait for facts, and the transition with it.
  fileprivate func mayBeHeldUp(_ reads: FactReads) -> Bool {
    switch kind {
    case .cancel, .task, .decide: false
    case .set(let assignments): assignments.contains { reads.mayBeUnknown($0.value) }
    case .raise(_, let values): values.contains { reads.mayBeUnknown($0) }
    case .notify(let notice), .inform(let notice):
      if case .computed(let words) = notice.text { reads.mayBeUnknown(words) } else { false }
    case .send, .draft, .choose: true
    }
  }
}

extension Diagnostic {
  fileprivate static func onlyDeadWaysLead(
    to state: State, _ leading: [Transition]
  ) -> Diagnostic {
    Diagnostic(
      .stateNeverReached,
      Bilingual(
        en: "no case comes to `\(state.name)`: the transitions to it are never taken",
        zh: "没有案件能到达 `\(state.name)`：通向它的转移都不会发生"),
      at: state.span,
      labels: leading.map { Label($0.span, Bilingual(en: "never taken", zh: "不会发生")) },
      help: Bilingual(
        en: "mend the `when` of a transition that leads to it, or take the state out",
        zh: "请改正通向它的转移的 `when`，或删去此状态"))
  }

  fileprivate static func noEndAhead(_ states: [State], at first: State) -> Diagnostic {
    let names = states.prefix(6).map { "`\($0.path)`" }
    let rest = states.count > 6
    return Diagnostic(
      .noEndAhead,
      Bilingual(
        en: "a case that comes to \(names.joined(separator: " or "))"
          + (rest ? " or \(states.count - 6) more states" : "") + " can never end",
        zh: "案件到了 \(names.joined(separator: "、"))\(rest ? " 等 \(states.count) 个状态" : "") 就再也无法结束"),
      at: first.span, labels: states.dropFirst().prefix(5).map { Label($0.span) },
      help: Bilingual(
        en: "let a transition lead from there to a final state of the workflow",
        zh: "请加一个从那里通向工作流终态的转移"))
  }

  fileprivate static func timerNeverRunsOut(
    _ late: DelayedTransition, _ sooner: DelayedTransition
  ) -> Diagnostic {
    Diagnostic(
      .timerNeverFires,
      Bilingual(
        en: "this `after` never fires, because another always leaves the state first",
        zh: "此 `after` 不会触发：另一个总会先离开该状态"),
      at: late.span,
      labels: [Label(sooner.span, Bilingual(en: "runs out first", zh: "先到期"))],
      help: Bilingual(
        en: "give it a shorter time, or take it out", zh: "请写更短的时间，或删去它"))
  }
}
