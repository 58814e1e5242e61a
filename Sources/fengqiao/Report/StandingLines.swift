internal import Engine
internal import Model
internal import SourceText

/// Where a case stands in the words of mediation: at which level and who sits there, in which
/// script and step, and what to say.
struct StandingLines {
  let wording: Wording
  let prompts: PromptWords
  /// How wide a line's first word is set.
  let width: Int
  /// Sets it.
  let head: (_ en: String, _ zh: String) -> String

  private var program: Program { wording.program }

  func lines(of standing: Standing) -> [String] {
    var lines: [String] = []
    if let level = standing.level {
      let seats = level.seats.map(seat).joined(separator: wording.say(", ", "、"))
      let who = seats.isEmpty ? "" : wording.say(": ", "：") + seats
      lines.append(head("level", "层级") + "  " + wording.titled(level.name, level.title) + who)
    }
    if let script = standing.script, let chart = program.chart {
      let steps = standing.steps.map { chart.states[$0] }.map { wording.titled($0.name, $0.title) }
      let state = chart.states[script]
      let step = steps.isEmpty ? "" : " → " + steps.joined(separator: wording.say(", ", "、"))
      lines.append(head("script", "脚本") + "  " + wording.titled(state.name, state.title) + step)
    }
    return lines + standing.prompts.flatMap(said)
  }

  /// Further lines of a prompt stand under its first.
  private func said(_ prompt: State.Prompt) -> [String] {
    let first = head("say", "请说")
    let rest = String(repeating: " ", count: width)
    let lines = prompts.text(of: prompt).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      (index == 0 ? first : rest) + "  " + String(line).onOneSafeLine
    }
  }

  /// A role with its title.
  private func seat(_ name: String) -> String {
    let role = program.roles.elements.first { $0.name == name }
    return role.map { wording.titled($0.name, $0.title) } ?? name.onOneSafeLine
  }
}
