internal import Engine
internal import Model
internal import SourceText

/// Where a case stands in the words of mediation, as JSON; null outside of slots.
struct StandingJSON {
  let interpreter: Interpreter
  let wording: Wording

  private var program: Program { wording.program }

  /// The member `standing`; nothing for a rulebook without slots and words to say.
  func members(_ state: CaseState, caseID: String) -> [JSONText.Member] {
    let states = program.chart?.states.elements ?? []
    guard states.contains(where: { $0.part != nil || $0.prompt != nil }) else { return [] }
    return [.init("standing", json(state, caseID))]
  }

  private func json(_ state: CaseState, _ caseID: String) -> JSONText {
    let standing = Standing(of: state.configuration, in: program)
    guard !standing.isEmpty, let chart = program.chart else { return .null }
    let name = { (id: ID<State>) in JSONText.string(chart.states[id].name) }
    var slot = JSONText.null
    if let id = standing.slot, case .slot(let word) = chart.states[id].part { slot = .string(word) }
    let prompts = PromptWords(
      interpreter: interpreter, wording: wording, state: state, caseID: caseID)
    return .object([
      .init("slot", slot), .init("level", standing.level.map { .string($0.name) } ?? .null),
      .init("seats", .array((standing.level?.seats ?? []).map(JSONText.string))),
      .init("script", standing.script.map(name) ?? .null),
      .init("step", .array(standing.steps.map(name))),
      .init("say", .array(standing.prompts.map { .string(prompts.text(of: $0)) })),
    ])
  }
}
