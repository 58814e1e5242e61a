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
    // Every case leaves after one pause of 1 to 72 hours, short ones as often as long ones, and
    // the night or the days off in which it ends.
    #expect(load.places[0].left == 800)
    #expect((10...20).contains(load.places[0].meanStay))
    var stress = profile
    stress.setting = .stress
    #expect(cases(interpreter, stress, count: 50).lines.allSatisfy { !$0.contains("婚姻") })
  }

  /// Whoever has spoken is not asked again: no case is left with refusals alone.
  @Test func everyPartySpeaksOnce() async throws {
    let interpreter = try interpreter(Rulebooks.consent)
    let rare = SimulationProfile.Weight(reported: 50, stress: 50)
    let profile = try profile {
      for event in ["mediate.refused", "mediate.withdrawn", "leave"] { $0.events[event] = rare }
    }
    let (lines, load) = cases(interpreter, profile, count: 400)
    let play = try await BatchPlay(BatchRun(interpreter), lines)
    #expect(play.tally.refusedCount == 0)
    #expect(load.finishedCount == 400)
    #expect(play.tally.stateCounts.contains { $0.name == "closed" && $0.count >= 395 })
    let twice = lines.filter { $0.split(separator: "mediate.agreed").count != 3 }
    #expect(twice.count <= 5)
  }

  @Test func aProfileSaysWhatPartiesAreLike() throws {
    let profile = try profile {
      for side in ["first", "second"] {
        $0.answers["\(side).age"] = .between(18, 30)
        $0.answers["\(side).needs_help"] = .weights([.init("true", .init(reported: 1, stress: 1))])
      }
    }
    let lines = cases(try interpreter(Rulebooks.consent), profile, count: 200).lines
    let ages = lines.flatMap { line in
      line.matches(of: /"age":(\d+)/).compactMap { Int($0.output.1) }
    }
    #expect(ages.count == 400)
    #expect(ages.allSatisfy { (18...30).contains($0) })
    #expect(Set(ages).count == 13)
    #expect(lines.allSatisfy { !$0.contains("\"needs_help\":false") })
  }

  /// What people do falls on workdays from half past eight to five; terms run out when they do.
  @Test(arguments: [Rulebooks.everything, Rulebooks.consent])
  func peopleActInOfficeHours(rulebook: String) throws {
    let interpreter = try interpreter(rulebook)
    let lines = cases(interpreter, try profile(), count: 200).lines
    let entry = /"at":"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)[^"]*","event"/
    var count = 0
    for match in lines.flatMap({ $0.matches(of: entry) }) {
      let day = try #require(CalendarDate(literal: String(match.output.1)))
      let hour = try #require(Int(match.output.2))
      let minute = try #require(Int(match.output.3))
      #expect(interpreter.calendar.isWorkday(day))
      #expect((510..<1020).contains(hour * 60 + minute))
      count += 1
    }
    #expect(count > 300)
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
