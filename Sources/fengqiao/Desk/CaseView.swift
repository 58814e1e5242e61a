internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// A case shown once: as text, or as JSON.
struct CaseView {
  let fold: CaseFold
  /// The moment at which it is looked at: what was due before has fired in what is shown.
  let at: DateTime
  let user: Operator
  let console: Console
  /// The cases that it was joined to, from either side.
  let linked: [LinkedCase]

  /// A case of a desk, with those that it was joined to.
  init(_ fold: CaseFold, at: DateTime, _ desk: CaseDesk, _ console: Console) throws(ToolFault) {
    (self.fold, self.at, self.console) = (fold, at, console)
    user = desk.user
    linked =
      try DeskWork.run(console) { () throws(DeskFault) in try desk.linked(to: fold.id) } ?? []
  }

  /// Columns of what is shown: those of the terminal, at most so that lines can be read.
  static var width: Int { min(max(StandardStream.columns ?? 80, 40), 100) }

  /// Lines of the terminal; where it does not say, those of the oldest ones.
  static var height: Int { max(StandardStream.rows ?? 24, 12) }

  private var names: PlainNames { PlainNames(fold, console.language) }

  func show(_ format: OutputFormat, choices: Bool) {
    let passed = fold.passed(to: at)
    let state = passed.state
    let unrecorded = UnrecordedTime(fold, passed: passed)
    let agenda = fold.interpreter.agenda(of: state)
    switch format {
    case .json:
      let json = AgendaJSON(
        fold: fold, agenda: agenda, state: state, user: user, names: names, linked: linked,
        unrecorded: unrecorded)
      console.print(json.json.text())
    case .human:
      let lines = AgendaLines(
        fold: fold, agenda: agenda, state: state, user: user, names: names, console: console,
        width: Self.width, linked: linked, unrecorded: unrecorded)
      var all = lines.heading() + lines.standing()
      if choices, !state.isFinished {
        all +=
          OpenLines(
            caseID: fold.id, agenda: agenda, state: state, names: names, console: console,
            width: Self.width
          ).lines
        all += lines.obstructed()
        if agenda.watchedLines.count <= 6 { all += lines.watched() }
      }
      for line in all { console.print(line) }
    }
  }

  /// Says why a step was not taken; nothing of it was kept.
  func refuse(_ refusal: Refusal, _ format: OutputFormat, state: CaseState? = nil) -> ToolExit {
    let state = state ?? fold.state
    switch format {
    case .human:
      let lines = RefusalLines(
        fold: fold, state: state, user: user, names: names, console: console,
        width: Self.width)
      for line in lines.lines(refusal) { console.complain(line) }
    case .json:
      let facts = (refusal.missing?.facts ?? []).map { fold.program.facts[$0].name }
      let events = fold.interpreter.agenda(of: state).moves.map { move in
        JSONText.string(fold.program.events[move.event].name)
      }
      console.print(
        JSONText.object([
          .init("case", .string(fold.id)),
          .init(
            "refused",
            .object([
              .init("kind", .string(refusal.kind.rawValue)),
              .init(
                "message",
                .string(names.say(RefusalText(program: fold.program).text(of: refusal)))),
              .init("questions", .array(facts.map(JSONText.string))),
              .init("possible", .array(events)),
            ])),
        ]).text())
    }
    return .findings
  }
}

/// What is open in a case, for those who type commands: questions by fact, events by name.
struct OpenLines {
  let caseID: String
  let agenda: Agenda
  let state: CaseState
  let names: PlainNames
  let console: Console
  let width: Int

  var lines: [String] {
    let label = LabelledLines(console: console, margin: 10, width: width)
    let aside = agenda.movesAside.filter(\.kind.isOfCourse).map(named)
    return label.lines(names.say("ask", "要问"), questions)
      + label.lines(names.say("consent", "征求同意"), agenda.consents.map(consent))
      + label.lines(names.say("do", "可以做"), agenda.movesAtHand.map(move))
      + (aside.isEmpty
        ? [] : label.lines(names.say("also", "另外可以"), aside.joined(separator: names.comma)))
  }

  private var program: Program { names.program }

  private var checklist: [ID<Fact>] { program.mediation.checklist?.facts ?? [] }

  /// Those of the checklist in one line, the others one by one.
  private var questions: [String] {
    let asked = agenda.questionsAtHand
    let covered = asked.filter { checklist.contains($0.fact) }
    guard covered.count > 1 else { return asked.map(question) }
    let count = checklist.count { state.facts[$0.index] == nil }
    let together = names.say(
      "the safety checklist, \(count) points at once: fengqiao case next \(caseID.onOneSafeLine)",
      "安全清单，\(count) 项一次问完：fengqiao case next \(caseID.onOneSafeLine)")
    return [together] + asked.filter { !covered.contains($0) }.map(question)
  }

  private func question(_ question: Agenda.Question) -> String {
    let fact = program.facts[question.fact]
    let words = names.question(question.fact)
    let mark = question.isNeeded ? "" : names.say(" (for the record)", "（记录用）")
    let name = fact.name.onOneSafeLine
    return (words == name ? name : "\(name)  \(words)") + mark
  }

  private func consent(_ request: Agenda.ConsentRequest) -> String {
    let who = request.absent.joined(separator: names.comma).onOneSafeLine
    let name = request.consent.name.onOneSafeLine
    let title = names.consent(request.consent)
    return (names.language == .chinese ? title : "\(name)  \(title)") + names.say(": ", "：") + who
  }

  /// What `case fire` takes: in Chinese the title alone, unless another event bears it too.
  private func named(_ move: Agenda.Move) -> String {
    let (name, title) = (program.events[move.event].name.onOneSafeLine, names.event(move.event))
    let isPlain =
      names.language == .chinese
      && program.events.ids.count { names.event($0) == title } == 1
    return name == title || isPlain ? title : "\(name) \(title)"
  }

  private func move(_ move: Agenda.Move) -> String {
    let who = move.roles.map(names.role).joined(separator: names.comma)
    return named(move) + (who.isEmpty ? "" : names.say(" (\(who))", "（\(who)）"))
      + FirstAsked(names: names).text(of: move)
  }
}

/// What has to be asked before an event can be judged.
struct FirstAsked {
  let names: PlainNames

  /// Nothing where the event depends on no question.
  func text(of move: Agenda.Move) -> String {
    guard case .depends(let missing) = move.status else { return "" }
    let listed = names.program.mediation.checklist?.facts ?? []
    let covered = missing.facts.filter(listed.contains)
    var words: [String] = []
    if covered.count > 1 { words.append(names.say("the checklist", "清单")) }
    words += missing.facts.filter { covered.count < 2 || !covered.contains($0) }.map(names.fact)
    return names.say("  asks first: ", "  先要问：") + words.joined(separator: names.comma)
  }
}
