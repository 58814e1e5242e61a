/// What events do in configurations with one innermost state, as far as each is one comparison and
/// one sum at most: C takes such an event without a branch.
struct ChartMoves {
  /// Where a move leads, and the one value that it changes.
  struct Arm {
    /// The innermost state that it leads to; -1 where it is no move.
    var leaf: Int32
    /// The target becomes the source and this.
    var target: Int32 = 0
    var source: Int32 = 0
    var amount: Packed = 0

    static let none = Arm(leaf: -1)
  }

  /// What a comparison of one value with constants asks: that it is from `low` to `high`.
  struct Interval {
    var place: Int32
    var low: Packed
    var high: Packed
    /// Whether it asks the opposite.
    var isInverted = false
  }

  struct Move {
    var interval: Interval
    var otherwise = Arm.none
    var then = Arm.none
  }

  /// What a value may become.
  struct Limit {
    var minimum: Packed
    var maximum: Packed
  }

  /// By state and event; none where that takes more than moves know.
  private(set) var moves: [Move] = []
  /// By place of a value.
  private(set) var limits: [Limit] = []
  private let cells: ChartCells
  private let nodes: [CodeNode]
  private let layout: ValueLayout

  /// Sums beyond this are left to what knows more.
  private static let bound: Packed = 1 << 60

  /// Nil for a chart without any.
  init?(_ chart: ChartPlan, _ cells: ChartCells, _ plan: FastPlan, _ layout: ValueLayout) {
    // Where something may follow an event, the event is not all.
    guard !chart.hasEventless, chart.eventCount > 0, layout.values.count <= Int(UInt16.max) else {
      return nil
    }
    self.cells = cells
    nodes = plan.nodes
    self.layout = layout
    limits = layout.values.map { _ in Limit(minimum: -Self.bound, maximum: Self.bound) }
    for (place, slot) in plan.names.slots.enumerated() {
      limits[place].minimum.raise(to: slot.minimum)
      limits[place].maximum.lower(to: slot.maximum)
    }
    for state in chart.states.indices {
      for event in 0..<chart.eventCount {
        let isForAnyone = chart.permitted[event].isEmpty
        moves.append(
          isForAnyone ? move(cells.spans[state * (chart.eventCount + 1) + event]) : nothing)
      }
    }
    if moves.allSatisfy({ $0.then.leaf < 0 && $0.otherwise.leaf < 0 }) { return nil }
  }

  /// A comparison that always holds.
  private var always: Interval { Interval(place: layout.zero, low: .min, high: .max) }
  private var nothing: Move { Move(interval: always) }

  private func move(_ span: ChartPlan.Span) -> Move {
    guard span.count > 0 else { return nothing }
    let first = cells.edges[Int(span.start)]
    if first.condition < 0 { return Move(interval: always, then: arm(first)) }
    guard let interval = interval(first.condition) else { return nothing }
    var move = Move(interval: interval, then: arm(first))
    if span.count > 1, case let second = cells.edges[Int(span.start) + 1], second.condition < 0 {
      move.otherwise = arm(second)
    }
    if interval.isInverted { swap(&move.then, &move.otherwise) }
    return move
  }

  private func arm(_ edge: ChartCells.Edge) -> Arm {
    var arm = Arm(leaf: edge.leaf, target: layout.nowhere, source: layout.zero)
    guard edge.actions.count > 0 else { return arm }
    let action = cells.actions[Int(edge.actions.start)]
    guard edge.actions.count == 1, let target = layout.target(of: action),
      let (source, amount) = sum(action.node)
    else { return .none }
    let limit = limits[Int(target)]
    guard limit.minimum <= limit.maximum, abs(amount) < Self.bound / 2 else { return .none }
    arm.target = target
    arm.source = source
    arm.amount = amount
    return arm
  }

  /// A value and a constant that are added; nil for all that is no such sum.
  private func sum(_ index: Int32) -> (source: Int32, amount: Packed)? {
    let node = nodes[Int(index)]
    switch node.operation {
    case .constant where node.value.isPlain: return (layout.zero, node.value)
    case .fact, .variable, .payload: return (layout.operand(index), 0)
    case .add:
      if let amount = constant(node.other), let source = place(node.one) { return (source, amount) }
      guard let amount = constant(node.one), let source = place(node.other) else { return nil }
      return (source, amount)
    case .subtract:
      guard let amount = constant(node.other), let source = place(node.one) else { return nil }
      return (source, -amount)
    default: return nil
    }
  }

  private func constant(_ index: Int32) -> Packed? {
    let node = nodes[Int(index)]
    return node.operation == .constant && node.value.isPlain ? node.value : nil
  }

  private func place(_ index: Int32) -> Int32? {
    let operand = layout.operand(index)
    return operand >= 0 ? operand : nil
  }
}

// Conditions that are comparisons of one value.
extension ChartMoves {
  /// Nil for all others.
  private func interval(_ index: Int32) -> Interval? {
    let node = nodes[Int(index)]
    switch node.operation {
    case .fact, .variable, .payload:
      // One that is true or false.
      return Interval(place: layout.operand(index), low: 1, high: 1)
    case .not:
      guard var interval = interval(node.one) else { return nil }
      interval.isInverted.toggle()
      return interval
    case .and:
      guard let one = interval(node.one), let other = interval(node.other),
        one.place == other.place, !one.isInverted, !other.isInverted
      else { return nil }
      return interval(one.place, max(one.low, other.low), min(one.high, other.high))
    case .equal, .notEqual:
      var found = either(node) {
        interval($0, $1, $1)
      } last: {
        interval($0, $1, $1)
      }
      if node.operation == .notEqual { found?.isInverted = true }
      return found
    case .less, .testLess:
      return either(node) {
        interval($0, .unclear + 1, $1 - 1)
      } last: {
        $1 == .max ? nil : interval($0, $1 + 1, .max)
      }
    case .lessOrEqual, .testLessOrEqual:
      return either(node) {
        interval($0, .unclear + 1, $1)
      } last: {
        interval($0, $1, .max)
      }
    default: return nil
    }
  }

  /// Nil for one that nothing satisfies.
  private func interval(_ place: Int32, _ low: Packed, _ high: Packed) -> Interval? {
    low <= high ? Interval(place: place, low: low, high: high) : nil
  }

  /// - Parameters:
  ///   - first: of a value that stands before the constant.
  ///   - last: of one that stands behind it.
  private func either(
    _ node: CodeNode, first: (Int32, Packed) -> Interval?, last: (Int32, Packed) -> Interval?
  ) -> Interval? {
    if let constant = constant(node.other), let place = place(node.one) {
      return first(place, constant)
    }
    guard let constant = constant(node.one), let place = place(node.other) else { return nil }
    return last(place, constant)
  }
}

extension Packed {
  fileprivate mutating func raise(to other: Packed) { self = Swift.max(self, other) }
  fileprivate mutating func lower(to other: Packed) { self = Swift.min(self, other) }
}
