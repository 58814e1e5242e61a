internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Store

// Questions, one by one or many at once.
extension CaseTalk {
  /// Asks for one fact until the answer can be read or nothing is typed; what was answered is kept.
  @discardableResult
  mutating func ask(_ id: ID<Fact>) throws(ToolFault) -> Bool {
    let fact = fold.program.facts[id]
    for line in WrappedText(names.question(id), width: width).lines { console.print(line) }
    for line in AnswerHint(program: fold.program, names: names).lines(for: fact.type) {
      console.print("  " + line)
    }
    let reader = AnswerReader(program: fold.program, today: try today())
    while let answer = input.line("  > "), !answer.isEmpty {
      if ["?", "？"].contains(answer) {
        console.print("  " + say("Enter leaves it open", "直接回车：先不答"))
        continue
      }
      if reader.leavesOpen(answer, of: fact) {
        console.print("  " + say("left open; it will be asked again", "先放着，以后再问"))
        return false
      }
      let value: Value
      do { value = try reader.read(answer, for: fact) } catch {
        tell(names.say(error.inShort ?? error.message))
        continue
      }
      let json = JSONValue(value.json(as: fact.type, in: fold.program))
      let said = names.value(value, of: fact.type)
      return try enter(set: [fact.name: json], saying: say("noted: \(said)", "记下了：\(said)"))
    }
    return false
  }

  /// `名称=值` typed at the prompt.
  mutating func state(_ typed: String) throws(ToolFault) {
    let pairs = try Assignments.read([typed.replacingWideEqualSign], option: "=")
    let entry = TypedEntry(program: fold.program, today: try today())
    let facts = try trying { () throws(DeskFault) -> [String: JSONValue] in
      try entry.facts(pairs)
    }
    if let facts { try enter(set: facts, saying: nil) }
  }

  /// Each person is asked for himself.
  mutating func askConsent(_ request: Agenda.ConsentRequest) throws(ToolFault) {
    for fact in request.missing.facts where fold.state.facts[fact.index] == nil { try ask(fact) }
    let question = request.consent.question.map { names.say($0) } ?? names.consent(request.consent)
    for person in request.absent {
      for line in WrappedText("\(person.onOneSafeLine)：\(question)", width: width).lines {
        console.print(line)
      }
      console.print(
        say(
          "  1 agrees   2 does not agree   Enter = later", "  1 同意   2 不同意   回车=以后再问"))
      guard let answer = consentAnswer() else { return }
      guard case .given(let agrees) = answer else { continue }
      let event = "\(request.consent.name).\(agrees ? "agreed" : "refused")"
      let reply = agrees ? say("agrees", "同意") : say("does not agree", "不同意")
      let said = "\(person.onOneSafeLine) \(reply)"
      let isKept = try enter(
        event: event, with: ["name": .text(person)],
        saying: say("noted: \(said)", "记下了：\(said)"))
      guard isKept else { return }
    }
  }

  private enum ConsentAnswer {
    case given(Bool)
    case later
  }

  /// What a person answered; nil at the end of input. Words that say neither yes nor no are asked
  /// about again: nobody consents by them, and none are dropped unseen.
  private func consentAnswer() -> ConsentAnswer? {
    while let typed = input.line("  > ") {
      if typed.isEmpty { return .later }
      if let agrees = SpokenAnswer.consent(typed) { return .given(agrees) }
      console.print(
        "  "
          + say(
            "answer 1 agrees or 2 does not agree; Enter = later", "请答 1 同意 或者 2 不同意；回车=以后再问"))
    }
    return nil
  }
}

extension String {
  fileprivate var replacingWideEqualSign: String {
    String(map { $0 == "＝" ? "=" : $0 })
  }
}

/// How an answer of a type is typed.
struct AnswerHint {
  let program: Program
  let names: PlainNames

  func lines(for type: ValueType) -> [String] {
    let absent = type.isOptional ? names.say(", `-` = none", "；没有就答“无”") : ""
    switch type.unwrapped {
    case .boolean: return ["1 \(names.say("yes", "是"))   2 \(names.say("no", "否"))"]
    case .enumeration(let id):
      return options(program.enumerations[id].words.map { names.say($0.title) })
    case .list(.enumeration(let id)):
      return options(program.enumerations[id].words.map { names.say($0.title) })
        + [names.say("several numbers are possible", "可以写几个数字")]
    case .list(.record(let record)) where record.fields.first?.name == "name":
      return [
        names.say(
          "names, with age: Zhang 52, Li 47; more as field=value", "姓名和年龄，几个人用顿号隔开：张某 52、李某 47")
      ]
    case .money: return [names.say("an amount: 4000", "金额：4000 或 1.5万") + absent]
    case .number, .integer: return [names.say("a number", "数字") + absent]
    case .date: return [names.say("a day: 2026-05-06", "日期：5月6日、2026-05-06、今天") + absent]
    case .dateTime:
      return [names.say("a moment: 2026-05-06 9:20", "时间：5月6日 9点20分") + absent]
    default: return absent.isEmpty ? [] : [String(absent.drop { "；, ".contains($0) })]
    }
  }

  /// Options with numbers, as many on a line as find room.
  private func options(_ words: [String]) -> [String] {
    let all = words.enumerated().map { "\($0.offset + 1) \($0.element.onOneSafeLine)" }
    var lines: [String] = []
    var line = ""
    for word in all {
      if !line.isEmpty, line.displayWidth + word.displayWidth + 3 > 74 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : "   ") + word
    }
    return lines + (line.isEmpty ? [] : [line])
  }
}
