internal import Desk
internal import Engine
internal import Model
internal import Runtime
internal import SourceText

/// A case's agenda as JSON; the shape is part of the tool's contract (docs/desk.md).
struct AgendaJSON {
  let fold: CaseFold
  let agenda: Agenda
  let state: CaseState
  let user: Operator
  let names: PlainNames
  /// The cases that it was joined to, from either side.
  let linked: [LinkedCase]
  /// What has run out and is not recorded: `agenda` and `state` are then what comes of it.
  let unrecorded: UnrecordedTime?

  private var program: Program { fold.program }

  var json: JSONText {
    .object([
      .init("case", .string(fold.id)), .init("rulebook", .string(program.name)),
      .init("version", .string(program.version)), .init("entries", .integer(fold.length)),
      .init("state", strings(program.activeLeaves(of: state.configuration))),
      .init("finished", .bool(state.isFinished)),
      .init(
        "recorded_state", strings(program.activeLeaves(of: fold.state.configuration))),
      .init("ran_out", strings(unrecorded?.fellDue ?? [])),
      .init("level", agenda.standing.level.map { .string($0.name) } ?? .null),
      .init("acting", strings(agenda.actors(in: program).map { program.roles[$0].name })),
      .init("facts", facts), .init("say", .array(prompts)),
      .init("questions", .array(agenda.questions.map(question))),
      .init("consents", .array(agenda.consents.map(consent))),
      .init("events", .array(agenda.moves.map(move))),
      .init("not_now", .array(agenda.obstructed.map(move))),
      .init("red_lines", strings(agenda.redLines.map(\.name))),
      .init("watch", strings(agenda.watchedLines.map(\.name))),
      .init("tasks", .array(agenda.tasks.map(task))), .init("due", .array(agenda.due.map(due))),
      .init("linked", .array(linked.map(link))),
    ])
  }

  private func link(_ one: LinkedCase) -> JSONText {
    .object([.init("case", .string(one.id)), .init("reason", .string(one.reason))])
  }

  private func strings(_ values: [String]) -> JSONText { .array(values.map(JSONText.string)) }

  private var facts: JSONText {
    .object(
      program.facts.ids.compactMap { id in
        let fact = program.facts[id]
        guard let value = state.facts[id.index], !user.isKeptFrom(fact, in: program) else {
          return nil
        }
        let seen = user.view(value, of: fact, in: program)
        return .init(fact.name, seen.json(as: fact.type, in: program))
      })
  }

  private var prompts: [JSONText] {
    agenda.standing.prompts.map { prompt in
      guard let template = prompt.template else {
        return .string(prompt.words.text(in: names.language))
      }
      let filled = fold.interpreter.fill(template, in: state)
      return .string(TemplateText(template, program: program).text(of: filled, caseID: fold.id))
    }
  }

  private func question(_ question: Agenda.Question) -> JSONText {
    let fact = program.facts[question.fact]
    return .object([
      .init("fact", .string(fact.name)),
      .init("ask", fact.question.map { .string(names.say($0)) } ?? .null),
      .init("needed", .bool(question.isNeeded)),
      .init("for", .array(question.purposes.compactMap(purpose))),
    ])
  }

  private func purpose(_ purpose: Agenda.Purpose) -> JSONText? {
    switch purpose {
    case .event(let id): .object([.init("event", .string(program.events[id].name))])
    case .decision(let id): .object([.init("decision", .string(program.decisions[id].name))])
    case .passage(let id):
      .object([
        .init(
          "to",
          strings(
            (program.chart?.transitions[id].targets ?? []).compactMap {
              program.chart?.states[$0].path
            }))
      ])
    case .record, .action: nil
    }
  }

  private func consent(_ request: Agenda.ConsentRequest) -> JSONText {
    .object([
      .init("consent", .string(request.consent.name)),
      .init("not_answered", strings(request.absent)),
    ])
  }

  private func move(_ move: Agenda.Move) -> JSONText {
    let event = program.events[move.event]
    var missing: [String] = []
    if case .depends(let facts) = move.status {
      missing = facts.facts.map { program.facts[$0].name }
    }
    let why =
      move.obstacles.isEmpty
      ? [] : [ObstacleWords(names: names, program: program, reader: user).text(of: move)]
    return .object([
      .init("event", .string(event.name)),
      .init("by", strings(move.roles.map { program.roles[$0].name })),
      .init("with", strings(event.payload.map(\.name))), .init("needs", strings(missing)),
      .init("because", strings(why)),
    ])
  }

  private func task(_ task: OpenTask) -> JSONText {
    .object([
      .init("task", .string(task.order.id)), .init("to", strings(task.order.to)),
      .init("date", task.lastDay.map { .string($0.description) } ?? .null),
    ])
  }

  private func due(_ item: DueList.Item) -> JSONText {
    .object([
      .init("name", .string(item.name)), .init("date", .string(item.day(in: program).description)),
      .init("at", .string(item.due.text(in: program.offset))),
      .init("provisional", .bool(item.isProvisional)),
    ])
  }
}
