internal import Engine
internal import Model
internal import SourceText

/// Why a played case stands where it does, as JSON; part of the tool's contract (docs/json.md).
struct ExplainJSON {
  let interpreter: Interpreter
  let wording: Wording
  let replay: Replay

  private var program: Program { interpreter.program }
  private var state: CaseState { replay.state }

  func json(named id: String) -> JSONText {
    let outlook = interpreter.outlook(state)
    let head: [JSONText.Member] = [
      .init("case", .string(id)), .init("rulebook", .string(program.name)),
      .init("state", strings(program.activeLeaves(of: state.configuration))),
    ]
    let forms = MediationJSON(interpreter: interpreter, state: state).members
    return .object(
      head + forms + [
        .init("decisions", .array(program.decisions.ids.map(decision))),
        .init("blocked", .array(outlook.options.compactMap(blocked))),
        .init("questions", facts(outlook.questions)),
        .init("deadlines", .array(state.timers.map(deadline))),
      ])
  }

  private func strings(_ values: [String]) -> JSONText { .array(values.map(JSONText.string)) }

  private func facts(_ missing: Missing?) -> JSONText {
    strings((missing?.facts ?? []).map { program.facts[$0].name })
  }

  private func basis(_ basis: [Basis]) -> JSONText {
    strings(basis.map(BasisName(program: program).name))
  }

  private func say(_ fault: Fault) -> JSONText {
    .string(wording.say(FaultText(program: program).text(of: fault)))
  }

  private func decision(_ id: ID<Decision>) -> JSONText {
    let decision = program.decisions[id]
    var (result, needs, fault) = (JSONText.null, facts(nil), JSONText.null)
    switch interpreter.standing(of: id, in: state) {
    case .decided(let outcome): result = outcome.value.json(as: decision.type, in: program)
    case .open(let missing): needs = facts(missing)
    case .faulted(let why): fault = say(why)
    }
    return .object([
      .init("decision", .string(decision.name)), .init("result", result), .init("needs", needs),
      .init("fault", fault), .init("frozen", .bool(state.frozen[id.index] != nil)),
      .init("rows", .array(rows(of: id))),
    ])
  }

  private func rows(of id: ID<Decision>) -> [JSONText] {
    guard case .table(let table) = program.decisions[id].logic,
      let explanation = interpreter.evaluator(for: state).explainTable(id)
    else { return [] }
    let fired = interpreter.outcome(of: id, in: state)?.rows ?? []
    return explanation.rows.indices.map { index in
      let row = table.rows[index]
      return .object(
        [
          .init("row", .string(row.id)),
          .init("place", .string(wording.sources.place(row.span))),
          .init("fired", .bool(fired.contains(row.id))),
          .init("nearest", .bool(explanation.nearest == index)),
          .init("because", basis(row.basis)),
        ] + verdict(explanation.rows[index].match, table))
    }
  }

  /// `match`, and what stands behind it.
  private func verdict(
    _ match: TableExplanation.Match, _ table: DecisionTable
  ) -> [JSONText.Member] {
    var (word, needs, fault) = ("matched", facts(nil), JSONText.null)
    var failure: TableExplanation.Failure?
    switch match {
    case .matched: break
    case .failed(let why): (word, failure) = ("failed", why)
    case .unknown(let missing): (word, needs) = ("unknown", facts(missing))
    case .fault(let why): (word, fault) = ("fault", say(why))
    }
    return [
      .init("match", .string(word)),
      .init("input", failure?.column.map { .string(table.inputs[$0].name) } ?? .null),
      .init("cell", failure.map { .string(wording.source($0.span)) } ?? .null),
      .init("value", failure?.value.map { .string($0.text(in: program)) } ?? .null),
      .init("needs", needs), .init("fault", fault),
    ]
  }

  private func blocked(_ option: Outlook.Option) -> JSONText? {
    guard !option.mayBeTaken else { return nil }
    var fault = JSONText.null
    if case .faulty(let why) = option.status { fault = say(why) }
    let condition = option.transition.flatMap { program.chart?.transitions[$0].condition }
    let reads = condition.map { interpreter.reads(of: $0, in: state) } ?? []
    return .object([
      .init("event", .string(program.events[option.event].name)),
      .init("when", condition.map { .string(wording.source($0.span)) } ?? .null),
      .init("place", condition.map { .string(wording.sources.place($0.span)) } ?? .null),
      .init(
        "values",
        .object(reads.map { .init($0.name, .string(wording.value($0.value))) })),
      .init("fault", fault),
    ])
  }

  private func deadline(_ timer: PendingTimer) -> JSONText {
    let counted = timer.counting.flatMap {
      interpreter.calendar.explainedDeadline(
        from: $0.start, term: $0.term, offset: program.offset)
    }
    let days = (counted?.days ?? []).map { day in
      JSONText.object([
        .init("date", .string(day.date.description)),
        .init("reason", .string(wording.say(day.reason))),
      ])
    }
    return .object([
      .init("name", .string(timer.name(in: program))),
      .init("date", timer.lastDay.map { .string($0.description) } ?? .null),
      .init("at", .string(wording.moment(timer.due))),
      .init("provisional", .bool(timer.isProvisional)),
      .init("term", timer.counting.map { .string(wording.say($0.term.text)) } ?? .null),
      .init("days", .array(days)),
    ])
  }
}
