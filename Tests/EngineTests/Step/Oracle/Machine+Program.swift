import Model
import SourceText

/// A machine as a program: node numbers are state ids, arc numbers transition ids.
struct MachineProgram {
  /// What people send; each carries one number.
  static let external = ["e", "f", "e.g", "ee"]
  /// What only `raise` makes; each carries one number.
  static let raised = ["r", "s"]

  let machine: Machine
  private(set) var eventNames: [String] = []
  private(set) var program: Program

  init(_ machine: Machine) {
    self.machine = machine
    program = .empty
    for number in 0..<machine.variableCount {
      _ = program.variables.add(
        Variable(
          name: "x\(number)", title: Bilingual("x"), type: .integer, start: .number(Number(0)),
          span: .nowhere))
    }
    addEvents()
    program.chart = chart()
  }

  func event(_ name: String) -> ID<Event> {
    guard let index = eventNames.firstIndex(of: name) else {
      preconditionFailure("the machine's events are known: \(name)")
    }
    return ID(index)
  }

  private mutating func addEvents() {
    for name in Self.external { add(name, .external, hasData: true) }
    for name in Self.raised { add(name, .raised, hasData: true) }
    for (number, node) in machine.nodes.enumerated().dropFirst() where !node.children.isEmpty {
      add("done.state.\(number)", .done(ID(number)), hasData: node.tag == .state)
    }
  }

  private mutating func add(_ name: String, _ origin: Event.Origin, hasData: Bool) {
    eventNames.append(name)
    let field = Event.Field(
      name: "data", type: .integer, title: Bilingual("data"), span: .nowhere)
    _ = program.events.add(
      Event(
        name: name, title: Bilingual(name), origin: origin, roles: [],
        payload: hasData ? [field] : [], span: .nowhere))
  }

  private func chart() -> Statechart {
    var states = Arena<State>()
    var transitions = Arena<Transition>()
    for (number, node) in machine.nodes.enumerated() {
      var state = State(
        name: "\(number)", path: "\(number)", title: Bilingual("\(number)"), kind: kind(node),
        parent: node.parent.map { ID($0) }, span: .nowhere)
      state.children = node.children.map { ID($0) }
      state.initial = node.initial.map { ID($0) }
      state.initialActions = actions(node.initialContent)
      state.entry = actions(node.onentry)
      state.exit = actions(node.onexit)
      state.transitions = node.transitions.map { transitions.add(transition($0, from: number)) }
      if node.tag == .final {
        state.doneData = [NamedExpression(name: "data", value: expression(node.doneData))]
      }
      _ = states.add(state)
    }
    return Statechart(
      states: states, transitions: transitions, delayed: Arena(), ignoresUnhandledEvents: true)
  }

  private func kind(_ node: Machine.Node) -> State.Kind {
    switch node.tag {
    case .scxml: .compound
    case .state: node.children.isEmpty ? .atomic : .compound
    case .parallel: .parallel
    case .final: .final
    case .history: .shallowHistory
    case .deepHistory: .deepHistory
    }
  }

  private func transition(_ arc: Machine.Arc, from source: Int) -> Transition {
    let events = eventNames.indices.filter { index in
      arc.event.contains { Machine.matches($0, eventNames[index]) }
    }
    return Transition(
      source: ID(source),
      trigger: arc.event.isEmpty
        ? .always : .events(events.map { ID($0) }, pattern: arc.event.joined(separator: " ")),
      condition: arc.cond.map(expression), targets: arc.target.map { ID($0) },
      isInternal: arc.isInternal, actions: actions(arc.content), basis: [], span: .nowhere)
  }

  private func actions(_ content: [Machine.Content]) -> [Action] {
    content.map { one in
      let kind: Action.Kind =
        switch one {
        case .assign(let variable, let operand):
          .set([.init(target: .variable(ID(variable)), value: expression(operand))])
        case .raise(let name, let operand): .raise(event(name), [expression(operand)])
        case .choose(let cond, let first, let second):
          .choose([
            .init(condition: expression(cond), actions: actions(first)),
            .init(condition: nil, actions: actions(second)),
          ])
        }
      return Action(kind, basis: [], span: .nowhere)
    }
  }

  private func expression(_ operand: Machine.Operand) -> Expression {
    switch operand {
    case .constant(let value): Expression(.constant(.number(Number(value))), .integer)
    case .variable(let variable): Expression(.variable(ID(variable)), .integer)
    case .data: Expression(.payload(0), .integer)
    }
  }

  private func expression(_ cond: Machine.Cond) -> Expression {
    switch cond {
    case .isIn(let state): Expression(.inState(ID(state)), .boolean)
    case .equals(let operand, let value):
      Expression(.compare(.equal, expression(operand), expression(.constant(value))), .boolean)
    case .not(let cond): Expression(.not(expression(cond)), .boolean)
    }
  }
}

extension Program {
  /// A program with nothing in it.
  static let empty = Program(
    name: "test", title: Bilingual("test"), version: "1", effectiveFrom: nil, effectiveTo: nil,
    offset: .china, enumerations: Arena(), laws: Arena(), roles: Arena(), facts: Arena(),
    variables: Arena(), events: Arena(), decisions: Arena(), documents: Arena(),
    periods: Arena(), chart: nil)
}
