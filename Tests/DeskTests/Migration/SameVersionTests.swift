import Compiler
import Desk
import Engine
import Foundation
import Model
import Runtime
import SourceText
import TestSupport
import Testing

/// A rulebook that differs in its title alone changes nothing of a case.
@Suite struct SameVersionTests {
  private func titled(_ program: Program) -> Program {
    var next = program
    next.title = Bilingual("another title")
    return next
  }

  private func expectSame(_ state: CaseState, _ interpreter: Interpreter, _ place: String) {
    let migrated = MigratedCase(
      state, from: interpreter.program, to: titled(interpreter.program), by: Migrations.keeping,
      calendar: interpreter.calendar, at: state.clock)
    #expect(migrated.obstacles == [], "\(place)")
    #expect(migrated.result?.state == state, "\(place)")
    #expect(migrated.result?.effects == [], "\(place)")
  }

  @Test(arguments: ShippedCases.all)
  func noSituationOfAShippedCaseChanges(shipped: ShippedCases) throws {
    let (interpreter, states) = try shipped.played()
    for (place, state) in states.enumerated() where !state.isFinished {
      expectSame(state, interpreter, "\(shipped.path) \(place)")
    }
  }

  @Test(arguments: 0..<60)
  func noRandomCaseChanges(seed: Int) throws {
    let program = try Bench.compile(Migrations.rulebook).program
    let calendar = WorkCalendar.china
    let interpreter = Interpreter(program: program, calendar: calendar)
    var random = SeededRandom(seed: seed)
    var clock = try #require(DateTime(literal: "2026-05-06T09:00", defaultOffset: .china))
    var state = interpreter.open([], at: clock).state
    for step in 0..<14 where !state.isFinished {
      clock = try #require(
        DateTime(
          milliseconds: clock.milliseconds + Int64.random(in: 0...2, using: &random) * 86_400_000))
      state = interpreter.step(state, entry(at: clock, program, &random)).state
      guard !state.isFinished else { break }
      expectSame(state, interpreter, "seed \(seed), step \(step)")
    }
  }

  private func entry(
    at moment: DateTime, _ program: Program, _ random: inout SeededRandom
  ) -> Entry {
    let external = program.events.ids.filter { program.events[$0].origin == .external }
    let values: [String: [Value?]] = [
      "金额": [.number(300), .number(9000), nil], "纠纷": [.word(ID(0), 0), .word(ID(0), 2), nil],
      "受理日": [CalendarDate(literal: "2026-05-06"), CalendarDate(literal: "2026-04-01")]
        .map { $0.map(Value.date) },
      "经过": [.text("一"), nil],
    ]
    var facts: [StatedFact] = []
    for id in program.facts.ids {
      guard random.chance(2), let choices = values[program.facts[id].name] else { continue }
      facts.append(StatedFact(fact: id, value: random.pick(choices), span: nil))
    }
    return Entry(
      at: moment, event: random.chance(3) ? nil : random.pick(external), payload: [], by: nil,
      facts: facts, expectation: nil, span: nil)
  }
}
