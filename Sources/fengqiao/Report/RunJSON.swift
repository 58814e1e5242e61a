internal import Engine
internal import Model
internal import SourceText
internal import Verifier

/// A played case as JSON; the shape is part of the tool's contract (docs/json.md).
struct RunJSON {
  let interpreter: Interpreter
  let wording: Wording
  /// How the case that is shown breaks promises.
  var breaches: [Breach] = []

  private var program: Program { interpreter.program }

  func json(of file: CaseFile, _ replay: Replay) -> JSONText {
    let state = replay.state
    let outlook = interpreter.outlook(state)
    let standings = Array(zip(program.decisions.elements, interpreter.standings(in: state)))
    let head: [JSONText.Member] = [
      .init("case", .string(file.id)), .init("rulebook", .string(program.name)),
      .init("version", .string(program.version)),
      .init("state", strings(program.activeLeaves(of: state.configuration))),
      .init("finished", .bool(state.isFinished)), .init("data", data(state)),
      .init("decisions", decisions(standings)), .init("rows", rows(standings)),
    ]
    let known: [JSONText.Member] = [
      .init("facts", facts(state)), .init("variables", variables(state)),
      .init("due", .array(DueList(program: program, state: state).items.map(due))),
      .init("periods", .array(program.periods.ids.map { period($0, state) })),
      .init("tasks", .array(state.tasks.map { .string($0.order.id) })),
      .init("documents", strings(state.drafted.map { program.documents[$0].name })),
      .init("questions", strings(outlook.questions.facts.map { program.facts[$0].name })),
      .init("events", .array(outlook.options.map(option))),
    ]
    let forms =
      StandingJSON(interpreter: interpreter, wording: wording).members(
        state, caseID: file.id)
      + MediationJSON(interpreter: interpreter, state: state).members
    let steps = replay.steps.map { step($0, caseID: file.id) }
    return .object(
      head + faults(standings) + known + forms + broken + [.init("steps", .array(steps))])
  }

  /// The promises that the case breaks, where it breaks any.
  private var broken: [JSONText.Member] {
    let text = BreachText(wording: wording)
    let all = breaches.map { breach in
      JSONText.object([
        .init("promise", .string(program.invariants[breach.invariant].name)),
        .init("entry", .integer(breach.entry)),
        .init("why", .string(wording.say(text.why(breach)))),
      ])
    }
    return all.isEmpty ? [] : [.init("broken", .array(all))]
  }

  private func strings(_ values: [String]) -> JSONText { .array(values.map(JSONText.string)) }

  private func moment(_ moment: DateTime?) -> JSONText {
    moment.map { .string(wording.moment($0)) } ?? .null
  }

  private func decisions(_ standings: [(Decision, DecisionStanding)]) -> JSONText {
    .object(
      standings.map { decision, standing in
        guard case .decided(let outcome) = standing else { return .init(decision.name, .null) }
        return .init(decision.name, outcome.value.json(as: decision.type, in: program))
      })
  }

  private func rows(_ standings: [(Decision, DecisionStanding)]) -> JSONText {
    .object(
      standings.compactMap { decision, standing in
        guard case .decided(let outcome) = standing, !outcome.rows.isEmpty else { return nil }
        return .init(decision.name, strings(outcome.rows))
      })
  }

  /// Why decisions have no result that will not get one by facts that are stated yet.
  private func faults(_ standings: [(Decision, DecisionStanding)]) -> [JSONText.Member] {
    let text = FaultText(program: program)
    let faults: [JSONText.Member] = standings.compactMap { decision, standing in
      guard case .faulted(let fault) = standing else { return nil }
      return .init(decision.name, .string(wording.say(text.text(of: fault))))
    }
    return faults.isEmpty ? [] : [.init("faults", .object(faults))]
  }

  private func facts(_ state: CaseState) -> JSONText {
    .object(
      program.facts.ids.compactMap { id in
        guard let value = state.facts[id.index] else { return nil }
        let fact = program.facts[id]
        return .init(fact.name, value.json(as: fact.type, in: program))
      })
  }

  private func variables(_ state: CaseState) -> JSONText {
    .object(
      program.variables.ids.map { id in
        let variable = program.variables[id]
        return .init(
          variable.name, state.variables[id.index].json(as: variable.type, in: program))
      })
  }

  /// What the final state that ended the case gives back; `{}` before, and where it gives nothing.
  private func data(_ state: CaseState) -> JSONText {
    .object(
      program.finalData(of: state).map {
        .init($0.name, $0.value.json(as: $0.type, in: program))
      })
  }

  private func due(_ item: DueList.Item) -> JSONText {
    .object([
      .init("name", .string(item.name)),
      .init("date", item.lastDay.map { .string($0.description) } ?? .null),
      .init("at", moment(item.due)), .init("provisional", .bool(item.isProvisional)),
    ])
  }

  private func period(_ id: ID<Period>, _ state: CaseState) -> JSONText {
    var needs: [String] = []
    let status: String
    switch interpreter.standing(of: id, in: state) {
    case .running: status = "running"
    case .expired: status = "expired"
    case .standsStill: status = "paused"
    case .notBegun(let missing):
      status = "not begun"
      needs = missing.facts.map { program.facts[$0].name }
    }
    return .object([
      .init("name", .string(program.periods[id].name)), .init("status", .string(status)),
      .init("needs", strings(needs)),
    ])
  }

