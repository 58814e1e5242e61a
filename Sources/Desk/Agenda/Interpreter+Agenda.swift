package import Engine
internal import Model
internal import SourceText

extension Interpreter {
  /// What is to be known, said, asked and done in a case now.
  package func agenda(of state: CaseState) -> Agenda {
    AgendaMaker(self, state).agenda()
  }
}

/// Puts an agenda together.
struct AgendaMaker {
  let interpreter: Interpreter
  let state: CaseState
  let outlook: Outlook
  let mediation: MediationStanding

  init(_ interpreter: Interpreter, _ state: CaseState) {
    self.interpreter = interpreter
    self.state = state
    outlook = interpreter.outlook(state)
    mediation = interpreter.mediation(of: state)
  }

  var program: Program { interpreter.program }

  func agenda() -> Agenda {
    let moves = self.moves()
    return Agenda(
      standing: Standing(of: state.configuration, in: program),
      leaves: program.activeLeafStates(of: state.configuration), isFinished: state.isFinished,
      questions: questions(moves), consents: consents(),
      moves: moves.filter { $0.status.isOpen }, obstructed: moves.filter { !$0.status.isOpen },
      tasks: state.isFinished ? [] : state.tasks,
      due: state.isFinished ? [] : DueList(program: program, state: state).items,
      idlePeriods: idlePeriods(), redLines: mediation.binding,
      watchedLines: state.isFinished ? [] : watched())
  }

  private func watched() -> [RedLine] {
    mediation.lines.filter { line in
      if case .unknown? = line.verdict { true } else { false }
    }.map(\.line)
  }

  private func idlePeriods() -> [Agenda.IdlePeriod] {
    guard !state.isFinished else { return [] }
    return program.periods.ids.compactMap { id in
      let standing = interpreter.standing(of: id, in: state)
      return switch standing {
      case .notBegun(let missing) where !missing.facts.isEmpty:
        Agenda.IdlePeriod(period: id, standing: standing)
      case .standsStill: Agenda.IdlePeriod(period: id, standing: standing)
      case .notBegun, .running, .expired: nil
      }
    }
  }
}

extension Outlook.Status {
  /// Whether an event would be taken, or would be once its questions are answered.
  fileprivate var isOpen: Bool {
    switch self {
    case .possible, .depends: true
    case .blocked, .faulty: false
    }
  }
}
