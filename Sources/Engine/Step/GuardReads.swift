package import Model
internal import SourceText

/// The names an expression reads and what they stood at, in reading order, each once.
struct GuardReads {
  let program: Program
  let state: CaseState
  let payload: [Value]

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
    case .fact(let fact): .init(name: program.facts[fact].name, value: state.facts[fact.index])
    case .variable(let variable):
      .init(name: program.variables[variable].name, value: state.variables[variable.index])
    case .decision(let decision):
      .init(name: program.decisions[decision].name, value: state.frozen[decision.index]?.value)
    case .inState(let id):
      .init(
        name: "in(\(program.chart?.states[id].path ?? ""))",
        value: .boolean(state.configuration.contains(id)))
    default: nil
    }
  }
}

extension Interpreter {
  /// The names a condition reads in a case and what they stand at.
  package func reads(
    of condition: Expression, in state: CaseState
  ) -> [Trace.GuardReading.Read] {
    GuardReads(program: program, state: state, payload: []).of(condition)
  }
}
