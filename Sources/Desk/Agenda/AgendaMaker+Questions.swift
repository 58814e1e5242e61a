internal import Engine
internal import Model
internal import SourceText

// What to ask: what waits first, then what events depend on, then what the step wants on record.
extension AgendaMaker {
  func questions(_ moves: [Agenda.Move]) -> [Agenda.Question] {
    guard !state.isFinished else { return [] }
    var list = QuestionList()
    for decision in program.chart == nil ? Array(program.decisions.ids) : state.pending {
      if case .open(let missing) = interpreter.standing(of: decision, in: state) {
        list.add(missing, for: .decision(decision))
      }
    }
    for one in outlook.waiting {
      switch one.what {
      case .transition(let id): list.add(one.missing, for: .passage(id))
      case .action: list.add(one.missing, for: .action)
      }
    }
    let recorded = Standing(of: state.configuration, in: program).asks
    list.add(Missing(recorded.filter { state.facts[$0.index] == nil }), for: .record)
    for move in moves {
      if case .depends(let missing) = move.status { list.add(missing, for: .event(move.event)) }
    }
    return list.questions
  }

  /// Consents that guards here read and that nobody has refused.
  func consents() -> [Agenda.ConsentRequest] {
    guard !state.isFinished, let chart = program.chart else { return [] }
    var read: Set<ID<Decision>> = []
    let wanted = Set(mediation.consents.map(\.consent.decision))
    for id in state.configuration where id != chart.root {
      for transition in chart.states[id].transitions {
        let one = chart.transitions[transition]
        guard one.trigger == .always, !one.isFirst else { continue }
        one.condition?.walk { node in
          if case .decision(let decision) = node.kind, wanted.contains(decision) {
            read.insert(decision)
          }
        }
      }
    }
    return mediation.consents.compactMap { answers in
      guard read.contains(answers.consent.decision), answers.outcome?.isRefused != true else {
        return nil
      }
      let absent = answers.outcome?.absent ?? []
      guard !absent.isEmpty || !answers.missing.facts.isEmpty else { return nil }
      return Agenda.ConsentRequest(
        consent: answers.consent, absent: absent, missing: answers.missing)
    }
  }
}

/// Questions in the order in which they were met, each once with all it is for.
private struct QuestionList {
  private(set) var questions: [Agenda.Question] = []

  mutating func add(_ missing: Missing, for purpose: Agenda.Purpose) {
    for fact in missing.facts {
      guard let place = questions.firstIndex(where: { $0.fact == fact }) else {
        questions.append(Agenda.Question(fact: fact, purposes: [purpose]))
        continue
      }
      if !questions[place].purposes.contains(purpose) { questions[place].purposes.append(purpose) }
    }
  }
}
