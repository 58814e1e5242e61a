import Compiler
import Engine
import Model
import SourceText
import Testing
import Workbench

/// Mutants of a rulebook of which it is known what its cases notice.
struct MutationTests {
  private static let rulebook = """
    rulebook: known
    facts: {amount: {type: integer, min: 0, max: 10}, urgent: boolean}
    events: {go: {}}
    decisions:
      kind:
        hit: first
        inputs: [amount]
        outputs: {seat: [low, high]}
        rules:
          - {id: small, when: {amount: < 5}, then: low}
        otherwise: high
    workflow:
      states:
        a: {on: {go: {when: urgent, to: b}}, after: {3 days: c}}
        b: {type: final}
        c: {type: final}
    """

  private func outcomes(
    _ cases: String, workers: Int = 2
  ) async throws -> [(mutant: Mutant, outcome: MutationRun.Outcome)] {
    let reader = FilesInMemory(["rulebook.yaml": Self.rulebook, "case.yaml": cases])
    let compiler = RulebookCompiler(reading: reader)
    let compilation = try compiler.compile(path: "rulebook.yaml")
    let program = try #require(compilation.program)
    var sources = compilation.sources
    var diagnostics = Diagnostics()
    let files = try compiler.compileCases(
      path: "case.yaml", against: ProgramNames(program), sources: &sources, into: &diagnostics)
    #expect(diagnostics.all.map(\.message.en) == [])
    let mutants = Mutants.all(of: program) { _ in true }
    let outcomes = await MutationRun(program, compilation.calendar, files)
      .outcomes(of: mutants, workerCount: workers) { $0.after == "< 6" }
    return Array(zip(mutants, outcomes))
  }

  private func lines(_ all: [(mutant: Mutant, outcome: MutationRun.Outcome)]) -> [String] {
    all.map { "\($0.mutant.kind) \($0.mutant.before) -> \($0.mutant.after): \($0.outcome)" }
  }

  @Test func withoutCasesNoMutantIsNoticed() async throws {
    let all = try await outcomes("case: c\nopened: 2026-05-06\n")
    #expect(
      lines(all) == [
        "cell < 5 -> -: survived", "cell < 5 -> <= 5: survived", "cell < 5 -> >= 5: survived",
        "cell < 5 -> < 6: equivalent", "output low -> high: survived",
        "output high -> low: survived", "guard urgent -> : survived",
        "guard urgent -> not(urgent): survived", "target b -> c: survived",
        "target c -> a: survived", "deadline 3 days -> 4 days: survived",
      ])
  }

  @Test(arguments: [1, 2, 5])
  func eachCaseNoticesWhatItExpects(workers: Int) async throws {
    let all = try await outcomes(
      """
      cases:
        - case: at the bound
          opened: 2026-05-06
          facts: {amount: 5, urgent: false}
          journal: [{at: 2026-05-06, event: go, expect: {refused: unhandled}}]
          expect: {decisions: {kind: high}, due: {a: 2026-05-09}}
        - case: below
          opened: 2026-05-06
          facts: {amount: 4, urgent: true}
          journal: [{at: 2026-05-06, event: go}]
          expect: {decisions: {kind: low}}
        - case: fails as it is
          opened: 2026-05-06
          expect: {state: b}
      """, workers: workers)
    #expect(
      lines(all) == [
        "cell < 5 -> -: noticed", "cell < 5 -> <= 5: noticed", "cell < 5 -> >= 5: noticed",
        "cell < 5 -> < 6: noticed", "output low -> high: noticed",
        "output high -> low: noticed", "guard urgent -> : noticed",
        "guard urgent -> not(urgent): noticed", "target b -> c: survived",
        "target c -> a: survived", "deadline 3 days -> 4 days: noticed",
      ])
  }

  @Test func aSampleIsDrawnByItsSeedInOrder() async throws {
    let all = try await outcomes("case: c\n").map(\.mutant)
    let words = { (mutants: [Mutant]) in mutants.map { "\($0.kind) \($0.after)" } }
    let drawn = words(all.sampled(4, seed: 7))
    #expect(drawn == words(all.sampled(4, seed: 7)) && drawn.count == 4)
    #expect(words(all).filter(drawn.contains) == drawn)
    #expect((0..<20).contains { words(all.sampled(4, seed: $0)) != drawn })
    #expect(words(all.sampled(99, seed: 1)) == words(all))
  }

  /// Every mutant of a real rulebook is a program that the interpreter can play.
  @Test(arguments: RulebookSample.some.filter { !$0.cases.isEmpty })
  func everyMutantCanBePlayed(_ sample: RulebookSample) async throws {
    let compilation = try compile(like: sample)
    let program = try #require(compilation.program)
    let compiler = RulebookCompiler(reading: SampleReader(files: sample.files))
    var sources = compilation.sources
    var files: [CaseFile] = []
    for path in sample.cases.prefix(3) {
      var diagnostics = Diagnostics()
      let read = try compiler.compileCases(
        path: path, against: ProgramNames(program), sources: &sources, into: &diagnostics)
      if !diagnostics.hasErrors { files += read }
    }
    let mutants = Mutants.all(of: program) { _ in true }.sampled(
      sample.isShipped ? 40 : 5, seed: 2026)
    for mutant in mutants { #expect(mutant.applied(to: program) != program, "\(mutant.name)") }
    let outcomes = await MutationRun(program, compilation.calendar, files)
      .outcomes(of: mutants, workerCount: 2) { _ in false }
    #expect(outcomes.count == mutants.count)
  }
}
