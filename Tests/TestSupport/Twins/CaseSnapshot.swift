internal import Engine
internal import Model
internal import SourceText

/// All that a user could see of a case after a step, in words: two programs that behave alike give
/// the same lines, whatever their ids and places.
struct CaseSnapshot {
  private(set) var lines: [String] = []
  private let interpreter: Interpreter
  private let state: CaseState

  private var program: Program { interpreter.program }

  init(_ interpreter: Interpreter, _ result: StepResult) {
    self.interpreter = interpreter
    state = result.state
    if let refusal = result.refusal {
      lines.append("refused: \(refusal.kind) \(RefusalText(program: program).text(of: refusal).en)")
    }
    addPlace()
    addValues()
    addDeadlines()
    for effect in result.effects { lines.append("effect: \(text(of: effect))") }
    addOutlook()
  }

  private mutating func addPlace() {
    let leaves = program.activeLeaves(of: state.configuration).joined(separator: ", ")
    lines.append("in: \(leaves)" + (state.isFinished ? ", finished" : ""))
    for datum in program.finalData(of: state) {
      lines.append("gives: \(datum.name) = \(datum.value.text(in: program))")
    }
    lines += state.queue.map { "queued: \(program.events[$0.event].name)" }
  }

  private mutating func addValues() {
    for (id, value) in zip(program.facts.ids, state.facts) {
      guard let value else { continue }
      lines.append("fact: \(program.facts[id].name) = \(value.text(in: program))")
    }
    for (id, value) in zip(program.variables.ids, state.variables) {
      lines.append("variable: \(program.variables[id].name) = \(value.text(in: program))")
    }
    for id in program.decisions.ids {
      lines.append("decision: \(program.decisions[id].name) \(standing(of: id))")
    }
  }

  private func standing(of decision: ID<Decision>) -> String {
    let mark = state.frozen[decision.index] == nil ? "" : " frozen"
    switch interpreter.standing(of: decision, in: state) {
    case .decided(let outcome):
      let rows = outcome.rows.joined(separator: ", ")
      return "= \(outcome.value.text(in: program)) (\(rows))\(mark)"
    case .open(let missing): return "waits for \(names(missing))"
    case .faulted(let fault): return "fault \(FaultText(program: program).text(of: fault).en)"
    }
  }

  private mutating func addDeadlines() {
    for item in DueList(program: program, state: state).items {
      lines.append("due: \(item.name) \(item.text(in: program))")
    }
    lines += state.tasks.map { "task: \($0.order.id) for \($0.order.to.joined(separator: ", "))" }
    lines += state.drafted.map { "drafted: \(program.documents[$0].name)" }
  }

  private mutating func addOutlook() {
    let outlook = interpreter.outlook(state)
    for option in outlook.options {
      lines.append("option: \(program.events[option.event].name) \(status(option.status))")
    }
    lines.append("asks: \(names(outlook.questions))")
  }

  private func status(_ status: Outlook.Status) -> String {
    switch status {
    case .possible: "possible"
    case .depends(let missing): "depends on \(names(missing))"
    case .blocked: "blocked"
    case .faulty(let fault): "fault \(FaultText(program: program).text(of: fault).en)"
    }
  }

  private func names(_ missing: Missing) -> String {
    missing.facts.map { program.facts[$0].name }.joined(separator: ", ")
  }

  private func text(of effect: Effect) -> String {
    let basis = effect.basis.map(text).joined(separator: ", ")
    let what =
      switch effect.kind {
      case .task(let order, _, let day):
        "task \(order.id) to \(order.to) by \(day.map { "\($0)" } ?? "-")"
      case .notify(let to, let en, let zh, _, let due, let day):
        "notify \(to) \(en) \(zh) by "
          + (day?.description ?? due?.text(in: program.offset) ?? "-")
      case .inform(let en, let zh): "inform \(en) \(zh)"
      case .draft(let document, _): "draft \(program.documents[document].name)"
      }
    return "\(what) [\(basis)]"
  }

  private func text(of basis: Basis) -> String {
    switch basis {
    case .law(let law): program.laws[law].name
    case .reported: "reported"
    case .local: "local"
    }
  }
}
