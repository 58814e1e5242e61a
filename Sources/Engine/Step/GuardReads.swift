package import Model
internal import SourceText

/// The names an expression reads and what they stand at, in reading order, each once. Of a record
/// only the field that is read: the others have no part in the verdict, and nobody can tell them
/// apart by their values.
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
    if let read = read(of: expression) {
      if !reads.contains(where: { $0.name == read.name }) { reads.append(read) }
      return
    }
    for child in expression.children { add(child) }
  }

  private mutating func read(of node: Expression) -> Trace.GuardReading.Read? {
    let known = evaluation.known
    let program = known.program
    func read(_ name: String, _ value: Value?) -> Trace.GuardReading.Read {
      .init(name: name, value: value, type: node.type)
    }
    return switch node.kind {
    case .fact(let fact): read(program.facts[fact].name, known.facts[fact.index])
    case .variable(let variable):
      read(program.variables[variable].name, known.variables[variable.index])
    case .decision(let decision):
      read(program.decisions[decision].name, value(of: decision, output: nil))
    case .field(let record, let position): field(position, of: record, node.type)
    case .inState(let id):
      read(
        "in(\(program.chart?.states[id].path ?? ""))", .boolean(known.configuration.contains(id)))
    case .payload(let index) where index < min(fields.count, known.payload.count):
      read("event.\(fields[index].name)", known.payload[index])
    case .clock(.now): read("now()", known.now.map(Value.dateTime))
    case .clock(.today): read("today()", known.today.map(Value.date))
    case .clock(.opened): read("opened()", known.opened.map(Value.dateTime))
    default: nil
    }
  }

  /// `screen.clear`; nil for a field of what has no name, such as an element of a list.
  private mutating func field(
    _ position: Int, of record: Expression, _ type: ValueType
  ) -> Trace.GuardReading.Read? {
    guard case .record(let fields) = record.type.unwrapped, let whole = read(of: record) else {
      return nil
    }
    let name = "\(whole.name).\(fields.fields[position].name)"
    // One output may be settled while others are open.
    if case .decision(let decision) = record.kind {
      return .init(name: name, value: value(of: decision, output: position), type: type)
    }
    guard case .record(let values)? = whole.value else {
      return .init(name: name, value: whole.value, type: type)
    }
    return .init(name: name, value: values[position], type: type)
  }

  /// Frozen or derived; nil while it is open or meets a fault.
  private mutating func value(of decision: ID<Decision>, output: Int?) -> Value? {
    guard case .decided(let outcome)? = try? evaluation.decide(decision, output: output) else {
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
