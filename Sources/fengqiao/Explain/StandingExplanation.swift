internal import Engine
internal import Model
internal import SourceText

/// In which slot a case stands and what fills it, at which level and in which script and step.
struct StandingExplanation {
  let interpreter: Interpreter
  let wording: Wording
  let state: CaseState
  let caseID: String

  private var program: Program { wording.program }

  func lines() -> [String] {
    guard !state.isFinished else { return [] }
    let standing = Standing(of: state.configuration, in: program)
    let prompts = PromptWords(
      interpreter: interpreter, wording: wording, state: state, caseID: caseID)
    let lines = StandingLines(wording: wording, prompts: prompts, width: 6, head: head)
    return slot(of: standing) + lines.lines(of: standing)
  }

  private func slot(of standing: Standing) -> [String] {
    guard let id = standing.slot, let chart = program.chart,
      case .slot(let name) = chart.states[id].part
    else { return [] }
    let content = chart.states[id].children.first {
      ![.consent, .outcome].contains(chart.states[$0].part)
    }
    let place = content.map { wording.place(chart.states[$0].span) }
    let filled = place.map { wording.say("  filled at \($0)", "  填写于 \($0)") } ?? ""
    return [head("slot", "接口") + "  " + name.onOneSafeLine + filled]
  }

  private func head(_ en: String, _ zh: String) -> String {
    let word = wording.say(en, zh)
    return word + String(repeating: " ", count: max(0, 6 - word.displayWidth))
  }
}
