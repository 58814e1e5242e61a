import Batch
import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing

/// What a batch says of a case is what `run` says of it.
@Suite struct SameAsRunTests {
  @Test(arguments: [Rulebooks.everything, Rulebooks.village])
  func aLineComesToWhatItsCaseFileComesTo(rulebook: String) async throws {
    let interpreter = try interpreter(rulebook)
    let cases = randomCases(interpreter, count: 500)
    let written = cases.map { WrittenCase(program: interpreter.program, file: $0) }
    let play = try await BatchPlay(BatchRun(interpreter), written.map(\.line))
    try #require(play.lines.count == written.count)
    var states: Set<String> = []
    for (index, written) in written.enumerated() {
      let expected = try Self.result(of: written, interpreter)
      #expect(play.lines[index] == expected, "\(written.line)")
      states.insert(expected)
    }
    // The cases go many ways.
    #expect(states.count > 150)
    #expect(play.errors.isEmpty)
  }

  /// The case written as a file, read by the compiler and played by the engine.
  private static func result(of written: WrittenCase, _ interpreter: Interpreter) throws -> String {
    var sources = SourceMap()
    var findings = Diagnostics()
    let reader = FilesInMemory(["case.json": written.caseFile])
    let files = try RulebookCompiler(reading: reader).compileCases(
      path: "case.json", against: ProgramNames(interpreter.program), sources: &sources,
      into: &findings)
    try #require(!findings.hasErrors, "\(findings.sorted)")
    let replay = interpreter.replay(try #require(files.first))
    let program = interpreter.program
    var members: [JSONText.Member] = [
      .init("id", .string(written.file.id)),
      .init(
        "state", .array(program.activeLeaves(of: replay.state.configuration).map(JSONText.string))),
      .init(
        "decisions",
        .object(
          program.decisions.ids.map { id in
            let decision = program.decisions[id]
            let outcome = interpreter.outcome(of: id, in: replay.state)
            return .init(
              decision.name, outcome?.value.json(as: decision.type, in: program) ?? .null)
          })),
    ]
    let refused = replay.steps.enumerated().compactMap { number, step -> JSONText? in
      guard let refusal = step.result.refusal else { return nil }
      return .object([
        .init("entry", .integer(number)),
        .init("event", step.entry?.event.map { .string(program.events[$0].name) } ?? .null),
        .init("kind", .string(refusal.kind.rawValue)),
        .init("message", .string(RefusalText(program: program).text(of: refusal).en)),
      ])
    }
    if !refused.isEmpty { members.append(.init("refused", .array(refused))) }
    return JSONText.object(members).text()
  }
}
