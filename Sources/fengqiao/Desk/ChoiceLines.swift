internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// The numbered choices of a conversation, in three groups.
struct ChoiceLines {
  let talk: CaseTalk
  let width: Int

  private var names: PlainNames { talk.names }

  func lines(_ situation: CaseTalk.Situation) -> [String] {
    var lines: [String] = []
    var group = ""
    for (index, choice) in situation.choices.enumerated() {
      let own = heading(choice)
      let label = own == group ? "" : own
      group = own
      lines += line(label, situation.number(at: index), text(choice))
    }
    return lines
  }

  /// What the word `m` opens.
  func aside(_ moves: [Agenda.Move]) -> [String] {
    let words = moves.filter { $0.kind.isOfCourse || $0.kind == .right }
      .map { names.event($0.event) }
    guard !words.isEmpty else { return [] }
    return LabelledLines(console: talk.console, margin: 10, width: width)
      .lines(names.say("more", "更多"), "  m  " + words.joined(separator: names.comma))
  }

  /// `可以做     3 听毕（调解员）`.
  private func line(_ label: String, _ number: Int, _ text: String) -> [String] {
    let margin = 10
    let digits = number < 10 ? " \(number)" : "\(number)"
    let body = WrappedText(text, width: width - margin - 4).lines
    return body.enumerated().map { index, part in
      let head = index == 0 ? label : ""
      let pad = String(repeating: " ", count: max(1, margin - head.displayWidth))
      let mark = index == 0 ? talk.console.styled(digits, .bold) : "  "
      return talk.console.styled(head + pad, .dim) + mark + "  " + part
    }
  }

  private func heading(_ choice: CaseTalk.Choice) -> String {
    switch choice {
    case .ask, .checklist: names.say("ask", "要问")
    case .consent: names.say("consent", "征求同意")
    case .fire: names.say("do", "可以做")
    }
  }

  private func text(_ choice: CaseTalk.Choice) -> String {
    switch choice {
    case .ask(let question): return ask(question)
    case .checklist:
      let count = talk.openChecklist.count
      return names.say("the safety checklist, \(count) points at once", "安全清单，\(count) 项一次问完")
    case .consent(let request):
      let who = request.absent.joined(separator: names.comma).onOneSafeLine
      let missing = request.missing.facts.map(names.fact).joined(separator: names.comma)
      return names.consent(request.consent)
        + (who.isEmpty
          ? names.say(": needs \(missing)", "：先要知道\(missing)") : names.say(": ", "：") + who)
    case .fire(let move): return fire(move)
    }
  }

  private func ask(_ question: Agenda.Question) -> String {
    let mark = question.isNeeded ? "" : names.say(" (for the record)", "（记录用）")
    return names.question(question.fact) + mark
  }

  private func fire(_ move: Agenda.Move) -> String {
    let who = move.roles.map(names.role).joined(separator: names.comma)
    return names.event(move.event) + (who.isEmpty ? "" : names.say(" (\(who))", "（\(who)）"))
      + FirstAsked(names: names).text(of: move)
  }
}
