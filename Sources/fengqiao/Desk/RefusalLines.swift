internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// Why a step was not taken, and what would help.
struct RefusalLines {
  let fold: CaseFold
  /// The case as it stands.
  let state: CaseState
  let user: Operator
  let names: PlainNames
  let console: Console
  let width: Int

  private var program: Program { fold.program }

  func lines(_ refusal: Refusal) -> [String] {
    var lines = wrapped(names.say("not done: ", "没有办成：") + why(refusal), style: .red)
    let questions = refusal.missing?.facts ?? []
    if !questions.isEmpty {
      lines += wrapped(names.say("ask first:", "请先问清："))
      for fact in questions {
        let words = program.facts[fact].question.map { names.say($0) } ?? ""
        lines += wrapped(
          "  · \(names.fact(fact))" + (words.isEmpty ? "" : names.say(": ", "：") + words))
      }
    }
    let moves = fold.interpreter.agenda(of: state).moves.filter { $0.kind == .step }
    if case .unhandled = refusal, !moves.isEmpty {
      let possible = moves.map { names.event($0.event) }.joined(separator: names.comma)
      lines += wrapped(names.say("possible here: ", "现在可以：") + possible)
    }
    return lines
  }

  /// What to do about something that happened before the newest entry.
  static func earlier(than clock: DateTime, _ names: PlainNames) -> String {
    let day = names.day(
      clock.date(in: names.program.offset), in: clock.date(in: names.program.offset).year)
    let moment = "\(day) \(clock.local(in: names.program.offset).clock.prefix(5))"
    return names.say(
      "that is earlier than the newest step (\(moment)): take that back first, or write a note",
      "这一步的时间比最近一步（\(moment)）早：先撤回后面的，或者用备注写明")
  }

  private func wrapped(_ text: String, style: Console.Style? = nil) -> [String] {
    WrappedText(text, width: width).lines.map { line in
      style.map { console.styled(line, $0) } ?? line
    }
  }

  private func why(_ refusal: Refusal) -> String {
    switch refusal {
    case .unknownGuard, .unknownValue:
      return names.say("not everything that it depends on is known", "它取决于的情况还没有问清")
    case .unhandled(let event, _):
      let move = fold.interpreter.agenda(of: state).obstructed.first { $0.event == event }
      guard let move else {
        return names.say(
          "`\(names.event(event))` is not possible here", "这里不能办“\(names.event(event))”")
      }
      let obstacle = ObstacleWords(names: names, program: program, reader: user)
        .text(of: move)
      return names.say("\(names.event(event)): \(obstacle)", "“\(names.event(event))”：\(obstacle)")
    case .notPermitted(let event, let by):
      let allowed = program.events[event].roles.map(names.role).joined(separator: names.comma)
      guard let by else {
        let first = program.events[event].roles.first.map(names.role) ?? ""
        return names.say(
          "\(names.event(event)) is for \(allowed), and it is not said who does it: add "
            + "`--by \(first)`, or write your role into operator.yaml",
          "“\(names.event(event))”只能由\(allowed)办，没有写明由谁：加 `--by \(first)`，"
            + "或者在 operator.yaml 写明角色")
      }
      return names.say(
        "\(names.event(event)) is for \(allowed), not \(names.role(by))",
        "“\(names.event(event))”只能由\(allowed)办（现在是：\(names.role(by))）")
    case .factIsFixed(let fact):
      return names.say(
        "\(names.fact(fact)) stays as it was stated", "“\(names.fact(fact))”一经写明不能更改")
    case .backInTime(let clock): return Self.earlier(than: clock, names)
    default: return names.say(RefusalText(program: program).text(of: refusal))
    }
  }
}
