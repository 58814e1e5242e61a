import Compiler
import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// One fault of each kind, planted in a shipped rulebook: each is caught, and where a case shows it
/// the interpreter plays that case.
@Suite struct SeededFaultTests {
  @Test func aDroppedLineOfTheScreenIsRefutedByACase() throws {
    let path = "Rules/base/screen.yaml"
    let text = try ShippedFiles.text(path)
    let start = try #require(text.range(of: "    R6:\n"))
    let end = try #require(text.range(of: "    R7:\n"))
    let without = text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
    let program = try program("base", besides: [path: without])
    try expectRefuted("harm_to_minors_is_not_mediated", of: program)
  }

  @Test func aMissingRowIsAGapWithAWitness() throws {
    let path = "Rules/base/course.yaml"
    let changed = try ShippedFiles.text(path, without: "      | 口头 |")
    let program = try program("base", besides: [path: changed])
    let gaps = verify(program, .china).filter { $0.code == .tableGap }
    #expect(gaps.map(\.message.en).count == 1)
    #expect(gaps[0].message.en.contains("`协议形式`"))
    #expect(gaps[0].help?.en.contains("{纠纷类型: 婚姻家庭, 要求书面: false}") == true)
    // The witness it names is one that the interpreter has no row for, either.
    let decision = try #require(
      program.decisions.ids.first { program.decisions[$0].name == "协议形式" })
    let kind = try #require(program.facts.ids.first { program.facts[$0].name == "纠纷类型" })
    let written = try #require(program.facts.ids.first { program.facts[$0].name == "要求书面" })
    var facts: [Value?] = program.facts.elements.map { _ in nil }
    facts[kind.index] = word("婚姻家庭", of: kind, in: program)
    facts[written.index] = .boolean(false)
    let evaluator = Evaluator(program: program, calendar: .china, facts: facts)
    let asked = Expression(
      .decision(decision), type: program.decisions[decision].type,
      span: program.decisions[decision].span)
    #expect(throws: (any Error).self) { try evaluator.evaluate(asked) }
  }

  @Test func aGuardTurnedRoundIsRefutedByACase() throws {
    let path = "Rules/base/screen.yaml"
    let changed = try ShippedFiles.text(path)
      .replacing("      when: 涉嫌犯罪\n", with: "      when: not(涉嫌犯罪)\n")
    let program = try program("base", besides: [path: changed])
    try expectRefuted("crime_is_not_mediated", of: program)
  }

  @Test func aLevelThatBouncesBackIsRefused() throws {
    let path = "Rules/zhangjiagang-co-governance/ladder.yaml"
    let text = try ShippedFiles.text(path)
    let back = text.replacing("within: 区镇时限\n", with: "within: 区镇时限\n      next: 社区\n")
    #expect(back != text)
    let codes = try compilation("zhangjiagang-co-governance", besides: [path: back]).diagnostics
      .filter { $0.severity == .error }.map(\.code)
    #expect(codes == [.notAbove])
  }

  /// Levels written by hand as states, which no compiler watches: sent back down, a promise tells.
  @Test func aStateThatBouncesBackIsRefutedByACase() throws {
    let text = """
      rulebook: levels
      variables: {moved: {start: 0}}
      events: {up: {}, agree: {}, back: {}}
      workflow:
        states:
          village: {on: {up: {to: town, do: [{set: {moved: moved + 1}}]}, agree: settled}}
          town: {on: {agree: settled, back: BACK}}
          settled: {type: final}
      invariants: {no_level_is_gone_back_to: {never: in(village) and moved >= 1}}
      """
    let kept = try compiled(text.replacing("BACK", with: "town"))
    guard case .proved = prove(kept.invariants[0], of: kept, .china) else {
      Issue.record("it is not proved without the fault")
      return
    }
    let broken = try compiled(text.replacing("BACK", with: "village"))
    try expectRefuted("no_level_is_gone_back_to", of: broken)
  }

  @Test func aPaperThatLeaksIsRefused() throws {
    let path = "Templates/papers/agreement.html.mustache"
    let changed = try ShippedFiles.text(path)
      .replacing("{{争议事项}}", with: "{{争议事项}}{{甲方心里话}}")
    let errors = try compilation("base", besides: [path: changed]).diagnostics
      .filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.code == .secretReachesSide })
    #expect(errors.allSatisfy { $0.message.en.contains("甲方心里话") })
    #expect(try compilation("base", besides: [:]).diagnostics.allSatisfy { $0.severity != .error })
  }

  /// A fault in a file of a place, and the promise about time that it breaks.
  struct LateFault: CustomTestStringConvertible, Sendable {
    var place: String
    var file: String
    var text: String
    var fault: String
    var promise: String
    var testDescription: String { promise }
  }

  @Test(arguments: [
    // Nobody notes that the answer is late.
    LateFault(
      place: "base", file: "base/workflow", text: ", 答复逾期: true}", fault: "}",
      promise: "registered_is_answered_or_told_late"),
    // A tier has no deadline.
    LateFault(
      place: "zhangjiagang-co-governance", file: "zhangjiagang-co-governance/items",
      text: "              within: 会办时限\n", fault: "              within: 1 year\n",
      promise: "every_item_has_a_deadline"),
  ])
  func whatIsLateAndNotToldIsRefutedByACase(_ planted: LateFault) throws {
    let path = "Rules/\(planted.file).yaml"
    let text = try ShippedFiles.text(path)
    let faulty = text.replacing(planted.text, with: planted.fault)
    #expect(faulty != text)
    let program = try program(planted.place, besides: [path: faulty])
    let invariant = try #require(program.invariants.first { $0.name == planted.promise })
    guard case .refuted(let file) = prove(invariant, of: program, .china) else {
      Issue.record("\(planted.promise) is not refuted")
      return
    }
    #expect(try WaitingReplay(program, of: planted.promise).waitsTooLong(file))
  }

  /// Nobody notes that the agreement is not performed in time. No case that comes as far as
  /// an agreement is found by itself, so it is not decided; being sealed, that fails the run, too.
  @Test func anAgreementThatIsLateAndNotToldIsNotProved() throws {
    let path = "Rules/base/workflow.yaml"
    let text = try ShippedFiles.text(path)
    let faulty = text.replacing(
      "                    - set: {履行逾期: true}\n                    - raise:",
      with: "                    - raise:")
    #expect(faulty != text)
    let program = try program("base", besides: [path: faulty])
    let invariant = try #require(
      program.invariants.first { $0.name == "agreement_is_performed_or_told_late" })
    #expect(invariant.isSealed)
    guard case .notDecided(.mayWait(let standing, _)) = prove(invariant, of: program, .china)
    else {
      Issue.record("the fault is not told as a wait that nothing is sure to end")
      return
    }
    #expect(standing.contains { program.chart?.states[$0].name == "待履行" })
  }

  @Test func anItemClosedWithoutAnAnswerIsRefutedByACase() throws {
    let path = "Rules/zhangjiagang-co-governance/items.yaml"
    let changed = try ShippedFiles.text(path).replacing(
      "          升办: 限办\n", with: "          升办: served\n")
    let program = try program("zhangjiagang-co-governance", besides: [path: changed])
    try expectRefuted("every_item_is_answered", of: program)
  }

  /// Expects that a promise is refuted by a case that breaks it when it is played.
  private func expectRefuted(_ name: String, of program: Program) throws {
    let invariant = try #require(program.invariants.first { $0.name == name })
    guard case .refuted(let file) = prove(invariant, of: program, .china) else {
      Issue.record("\(name) is not refuted")
      return
    }
    let replay = Interpreter(program: program, calendar: .china).replay(file)
    #expect(replay.steps.allSatisfy { $0.result.refusal == nil })
    guard case .never(let condition) = invariant.kind else { return }
    let last = try #require(replay.steps.last?.result.state)
    let evaluator = Evaluator(program: program, calendar: .china, state: last)
    #expect(try evaluator.verdict(condition) == .holds)
  }

  private func word(_ name: String, of fact: ID<Fact>, in program: Program) -> Value? {
    guard case .enumeration(let id) = program.facts[fact].type.unwrapped else { return nil }
    return program.enumerations[id].words.firstIndex { $0.name == name }
      .map { .word(id, $0) }
  }

  private func compilation(_ place: String, besides files: [String: String]) throws -> Compilation {
    try RulebookCompiler(reading: ShippedFiles(changed: files), templateFolders: ["Templates"])
      .compile(path: "Rules/\(place)/rulebook.yaml")
  }

  private func program(_ place: String, besides files: [String: String]) throws -> Program {
    try #require(try compilation(place, besides: files).program)
  }
}

extension ShippedFiles {
  /// A shipped file as it stands.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.url(path), encoding: .utf8)
  }

  /// A shipped file without the one line that begins so.
  static func text(_ path: String, without start: String) throws -> String {
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let left = lines.filter { !$0.hasPrefix(start) }
    #expect(left.count == lines.count - 1, "one line of \(path) begins with \(start)")
    return left.joined(separator: "\n")
  }
}
