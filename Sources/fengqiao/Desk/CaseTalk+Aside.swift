internal import Desk
internal import Engine
internal import Model
internal import SourceText

// What can be done beside the step at hand: rights, consents, joining.
extension CaseTalk {
  /// One line of that menu: a thing to do, or all that can be answered to one consent.
  private struct Aside {
    var title: String
    var moves: [Agenda.Move]
  }

  /// Shows the menu and does what is chosen.
  mutating func more(_ situation: Situation) throws(ToolFault) {
    let asides = asides(situation.hidden)
    guard !asides.isEmpty else {
      tell(say("there is nothing else here", "这里没有别的可以办"))
      return
    }
    for (index, aside) in asides.enumerated() {
      let answers = aside.moves.count > 1 ? answers(aside.moves) : ""
      let text = aside.title + (answers.isEmpty ? "" : say(" (\(answers))", "（\(answers)）"))
      for (place, line) in WrappedText(text, width: width - 6).lines.enumerated() {
        console.print((place == 0 ? "  \(index < 9 ? " " : "")\(index + 1)  " : "      ") + line)
      }
    }
    guard let aside = chosen(asides), let move = answer(to: aside) else { return }
    try fire(move)
  }

  private func asides(_ moves: [Agenda.Move]) -> [Aside] {
    var asides: [Aside] = []
    for move in moves {
      guard move.kind == .consent, let consent = consent(of: move) else {
        asides.append(Aside(title: names.event(move.event), moves: [move]))
        continue
      }
      let title = names.consent(consent)
      if let place = asides.firstIndex(where: { $0.title == title }) {
        asides[place].moves.append(move)
      } else {
        asides.append(Aside(title: title, moves: [move]))
      }
    }
    return asides
  }

  private func consent(of move: Agenda.Move) -> Consent? {
    let name = fold.program.events[move.event].name.prefix { $0 != "." }
    return fold.program.mediation.consents.first { $0.name == name }
  }

  /// `同意、不同意、撤回`.
  private func answers(_ moves: [Agenda.Move]) -> String {
    moves.map(answer).joined(separator: names.comma)
  }

  private func answer(of move: Agenda.Move) -> String {
    switch fold.program.events[move.event].name.split(separator: ".").last {
    case "agreed": say("agrees", "同意")
    case "refused": say("does not agree", "不同意")
    case "withdrawn": say("takes it back", "撤回同意")
    default: names.event(move.event)
    }
  }

  private func chosen<Choice>(_ choices: [Choice]) -> Choice? {
    while let answer = input.line("  > "), !answer.isEmpty {
      if let number = Int(answer), choices.indices.contains(number - 1) {
        return choices[number - 1]
      }
      tell(say("choose a number of the list; Enter goes back", "请选上面的数字；直接回车返回"))
    }
    return nil
  }

  private func answer(to aside: Aside) -> Agenda.Move? {
    guard aside.moves.count > 1 else { return aside.moves.first }
    let shown = aside.moves.enumerated().map { "\($0.offset + 1) \(answer(of: $0.element))" }
    tell(shown.joined(separator: "   "))
    return chosen(aside.moves)
  }
}
