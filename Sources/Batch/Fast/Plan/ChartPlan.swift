internal import Engine
internal import Model
internal import SourceText

/// A chart of up to 64 states as dense tables: a configuration is 64 bits, and what a transition
/// leaves and enters two masks.
struct ChartPlan {
  struct Arc {
    var condition: Int32
    var source: Int32
    /// One past the last state inside its source.
    var sourceEnd: Int32
    var exits: UInt64
    var entries: UInt64
    var byDefault: UInt64
    var actions: Span
  }

  /// A stretch of a table.
  struct Span {
    var start: Int32
    var count: Int32

    static let none = Span(start: 0, count: 0)
  }

  struct State {
    var entry: Span
    var exit: Span
    var initial: Span
    var isFinal: Bool
    var isParallel: Bool
    var parent: Int32
    var children: UInt64
    var finalChildren: UInt64
    /// The event raised when it is done; -1 if there is none.
    var doneEvent: Int32
  }

  struct Action {
    enum Kind {
      case setFact
      case setVariable
      case decide
      case raise
      /// Raises the event of a state that is done.
      case raiseDone
      /// Goes on behind `other` unless `node` holds.
      case unless
      /// Goes on behind `other`.
      case jump
    }

    var kind: Kind
    var target: Int32
    var node: Int32 = -1
    var other: Int32 = 0
  }

  let states: [State]
  let arcs: [Arc]
  private(set) var actions: [Action] = []
  /// Nodes of what `raise` hands on, behind one another.
  private(set) var arguments: [Int32] = []
  /// By state and event, then none: transitions to try, in order.
  private(set) var candidates: [Span] = []
  private(set) var order: [Int32] = []
  let eventCount: Int
  let hasEventless: Bool
  let opening: (entries: UInt64, byDefault: UInt64)
  let ignoresUnhandled: Bool
  /// By event: roles that may fire it, none for anyone; and by role its condition.
  let permitted: [[Int32]]
  let roleConditions: [Int32]
  /// Values that an event hands on, at most.
  let payloadWidth: Int
  let atomic: UInt64
  /// Levels and scripts.
  let given: UInt64

  init?(_ interpreter: Interpreter, _ maker: inout CodeMaker) {
    let program = interpreter.program
    guard let chart = program.chart, chart.states.count <= 64, chart.delayed.count == 0,
      program.roles.count < 64,
      chart.states.elements.allSatisfy({ !$0.kind.isHistory && $0.doneData.isEmpty }),
      chart.transitions.elements.allSatisfy({ !$0.isFirst })
    else { return nil }
    eventCount = program.events.count
    ignoresUnhandled = chart.ignoresUnhandledEvents
    payloadWidth = program.events.elements.map(\.payload.count).max() ?? 0
    let opening = interpreter.openingShape
    self.opening = (Self.mask(opening.entries), Self.mask(opening.byDefault))
    atomic = Self.mask(
      chart.states.ids.filter { [.atomic, .final].contains(chart.states[$0].kind) })
    given = Self.mask(chart.states.ids.filter { chart.states[$0].isGiven })
    var making = Making(program: program, maker: maker)
    var arcs: [Arc] = []
    for id in chart.transitions.ids {
      guard let arc = making.arc(id, interpreter.shape(of: id)) else { return nil }
      arcs.append(arc)
    }
    var states: [State] = []
    for id in chart.states.ids {
      guard let state = making.state(id) else { return nil }
      states.append(state)
    }
    var conditions: [Int32] = []
    for role in program.roles.elements {
      guard let node = making.node(role.condition) else { return nil }
      conditions.append(node)
    }
    maker = making.maker
    self.arcs = arcs
    self.states = states
    roleConditions = conditions
    permitted = program.events.elements.map { $0.roles.map { Int32($0.index) } }
    actions = making.actions
    arguments = making.arguments
    var hasEventless = false
    for state in chart.states.ids {
      for event in program.events.ids.map(Optional.some) + [nil] {
        let found = interpreter.candidates(from: state, for: event).map { Int32($0.index) }
        if event == nil, !found.isEmpty { hasEventless = true }
        candidates.append(Span(start: Int32(order.count), count: Int32(found.count)))
        order += found
      }
    }
    self.hasEventless = hasEventless
  }

  private static func mask(_ states: [ID<Model.State>]) -> UInt64 {
    states.reduce(0) { $0 | 1 << UInt64($1.index) }
  }

  /// What grows while a chart is put into tables.
  private struct Making {
    let program: Program
    var maker: CodeMaker
    var actions: [Action] = []
    var arguments: [Int32] = []

    private var chart: Statechart? { program.chart }

    /// -1 for no condition; nil for one that cannot be put into numbers.
    mutating func node(_ condition: Expression?) -> Int32? {
      guard let condition else { return -1 }
      return maker.make(condition)
    }