  private func option(_ option: Outlook.Option) -> JSONText {
    var needs: [String] = []
    var status = "possible"
    switch option.status {
    case .possible: break
    case .blocked: status = "blocked"
    case .faulty: status = "fault"
    case .depends(let missing):
      status = "depends"
      needs = missing.facts.map { program.facts[$0].name }
    }
    return .object([
      .init("event", .string(program.events[option.event].name)),
      .init("status", .string(status)), .init("needs", strings(needs)),
    ])
  }

  private func step(_ step: Replay.Step, caseID: String) -> JSONText {
    var guards: [ID<Transition>: Trace.GuardReading] = [:]
    for case .guardRead(let reading) in step.result.trace.items {
      guards[reading.transition] = reading
    }
    return .object([
      .init("at", moment(step.entry == nil ? step.result.state.opened : step.entry?.at)),
      .init("event", step.entry?.event.map { .string(program.events[$0].name) } ?? .null),
      .init("by", step.entry?.by.map { .string(program.roles[$0].name) } ?? .null),
      .init("refused", step.result.refusal.map(refusal) ?? .null),
      .init("overtaken", .bool(step.result.trace.isOvertaken)),
      .init("transitions", .array(transitions(step.result.trace, guards))),
      .init("decided", .array(decided(step.result.trace))),
      .init("effects", .array(step.result.effects.map { effect($0, caseID: caseID) })),
      .init("timers", .array(timers(step.result.trace))),
      .init("state", strings(program.activeLeaves(of: step.result.state.configuration))),
    ])
  }

  private func refusal(_ refusal: Refusal) -> JSONText {
    let text = RefusalText(program: program).text(of: refusal)
    let questions = (refusal.missing?.facts ?? []).map { program.facts[$0].name }
    return .object([
      .init("kind", .string(refusal.kind.rawValue)),
      .init("message", .string(wording.say(text))), .init("questions", strings(questions)),
    ])
  }

  private func transitions(
    _ trace: Trace, _ guards: [ID<Transition>: Trace.GuardReading]
  ) -> [JSONText] {
    guard let chart = program.chart else { return [] }
    return trace.items.compactMap { item in
      guard case .transitionTaken(let id) = item else { return nil }
      let transition = chart.transitions[id]
      let reads = guards[id]?.reads.map {
        JSONText.Member($0.name, .string(wording.value($0.value)))
      }
      return .object([
        .init("from", .string(chart.states[transition.source].path)),
        .init("to", strings(transition.targets.map { chart.states[$0].path })),
        .init("place", .string(wording.sources.place(transition.span))),
        .init(
          "when", transition.condition.map { .string(wording.source($0.span)) } ?? .null),
        .init("values", .object(reads ?? [])),
        .init("because", strings(transition.basis.map(BasisName(program: program).name))),
      ])
    }
  }

  /// What `decide` froze, in order.
  private func decided(_ trace: Trace) -> [JSONText] {
    trace.items.compactMap { item in
      guard case .decided(let id, let outcome) = item else { return nil }
      let decision = program.decisions[id]
      let basis = decision.basis(ofRows: outcome.rows).map(BasisName(program: program).name)
      return .object([
        .init("decision", .string(decision.name)),
        .init("result", outcome.value.json(as: decision.type, in: program)),
        .init("rows", strings(outcome.rows)), .init("because", strings(basis)),
      ])
    }
  }

  private func timers(_ trace: Trace) -> [JSONText] {
    trace.items.compactMap { item in
      guard case .timerFired(let timer, let at) = item else { return nil }
      return .object([
        .init("name", .string(timer.name(in: program))), .init("at", moment(at)),
        .init("due", moment(timer.due)),
      ])
    }
  }

  private func effect(_ effect: Effect, caseID: String) -> JSONText {
    let ordinal = JSONText.Member("ordinal", .integer(effect.ordinal))
    let basis = JSONText.Member(
      "because", strings(effect.basis.map(BasisName(program: program).name)))
    switch effect.kind {
    case .task(let order, let due, let lastDay):
      return .object([
        ordinal, .init("task", .string(order.id)), .init("to", strings(order.to)),
        .init("due", moment(due)),
        .init("date", lastDay.map { .string($0.description) } ?? .null), basis,
      ])
    case .notify(let to, let text, let textZh, let within, let due, let lastDay):
      let end: [JSONText.Member] =
        within == nil
        ? []
        : [
          .init("due", moment(due)),
          .init("date", lastDay.map { .string($0.description) } ?? .null),
        ]
      return .object(
        [
          ordinal, .init("notify", strings(to)),
          .init("text", .string(wording.say(text, textZh))),
        ] + end + [basis])
    case .inform(let text, let textZh):
      return .object([ordinal, .init("inform", .string(wording.say(text, textZh))), basis])
    case .draft(let document, let filled):
      let paper = program.documents[document]
      let text = DraftedPapers.text(of: document, filled, caseID: caseID, in: program)
      return .object([
        ordinal, .init("draft", .string(paper.name)), .init("to", strings(paper.to)),
        .init("signed_by", strings(paper.signedBy)),
        .init("copies", paper.copies.map { .string(wording.say($0)) } ?? .null),
        .init("text", text.map(JSONText.string) ?? .null), basis,
      ])
    }
  }
}

/// `because` as written.
struct BasisName {
  let program: Program

  func name(_ basis: Basis) -> String {
    switch basis {
    case .law(let id): program.laws[id].name
    case .reported: "reported"
    case .local: "local"
    }
  }
}
