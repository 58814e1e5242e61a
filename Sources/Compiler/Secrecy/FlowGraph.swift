import Model
import SourceText

/// What can hold a part of what a fact says.
enum Carrier: Hashable {
  case fact(ID<Fact>)
  case variable(ID<Variable>)
  /// A decision as a whole.
  case decision(ID<Decision>)
  /// One output of a decision that gives a record.
  case output(ID<Decision>, Int)
  /// One field of what comes with an event that the workflow makes.
  case payload(ID<Event>, Int)
}

/// Which carriers are computed from which: the explicit flow through a program. A table's outputs
/// are computed from its inputs and their own cells; what stands in a guard, or picks the branch of
/// a `choose`, is not followed.
struct FlowGraph {
  /// One way on: to a carrier, by what is written at a place.
  struct Step {
    var carrier: Carrier
    var span: Span
  }

  private let program: Program
  private var steps: [Carrier: [Step]] = [:]

  init(_ program: Program) {
    self.program = program
    for id in program.decisions.ids { add(id) }
    guard let chart = program.chart else { return }
    for transition in chart.transitions.elements {
      add(transition.actions, handling: transition.handled)
    }
    for state in chart.states.elements {
      for actions in [state.initialActions, state.entry, state.exit] { add(actions, handling: []) }
      if !state.doneData.isEmpty { addDoneData(of: state) }
    }
  }

  private mutating func flow(
    _ expression: Expression, to carriers: [Carrier], handling events: [ID<Event>] = []
  ) {
    for read in reads(of: expression, handling: events) {
      for carrier in carriers {
        steps[read.carrier, default: []].append(Step(carrier: carrier, span: read.span))
      }
    }
  }
}

// What is computed.
extension FlowGraph {
  private mutating func add(_ id: ID<Decision>) {
    let decision = program.decisions[id]
    var outputs: [Carrier] = [.decision(id)]
    if case .record(let record) = decision.type.unwrapped {
      outputs = record.fields.indices.map { .output(id, $0) }
      for output in outputs {
        steps[output, default: []].append(Step(carrier: .decision(id), span: decision.span))
      }
    }
    switch decision.logic {
    case .expression(let expression):
      if case .record(let parts) = expression.kind, parts.count == outputs.count {
        for (part, output) in zip(parts, outputs) { flow(part, to: [output]) }
      } else {
        flow(expression, to: outputs)
      }
    case .table(let table): add(table, to: outputs)
    }
  }

  private mutating func add(_ table: DecisionTable, to outputs: [Carrier]) {
    for input in table.inputs { flow(input.expression, to: outputs) }
    for row in table.rows {
      for cell in row.cells {
        for expression in cell.tests.flatMap(\.expressions) { flow(expression, to: outputs) }
      }
      if let condition = row.condition { flow(condition, to: outputs) }
      add(row.results, to: outputs)
    }
    if let otherwise = table.otherwise { add(otherwise, to: outputs) }
  }

  private mutating func add(_ results: [Expression], to outputs: [Carrier]) {
    for (index, result) in results.enumerated() {
      flow(result, to: outputs.count == results.count ? [outputs[index]] : outputs)
    }
  }

  private mutating func add(_ actions: [Action], handling events: [ID<Event>]) {
    for action in actions {
      switch action.kind {
      case .set(let assignments):
        for assignment in assignments {
          flow(assignment.value, to: [assignment.target.carrier], handling: events)
        }
      case .raise(let event, let payload): add(payload, of: event, handling: events)
      case .send(let send): add(send.payload, of: send.event, handling: events)
      case .choose(let branches):
        for branch in branches { add(branch.actions, handling: events) }
      case .decide, .cancel, .task, .notify, .inform, .draft: continue
      }
    }
  }

  private mutating func add(
    _ payload: [Expression], of event: ID<Event>, handling events: [ID<Event>]
  ) {
    for (index, value) in payload.enumerated() {
      flow(value, to: [.payload(event, index)], handling: events)
    }
  }

  private mutating func addDoneData(of state: State) {
    for id in program.events.ids {
      guard case .done(let parent) = program.events[id].origin, parent == state.parent else {
        continue
      }
      for (index, field) in program.events[id].payload.enumerated() {
        for data in state.doneData where data.name == field.name {
          flow(data.value, to: [.payload(id, index)])
        }
      }
    }
  }
}

// What is read.
extension FlowGraph {
  /// The carriers that an expression reads, and where.
  func reads(of expression: Expression, handling events: [ID<Event>] = []) -> [Step] {
    switch expression.kind {
    case .fact(let id): return [Step(carrier: .fact(id), span: expression.span)]
    case .variable(let id): return [Step(carrier: .variable(id), span: expression.span)]
    case .decision(let id): return [Step(carrier: .decision(id), span: expression.span)]
    case .payload(let index):
      return events.map { Step(carrier: .payload($0, index), span: expression.span) }
    case .field(let base, let index):
      if case .decision(let id) = base.kind {
        return [Step(carrier: .output(id, index), span: expression.span)]
      }
      return reads(of: base, handling: events)
    default: return expression.children.flatMap { reads(of: $0, handling: events) }
    }
  }

  /// Every carrier that a fact reaches, with the way to it: the shortest, each step by the place
  /// that takes it.
  func ways(from fact: ID<Fact>) -> [Carrier: [Step]] {
    var ways: [Carrier: [Step]] = [.fact(fact): []]
    var queue: [Carrier] = [.fact(fact)]
    var next = 0
    while next < queue.count {
      let carrier = queue[next]
      next += 1
      for step in steps[carrier] ?? [] where ways[step.carrier] == nil {
        ways[step.carrier] = (ways[carrier] ?? []) + [step]
        queue.append(step.carrier)
      }
    }
    return ways
  }
}

extension Action.Assignment.Target {
  fileprivate var carrier: Carrier {
    switch self {
    case .fact(let id): .fact(id)
    case .variable(let id): .variable(id)
    }
  }
}

extension Transition {
  /// The events that it handles; none where it is eventless.
  var handled: [ID<Event>] {
    if case .events(let events, _) = trigger { events } else { [] }
  }
}
