import Engine
import Model
import SourceText

/// One machine run by the reference and by the engine, and where they first part.
struct SideBySide {
  let machine: Machine
  private let translated: MachineProgram
  private let interpreter: Interpreter
  private var reference: ReferenceInterpreter
  private var state: CaseState
  private var past: [String] = []
  /// Whether there is nothing more to compare: the case is over, or ran away.
  private(set) var isOver = false
  /// The first difference, to be read; nil while there is none.
  private(set) var difference: String?
  /// Of all that was compared.
  private(set) var happeningCount = 0

  init(_ machine: Machine, planting fault: PlantedFault? = nil) {
    self.machine = machine
    translated = MachineProgram(machine)
    interpreter = Interpreter(program: translated.program, calendar: .china)
    reference = ReferenceInterpreter(machine, fault)
    state = interpreter.blank(opened: nil)
    reference.interpret()
    let opened = interpreter.open([], at: nil)
    compare(opened, "open")
  }

  /// Fires an external event in both.
  mutating func fire(_ name: String, _ data: Int) {
    guard !isOver else { return }
    reference.log = []
    reference.process(.init(name: name, data: data))
    let entry = Entry(
      at: nil, event: translated.event(name), payload: [.number(Number(data))], by: nil,
      facts: [], expectation: nil, span: nil)
    compare(interpreter.step(state, entry), "\(name)(\(data))")
  }

  private mutating func compare(_ result: StepResult, _ step: String) {
    past.append(step)
    state = result.state
    isOver = reference.isEndless || !reference.running
    if reference.isEndless {
      guard case .fault(let fault)? = result.refusal, case .endlessLoop = fault.reason else {
        return report("endless", "not endless: \(String(describing: result.refusal))")
      }
      return
    }
    if let refusal = result.refusal { return report("taken", "refused: \(refusal)") }
    let happened = result.trace.items.compactMap(happening)
    happeningCount += happened.count
    if happened != reference.log { return report("\(reference.log)", "\(happened)") }
    let configuration = state.configuration.map(\.index).filter { $0 != 0 }
    let expected =
      reference.running ? reference.configuration.sorted() : reference.finalConfiguration
    if configuration != expected { return report("in \(expected)", "in \(configuration)") }
    let variables = state.variables.map { value -> Int? in
      if case .number(let number) = value { Int(exactly: number) } else { nil }
    }
    if variables != reference.datamodel {
      return report("x = \(reference.datamodel)", "x = \(variables)")
    }
    if state.isFinished == reference.running {
      report("running \(reference.running)", "finished \(state.isFinished)")
    } else if !state.queue.isEmpty {
      report("nothing queued", "\(state.queue)")
    }
  }

  private mutating func report(_ expected: String, _ found: String) {
    isOver = true
    difference = """
      after \(past.joined(separator: ", "))
        the recommendation: \(expected)
        the engine:         \(found)
      \(machine)
      """
  }

  private func happening(_ item: Trace.Item) -> ReferenceInterpreter.Happening? {
    switch item {
    case .transitionTaken(let id): .took(id.index)
    case .stateExited(let id): .exited(id.index)
    case .stateEntered(let id): .entered(id.index)
    case .variableSet(let id, _, let value): .assigned(id.index, whole(value) ?? -1)
    case .raised(let event):
      .raised(translated.eventNames[event.event.index], event.payload.first.flatMap(whole))
    default: nil
    }
  }

  private func whole(_ value: Value) -> Int? {
    if case .number(let number) = value { Int(exactly: number) } else { nil }
  }
}
