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
      return ["\(say("fact", "事实"))  \(wording.fact(fact)) = \(wording.value(value))"]
    case .variableSet(let variable, _, let value):
      return [
        "\(say("set", "置"))  \(program.variables[variable].name) = \(wording.value(value))"
      ]
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
    let transition = chart.transitions[id]
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

  private func words(of kind: Effect.Kind) -> String {
    switch kind {
    case .task(let order, let due, let lastDay):
      let to = order.to.joined(separator: ", ").onOneSafeLine
      let end = lastDay?.description ?? due.map(wording.moment)
      let until = end.map { "  \(wording.say("until", "期限")) \($0)" } ?? ""
      let title = wording.titled(order.id, order.title)
      return "\(head("task", "任务"))  \(title)\(to.isEmpty ? "" : " → \(to)")\(until)"
    case .notify(let to, let text, let textZh):
      let words = wording.say(text, textZh).onOneSafeLine
      let head = "\(head("notify", "通知"))  \(to.joined(separator: ", ").onOneSafeLine)"
      return words.isEmpty ? head : "\(head): \(words)"
    case .inform(let text, let textZh):
      let words = wording.say(text, textZh).onOneSafeLine
      return "\(head("inform", "告知"))  \(words)"
    case .draft(let document):
      return "\(head("draft", "制作文书"))  \(wording.document(document))"
    }
  }
}
