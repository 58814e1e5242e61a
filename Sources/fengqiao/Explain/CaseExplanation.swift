internal import Engine
internal import Model
internal import SourceText

/// Why a played case stands where it does: how it came there, what decided it and what would have
/// decided otherwise, why events are not possible now, and each deadline day by day.
struct CaseExplanation {
  let interpreter: Interpreter
  let wording: Wording
  let console: Console
  let replay: Replay

  private var program: Program { interpreter.program }
  private var state: CaseState { replay.state }

  func text(named id: String) -> String {
    var parts = [console.styled(id.onOneSafeLine, .bold)]
    parts += section(wording.say("why it is here", "为什么在这里"), place())
    let standing = StandingExplanation(
      interpreter: interpreter, wording: wording, state: state, caseID: id)
    parts += section(wording.say("slot, level and script", "接口、层级与脚本"), standing.lines())
    let forms = MediationExplanation(interpreter: interpreter, wording: wording, replay: replay)
    parts += section(wording.say("red lines", "红线"), forms.redLines())
    parts += section(wording.say("consents", "当事人的同意"), forms.consents())
    for decision in program.decisions.ids where !program.mediation.decisions.contains(decision) {
      let explained = DecisionExplanation(
        interpreter: interpreter, wording: wording, state: state)
      parts += section(
        wording.say("decision", "决策") + " " + wording.decision(decision),
        explained.lines(for: decision))
    }
    parts += section(wording.say("what is not possible now, and why", "现在不行的事，及原因"), blocked())
    parts += section(wording.say("open questions", "还要问清的事"), questions())
    parts += section(wording.say("deadlines", "期限"), deadlines())
    return parts.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", console.styled(title, .bold)] + lines.map { "  " + $0 }
  }

  /// For each innermost state: the steps that led there, newest last.
  private func place() -> [String] {
    program.activeLeafStates(of: state.configuration).flatMap { leaf in
      [console.styled(wording.state(leaf), .cyan)] + entrance(of: leaf).map { "  " + $0 }
    }
  }

  /// The newest entry during which the state was entered, and the transitions that led to it.
  private func entrance(of leaf: ID<State>) -> [String] {
    for (index, step) in replay.steps.enumerated().reversed() {
      let items = step.result.trace.items
      guard step.result.refusal == nil, items.contains(.stateEntered(leaf)) else { continue }
      var trace = Trace()
      trace.items = items.filter(\.isAboutMoving)
      let when = step.entry?.at ?? (index == 0 ? state.opened : nil)
      let what = step.entry?.event.map { wording.event($0) } ?? ""
      let head = [when.map(wording.moment), what].compactMap(\.self).filter { !$0.isEmpty }
      return [
        wording.say("since entry \(index)", "自第 \(index) 步起") + "  "
          + head.joined(separator: "  ")
      ] + TraceLines(wording: wording, console: console).lines(of: trace)
    }
    return []
  }

  private func blocked() -> [String] {
    interpreter.outlook(state).options.flatMap { option -> [String] in
      if case .faulty(let fault) = option.status { return failing(option.event, fault) }
      guard option.status == .blocked, let chart = program.chart, let id = option.transition,
        let condition = chart.transitions[id].condition
      else { return [] }
      let reads = interpreter.reads(of: condition, in: state).map(reading)
      return [
        wording.event(option.event),
        "  " + wording.say("would need", "须要") + "  " + wording.source(condition.span) + "  "
          + wording.place(condition.span),
        "  " + wording.say("but", "但是") + "  " + reads.joined(separator: ", "),
      ]
    }
  }

  private func failing(_ event: ID<Event>, _ fault: Fault) -> [String] {
    let why = wording.say(FaultText(program: program).text(of: fault))
    let place = fault.span.map { "  " + wording.place($0) } ?? ""
    return [wording.event(event), "  " + wording.say("would fail: ", "会出错：") + why + place]
  }

  /// A name and what it stands at; of a decision without a result, why.
  private func reading(_ read: Trace.GuardReading.Read) -> String {
    let decision = program.decisions.ids.first { program.decisions[$0].name == read.name }
    if read.value == nil, let decision,
      case .faulted(let fault) = interpreter.standing(of: decision, in: state)
    {
      return wording.say(FaultText(program: program).text(of: fault))
    }
    return "\(read.name) = \(wording.value(read.value))"
  }

  private func questions() -> [String] {
    interpreter.outlook(state).questions.facts.map { fact in
      let asked = program.facts[fact].question.map { "  " + wording.say($0).onOneSafeLine } ?? ""
      return wording.fact(fact) + asked
    }
  }

  private func deadlines() -> [String] {
    state.timers.flatMap { timer -> [String] in
      let end = timer.lastDay?.description ?? wording.moment(timer.due)
      let head = console.styled(timer.name(in: program).onOneSafeLine, .cyan) + "  \(end)"
      return [head] + days(of: timer).map { "  " + $0 } + law(of: timer)
    }
  }

  private func law(of timer: PendingTimer) -> [String] {
    guard case .period(let id) = timer.owner, !program.periods[id].basis.isEmpty else { return [] }
    return ["  " + wording.say("law", "依据") + "  " + wording.basis(program.periods[id].basis)]
  }

  private func days(of timer: PendingTimer) -> [String] {
    guard let counting = timer.counting,
      let explained = interpreter.calendar.explainedDeadline(
        from: counting.start, term: counting.term, offset: program.offset)
    else {
      guard case .period = timer.owner else { return [] }
      return [wording.say("moved by a pause or an agreed extension", "因中止或约定延长而变动")]
    }
    let term = wording.say("term", "期间长度") + "  " + wording.say(counting.term.text)
    return [term] + explained.days.map { "\($0.date)  \(wording.say($0.reason))" }
  }
}

extension Trace.Item {
  /// Whether it helps to say how a state was come to.
  fileprivate var isAboutMoving: Bool {
    switch self {
    case .transitionTaken, .guardRead, .timerFired, .decided: true
    default: false
    }
  }
}
