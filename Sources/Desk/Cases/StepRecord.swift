internal import Engine
internal import Model
internal import SourceText

/// What came of a step, as the journal keeps it beside what was said: enough to read it without the
/// tool, and to compare with what a replay gives.
struct StepRecord {
  private let program: Program

  init(_ program: Program) {
    self.program = program
  }

  func json(of result: StepResult) -> JSONValue {
    var members: [JSONText.Member] = [
      .init(
        "state",
        .array(program.activeLeaves(of: result.state.configuration).map(JSONText.string)))
    ]
    let fired = result.trace.items.compactMap(timer)
    if !fired.isEmpty { members.append(.init("fired", .array(fired))) }
    let decided = result.trace.items.compactMap(decision)
    if !decided.isEmpty { members.append(.init("decided", .array(decided))) }
    if result.trace.isOvertaken { members.append(.init("overtaken", true)) }
    if result.state.isFinished { members.append(.init("finished", true)) }
    return JSONValue(.object(members))
  }

  private func timer(_ item: Trace.Item) -> JSONText? {
    guard case .timerFired(let timer, let at) = item else { return nil }
    return .object([
      .init("name", .string(timer.name(in: program))),
      .init("due", .string(timer.due.text(in: program.offset))),
      .init("at", .string(at.text(in: program.offset))),
    ])
  }

  private func decision(_ item: Trace.Item) -> JSONText? {
    guard case .decided(let id, let outcome) = item else { return nil }
    let decision = program.decisions[id]
    return .object([
      .init("decision", .string(decision.name)),
      .init("result", outcome.value.json(as: decision.type, in: program)),
      .init("rows", .array(outcome.rows.map(JSONText.string))),
    ])
  }
}