    mutating func arc(_ id: ID<Transition>, _ shape: StepShape) -> Arc? {
      guard let chart, let node = node(chart.transitions[id].condition),
        let actions = span(chart.transitions[id].actions)
      else { return nil }
      let source = chart.transitions[id].source
      return Arc(
        condition: node, source: Int32(source.index), sourceEnd: Int32(end(of: source, chart)),
        exits: mask(shape.exits), entries: mask(shape.entries), byDefault: mask(shape.byDefault),
        actions: actions)
    }

    private func end(of state: ID<Model.State>, _ chart: Statechart) -> Int {
      chart.states[state].children.last.map { end(of: $0, chart) } ?? state.index + 1
    }

    mutating func state(_ id: ID<Model.State>) -> State? {
      guard let chart else { return nil }
      let state = chart.states[id]
      guard let entry = span(state.entry), let exit = span(state.exit),
        let initial = span(state.initialActions)
      else { return nil }
      let finals = state.children.filter { chart.states[$0].kind == .final }
      let done = program.events.ids.first { program.events[$0].origin == .done(id) }
      return State(
        entry: entry, exit: exit, initial: initial, isFinal: state.kind == .final,
        isParallel: state.kind == .parallel, parent: Int32(state.parent?.index ?? -1),
        children: mask(state.children), finalChildren: mask(finals),
        doneEvent: Int32(done?.index ?? -1))
    }

    private mutating func span(_ written: [Model.Action]) -> Span? {
      let start = actions.count
      for action in written {
        guard add(action) else { return nil }
      }
      return Span(start: Int32(start), count: Int32(actions.count - start))
    }

    private mutating func add(_ action: Model.Action) -> Bool {
      switch action.kind {
      case .set(let assignments): return set(assignments)
      case .decide(let id):
        actions.append(Action(kind: .decide, target: Int32(id.index)))
        return true
      case .raise(let event, let expressions):
        // A field with a format is checked by the engine.
        guard !program.events[event].payload.contains(where: \.type.hasFormat) else {
          return false
        }
        var nodes: [Int32] = []
        for expression in expressions {
          guard let node = maker.make(expression) else { return false }
          nodes.append(node)
        }
        actions.append(
          Action(kind: .raise, target: Int32(event.index), other: Int32(arguments.count)))
        arguments += nodes
        return true
      case .notify(let notice), .inform(let notice):
        // It tells somebody something, and changes nothing of the case.
        guard notice.within == nil, case .fixed = notice.text else { return false }
        return true
      case .draft(let id):
        return program.documents[id].needs.isEmpty && program.documents[id].template == nil
      case .choose(let branches): return choose(branches)
      case .send, .cancel, .task: return false
      }
    }

    /// All right sides are read before any target changes. One behind the other comes to the same
    /// where none reads what was set before it; what does is left to the engine.
    private mutating func set(_ assignments: [Model.Action.Assignment]) -> Bool {
      for (place, assignment) in assignments.enumerated() {
        let before = assignments[..<place].map(\.target)
        guard !assignment.value.reads(before), set(assignment) else { return false }
      }
      return true
    }

    private mutating func set(_ assignment: Model.Action.Assignment) -> Bool {
      guard let node = maker.make(assignment.value) else { return false }
      switch assignment.target {
      case .fact(let id):
        // A fact that is not packed, such as a text with a format, is checked by the engine.
        guard Packing(program.facts[id].type) != nil else { return false }
        actions.append(Action(kind: .setFact, target: Int32(id.index), node: node))
      case .variable(let id):
        actions.append(Action(kind: .setVariable, target: Int32(id.index), node: node))
      }
      return true
    }

    private mutating func choose(_ branches: [Model.Action.Branch]) -> Bool {
      var jumps: [Int] = []
      for branch in branches {
        var head: Int?
        if let condition = branch.condition {
          guard let node = maker.make(condition) else { return false }
          head = actions.count
          actions.append(Action(kind: .unless, target: 0, node: node))
        }
        for action in branch.actions {
          guard add(action) else { return false }
        }
        jumps.append(actions.count)
        actions.append(Action(kind: .jump, target: 0))
        if let head { actions[head].other = Int32(actions.count) }
      }
      for jump in jumps { actions[jump].other = Int32(actions.count) }
      return true
    }

    private func mask(_ states: [ID<Model.State>]) -> UInt64 { ChartPlan.mask(states) }
  }
}

extension Expression {
  /// Whether its value may depend on any of these; what a decision reads is not looked into.
  fileprivate func reads(_ targets: [Model.Action.Assignment.Target]) -> Bool {
    contains { part in
      switch part.kind {
      case .fact(let id): targets.contains(.fact(id))
      case .variable(let id): targets.contains(.variable(id))
      case .decision: !targets.isEmpty
      default: false
      }
    }
  }
}
