internal import Desk
internal import Engine
internal import Model
internal import Runtime
internal import SourceText

/// A case's agenda for people: where it stands and why, what to say, what to ask, what can be done.
struct AgendaLines {
  let fold: CaseFold
  let agenda: Agenda
  let state: CaseState
  let user: Operator
  let names: PlainNames
  let console: Console
  let width: Int
  /// The cases that it was joined to, from either side.
  var linked: [LinkedCase] = []
  /// What has run out and is not recorded: `agenda` and `state` are then what comes of it.
  var unrecorded: UnrecordedTime?

  private var program: Program { fold.program }

  private var label: LabelledLines {
    LabelledLines(console: console, margin: 10, width: width)
  }

  /// The case's id, its rulebook and parties, and the cases it is joined to.
  func heading() -> [String] {
    let parties = program.parties.compactMap { id -> String? in
      state.facts[id.index].map { names.value(nameOnly($0), of: .list(.text)) }
    }
    let title = program.title.text(in: names.language)
    let head = console.styled(fold.id.onOneSafeLine, .bold)
    let rest = [title.isEmpty ? program.name : title, parties.joined(separator: " / ")]
      .filter { !$0.isEmpty }.map(\.onOneSafeLine)
    let joined = linked.map { one in
      let reason = one.reason.isEmpty ? "" : names.say(" (\(one.reason))", "（\(one.reason)）")
      return (one.id + reason).onOneSafeLine
    }
    let related = label.lines(
      names.say("linked", "关联案件"), joined.isEmpty ? [] : [joined.joined(separator: names.comma)])
    return [([head] + rest).joined(separator: "  ")] + related
      + [String(repeating: "─", count: width)]
  }

  private func nameOnly(_ value: Value) -> Value {
    guard case .list(let persons) = value else { return value }
    return .list(
      persons.compactMap { if case .record(let fields) = $0 { fields.first } else { nil } })
  }

  /// One of the parts in which it is told how a case stands, in their order.
  enum Part: CaseIterable {
    case place, whys, unrecorded, redLines, due, tasks, said

    /// Whether it is enough to say that it is as before.
    var mayBeLeftOut: Bool { self != .place && self != .unrecorded && self != .said }

    func label(_ names: PlainNames) -> String {
      switch self {
      case .place: names.say("now", "现在")
      case .whys: names.say("because", "缘由")
      case .unrecorded: names.say("ran out", "已到期")
      case .redLines: names.say("red line", "红线")
      case .due: names.say("due", "期限")
      case .tasks: names.say("tasks", "待办")
      case .said: names.say("say", "请说")
      }
    }
  }

  /// All but what can be chosen.
  func standing() -> [String] { Part.allCases.flatMap(lines) }

  func lines(of part: Part) -> [String] {
    switch part {
    case .place:
      unrecorded.map { place(fold.interpreter.agenda(of: $0.recorded), $0.recorded) }
        ?? place(agenda, state)
    case .whys: whys().flatMap { label.lines(part.label(names), $0) }
    case .unrecorded: unrecorded?.lines(names, label) ?? []
    case .redLines: agenda.redLines.flatMap(redLine)
    case .due: due()
    case .tasks: tasks()
    case .said: said()
    }
  }

  /// Says of some parts that they are as before.
  func asBefore(_ parts: String) -> [String] {
    label.lines(say("as before", "同前"), parts)
  }

  private func redLine(_ line: RedLine) -> [String] {
    let law = names.basis(line.basis)
    return label.lines(
      Part.redLines.label(names), names.redLine(line) + names.aside(law), style: .red)
  }

  private func place(_ agenda: Agenda, _ state: CaseState) -> [String] {
    guard !state.isFinished else {
      let end = agenda.leaves.map(names.state).joined(separator: names.comma)
      return label.lines(say("now", "现在"), say("ended: \(end)", "已结束：\(end)"), style: .bold)
    }
    var parts: [String] = []
    if let level = agenda.standing.level { parts.append(names.level(level)) }
    if let script = agenda.standing.script {
      let steps = agenda.standing.steps.map(names.state).joined(separator: names.comma)
      parts.append(names.state(script) + (steps.isEmpty ? "" : " → \(steps)"))
    }
    if parts.isEmpty { parts = [agenda.leaves.map(names.state).joined(separator: names.comma)] }
    var lines = label.lines(say("now", "现在"), parts.joined(separator: " · "), style: .bold)
    if let level = agenda.standing.level, !level.seats.isEmpty {
      let seats = level.seats.map(names.recipient).joined(separator: names.comma)
      lines += label.lines(say("seats", "在座"), seats)
    }
    return lines
  }

