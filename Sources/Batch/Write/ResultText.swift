internal import Engine
internal import Model
internal import SourceText

/// A line of output, its line break included; the shape is part of the tool's contract
/// (docs/batch.md).
struct ResultText {
  private let program: Program
  private let language: BatchLanguage

  init(_ interpreter: Interpreter, _ language: BatchLanguage) {
    program = interpreter.program
    self.language = language
  }

  func line(id: JSONText, _ outcome: CaseOutcome) -> String {
    let state = program.activeLeaves(of: outcome.configuration)
    var members: [JSONText.Member] = [
      .init("id", id), .init("state", .array(state.map(JSONText.string))),
      .init("decisions", decisions(outcome.decisions)),
    ]
    if !outcome.faults.isEmpty {
      members.append(.init("faults", .object(outcome.faults.map(fault))))
    }
    if !outcome.refused.isEmpty {
      members.append(.init("refused", .array(outcome.refused.map(refused))))
    }
    return JSONText.object(members).text() + "\n"
  }

  private func decisions(_ standings: [DecisionStanding]) -> JSONText {
    .object(
      zip(program.decisions.elements, standings).map { decision, standing in
        guard case .decided(let outcome) = standing else { return .init(decision.name, .null) }
        return .init(decision.name, outcome.value.json(as: decision.type, in: program))
      })
  }

  private func fault(_ decision: ID<Decision>, _ fault: Fault) -> JSONText.Member {
    .init(
      program.decisions[decision].name,
      .string(words(FaultText(program: program).text(of: fault))))
  }

  private func refused(_ refused: CaseOutcome.Refused) -> JSONText {
    .object([
      .init("entry", .integer(refused.entry)),
      .init("event", refused.event.map { .string(program.events[$0].name) } ?? .null),
      .init("kind", .string(refused.refusal.kind.rawValue)),
      .init("message", .string(words(RefusalText(program: program).text(of: refused.refusal)))),
    ])
  }

  /// - Parameter line: its number, counted from 1.
  func line(id: JSONText, line: Int, _ fault: LineFault) -> String {
    let error = JSONText.object([
      .init("code", .string(fault.code.rawValue)), .init("line", .integer(line)),
      .init("at", .string(fault.path.joined(separator: "."))),
      .init("message", .string(words(fault.message))),
    ])
    return JSONText.object([.init("id", id), .init("error", error)]).text() + "\n"
  }

  private func words(_ text: Bilingual) -> String {
    language == .chinese ? text.zh : text.en
  }
}
