internal import Engine
internal import Model
internal import SourceText
internal import Verifier

/// Shows a played case for people: each entry with what it did and why, then where the case stands.
struct RunReport {
  let interpreter: Interpreter
  let wording: Wording
  let console: Console
  /// How the case that is shown breaks promises.
  var breaches: [Breach] = []

  private var program: Program { interpreter.program }

  func text(of file: CaseFile, _ replay: Replay) -> String {
    var blocks = [[heading(file)]]
    for (index, step) in replay.steps.enumerated() { blocks.append(lines(of: step, index)) }
    let end = standing(replay.state, of: file.id)
    if !end.isEmpty { blocks.append(end) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func heading(_ file: CaseFile) -> String {
    let title = program.title.text(in: wording.language)
    let name = program.version.isEmpty ? program.name : "\(program.name) \(program.version)"
    let rulebook = title.isEmpty ? name : "\(title) — \(name)"
    return console.styled(file.id.onOneSafeLine, .bold) + "  " + rulebook.onOneSafeLine
  }

  private func lines(of step: Replay.Step, _ index: Int) -> [String] {
    let trace = TraceLines(wording: wording, console: console).lines(of: step.result.trace)
    var lines = [head(of: step, index)] + trace.map { "     " + $0 }
    if let refusal = step.result.refusal { lines += self.refusal(refusal, step.result.state) }
    lines += breaches.filter { $0.entry == index }.flatMap(self.lines)
    if program.chart != nil {
      let leaves = self.leaves(step.result.state)
      lines.append("     " + say("now in", "现处") + "  " + console.styled(leaves, .cyan))
    }
    return lines
  }

  private func lines(of breach: Breach) -> [String] {
    let text = BreachText(wording: wording)
    let name = text.name(program.invariants[breach.invariant])
    return [
      "     " + say("broken", "违背") + "  " + console.styled(name, .red),
      "       " + say("why", "原因") + "  " + wording.say(text.why(breach)).onOneSafeLine,
    ]
  }

  private func head(of step: Replay.Step, _ index: Int) -> String {
    guard let entry = step.entry else {
      let moment = step.result.state.opened.map { "  " + wording.moment($0) } ?? ""
      return "  0  " + wording.say("opened", "立案") + moment
    }
    var parts: [String] = []
    if let at = entry.at { parts.append(wording.moment(at)) }
    if let event = entry.event { parts.append(console.styled(wording.event(event), .bold)) }
    if let by = entry.by {
      let role = wording.titled(program.roles[by].name, program.roles[by].title)
      parts.append(wording.say("by \(role)", "由\(role)"))
    }
    if let event = entry.event, !entry.payload.isEmpty {
      parts += zip(program.events[event].payload, entry.payload).map {
        "\($0.name) = \(wording.value($1))"
      }
    }
    if parts.isEmpty { parts.append(wording.say("facts", "陈述事实")) }
    return "  \(index)  " + parts.joined(separator: "  ")
  }

  private func refusal(_ refusal: Refusal, _ state: CaseState) -> [String] {
    let why = wording.say(RefusalText(program: program).text(of: refusal))
    var lines = ["     " + console.styled(wording.say("refused: ", "拒绝：") + why, .red)]
    switch refusal {
    case .unknownGuard(let id, _):
      let condition = program.chart?.transitions[id].condition
      if let condition {
        lines.append(
          "     " + say("guard", "条件") + "  " + wording.source(condition.span)
            + "  " + wording.place(condition.span))
      }
    case .fault(let fault): lines += details(of: fault, state).map { "     " + $0 }
    default: break
    }
    for line in obstacles(refusal, state) {
      lines.append("     " + say(line.head.en, line.head.zh) + "  " + line.text)
    }
    lines += questions(refusal.missing?.facts ?? []).map { "     " + $0 }
    return lines
  }

  /// The red lines and consents that stood in the way.
  private func obstacles(_ refusal: Refusal, _ state: CaseState) -> [MediationLines.Line] {
    var transition: ID<Transition>?
    switch refusal {
    case .notAdmitted(_, let role, _): return forms(state).admitting(role)
    case .unknownGuard(let id, _): transition = id
    case .unhandled(let event, _):
      transition = interpreter.outlook(state).options.first { $0.event == event }?.transition
    default: return []
    }
    let condition = transition.flatMap { program.chart?.transitions[$0].condition }
    return condition.map(forms(state).concerning) ?? []
  }

  /// The place of a fault; where no row matches, the row that came nearest.
  private func details(of fault: Fault, _ state: CaseState) -> [String] {
    if case .noRow(let decision) = fault.reason {
      let explained = DecisionExplanation(
        interpreter: interpreter, wording: wording, state: state)
      return explained.nearest(of: decision).map { say("nearest", "最接近") + "  " + $0 }
    }
    return fault.span.map {
      [say("at", "位置") + "  " + wording.place($0) + "  " + wording.source($0)]
    } ?? []
  }

  /// Questions one by one, behind the one that answers several of them at once.
  private func questions(_ facts: [ID<Fact>]) -> [String] {
    let checklist = program.mediation.checklist
    let covered = facts.filter { checklist?.facts.contains($0) == true }
    let together = checklist.map {
      say("checklist", "清单") + "  " + wording.say($0.question).onOneSafeLine
        + wording.say("  `checklist: true` answers: ", "  答 `checklist: true` 即表示都没有：")
        + covered.map(wording.fact).joined(separator: ", ")
    }
    return (covered.isEmpty ? [] : [together].compactMap(\.self)) + facts.map(question)
  }

  private func question(_ id: ID<Fact>) -> String {
    let asked = program.facts[id].question.map { "  " + wording.say($0).onOneSafeLine } ?? ""
    return say("ask", "请问") + "  " + wording.fact(id) + asked
  }

  private func leaves(_ state: CaseState) -> String {
    guard let chart = program.chart else { return "" }
    return program.activeLeafStates(of: state.configuration)
      .map { wording.titled(chart.states[$0].path, chart.states[$0].title) }
      .joined(separator: ", ")
  }

  /// Where the case stands: state, decisions, deadlines, what can come next, open questions.
  func standing(_ state: CaseState, of caseID: String) -> [String] {
    var lines: [String] = []
    if program.chart != nil {
      lines.append(say("state", "状态") + "  " + console.styled(leaves(state), .cyan))
    }
    if !state.isFinished {
      let standing = Standing(of: state.configuration, in: program)
      let prompts = PromptWords(
        interpreter: interpreter, wording: wording, state: state, caseID: caseID)
      lines += StandingLines(wording: wording, prompts: prompts, width: 9, head: say)
        .lines(of: standing)
    }
    lines += program.finalData(of: state).map {
      say("result", "结果") + "  \($0.name.onOneSafeLine) = \(wording.value($0.value))"
    }
    lines += forms(state).all.map { say($0.head.en, $0.head.zh) + "  " + $0.text }
    lines += program.decisions.ids.filter { !program.mediation.decisions.contains($0) }
      .compactMap { decision($0, state) }
    lines += DueList(program: program, state: state).items.map(due)
    lines += program.periods.ids.compactMap { period($0, state) }
    let outlook = interpreter.outlook(state)
    for task in state.tasks {
      lines.append(say("open task", "待办") + "  " + wording.titled(task.order.id, task.order.title))
    }
    lines += outlook.options.map(option)
    lines += questions(outlook.questions.facts)
    return lines
  }

  private func forms(_ state: CaseState) -> MediationLines {
    MediationLines(interpreter: interpreter, wording: wording, state: state)
  }

  /// Nil where it is undecided and nobody can answer any more.
  private func decision(_ id: ID<Decision>, _ state: CaseState) -> String? {
    let head = say("decision", "决策") + "  " + wording.decision(id) + ": "
    switch interpreter.standing(of: id, in: state) {
    case .decided(let outcome):
      return head + wording.result(id, outcome.value) + wording.fired(outcome.rows)
    case .open(let missing):
      if state.isFinished { return nil }
      return head + wording.say("undecided, needs ", "未决，尚缺 ") + wording.facts(missing)
    case .faulted(let fault):
      let why = wording.say(FaultText(program: program).text(of: fault))
      // In black and white, too, this must not look like a value.
      return head + console.styled(wording.say("no result: ", "算不出：") + why, .red)
    }
  }

  private func due(_ item: DueList.Item) -> String {
    let note = item.isProvisional ? wording.say("  (provisional)", "  （暂定）") : ""
    return say("due", "期限") + "  " + item.name.onOneSafeLine + "  " + item.text(in: program) + note
  }

  /// A legal clock that does not run yet, or stands still, and so is not among what is due.
  private func period(_ id: ID<Period>, _ state: CaseState) -> String? {
    let head = say("period", "期间") + "  " + program.periods[id].name.onOneSafeLine + ": "
    switch interpreter.standing(of: id, in: state) {
    case .running, .expired: return nil
    case .notBegun(let missing) where missing.facts.isEmpty:
      return head + wording.say("not begun", "尚未起算")
    case .notBegun(let missing):
      return head + wording.say("not begun, needs ", "尚未起算，尚缺 ") + wording.facts(missing)
    case .standsStill(let since):
      return head + wording.say("stands still since \(since)", "自 \(since) 起停止计算")
    }
  }

  private func option(_ option: Outlook.Option) -> String {
    let head = say("next", "可以") + "  " + wording.event(option.event)
    switch option.status {
    case .possible: return head
    case .depends(let missing):
      return head + wording.say("  depends on ", "  取决于 ") + wording.facts(missing)
    case .faulty(let fault):
      let why = wording.say(FaultText(program: program).text(of: fault))
      let place = fault.span.map { "  " + wording.place($0) } ?? ""
      return console.styled(head + wording.say("  would fail: ", "  会出错：") + why + place, .red)
    case .blocked:
      let guardText = option.transition.flatMap { program.chart?.transitions[$0].condition }
      let why = guardText.map { "  " + wording.source($0.span) } ?? ""
      return console.styled(head + wording.say("  not now:", "  现在不行：") + why, .dim)
    }
  }

  private func say(_ en: String, _ zh: String) -> String {
    let text = wording.say(en, zh)
    return console.styled(
      text + String(repeating: " ", count: max(0, 9 - text.displayWidth)), .dim)
  }
}
