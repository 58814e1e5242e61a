/// What an event does in a configuration with one innermost state, worked out beforehand: by state
/// and event, then none, the transitions to try, each with all that leaving, passing and entering
/// does.
struct ChartCells {
  struct Edge {
    var condition: Int32
    /// The innermost state that it leads to.
    var leaf: Int32
    var configuration: UInt64
    var actions: ChartPlan.Span
    var finishes = false
  }

  /// A count of -1: that is not known beforehand.
  private(set) var spans: [ChartPlan.Span] = []
  private(set) var edges: [Edge] = []
  /// The chart's, then those of edges.
  private(set) var actions: [ChartPlan.Action]
  /// By state: whether a configuration with it as its one innermost state is here.
  let isDirect: [Bool]
  /// Entering the workflow; nil where that leads to several innermost states.
  private(set) var opening: Edge?
  private let chart: ChartPlan

  init(_ chart: ChartPlan, _ plan: FastPlan) {
    self.chart = chart
    actions = chart.actions
    // What asks for states in the middle of a step sees some that are left or entered already.
    let asksForStates = plan.nodes.contains { $0.operation == .isActive }
    isDirect = chart.states.indices.map {
      !asksForStates && chart.atomic >> UInt64($0) & 1 == 1 && !chart.isInParallel($0)
    }
    opening = edge(
      from: 0, exits: 0, passing: .none, entries: chart.opening.entries,
      byDefault: chart.opening.byDefault)
    for (place, candidates) in chart.candidates.enumerated() {
      spans.append(cell(of: place / (chart.eventCount + 1), candidates))
    }
  }

  private mutating func cell(of leaf: Int, _ candidates: ChartPlan.Span) -> ChartPlan.Span {
    let unknown = ChartPlan.Span(start: 0, count: -1)
    guard isDirect[leaf] else { return unknown }
    let start = edges.count
    for index in Int(candidates.start)..<Int(candidates.start + candidates.count) {
      guard let edge = edge(from: leaf, by: chart.arcs[Int(chart.order[index])]) else {
        edges.removeSubrange(start...)
        return unknown
      }
      edges.append(edge)
    }
    return ChartPlan.Span(start: Int32(start), count: Int32(edges.count - start))
  }

  /// Nil where it leads to several innermost states.
  private mutating func edge(from leaf: Int, by arc: ChartPlan.Arc) -> Edge? {
    let before = chart.configuration(of: leaf)
    let exits = before & arc.exits
    var made = edge(
      from: before, exits: exits, passing: arc.actions,
      entries: arc.entries & ~(before & ~exits), byDefault: arc.byDefault)
    made?.condition = arc.condition
    return made
  }

  private mutating func edge(
    from before: UInt64, exits: UInt64, passing: ChartPlan.Span, entries: UInt64,
    byDefault: UInt64
  ) -> Edge? {
    let after = before & ~exits | entries
    let leaves = after & chart.atomic & ~1
    guard leaves.nonzeroBitCount == 1, isDirect[leaves.trailingZeroBitCount] else { return nil }
    let start = actions.count
    leave(exits)
    copy(passing)
    var finishes = false
    for index in chart.states.indices where entries >> UInt64(index) & 1 == 1 {
      let state = chart.states[index]
      copy(state.entry)
      if byDefault >> UInt64(index) & 1 == 1 { copy(state.initial) }
      guard state.isFinal else { continue }
      if state.parent == 0 {
        finishes = true
      } else if case let event = chart.states[Int(state.parent)].doneEvent, event >= 0 {
        actions.append(.init(kind: .raiseDone, target: event))
      }
    }
    // The case has ended: exit actions run, and the configuration stays.
    if finishes { leave(after) }
    return Edge(
      condition: -1, leaf: Int32(leaves.trailingZeroBitCount), configuration: after,
      actions: .init(start: Int32(start), count: Int32(actions.count - start)),
      finishes: finishes)
  }

  /// Innermost and last first.
  private mutating func leave(_ states: UInt64) {
    for index in chart.states.indices.reversed() where states >> UInt64(index) & 1 == 1 {
      copy(chart.states[index].exit)
    }
  }

  private mutating func copy(_ span: ChartPlan.Span) {
    let shift = Int32(actions.count) - span.start
    for index in Int(span.start)..<Int(span.start + span.count) {
      var action = actions[index]
      if action.kind == .unless || action.kind == .jump { action.other += shift }
      actions.append(action)
    }
  }
}

extension ChartPlan {
  /// Whether a state around it is parallel, or it is so itself.
  fileprivate func isInParallel(_ state: Int) -> Bool {
    var next = Int32(state)
    while next >= 0 {
      if states[Int(next)].isParallel { return true }
      next = states[Int(next)].parent
    }
    return false
  }

  /// The states that are active where this is the only innermost one.
  func configuration(of leaf: Int) -> UInt64 {
    // Whether the root counts as active is the engine's matter.
    var configuration = opening.entries & 1
    var next = Int32(leaf)
    while next > 0 {
      configuration |= 1 << UInt64(next)
      next = states[Int(next)].parent
    }
    return configuration
  }
}
