internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Store

// Entering: facts, events, words, steps back.
extension CaseTalk {
  /// Fires an event: first asks what it depends on, then for what comes with it and in which role.
  mutating func fire(_ move: Agenda.Move) throws(ToolFault) {
    if case .depends(let missing) = move.status {
      let listed = fold.program.mediation.checklist?.facts ?? []
      let covered = missing.facts.filter(listed.contains)
      if covered.count > 1 { try askChecklist() }
      for fact in missing.facts where covered.count < 2 || !covered.contains(fact) {
        guard fold.state.facts[fact.index] == nil else { continue }
        guard try ask(fact) else { return }
      }
    }
    let event = fold.program.events[move.event]
    guard let by = role(for: move), let fields = payload(of: event) else { return }
    try enter(
      event: event.name, by: by.isEmpty ? nil : by, with: fields,
      saying: say("done: ", "办好了：") + names.event(move.event))
  }

  /// The role that acts: "" where any may; nil where nobody was chosen.
  private func role(for move: Agenda.Move) -> String? {
    guard !move.roles.isEmpty else { return "" }
    let event = fold.program.events[move.event]
    let user = (try? desk())?.user ?? Operator(name: "", roles: [])
    if let role = user.role(for: event, in: fold.program) { return role }
    let roles = move.roles.filter {
      user.mayEnter(fold.program.roles[$0].name, in: fold.program)
    }
    guard !roles.isEmpty else {
      let allowed = move.roles.map(names.role).joined(separator: names.comma)
      console.print(
        console.styled(say("this is for \(allowed)", "这一步要由\(allowed)来办"), .yellow))
      return nil
    }
    console.print(say("who?", "由谁？"))
    let shown = roles.enumerated().map { "\($0.offset + 1) \(names.role($0.element))" }
    console.print("  " + shown.joined(separator: "   "))
    while let answer = input.line("  > "), !answer.isEmpty {
      if let number = Int(answer), roles.indices.contains(number - 1) {
        return fold.program.roles[roles[number - 1]].name
      }
      console.print("  " + say("choose a number", "请选数字"))
    }
    return nil
  }

