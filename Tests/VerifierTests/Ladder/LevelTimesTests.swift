import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// How long a case may be at the levels of a ladder: the time that is told is the longest that any
/// case takes which is played, and a case takes it.
@Suite struct LevelTimesTests {
  @Test(arguments: 0..<4)
  func noCaseTakesLongerThanToldAndOneTakesAsLong(_ part: Int) throws {
    for seed in 0..<4 {
      var random = SeededRandom(seed: 4_100 + part * 100 + seed)
      let text = RandomLadder.rulebook(&random)
      let program = try compiled(text)
      let ladder = try #require(Ladder.all(in: program).first)
      guard
        case .bounded(let told) = LevelTimes(ladder, .china).longest(from: ladder.levels[0])
      else {
        Issue.record("no time is told\n\(text)")
        continue
      }
      let played = LadderPlay(ladder)
      for start in try Self.starts + [told.start] {
        let days = try played.longest(from: start)
        #expect(days <= told.days(in: .china), "seed \(part) \(seed), from \(start)\n\(text)")
      }
      #expect(
        try played.longest(from: told.start) == told.days(in: .china),
        "seed \(part) \(seed): nobody takes so long\n\(text)")
      // Whom to ask is known of cases that were asked before they began, as shipped ones are.
      if !program.mediation.consents.isEmpty { continue }
      let found = LongestCase(ladder, .china).caseFile(told)
      let file = try #require(found, "no case\n\(text)")
      let last = try #require(
        Interpreter(program: program, calendar: .china).replay(file).steps.last)
      #expect(last.result.state.clock == told.end)
    }
  }

  /// First and last moments of days before, in and after holidays.
  private static var starts: [DateTime] {
    get throws {
      let days = [(2026, 1, 5), (2026, 2, 12), (2026, 9, 24)]
      return try days.flatMap { year, month, day in
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        let first = try #require(DateTime(startOf: date, offset: .china))
        let last = try #require(first.adding(DayTimeDuration(milliseconds: 86_399_000)))
        return [first, last]
      }
    }
  }

  /// A level without a clock, and one at which the case stays when its clock has run out.
  @Test func aLevelWithoutAnEndIsNamed() throws {
    for (text, expected) in [("within: 2 days", "on: up"), ("", "overdue, on: up")] {
      let within = text.isEmpty ? "" : ", \(text)"
      let program = try compiled(
        RandomLadder.rulebook(
          levels: ["{id: a, within: 1 day}", "{id: b\(within)}"], escalate: expected, asks: false))
      let ladder = try #require(Ladder.all(in: program).first)
      let times = LevelTimes(ladder, .china)
      let level = text.isEmpty ? ladder.levels[1] : ladder.levels[0]
      #expect(
        times.longest(from: ladder.levels[0])
          == .unbounded(text.isEmpty ? .noClock(level) : .staysPut(level)))
    }
  }

  /// Every move up of every shipped ladder leads up and keeps the file whole.
  @Test(arguments: ShippedLadders.places)
  func everyMoveUpLeadsUpAndKeepsTheFileWhole(_ place: String) throws {
    let program = try ShippedLadders.program(place)
    let ladder = try #require(Ladder.all(in: program).first)
    let look = LadderLook(ladder)
    #expect(look.faults.isEmpty)
    #expect(look.moves >= ladder.levels.count - 1)
    for level in ladder.levels {
      guard case .bounded = LevelTimes(ladder, .china).longest(from: level) else {
        Issue.record("\(place): \(program.chart?.states[level].name ?? "") has no longest time")
        continue
      }
    }
  }

  /// A move that leads down, or sets what the file holds, is told.
  @Test func aMoveThatLosesSomethingIsFound() throws {
    var program = try ShippedLadders.program("xinyi")
    let ladder = try #require(Ladder.all(in: program).first)
    let move = try #require(ladder.moves.first)
    var chart = try #require(program.chart)
    let span = chart.transitions[move.transition].span
    let unknown = Expression(.constant(.null), type: .null, span: span)
    chart.transitions[move.transition].actions.append(
      Action(
        .set([.init(target: .fact(ID(0)), value: unknown)]), basis: [], span: span))
    program.chart = chart
    let look = LadderLook(try #require(Ladder.all(in: program).first))
    #expect(look.faults.map(\.kind) == [.loses])
  }

  /// The longest way of a shipped ladder is played to its last moment.
  @Test func theLongestWayOfAShippedLadderIsPlayed() throws {
    let program = try ShippedLadders.program("xinyi")
    let ladder = try #require(Ladder.all(in: program).first)
    guard case .bounded(let told) = LevelTimes(ladder, .china).longest(from: ladder.levels[0])
    else {
      Issue.record("no time is told")
      return
    }
    #expect(told.stays.map(\.term.description) == ["3 workdays", "8 workdays"])
    let file = try #require(LongestCase(ladder, .china).caseFile(told))
    let replay = Interpreter(program: program, calendar: .china).replay(file)
    #expect(replay.steps.allSatisfy { $0.result.refusal == nil })
    #expect(replay.state.clock == told.end)
    #expect(!replay.state.configuration.contains(where: ladder.levels.contains))
  }
}

/// Rulebooks in the repository that have a ladder.
private enum ShippedLadders {
  static let places = {
    let paths = (try? Repository.files()) ?? []
    return paths.filter { $0.hasPrefix("Rules/") && $0.hasSuffix("/ladder.yaml") }
      .map { $0.split(separator: "/")[1] }.map(String.init)
  }()

  static func program(_ place: String) throws -> Program {
    let compilation = try RulebookCompiler(
      reading: ShippedFiles(changed: [:]), templateFolders: ["Templates"]
    ).compile(path: "Rules/\(place)/rulebook.yaml")
    return try #require(compilation.program)
  }
}
