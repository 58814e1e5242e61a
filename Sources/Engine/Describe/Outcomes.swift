package import Model
package import SourceText

extension Program {
  /// The innermost active states, in document order.
  package func activeLeafStates(of configuration: [ID<State>]) -> [ID<State>] {
    guard let chart else { return [] }
    return configuration.filter { id in
      id != chart.root && !configuration.contains { chart.states[$0].parent == id }
    }
  }

  /// Their paths.
  package func activeLeaves(of configuration: [ID<State>]) -> [String] {
    guard let chart else { return [] }
    return activeLeafStates(of: configuration).map { chart.states[$0].path }
  }

  /// One output of a decision's value; the name "" means the whole.
  package func output(_ name: String, of decision: ID<Decision>, _ value: Value) -> Value? {
    if name.isEmpty { return value }
    guard case .record(let fields) = value,
      case .record(let type) = decisions[decision].type.unwrapped,
      let index = type.index(of: name)
    else {
      if case .table(let table) = decisions[decision].logic, table.outputs.count == 1,
        table.outputs[0].name == name
      {
        return value
      }
      return nil
    }
    return fields[index]
  }
}

/// What the final state that ended a case gives back under one name.
package struct FinalDatum: Hashable, Sendable {
  package var name: String
  package var type: ValueType
  package var value: Value
}

extension Program {
  /// The data of the final state that ended the case, in order; empty before, and where it gives
  /// nothing.
  package func finalData(of state: CaseState) -> [FinalDatum] {
    guard let chart, state.isFinished else { return [] }
    let final = state.configuration.first {
      chart.states[$0].kind == .final && chart.states[$0].parent == chart.root
    }
    return zip(final.map { chart.states[$0].doneData } ?? [], state.doneData).map {
      FinalDatum(name: $0.name, type: $0.value.type, value: $1)
    }
  }
}

/// What a decision comes to at a moment.
package enum DecisionStanding: Hashable, Sendable {
  case decided(DecisionOutcome)
  case open(Missing)
  case faulted(Fault)
}

extension Interpreter {
  /// A decision's result now: frozen, or derived from the present facts.
  package func standing(of decision: ID<Decision>, in state: CaseState) -> DecisionStanding {
    if let frozen = state.frozen[decision.index] { return .decided(frozen) }
    var evaluation = Evaluation(Stepper(self, state: state).evaluator(payload: []))
    return standing(of: decision, &evaluation)
  }

  /// The results of all decisions now, by decision. Each is derived once, however many of the
  /// others read it.
  package func standings(in state: CaseState) -> [DecisionStanding] {
    var evaluation = Evaluation(Stepper(self, state: state).evaluator(payload: []))
    return program.decisions.ids.map { standing(of: $0, &evaluation) }
  }

  private func standing(
    of decision: ID<Decision>, _ evaluation: inout Evaluation
  ) -> DecisionStanding {
    do {
      switch try evaluation.decide(decision, output: nil) {
      case .decided(let outcome): return .decided(outcome)
      case .open(let missing): return .open(missing)
      }
    } catch {
      return .faulted(error)
    }
  }

  /// What the case knows, ready to be read.
  package func evaluator(for state: CaseState) -> Evaluator {
    Evaluator(program: program, calendar: calendar, state: state)
  }

  /// Its result, or nil while undecided or where it meets a fault.
  package func outcome(of decision: ID<Decision>, in state: CaseState) -> DecisionOutcome? {
    if case .decided(let outcome) = standing(of: decision, in: state) { outcome } else { nil }
  }
}

extension Refusal {
  /// What a case file's `refused` calls it.
  package var kind: Expectation.Refusal {
    switch self {
    case .unknownGuard, .unknownValue: .unknown
    case .unhandled: .unhandled
    case .notPermitted, .notAdmitted, .notExternal: .role
    case .finished: .finished
    case .backInTime, .factIsFixed, .factOutOfBounds, .fault: .fault
    }
  }

  /// The questions whose answers would let the entry go on, if that is what it lacks.
  package var missing: Missing? {
    switch self {
    case .unknownGuard(_, let missing), .unknownValue(_, let missing): missing
    case .notAdmitted(_, _, let missing): missing.facts.isEmpty ? nil : missing
    default: nil
    }
  }
}