  /// What comes with an event; nil where a value was not given.
  private func payload(of event: Event) -> [String: JSONValue]? {
    let reader = AnswerReader(program: fold.program, today: try? today())
    var fields: [String: JSONValue] = [:]
    for field in event.payload {
      let persons = field.name == "name" ? self.persons : []
      console.print(fieldName(field))
      if !persons.isEmpty {
        console.print(
          "  "
            + persons.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: "   ")
        )
      }
      for line in AnswerHint(program: fold.program, names: names).lines(for: field.type) {
        console.print("  " + line)
      }
      var taken: JSONValue?
      while taken == nil {
        guard let answer = input.line("  > ") else { return nil }
        if answer.isEmpty {
          guard field.type.isOptional else { return nil }
          taken = .null
          continue
        }
        if let number = Int(answer), persons.indices.contains(number - 1) {
          taken = .text(persons[number - 1])
          continue
        }
        do throws(AnswerFault) {
          let value = try reader.read(answer, as: field.type)
          taken = JSONValue(value.json(as: field.type, in: fold.program))
        } catch { tell(names.say(error.inShort ?? error.message)) }
      }
      fields[field.name] = taken
    }
    return fields
  }

  private func fieldName(_ field: Event.Field) -> String {
    let title = names.say(field.title)
    if field.name == "name", title == "name" { return say("who?", "谁？") }
    return title.isEmpty ? field.name.onOneSafeLine : title
  }

  /// Names of all parties.
  private var persons: [String] {
    fold.program.parties.flatMap { id -> [String] in
      guard case .list(let persons)? = fold.state.facts[id.index] else { return [] }
      return persons.compactMap { person in
        guard case .record(let fields) = person, case .text(let name)? = fields.first else {
          return nil
        }
        return name.onOneSafeLine
      }
    }
  }

  /// Enters something at the present moment; whether it was taken and kept. Where no words are
  /// given for it, it says of each fact what was recorded.
  ///
  /// - Parameter isMeant: whether it was asked already whether the case is to end.
  @discardableResult
  mutating func enter(
    set: [String: JSONValue] = [:], event: String? = nil, by: String? = nil,
    with: [String: JSONValue] = [:], saying acknowledgement: String?, isMeant: Bool = false
  ) throws(ToolFault) -> Bool {
    let desk = try self.desk()
    let proposal = Proposal(
      at: try moment().text(in: fold.program.offset), event: event, by: by, with: with, set: set)
    let talk = self
    if !isMeant { guard try self.isMeant(proposal, desk) else { return false } }
    let outcome = try trying { () throws(DeskFault) -> KeptStep in
      try KeptStep(proposal, on: talk.fold, desk)
    }
    switch outcome {
    case .kept(let after)?:
      fold = after
      let said = acknowledgement.map { [$0] } ?? StatedLines(fold: after, names: names).lines
      for line in said where !line.isEmpty {
        for part in WrappedText(line, width: width - 2).lines {
          console.print("  " + console.styled(part, .green))
        }
      }
      let outcome = OutcomeLines(fold: after, names: names, console: console, width: width)
      for line in outcome.lines { console.print(line) }
      return true
    case .refused(let refusal, let state)?:
      for line in RefusalLines(
        fold: fold, state: state, user: desk.user, names: names, console: console, width: width
      ).lines(refusal) { console.print(line) }
      return false
    case .changed(let after, let added)?:
      console.print(
        console.styled(
          say("somebody else wrote meanwhile; nothing of yours was kept:", "期间别人更新了案件，您这一步没有记下："),
          .yellow))
      for line in HistoryLines(fold: after, names: names, reader: desk.user).lines(
        after.lines.suffix(added))
      {
        console.print("  " + line)
      }
      fold = after
      return false
    case nil: return false
    }
  }

  /// What ends the case is asked about once more.
  private func isMeant(_ proposal: Proposal, _ desk: CaseDesk) throws(ToolFault) -> Bool {
    let fold = fold
    let trial = try trying { () throws(DeskFault) -> Trial in try desk.attempt(proposal, on: fold) }
    guard let trial, trial.refusal == nil, trial.result.state.isFinished else { return true }
    return isMeant(trial.result)
  }

  /// The same of a step that would end the case; says what has run out, where that is why.
  func isMeant(_ step: StepResult) -> Bool {
    let leaves = fold.program.activeLeafStates(of: step.state.configuration)
    let end = leaves.map(names.state).joined(separator: names.comma)
    for what in UnrecordedTime.words(of: step, in: fold.program, names) {
      tell(say("ran out: ", "已到期：") + what)
    }
    console.print(
      console.styled(
        say("this ends the case: \(end). Go on?", "这一步办完，案件就结束了：\(end)。要办吗？"), .yellow))
    console.print("  1 \(say("yes", "是"))   2 \(say("no", "否"))")
    return ["1", "y", "yes", "是"].contains(input.line("  > ") ?? "")
  }

  /// Does a piece of work; nil where it was refused, which is then told: the talk goes on. Only a
  /// store that fails ends it.
  func trying<Result>(
    _ work: () throws(DeskFault) -> Result
  ) throws(ToolFault) -> Result? {
    do { return try work() } catch {
      switch error {
      case .said(let message), .unread(let message):
        console.print(console.styled(names.say(message), .red))
        return nil
      case .store, .findings:
        return try DeskWork.run(console) { () throws(DeskFault) -> Result in throw error }
      }
    }
  }

  mutating func note() throws(ToolFault) {
    guard let words = input.line(say("note > ", "备注 > ")), !words.isEmpty else { return }
    let desk = try self.desk()
    let current = fold
    let after = try trying { () throws(DeskFault) -> CaseFold in
      try desk.note(words, on: current)
    }
    if let after { fold = after }
  }

  mutating func undo() throws(ToolFault) {
    let desk = try self.desk()
    guard let newest = fold.newestStep else {
      console.print(say("there is nothing to take back", "还没有可以撤回的步骤"))
      return
    }
    for line in HistoryLines(fold: fold, names: names, reader: desk.user).lines([newest]) {
      console.print("  " + line)
    }
    guard let reason = input.line(say("take this back; why? > ", "撤回这一步；原因 > ")), !reason.isEmpty
    else { return }
    let current = fold
    let undone = try trying { () throws(DeskFault) -> Undone in
      try desk.undo(current, reason: reason)
    }
    guard let undone else { return }
    fold = undone.fold
    for line in WithdrawnLines(undone: undone, names: names).lines { console.print("  " + line) }
  }
}

/// How an attempt to enter something ended.
enum KeptStep {
  case kept(CaseFold)
  /// Nothing was kept; the case as it stands at that moment.
  case refused(Refusal, CaseState)
  /// Somebody was faster: the case with that many entries more.
  case changed(CaseFold, added: Int)

  init(_ proposal: Proposal, on fold: CaseFold, _ desk: CaseDesk) throws(DeskFault) {
    let trial = try desk.attempt(proposal, on: fold)
    if let refusal = trial.refusal {
      self = .refused(refusal, trial.result.state)
      return
    }
    do { self = .kept(try desk.keep(trial)) } catch .store(.conflict(_, _, let added)) {
      self = .changed(try desk.load(fold.id), added: added.count)
    }
  }
}
