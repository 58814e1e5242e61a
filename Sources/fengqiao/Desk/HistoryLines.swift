internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// What was entered in a case, in order: when, by whom, what, and where that led.
struct HistoryLines {
  let fold: CaseFold
  let names: PlainNames
  /// Who reads it: what is kept from him is left out.
  let reader: Operator
  /// Whether it is to be handed on: what anyone said in confidence is left out then, and so are
  /// notes, which may hold it.
  var isMasked = false

  private var program: Program { names.program }

  /// Each entry by the names of the version that it was written under.
  func lines(_ lines: some Sequence<CaseFold.Line>) -> [String] {
    lines.flatMap { line in
      let program = fold.pinned(at: line.sequence).program
      let names = PlainNames(program: program, language: names.language)
      return HistoryLines(fold: fold, names: names, reader: reader, isMasked: isMasked).lines(line)
    }
  }

  private func lines(_ line: CaseFold.Line) -> [String] {
    let number = line.sequence < 10 ? " \(line.sequence)" : "\(line.sequence)"
    let at = moment(line.entry.at) ?? moment(line.entry.recordedAt) ?? ""
    let who = line.entry.actor.isEmpty ? "" : "  〔\(line.entry.actor.onOneSafeLine)〕"
    let mark = line.isTakenBack ? names.say("  (taken back)", "  （已撤回）") : ""
    var lines = ["\(number)  \(at)  \(what(line))\(mark)\(who)"]
    lines += details(line).map { "      " + $0 }
    return lines
  }

  private func what(_ line: CaseFold.Line) -> String {
    let entry = line.entry
    switch entry.kind {
    case .opened: return names.say("opened", "立案")
    case .step: return step(line)
    case .note:
      return names.say("note: ", "备注：") + words(entry.text)
    case .undo:
      let number = entry.undone.map(String.init) ?? "?"
      return names.say("took back entry \(number): ", "撤回第 \(number) 条：") + words(entry.text)
    case .calendar: return names.say("another calendar", "改用新的日历")
    case .link:
      return names.say("linked to ", "关联案件 ") + (entry.members["other"]?.text ?? "").onOneSafeLine
    case .redact: return names.say("erased texts", "删除了个人信息")
    case .lent:
      return names.say("lent to ", "借出给 ") + (entry.members["to"]?.text ?? "").onOneSafeLine
    case .returned: return names.say("returned", "归还")
    case .migrated:
      let version = entry.members["version"]?.text ?? ""
      let which = version.isEmpty ? String((entry.program ?? "").prefix(8)) : version
      return names.say("goes on under version ", "换用规则书 ") + which.onOneSafeLine
        + (entry.text.map { names.say(": ", "：") + $0.onOneSafeLine } ?? "")
    }
  }

  /// Free words, in which may stand what anyone said apart.
  private func words(_ text: String?) -> String {
    isMasked || reader.isKeptFromSomething(in: program)
      ? names.say("not for others", "（不示人）") : (text ?? "").onOneSafeLine
  }

  private func step(_ line: CaseFold.Line) -> String {
    guard let stepped = line.stepped, let event = stepped.event else {
      if let event = line.entry.event { return event.onOneSafeLine }
      return line.entry.members["set"] == nil
        ? names.say("time passed", "到期") : names.say("stated", "记下")
    }
    let by = stepped.by.map { names.say(" by ", "，由") + names.role($0) } ?? ""
    let persons = zip(program.events[event].payload, stepped.payload).compactMap {
      field, value -> String? in
      if value == .null { return nil }
      let isFull = !isMasked && reader.seesNumbers(of: nil, in: program)
      return names.value(isFull ? value : value.masked(by: field.type), of: field.type)
    }
    return names.event(event) + names.aside(persons.joined(separator: names.comma)) + by
  }

  private func details(_ line: CaseFold.Line) -> [String] {
    var details: [String] = []
    for item in line.result?.trace.items ?? [] {
      switch item {
      case .factStated(let fact, _, _) where isLeftOut(program.facts[fact]):
        details.append(names.fact(fact) + names.say(": kept apart", "：（分头所说，不示人）"))
      case .factStated(let fact, _, let value):
        details.append("\(names.fact(fact)) = \(self.value(value, of: program.facts[fact]))")
      case .timerFired(let timer, _):
        details.append(names.say("due: ", "到期：") + names.due(timer.name(in: program)))
      default: break
      }
    }
    if line.result?.trace.items.contains(where: \.isChecklist) == true {
      details.removeAll { $0.hasSuffix(" = \(names.say("no", "否"))") }
      details.append(names.restOfChecklist(found: hasFound(line)))
    }
    if let state = line.result?.state {
      let leaves = program.activeLeafStates(of: state.configuration).map(names.state)
      details.append("→ " + leaves.joined(separator: names.comma))
    }
    for moved in line.entry.members["moved"]?.items ?? [] {
      let name = names.due(moved["name"]?.text ?? "")
      details.append("\(name): \(moved["from"]?.text ?? "-") → \(moved["to"]?.text ?? "-")")
    }
    return details
  }

  /// A fact's value, its numbers masked where they are not for the reader.
  private func value(_ value: Value?, of fact: Fact) -> String {
    let seen = value.map {
      isMasked ? $0.masked(by: fact.type) : reader.view($0, of: fact, in: program)
    }
    return names.value(seen, of: fact.type)
  }

  private func isLeftOut(_ fact: Fact) -> Bool {
    isMasked && fact.secrecy != nil || reader.isKeptFrom(fact, in: program)
  }

  /// Whether something of the checklist was said to be there.
  private func hasFound(_ line: CaseFold.Line) -> Bool {
    let listed = program.mediation.checklist?.facts ?? []
    return line.result?.trace.items.contains { item in
      if case .factStated(let fact, _, .boolean(true)) = item {
        listed.contains(fact)
      } else {
        false
      }
    } ?? false
  }

  private func moment(_ text: String?) -> String? {
    text.flatMap { DateTime(literal: $0, defaultOffset: program.offset) }.map(names.moment)
  }
}

extension Trace.Item {
  fileprivate var isChecklist: Bool {
    if case .checklistAnswered = self { true } else { false }
  }
}