  /// The newest results and passages, with what they rest on.
  private func whys() -> [String] {
    guard let result = fold.lines.last(where: { $0.result != nil })?.result else { return [] }
    var whys: [String] = []
    for item in result.trace.items {
      if case .decided(let id, let outcome) = item {
        let basis = names.basis(program.decisions[id].basis(ofRows: outcome.rows))
        let result = names.value(outcome.value, of: program.decisions[id].type)
        whys.append(
          names.decision(id) + say(": ", "：") + result + names.aside(basis))
      }
    }
    let passages = result.trace.items.transitionsTaken
    if let last = passages.last(where: isWorthTelling), let chart = program.chart {
      let transition = chart.transitions[last]
      let basis = names.basis(transition.basis)
      if let line = program.mediation.redLine(of: transition) {
        whys.append(say("red line: ", "红线：") + names.redLine(line))
      } else if !basis.isEmpty, !transition.targets.isEmpty {
        let target = transition.targets.map(names.state).joined(separator: names.comma)
        whys.append(say("to \(target) by ", "进入“\(target)”，依据") + basis)
      }
    }
    return Array(whys.suffix(3))
  }

  private func isWorthTelling(_ id: ID<Transition>) -> Bool {
    guard let chart = program.chart else { return false }
    return !chart.transitions[id].basis.isEmpty
  }

  private func due() -> [String] {
    let year = state.clock?.date(in: program.offset).year
    // A task is told with its day, once.
    let tasks = Set(agenda.tasks.map(\.order.id))
    let lines = agenda.due.filter { !tasks.contains($0.name) }.map { item -> String in
      let when =
        item.lastDay.map { names.day($0, in: year) } ?? names.moment(item.due, at: state.clock)
      let open = item.isProvisional ? say("  (provisional)", "（暂定：日历还没有那一年的安排）") : ""
      return "\(when)  \(names.due(item.name))\(late(item.due))\(open)"
    }
    return label.lines(Part.due.label(names), lines + stoppedClocks(year))
  }

  private func late(_ due: DateTime) -> String {
    state.clock.map { due <= $0 } ?? false ? say("  overdue", "  已逾期") : ""
  }

  private func stoppedClocks(_ year: Int?) -> [String] {
    agenda.idlePeriods.compactMap { period in
      guard case .standsStill(let since) = period.standing else { return nil }
      let name = names.due(program.periods[period.period].name)
      return name + say(": stands still since \(since)", "：自\(names.day(since, in: year))起停止计算")
    }
  }

  /// Clocks that do not run yet, and what they wait for; those of another kind of case left out.
  func clocks() -> [String] {
    let mattering = ClocksThatMatter(fold.interpreter, state)
    let lines = agenda.idlePeriods.compactMap { period -> String? in
      guard case .notBegun(let missing) = period.standing, mattering.contains(period.period)
      else { return nil }
      let name = names.due(program.periods[period.period].name)
      let facts = missing.facts.map(names.fact).joined(separator: names.comma)
      return name + say(": not begun, needs \(facts)", "：还没有起算，缺\(facts)")
    }
    return label.lines(say("clocks", "未起算"), lines)
  }

  private func tasks() -> [String] {
    let year = state.clock?.date(in: program.offset).year
    let lines = agenda.tasks.map { task -> String in
      let to = task.order.to.map(names.recipient).joined(separator: names.comma)
      let end =
        task.lastDay.map { names.day($0, in: year) }
        ?? task.due.map { names.moment($0, at: state.clock) }
      let by = end.map { say("\($0)  ", "\($0)前  ") } ?? ""
      return by + names.task(task.order) + names.aside(to) + (task.due.map(late) ?? "")
    }
    return label.lines(Part.tasks.label(names), lines)
  }

  private func said() -> [String] {
    let words = agenda.standing.prompts.map { prompt -> String in
      guard let template = prompt.template else { return prompt.words.text(in: names.language) }
      let filled = fold.interpreter.fill(template, in: state)
      return TemplateText(template, program: program).text(of: filled, caseID: fold.id)
    }
    let said = Part.said.label(names)
    return label.lines(said, words.map { $0.droppingLastBreak.droppingHead(like: said) })
  }

  /// What is handled here but not now, and why not.
  func obstructed(all: Bool = false) -> [String] {
    // Nobody needs to hear that a consent which nobody gave cannot be taken back.
    let moves = agenda.obstructed.filter { all || $0.kind == .step && $0.isAtHand }
      .filter { $0.kind != .consent }
    let lines = moves.map { move in
      names.event(move.event) + say(": ", "：")
        + ObstacleWords(names: names, program: program, reader: user).text(of: move)
    }
    return label.lines(say("not now", "现在不行"), lines)
  }

