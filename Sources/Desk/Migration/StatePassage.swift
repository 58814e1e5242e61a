internal import Engine
internal import Model
internal import SourceText

/// Carries a case's state from one version of its rulebook to another, as far as it has a place
/// there, and notes what stands in the way.
struct StatePassage {
  let pair: VersionPair
  let before: CaseState
  let calendar: WorkCalendar
  /// When the case goes over; nil in a case that has been given no time.
  let moment: DateTime?
  var after: CaseState
  var obstacles: [Obstacle] = []
  /// Each `after` that begins now, in document order.
  var starting: Set<ID<DelayedTransition>> = []
  /// Actions that give a task anew.
  var giving: [Action] = []
  /// What was answered for, in order.
  var matters: [CasePassage.Matter] = []

  var values: ValuePassage { ValuePassage(pair: pair) }

  init(
    _ pair: VersionPair, _ before: CaseState, into interpreter: Interpreter, at moment: DateTime?
  ) {
    self.pair = pair
    self.before = before
    self.moment = moment
    calendar = interpreter.calendar
    after = interpreter.blank(opened: before.opened)
    after.clock = before.clock
    after.serial = before.serial
    carryStates()
    carryHistory()
    carryFacts()
    carryVariables()
    carryDecisions()
    carryPending()
    carryQueue()
    carryPapers()
    carryPeriods()
    carryTasks()
    carryTimers()
    beginNewDeadlines()
  }

  // MARK: Where it stands

  private mutating func carryStates() {
    if before.isFinished {
      return obstacles.append(
        Obstacle(.refused, "", "the case has ended by what fell due", "到期的办完以后案件已经结束"))
    }
    guard pair.old.chart != nil else {
      if pair.new.chart != nil {
        obstacles.append(
          Obstacle(
            .state, "", "the new rulebook has a workflow, and the case is in none",
            "新规则书有流程，而案件原来没有"))
      }
      return
    }
    var leaves: [ID<State>] = []
    for leaf in pair.old.activeLeafStates(of: before.configuration) {
      leaves += places(of: leaf, inHistory: nil)
    }
    guard obstacles.isEmpty, let newChart = pair.new.chart else { return }
    let active = newChart.closure(of: leaves, below: newChart.root)
    if let flaw = newChart.flaw(of: active, below: newChart.root) {
      let names = pair.old.activeLeaves(of: before.configuration).joined(separator: ", ")
      return obstacles.append(self.obstacle(.state, names, flaw, in: newChart))
    }
    after.configuration = ([newChart.root] + active).sorted()
  }

  /// What stands for an innermost state, innermost itself.
  private mutating func places(
    of id: ID<State>, inHistory history: String?
  ) -> [ID<State>] {
    guard let chart = pair.old.chart, let newChart = pair.new.chart else {
      obstacles.append(
        Obstacle(.state, "", "the new rulebook has no workflow", "新规则书没有流程"))
      return []
    }
    let path = chart.states[id].path
    let (whereEn, whereZh) =
      history.map { (", which `\($0)` would lead back to", "（由 `\($0)` 返回到这里）") } ?? ("", "")
    switch pair.state(id) {
    case .dropped: return []
    case .missing:
      obstacles.append(
        Obstacle(
          .state, path, "the new rulebook has no state `\(path)`\(whereEn)",
          "新规则书没有状态 `\(path)`\(whereZh)"
        ).mapped("states"))
    case .unknown(let name):
      obstacles.append(
        Obstacle(
          .state, path, "`\(path)` is to become `\(name)`, which the new rulebook does not have",
          "`\(path)` 要对应 `\(name)`，而新规则书没有 `\(name)`"
        ).mapped("states"))
    case .states(let found):
      for place in found {
        if let problem = unfit(place, for: id, in: newChart) { obstacles.append(problem) }
      }
      return found
    }
    return []
  }

