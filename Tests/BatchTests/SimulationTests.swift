import Batch
import Engine
import Model
import SourceText
import Synchronization
import TestSupport
import Testing

/// Made-up cases.
@Suite struct SimulationTests {
  private func profile(_ change: (inout SimulationProfile) -> Void = { _ in }) throws
    -> SimulationProfile
  {
    var profile = SimulationProfile(
      first: try #require(CalendarDate(year: 2026, month: 1, day: 1)),
      last: try #require(CalendarDate(year: 2026, month: 12, day: 31)))
    change(&profile)
    return profile
  }

  private func cases(
    _ interpreter: Interpreter, _ profile: SimulationProfile, seed: Int = 1, count: Int
  ) -> (lines: [String], load: PlanningLoad) {
    var lines: [String] = []
    let load = SimulationRun(interpreter, profile, seed: seed).run(count: count) {
      lines.append(String($0.dropLast()))
    }
    return (lines, load)
  }

  /// No line is faulty, no entry refused: for every kind of rulebook, what is made up is valid.
  @Test(arguments: [Rulebooks.everything, Rulebooks.village])
  func whatIsMadeUpIsValid(rulebook: String) async throws {
    let interpreter = try interpreter(rulebook)
    let (lines, load) = cases(interpreter, try profile(), count: 300)
    let play = try await BatchPlay(BatchRun(interpreter), lines)
    #expect(play.tally.caseCount == 300)
    #expect(play.tally.failedCount == 0)
    #expect(play.tally.refusedCount == 0)
    #expect(load.caseCount == 300)
    // They go many ways, and some come to their end.
    #expect(Set(play.tally.stateCounts.map(\.name)).count > 1)
    #expect(load.finishedCount > 0)
  }

  @Test func theSameSeedMakesTheSameCases() throws {
    let interpreter = try interpreter(Rulebooks.everything)
    let one = cases(interpreter, try profile(), seed: 5, count: 40).lines
    #expect(cases(interpreter, try profile(), seed: 5, count: 40).lines == one)
    #expect(cases(interpreter, try profile(), seed: 6, count: 40).lines != one)
    // A case does not depend on how many are made.
    #expect(Array(cases(interpreter, try profile(), seed: 5, count: 80).lines.prefix(40)) == one)
  }

  @Test func answersFollowTheirWeights() async throws {
    let interpreter = try interpreter(Rulebooks.village)
    let profile = try profile {
      $0.answers["类型"] = .weights([
        .init("婚姻", .init(reported: 3000, stress: 0)),
        .init("合同", .init(reported: 1000, stress: 1)),
      ])
      $0.answers["violent"] = .weights([.init("false", .init(reported: 1, stress: 1))])
    }
    let (lines, load) = cases(interpreter, profile, count: 800)
    func count(_ word: String) -> Int { lines.count { $0.contains("\"类型\":\"\(word)\"") } }
    #expect((540...660).contains(count("婚姻")))
    #expect((140...260).contains(count("合同")))
    #expect(count("邻里") == 0)
    #expect(lines.allSatisfy { !$0.contains("\"violent\":true") })
    #expect(load.places.map(\.name) == ["open", "talks"])
    #expect(load.places[0].arrivals == 800)
    // Every case leaves after one pause of 1 to 72 hours, short ones as often as long ones.
    #expect(load.places[0].left == 800)
    #expect((4...12).contains(load.places[0].meanStay))
    var stress = profile
    stress.setting = .stress
    #expect(cases(interpreter, stress, count: 50).lines.allSatisfy { !$0.contains("婚姻") })
  }

  @Test func queuesAreCountedByWorkdays() throws {
    let interpreter = try interpreter(Rulebooks.village)
    let load = cases(interpreter, try profile(), count: 500).load
    let enough = load.queue(at: 0, capacity: 500)
    #expect(enough.longest == 0)
    #expect(enough.meanWait == 0)
    let few = load.queue(at: 0, capacity: 1)
    // About 250 workdays: half of the cases wait at the end.
    #expect((200...300).contains(few.atEnd))
    #expect(few.longest >= few.atEnd)
    #expect(few.meanWait > 100)
  }
}
