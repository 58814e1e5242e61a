internal import Engine
internal import Model
internal import SourceText

/// Says in lines what happened within one entry, and why.
struct TraceLines {
  let wording: Wording
  let console: Console

  func lines(of trace: Trace) -> [String] {
    var guards: [ID<Transition>: Trace.GuardReading] = [:]
    var lines: [String] = []
    for item in trace.items {
      if case .guardRead(let reading) = item { guards[reading.transition] = reading }
      lines += self.lines(of: item, guards)
    }
    return lines
  }

  private func lines(
    of item: Trace.Item, _ guards: [ID<Transition>: Trace.GuardReading]
  ) -> [String] {
    switch item {
    case .timerFired(let timer, let moment):
      return [
        "\(say("due", "到期"))  \(timer.name(in: program))  \(wording.moment(moment))"
          + provisional(timer.isProvisional)
      ]
    case .factStated(let fact, _, let value):
      let value = wording.value(value, of: program.facts[fact].type)
      return ["\(say("fact", "事实"))  \(wording.fact(fact)) = \(value)"]
    case .checklistAnswered(let facts): return facts.isEmpty ? [] : [checklist()]
    case .variableSet(let variable, _, let value): return set(variable, value)
    case .transitionTaken(let id): return transition(id, guards[id])
    case .decided(let decision, let outcome):
      let result = wording.result(decision, outcome.value)
      let fired = wording.fired(outcome.rows)
      let basis = wording.basis(of: decision, rows: outcome.rows)
      return ["\(say("decided", "决策"))  \(wording.decision(decision)): \(result)\(fired)"]
        + (basis.isEmpty ? [] : ["  \(say("law", "依据"))  \(basis)"])
    case .decisionPending(let decision, let missing):
      return [
        "\(say("undecided", "未决"))  \(wording.decision(decision)): "
          + "\(wording.say("needs", "尚缺")) \(wording.facts(missing))"
      ]
    case .waiting(let waiting): return [self.waiting(waiting)]
    case .timerFaulted(let timer, let fault):
      let why = wording.say(FaultText(program: program).text(of: fault))
      return ["\(say("held up", "受阻"))  \(timer.name(in: program)): \(why)"]
    case .guardFaulted(let id, let fault): return [passedOver(id, fault)]
    case .timerSet(let timer): return [pending(timer)]
    case .effect(let effect): return [EffectLine(wording: wording, head: say).text(of: effect)]
    case .taskDone(let id): return ["\(say("task done", "任务完成"))  \(id.onOneSafeLine)"]
    case .periodStarted(let id, let start):
      return [
        "\(say("period", "期间"))  \(program.periods[id].name) "
          + "\(wording.say("runs from", "起算")) \(wording.value(start))"
      ]
    case .periodPaused(let id):
      return [
        "\(say("period", "期间"))  \(program.periods[id].name) \(wording.say("stands still", "停止计算"))"
      ]
    case .periodResumed(let id):
      return [
        "\(say("period", "期间"))  \(program.periods[id].name) \(wording.say("goes on", "恢复计算"))"
      ]
    case .finished: return [console.styled(wording.say("the case has ended", "案件结束"), .bold)]
    case .overtaken(let event, let by): return [overtaken(event, by)]
    case .eventDropped(let event):
      return ["\(say("nothing takes", "无规则接受"))  \(wording.event(event))"]
    case .guardRead, .eventTaken, .stateExited, .stateEntered, .raised, .timerCancelled: return []
    }
  }

  private var program: Program { wording.program }

  private func say(_ en: String, _ zh: String) -> String {
    let text = wording.say(en, zh)
    return console.styled(
      text + String(repeating: " ", count: max(0, 9 - text.displayWidth)), .dim)
  }

  /// A variable's new value; answers to a consent in words, and nothing of the screen's own notes.
  private func set(_ variable: ID<Variable>, _ value: Value) -> [String] {
    let forms = program.mediation
    if variable == forms.told { return [] }
    guard let consent = forms.consents.first(where: { $0.answers == variable }) else {
      let (name, type) = (program.variables[variable].name, program.variables[variable].type)
      return ["\(say("set", "置"))  \(name) = \(wording.value(value, of: type))"]
    }
    let answers = MediationStanding.answers(in: value).map(wording.answer)
    let name = wording.titled(consent.name, consent.title)
    return ["\(say("answers", "答复"))  \(name): \(answers.joined(separator: ", "))"]
  }

  /// What a red line's transition does: it tells those who must know, or leads where its act says.
  private func redLine(_ line: RedLine, _ id: ID<Transition>) -> [String] {
    let transition = program.chart?.transitions[id]
    let name = wording.titled(line.name, line.title)
    let place = console.styled("  \(wording.place(line.span))", .dim)
    var lines: [String] = []
    if program.isTelling(id) {
      let act = console.styled("\(name): \(wording.act(line.act))", .bold)
      lines.append("\(say("red line", "红线"))  \(act)\(place)")
      if let condition = transition?.condition {
        lines.append("  \(say("when", "因为"))  \(wording.source(condition.span))")
      }
    } else {
      let step = console.styled(TransitionText(wording: wording).text(of: id), .bold)
      lines.append("\(say("step", "流转"))  \(step)\(place)")
      lines.append("  \(say("red line", "红线"))  \(name)")
    }
    guard !line.basis.isEmpty else { return lines }
    return lines + ["  \(say("law", "依据"))  \(wording.basis(line.basis))"]
  }

