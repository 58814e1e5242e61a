internal import Engine
internal import Model
internal import SourceText

/// What the forms of mediation come to in a case, as JSON; a rulebook without such forms has none
/// of these members.
struct MediationJSON {
  let interpreter: Interpreter
  let state: CaseState

  private var program: Program { interpreter.program }

  /// `red_lines` and `consents`.
  var members: [JSONText.Member] {
    let standing = interpreter.mediation(of: state)
    var members: [JSONText.Member] = []
    if !standing.lines.isEmpty {
      members.append(.init("red_lines", .array(standing.lines.map(line))))
    }
    if !standing.consents.isEmpty {
      members.append(.init("consents", .array(standing.consents.map(consent))))
    }
    return members
  }

  private func line(_ standing: MediationStanding.Line) -> JSONText {
    let line = standing.line
    var holds = JSONText.null
    var missing = Missing()
    switch standing.verdict {
    case .holds?: holds = .bool(true)
    case .fails?: holds = .bool(false)
    case .unknown(let more)?: missing = more
    case nil: break
    }
    return .object([
      .init("name", .string(line.name)), .init("act", .string(line.act)),
      .init("holds", holds), .init("told", .bool(standing.isTold)), .init("needs", facts(missing)),
      .init("because", strings(line.basis.map(BasisName(program: program).name))),
    ])
  }

  /// `given`, `refused` and `missing` are null while it is not known who is to answer.
  private func consent(_ standing: MediationStanding.Answers) -> JSONText {
    let outcome = standing.outcome
    return .object([
      .init("name", .string(standing.consent.name)),
      .init("given", outcome.map { .bool($0.isGiven) } ?? .null),
      .init("refused", outcome.map { .bool($0.isRefused) } ?? .null),
      .init("missing", outcome.map { strings($0.absent) } ?? .null),
      .init("answers", .array(standing.answers.map(answer))),
      .init("needs", facts(standing.missing)),
    ])
  }

  private func answer(_ answer: MediationStanding.Answer) -> JSONText {
    .object([
      .init("name", .string(answer.name)),
      .init("answer", .string(answer.answer.text(in: program))),
      .init("on", .string(answer.day.text(in: program))),
    ])
  }

  private func facts(_ missing: Missing) -> JSONText {
    strings(missing.facts.map { program.facts[$0].name })
  }

  private func strings(_ values: [String]) -> JSONText { .array(values.map(JSONText.string)) }
}
