import Compiler
import Desk
import Engine
import Model
import SourceText
import TestSupport
import Testing

/// What is asked matters, and what matters is asked: the answers are tried, one against another, in
/// situations that the shipped cases go through (docs/language.md, Unknown).
@Suite struct QuestionTests {
  @Test(arguments: ShippedCases.all)
  func whatIsAskedMattersAndWhatMattersIsAsked(_ shipped: ShippedCases) throws {
    var random = SeededRandom(seed: 20_260_506)
    let (interpreter, states) = try shipped.played()
    for state in states.shuffled(using: &random).prefix(3) {
      let trial = AnswerTrial(interpreter, state)
      for idle in trial.idleQuestions(&random) {
        Issue.record("`\(trial.name(idle))` is asked in \(trial.place) and changes nothing")
      }
      for missed in trial.missedQuestions(&random) {
        Issue.record("`\(trial.name(missed))` matters in \(trial.place) and is not asked")
      }
    }
  }

  /// The oracle itself: a question that was not asked, and one that nothing hangs on.
  @Test func aQuestionLeftOutOrTooManyWouldBeSeen() throws {
    let text = """
      rulebook: small
      facts: {large: boolean, idle: boolean}
      workflow:
        states:
          open: {on: {decide: [{when: large, to: town}, {to: village}]}}
          town: {type: final}
          village: {type: final}
      """
    let compiled = try RulebookCompiler(reading: FilesInMemory(["r.yaml": text])).compile(
      path: "r.yaml")
    let interpreter = Interpreter(
      program: try #require(compiled.program), calendar: compiled.calendar)
    let trial = AnswerTrial(interpreter, interpreter.open([], at: nil).state)
    var random = SeededRandom(seed: 1)
    #expect(trial.missedQuestions(&random, answering: []).map(trial.name) == ["large"])
    #expect(trial.idleQuestions(&random).isEmpty)
    let idle = try #require(trial.facts(called: "idle").first)
    #expect(!trial.makesADifference(idle, others: [], &random))
  }
}