  /// A transition whose guard met a fault.
  private func passedOver(_ id: ID<Transition>, _ fault: Fault) -> String {
    let line = program.redLine(of: id).map { wording.titled($0.name, $0.title) }
    let what = line ?? TransitionText(wording: wording).text(of: id)
    let why = wording.say(FaultText(program: program).text(of: fault))
    return "\(say("held up", "受阻"))  \(what): \(why)"
  }

  /// An event that something else came before.
  private func overtaken(_ event: QueuedEvent, _ by: ID<Transition>) -> String {
    let why = wording.say("because this comes first: ", "因为这一步在先：")
    return "\(say("set aside", "搁置"))  \(wording.event(event.event))  \(why)"
      + TransitionText(wording: wording).text(of: by)
  }

  private func checklist() -> String {
    let question = program.mediation.checklist.map { wording.say($0.question) } ?? ""
    return "\(say("checklist", "清单"))  \(question.onOneSafeLine)"
  }

  private func provisional(_ isProvisional: Bool) -> String {
    isProvisional
      ? "  " + wording.say("(provisional: beyond the known calendar)", "（暂定：超出已知日历）") : ""
  }

  private func pending(_ timer: PendingTimer) -> String {
    let end = timer.lastDay?.description ?? wording.moment(timer.due)
    return "\(say("deadline", "期限"))  \(timer.name(in: program).onOneSafeLine)  \(end)"
      + provisional(timer.isProvisional)
  }

  private func waiting(_ waiting: Trace.Waiting) -> String {
    let needs = "\(wording.say("needs", "尚缺")) \(wording.facts(waiting.missing))"
    switch waiting.what {
    case .transition(let id):
      return "\(say("waits", "等待"))  \(TransitionText(wording: wording).text(of: id)): \(needs)"
    case .action(let span): return "\(say("waits", "等待"))  \(wording.place(span)): \(needs)"
    }
  }

  private func transition(_ id: ID<Transition>, _ reading: Trace.GuardReading?) -> [String] {
    guard let chart = program.chart else { return [] }
    if let line = program.redLine(of: id) { return redLine(line, id) }
    let transition = chart.transitions[id]
    if transition.source == chart.root, case .events(let events, _) = transition.trigger,
      let event = events.first, program.consent(answeredBy: event) != nil
    {
      return []
    }
    var head = "\(say("step", "流转"))  "
    head += console.styled(TransitionText(wording: wording).text(of: id), .bold)
    head += console.styled("  \(wording.place(transition.span))", .dim)
    var lines = [head]
    if let reading, let condition = transition.condition {
      let reads = reading.reads.map { "\($0.name) = \(wording.value($0.value))" }
      let values = reads.isEmpty ? "" : "   [\(reads.joined(separator: ", "))]"
      lines.append("  \(say("when", "因为"))  \(wording.source(condition.span))\(values)")
    }
    if !transition.basis.isEmpty {
      lines.append("  \(say("law", "依据"))  \(wording.basis(transition.basis))")
    }
    return lines
  }
}

/// `登记 → 办理` with what triggered it.
struct TransitionText {
  let wording: Wording

  func text(of id: ID<Transition>) -> String {
    guard let chart = wording.program.chart else { return "" }
    let transition = chart.transitions[id]
    let source =
      transition.source == chart.root
      ? wording.say("anywhere", "任何状态") : wording.state(transition.source)
    let targets = transition.targets.map(wording.state).joined(separator: ", ")
    var text = targets.isEmpty ? source : "\(source) → \(targets)"
    if case .events(_, let pattern) = transition.trigger { text += "  [\(pattern.onOneSafeLine)]" }
    return text
  }
}

/// One effect, in words.
struct EffectLine {
  let wording: Wording
  /// Sets a line's first word.
  let head: (_ en: String, _ zh: String) -> String

  func text(of effect: Effect) -> String {
    let law = effect.basis.isEmpty ? "" : "  (\(wording.basis(effect.basis)))"
    return words(of: effect.kind) + law
  }

  private var program: Program { wording.program }

  /// Until when a notice must have reached those it goes to.
  private func until(_ term: Term, _ due: DateTime?, _ lastDay: CalendarDate?) -> String {
    if term.amount == 0 { return wording.say("at once", "立即") }
    let end = lastDay?.description ?? due.map(wording.moment)
    return end.map { "\(wording.say("until", "期限")) \($0)" }
      ?? "\(wording.say("within", "期限")) \(wording.say(term.text))"
  }

  private func words(of kind: Effect.Kind) -> String {
    switch kind {
    case .task(let order, let due, let lastDay):
      let to = order.to.joined(separator: ", ").onOneSafeLine
      let end = lastDay?.description ?? due.map(wording.moment)
      let until = end.map { "  \(wording.say("until", "期限")) \($0)" } ?? ""
      let title = wording.titled(order.id, order.title)
      return "\(head("task", "任务"))  \(title)\(to.isEmpty ? "" : " → \(to)")\(until)"
    case .notify(let to, let text, let textZh, let within, let due, let lastDay):
      let words = wording.say(text, textZh).onOneSafeLine
      let head = "\(head("notify", "通知"))  \(to.joined(separator: ", ").onOneSafeLine)"
      let end = within.map { "  " + until($0, due, lastDay) } ?? ""
      return (words.isEmpty ? head : "\(head): \(words)") + end
    case .inform(let text, let textZh):
      let words = wording.say(text, textZh).onOneSafeLine
      return "\(head("inform", "告知"))  \(words)"
    case .draft(let document, _):
      let readers = program.documents[document].to.joined(separator: ", ").onOneSafeLine
      let to = readers.isEmpty ? "" : " → \(readers)"
      return "\(head("draft", "制作文书"))  \(wording.document(document))\(to)"
    }
  }
}