  func watched() -> [String] {
    guard !agenda.watchedLines.isEmpty else { return [] }
    let words = agenda.watchedLines.map(names.redLine).joined(separator: names.comma)
    return label.lines(say("watch for", "留意"), words)
  }

  private func say(_ en: String, _ zh: String) -> String { names.say(en, zh) }
}

extension String {
  fileprivate var droppingLastBreak: String { hasSuffix("\n") ? String(dropLast()) : self }

  /// Without `说：` or `Say: ` at its head where the word before it, 请说 or say, says so already.
  fileprivate func droppingHead(like label: String) -> String {
    guard let colon = firstIndex(where: { $0 == "：" || $0 == ":" }),
      !self[..<colon].isEmpty, label.lowercased().hasSuffix(self[..<colon].lowercased())
    else { return self }
    return String(self[index(after: colon)...].drop { $0 == " " })
  }
}

/// Why an event is not taken, in words.
struct ObstacleWords {
  let names: PlainNames
  let program: Program
  /// Who reads it: the value of a fact that is kept from him is left out.
  let reader: Operator

  func text(of move: Agenda.Move) -> String {
    if case .faulty(let fault) = move.status {
      return names.say(FaultText(program: program).text(of: fault))
    }
    let words = move.obstacles.map(text)
    return words.isEmpty
      ? names.say("its condition does not hold", "条件不具备")
      : words.joined(separator: names.say("; ", "；"))
  }

  private func text(of obstacle: Agenda.Obstacle) -> String {
    switch obstacle {
    case .redLine(let name):
      let line = program.mediation.redLines.first { $0.name == name }
      return names.say("red line ", "触及红线：") + (line.map(names.redLine) ?? name)
    case .consent(let name, let refused, let absent):
      let consent = program.mediation.consents.first { $0.name == name }
      let title = consent.map(names.consent) ?? name
      if refused { return names.say("\(title): refused", "“\(title)”没有得到同意") }
      let who = absent.joined(separator: names.comma).onOneSafeLine
      return names.say("\(title): not answered by \(who)", "“\(title)”还没有答复：\(who)")
    case .condition(_, let reads):
      // What the forms made of the rulebook keep for themselves bears no name that people know.
      let known = reads.filter { !isInternal($0.name) }
      let words = known.map { read in
        read.value == nil
          ? names.say("\(title(of: read.name)) is not known", "还不知道\(title(of: read.name))")
          : "\(title(of: read.name))\(names.say(" is ", "现在是"))\(value(read))"
      }
      if let answers = reads.first(where: { consent(answeredBy: $0.name) != nil }) {
        let title = consent(answeredBy: answers.name).map(names.consent) ?? ""
        return names.say("\(title): nobody has agreed yet", "“\(title)”：还没有人同意过")
      }
      return words.isEmpty
        ? names.say("not possible here", "这里不能做") : words.joined(separator: names.comma)
    }
  }

  /// The consent whose answers a variable keeps.
  private func consent(answeredBy name: String) -> Consent? {
    program.mediation.consents.first { name == "\($0.name)_answers" }
  }

  /// Whether it is a variable that has no title of its own.
  private func isInternal(_ name: String) -> Bool {
    guard let variable = program.variables.elements.first(where: { $0.name == name }) else {
      return false
    }
    return name.utf8.allSatisfy { $0 < 0x80 } && variable.title.en == name
  }

  private func title(of name: String) -> String {
    if let fact = program.facts.ids.first(where: { program.facts[$0].name == name }) {
      return names.fact(fact)
    }
    if let decision = program.decisions.ids.first(where: { program.decisions[$0].name == name }) {
      return names.decision(decision)
    }
    if let variable = program.variables.ids.first(where: { program.variables[$0].name == name }) {
      return names.variable(variable)
    }
    // A field bears the title of what it is one of.
    if let point = name.lastIndex(of: "."), !name.hasPrefix("event.") {
      return title(of: String(name[..<point])) + String(name[point...]).onOneSafeLine
    }
    return name.onOneSafeLine
  }

  private func value(_ read: Trace.GuardReading.Read) -> String {
    let whole = read.name.prefix { $0 != "." }
    let fact = program.facts.elements.first { $0.name == whole }
    if let fact, reader.isKeptFrom(fact, in: program) { return names.say("kept apart", "（不示人）") }
    // A reason is read by everyone; nobody has to proofread a number in it.
    return names.value(read.value.map { $0.masked(by: read.type) }, of: read.type)
  }
}
