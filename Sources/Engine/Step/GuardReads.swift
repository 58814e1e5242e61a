package import Model
internal import SourceText

/// The names an expression reads and what they stand at, in reading order, each once.
struct GuardReads {
  /// Shared with the reading of the expression itself, so that no decision is derived twice.
  private var evaluation: Evaluation
  /// What the payload's values are called.
  private let fields: [Event.Field]
  private(set) var reads: [Trace.GuardReading.Read] = []

  init(_ expression: Expression, _ evaluation: Evaluation, fields: [Event.Field] = []) {
    self.evaluation = evaluation
    self.fields = fields
    add(expression)
  }

  private mutating func add(_ expression: Expression) {
    if let read = read(of: expression), !reads.contains(where: { $0.name == read.name }) {
      reads.append(read)
    }
    for child in expression.children { add(child) }
  }

  private mutating func read(of node: Expression) -> Trace.GuardReading.Read? {
    let known = evaluation.known
    let program = known.program
    return switch node.kind {
    case .fact(let fact): .init(name: program.facts[fact].name, value: known.facts[fact.index])
    case .variable(let variable):
      .init(name: program.variables[variable].name, value: known.variables[variable.index])
    case .decision(let decision):
      .init(name: program.decisions[decision].name, value: value(of: decision))
    case .inState(let id):
      .init(
        name: "in(\(program.chart?.states[id].path ?? ""))",
        value: .boolean(known.configuration.contains(id)))
    case .payload(let index) where index < min(fields.count, known.payload.count):
      .init(name: "event.\(fields[index].name)", value: known.payload[index])
    case .clock(.now): .init(name: "now()", value: known.now.map(Value.dateTime))
    case .clock(.today): .init(name: "today()", value: known.today.map(Value.date))
    case .clock(.opened): .init(name: "opened()", value: known.opened.map(Value.dateTime))
    default: nil
    }
  }

  /// Frozen or derived; nil while it is open or meets a fault.
  private mutating func value(of decision: ID<Decision>) -> Value? {
    guard case .decided(let outcome)? = try? evaluation.decide(decision, output: nil) else {
      return nil
    }
    return outcome.value
  }
}

extension Interpreter {
  /// The names a condition reads in a case and what they stand at.
  package func reads(
    of condition: Expression, in state: CaseState
  ) -> [Trace.GuardReading.Read] {
    let evaluator = Evaluator(program: program, calendar: calendar, state: state)
    return GuardReads(condition, Evaluation(evaluator)).reads
  }
}
