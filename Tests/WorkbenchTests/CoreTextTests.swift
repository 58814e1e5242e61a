import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing

/// What `dump core` prints of a rulebook is a rulebook that means the same.
struct CoreTextTests {
  @Test(arguments: RulebookSample.some)
  func thePrintedCoreChecksLikeTheRulebook(sample: RulebookSample) throws {
    let twins = try #require(try CoreTwins(sample), "\(sample) compiles")
    // What a form alone is blamed for is none of its core's faults, and the other way round.
    if twins.findings.isEmpty { #expect(twins.printedFindings.isEmpty, "\(twins.text)") }
    let printed = try #require(twins.printed, "\(twins.text)")
    #expect(dumpProgram(printed) == dumpProgram(twins.program), "\(twins.text)")
  }

  @Test(arguments: RulebookSample.some)
  func thePrintedCorePlaysItsCasesAlike(sample: RulebookSample) throws {
    let twins = try #require(try CoreTwins(sample))
    let printed = try #require(twins.printed)
    for path in sample.cases {
      let first = try twins.outcomes(of: path, against: twins.program)
      let second = try twins.outcomes(of: path, against: printed)
      #expect(!first.isEmpty)
      expectNone(first == second ? [] : [lineDiff(from: first, to: second)], of: path)
    }
  }

  @Test(arguments: RulebookSample.some)
  func thePrintedCorePlaysRandomJournalsAlike(sample: RulebookSample) throws {
    let twins = try #require(try CoreTwins(sample))
    let printed = try #require(twins.printed)
    let journals = 20
    let play = TwinPlay(twins.program, printed, calendar: twins.calendar)
    expectNone([play.firstDifference(journals: journals)].compactMap(\.self), of: sample.name)
  }

  @Test func whatIsPrintedTwiceIsTheSame() throws {
    for sample in RulebookSample.some {
      let twins = try #require(try CoreTwins(sample))
      // What forms made stands under comments the first time, which spread over lines what else
      // would stand on one.
      let again = try #require(try compile(twins.text, like: sample).coreText)
      let third = try compile(again, like: sample)
      #expect(third.coreText == again)
    }
  }
}
