internal import Engine
internal import Model
internal import SourceText

/// What a condition comes to where a case stands, and why.
struct BrokenCondition {
  let condition: Expression
  let state: CaseState
  let interpreter: Interpreter

  func cause(isRequired: Bool, in place: ID<State>?) -> Breach.Cause? {
    let evaluator = interpreter.evaluator(for: state)
    do throws(Fault) {
      switch try evaluator.verdict(condition) {
      case .holds: return isRequired ? nil : .holds(reads: reads)
      case .fails:
        guard isRequired, let place else { return nil }
        return .fails(in: place, reads: reads)
      case .unknown(let missing): return .unknown(unknown(missing), in: place)
      }
    } catch {
      return .faulted(error, decision(with: error), in: place)
    }
  }

  private var reads: [Trace.GuardReading.Read] { interpreter.reads(of: condition, in: state) }

  /// What of all that is read waits for these facts.
  private func unknown(_ missing: Missing) -> Breach.Unknown {
    let program = interpreter.program
    let facts = FactReads(program)
    let names = reads.filter { $0.value == nil }.map(\.name).filter { name in
      if missing.facts.contains(where: { program.facts[$0].name == name }) { return true }
      let whole = name.prefix { $0 != "." }
      guard
        let decision = program.decisions.ids.first(where: { program.decisions[$0].name == whole })
      else { return false }
      return facts.facts(in: decision).contains(where: missing.facts.contains)
    }
    return Breach.Unknown(facts: missing.facts, names: names)
  }

  /// The decision that the condition reads and that meets this fault; nil where the condition meets
  /// it itself.
  private func decision(with fault: Fault) -> ID<Decision>? {
    var read: [ID<Decision>] = []
    condition.walk { if case .decision(let id) = $0.kind { read.append(id) } }
    return read.first { interpreter.standing(of: $0, in: state) == .faulted(fault) }
  }
}

extension Invariant.Kind {
  /// What makes it a breach that a case stands here; nil where it is none, or where the promise is
  /// not about where a case stands.
  func cause(in state: CaseState, _ interpreter: Interpreter) -> Breach.Cause? {
    switch self {
    case .never(let condition):
      return BrokenCondition(condition: condition, state: state, interpreter: interpreter).cause(
        isRequired: false, in: nil)
    case .requires(let states, let condition):
      guard let place = states.first(where: state.configuration.contains) else { return nil }
      return BrokenCondition(condition: condition, state: state, interpreter: interpreter).cause(
        isRequired: true, in: place)
    case .canEnd:
      guard let chart = interpreter.program.chart, !state.isFinished,
        !chart.mayEnd(from: state.configuration)
      else { return nil }
      return .trapped(interpreter.program.activeLeafStates(of: state.configuration))
    case .leadsTo, .within: return nil
    }
  }
}
