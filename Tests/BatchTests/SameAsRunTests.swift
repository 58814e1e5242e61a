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

  private static let scalars = """
    rulebook: scalars
    facts:
      sum: {type: money, optional: true}
      count: integer
      calm: boolean
      note: {type: text, optional: true}
      kind: [a, b]
      day: {type: date, optional: true}
    decisions:
      sum_: {is: sum}
      count_: {is: count}
      calm_: {is: calm}
      note_: {is: note}
      kind_: {is: kind}
      day_: {is: day}
    """

  /// A scalar is read from its text by what its place declares, in quotes or not: what one of the
  /// two ways takes the other takes, to the same value.
  @Test(arguments: [
    #""sum":"800""#, #""sum":800"#, #""sum":"1e3""#, #""sum":"+5""#, #""sum":"5,000""#,
    #""sum":" 8""#, #""sum":"null""#, #""sum":null"#, #""sum":"""#, #""sum":true"#,
    #""count":"8""#, #""count":"8.0""#, #""count":"8.5""#, #""count":null"#, #""count":"null""#,
    #""calm":"true""#, #""calm":"TRUE""#, #""calm":1"#, #""calm":"null""#, #""note":800"#,
    #""note":true"#, #""note":"null""#, #""note":null"#, #""note":1.50"#, #""kind":"a""#,
    #""kind":"c""#, #""kind":3"#, #""day":"2026-05-06""#, #""day":"2026/5/6""#, #""day":2026"#,
    #""sum":[1]"#, #""calm":{}"#,
  ])
  func aScalarIsWhatItsTextSays(fact: String) async throws {
    let interpreter = try interpreter(Self.scalars)
    let line = #"{"id":"x","facts":{\#(fact)}}"#
    let play = try await BatchPlay(BatchRun(interpreter), [line])
    var slow = BatchRun(interpreter)
    slow.usesTables = false
    #expect(try await BatchPlay(slow, [line]).lines == play.lines)
    let file = #"{"case":"x","facts":{\#(fact)}}"#
    let expected = try? Self.result(of: file, id: "x", interpreter)
    #expect(play.lines.first { !$0.contains("\"error\"") } == expected)
  }

  /// The case written as a file, read by the compiler and played by the engine.
  private static func result(of written: WrittenCase, _ interpreter: Interpreter) throws -> String {
    try result(of: written.caseFile, id: written.file.id, interpreter)
  }

  private struct Faulty: Error {}

  private static func result(
    of caseFile: String, id: String, _ interpreter: Interpreter
  ) throws -> String {
    var sources = SourceMap()
    var findings = Diagnostics()
    let reader = FilesInMemory(["case.json": caseFile])
    let files = try RulebookCompiler(reading: reader).compileCases(
      path: "case.json", against: ProgramNames(interpreter.program), sources: &sources,
      into: &findings)
    if findings.hasErrors { throw Faulty() }
    let replay = interpreter.replay(try #require(files.first))
    let program = interpreter.program
    var members: [JSONText.Member] = [
      .init("id", .string(id)),
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