  private func unfit(
    _ place: ID<State>, for id: ID<State>, in newChart: Statechart
  ) -> Obstacle? {
    guard let old = pair.old.chart?.states[id] else { return nil }
    let new = newChart.states[place]
    switch new.kind {
    case .atomic: return nil
    case .final where old.kind == .final: return nil
    case .final:
      return Obstacle(
        .state, old.path, "`\(new.path)` is an end, which a case reaches only by its steps",
        "`\(new.path)` 是终点，案件只能一步步办到"
      ).mapped("states")
    case .compound, .parallel, .shallowHistory, .deepHistory:
      // A state with states inside may be what a shallow history remembers.
      if old.kind == new.kind { return nil }
      return Obstacle(
        .state, old.path, "`\(new.path)` has states inside now; one of them has to be named",
        "`\(new.path)` 里面现在还分状态，要写明是哪一个"
      ).mapped("states")
    }
  }

  private func obstacle(
    _ kind: Obstacle.Kind, _ name: String, _ flaw: Statechart.Flaw, in chart: Statechart
  ) -> Obstacle {
    switch flaw {
    case .together(let one, let other):
      let (one, other) = (chart.states[one].path, chart.states[other].path)
      return Obstacle(
        kind, name, "`\(one)` and `\(other)` cannot be active at one time",
        "`\(one)` 和 `\(other)` 不能同时处于"
      ).mapped("states")
    case .nothing(let id):
      let path = chart.states[id].path
      return Obstacle(
        kind, name, path.isEmpty ? "the case would stand nowhere" : "nothing in `\(path)` is named",
        path.isEmpty ? "案件会没有所处的状态" : "没有写明处于 `\(path)` 里的哪一个"
      ).mapped("states")
    case .region(let id):
      let path = chart.states[id].path
      return Obstacle(
        kind, name, "the region `\(path)` runs beside it, and no state in it is named",
        "与它并行的 `\(path)` 里没有写明处于哪一个"
      ).helped(
        "name several in the mapping: `states: {\(name): [ONE, ONE_IN_\(path)]}`",
        "请在对应关系里写几个：`states: {\(name): [一个, \(path) 里的一个]}`")
    }
  }

  // MARK: What its history states lead back to

  private mutating func carryHistory() {
    guard let chart = pair.old.chart, let newChart = pair.new.chart else { return }
    for id in chart.states.ids where !before.history[id.index].isEmpty {
      let path = chart.states[id].path
      switch pair.state(id) {
      case .dropped: continue
      case .states(let found)
      where found.count == 1 && newChart.states[found[0]].kind == chart.states[id].kind:
        carry(before.history[id.index], path, to: found[0], in: newChart)
      case .states, .missing, .unknown:
        obstacles.append(
          Obstacle(
            .history, path, "the new rulebook has no history state `\(path)` of this kind",
            "新规则书没有这样的历史状态 `\(path)`"
          ).mapped("states"))
      }
    }
  }

  private mutating func carry(
    _ remembered: [ID<State>], _ path: String, to history: ID<State>, in newChart: Statechart
  ) {
    let count = obstacles.count
    var found: [ID<State>] = []
    for id in remembered { found += places(of: id, inHistory: path) }
    guard obstacles.count == count, !found.isEmpty,
      let parent = newChart.states[history].parent
    else { return }
    guard found.allSatisfy({ newChart.isInside($0, parent) }) else {
      return obstacles.append(
        Obstacle(
          .history, path, "`\(path)` would lead back to states that are not beside it",
          "`\(path)` 返回的状态不在它旁边"
        ).mapped("states"))
    }
    // Of a shallow one the children alone are remembered; what lies inside them is of no account.
    let isDeep = newChart.states[history].kind == .deepHistory
    let active = newChart.closure(of: found, below: parent)
    if let flaw = newChart.flaw(of: active, below: parent, isDeep: isDeep) {
      return obstacles.append(obstacle(.history, path, flaw, in: newChart))
    }
    after.history[history.index] = found.sorted()
  }
}
