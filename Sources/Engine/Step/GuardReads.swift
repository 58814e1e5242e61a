package import Model
internal import SourceText

/// The names an expression reads and what they stood at, in reading order, each once.
struct GuardReads {
  let evaluator: Evaluator

  private var program: Program { evaluator.program }

  func of(_ expression: Expression) -> [Trace.GuardReading.Read] {
    var reads: [Trace.GuardReading.Read] = []
    expression.walk { node in
      guard let read = read(of: node), !reads.contains(where: { $0.name == read.name }) else {
        return
      }
      reads.append(read)
    }
    return reads
  }

  private func read(of node: Expression) -> Trace.GuardReading.Read? {
    switch node.kind {
    case .fact(let fact): .init(name: program.facts[fact].name, value: value(of: node))
    case .variable(let variable):
      .init(name: program.variables[variable].name, value: value(of: node))
    case .decision(let decision):
      .init(name: program.decisions[decision].name, value: value(of: node))
    case .inState(let id):
      .init(name: "in(\(program.chart?.states[id].path ?? ""))", value: value(of: node))
    case .payload(let index):
      .init(name: "event[\(index)]", value: value(of: node))
    default: nil
    }
  }

  /// Nil while unknown, or where reading it meets a fault.
  private func value(of node: Expression) -> Value? {
    guard case .known(let value) = try? evaluator.evaluate(node) else { return nil }
    return value
  }
}

extension Interpreter {
  /// The names a condition reads in a case and what they stand at.
  package func reads(
    of condition: Expression, in state: CaseState
  ) -> [Trace.GuardReading.Read] {
    GuardReads(evaluator: evaluator(for: state)).of(condition)
  }
}
