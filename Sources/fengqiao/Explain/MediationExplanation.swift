internal import Engine
internal import Model
internal import SourceText

/// Why the forms of mediation come to what they do in a played case: each red line with what it
/// reads and when it was told, each consent with the answers so far.
struct MediationExplanation {
  let interpreter: Interpreter
  let wording: Wording
  let replay: Replay

  private var program: Program { interpreter.program }
  private var state: CaseState { replay.state }

  /// A red line by itself: whether it holds, why, and what came of it.
  func redLines() -> [String] {
    interpreter.mediation(of: state).lines.flatMap { standing in
      [head(standing)] + details(standing).map { "  " + $0 }
    }
  }

  private func head(_ standing: MediationStanding.Line) -> String {
    let line = standing.line
    let name = wording.titled(line.name, line.title)
    switch standing.verdict {
    case .holds?:
      return "\(name): " + wording.say("holds", "成立") + " → " + wording.act(line.act)
    case .fails?: return "\(name): " + wording.say("does not hold", "不成立")
    case .unknown(let missing)?:
      return "\(name): " + wording.say("depends on ", "取决于 ") + wording.facts(missing)
    case nil:
      guard case .faulted(let fault) = interpreter.standing(of: line.decision, in: state) else {
        return name
      }
      return "\(name): " + wording.say(FaultText(program: program).text(of: fault))
    }
  }

  private func details(_ standing: MediationStanding.Line) -> [String] {
    let line = standing.line
    guard case .expression(let condition) = program.decisions[line.decision].logic else {
      return []
    }
    let reads = interpreter.reads(of: condition, in: state).map {
      "\($0.name) = \(wording.value($0.value))"
    }
    var lines = [
      wording.say("when", "条件") + "  " + wording.source(condition.span)
        + (reads.isEmpty ? "" : "   [\(reads.joined(separator: ", "))]") + "  "
        + wording.place(condition.span)
    ]
    guard standing.verdict == .holds || standing.isTold else { return lines }
    if !line.basis.isEmpty {
      lines.append(wording.say("law", "依据") + "  " + wording.basis(line.basis))
    }
    return lines + story(of: line)
  }

  /// At which entry it was seen, and where it led.
  private func story(of line: RedLine) -> [String] {
    guard let chart = program.chart else { return [] }
    return replay.steps.enumerated().flatMap { index, step -> [String] in
      guard step.result.refusal == nil else { return [] }
      return step.result.trace.items.compactMap { item -> String? in
        guard case .transitionTaken(let id) = item, chart.transitions[id].isFirst,
          chart.transitions[id].span == line.span
        else { return nil }
        let head = wording.say("entry \(index)", "第 \(index) 步") + "  "
        let targets = chart.transitions[id].targets.map(wording.state)
        if !targets.isEmpty { return head + "→ " + targets.joined(separator: ", ") }
        guard program.isTelling(id) else { return head + wording.act(line.act) }
        let told = line.tell.joined(separator: ", ").onOneSafeLine
        return head
          + (told.isEmpty ? wording.say("noted", "已记录") : wording.say("told ", "已通知 ") + told)
      }
    }
  }

  /// Each consent: what it comes to, the question, and every answer so far.
  func consents() -> [String] {
    let lines = MediationLines(interpreter: interpreter, wording: wording, state: state)
    return interpreter.mediation(of: state).consents.flatMap { standing -> [String] in
      let consent = standing.consent
      var details = standing.answers.map(wording.answer)
      if let question = consent.question, standing.outcome?.isGiven != true {
        details.append(wording.say("ask", "请问") + "  " + wording.say(question).onOneSafeLine)
      }
      if !consent.before.isEmpty {
        let roles = consent.before.map { program.roles[$0].name }.joined(separator: ", ")
        details.append(wording.say("before ", "之后方可：") + roles.onOneSafeLine)
      }
      if !consent.basis.isEmpty {
        details.append(wording.say("law", "依据") + "  " + wording.basis(consent.basis))
      }
      return [lines.consent(standing).text] + details.map { "  " + $0 }
    }
  }
}

extension Program {
  /// The red line that a transition came of; nil for all others.
  func redLine(of id: ID<Transition>) -> RedLine? {
    chart.flatMap { mediation.redLine(of: $0.transitions[id]) }
  }

  /// Whether a red line's transition is the one that tells those who must know: its first.
  func isTelling(_ id: ID<Transition>) -> Bool {
    guard let chart else { return false }
    let span = chart.transitions[id].span
    return chart.states[chart.root].transitions.first {
      chart.transitions[$0].isFirst && chart.transitions[$0].span == span
    } == id
  }

  /// The consent that an event answers; nil for all others.
  func consent(answeredBy event: ID<Event>) -> Consent? {
    mediation.consents.first { events[event].name.hasPrefix($0.name + ".") }
  }
}
