import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing

/// A case is the fold of its journal: the same journal gives the same case byte for byte, and it
/// may be put away and taken up again anywhere.
@Suite struct DeterminismTests {
  /// Some of everything that a case can hold.
  private static let rulebook = """
    types: {grade: {ordered: [low, middle, high]}}
    facts:
      x: boolean
      n: {type: integer, min: 0, max: 20}
      d: {type: date, optional: true}
      how: grade
    variables: {count: {start: 0}, seen: {type: grade, start: low}}
    events: {go: {}, back: {}, stop: {}, pay: {with: {amount: money}}, answer: {}, end_it: {}}
    decisions:
      size:
        hit: first
        inputs: [n, how]
        outputs: {size: [small, large], steps: integer}
        rules:
          - {id: few, when: {n: "< 5"}, then: {size: small, steps: 1}}
          - {id: bad, when: {how: high}, then: {size: large, steps: n}}
        otherwise: {size: large, steps: 2}
    periods:
      limit: {from: d, length: 5 workdays, extend: {when: x, until: d}, paused_in: [pause]}
    workflow:
      initial: home
      states:
        home:
          on: {go: work, end_it: {when: count > 3, to: over}}
        work:
          on: {stop: pause, expired.limit: home, otherwise: {do: [{set: {count: count + 1}}]}}
          parallel:
            talk:
              states:
                apart: {after: {2 hours: joint}, on: {go: {when: x, to: joint}}}
                joint:
                  entry: [{decide: size}, {send: {event: nudge, after: 1 day, id: n, with: {k: count}}}]
                  on: {nudge: {do: [{set: {count: event.k + 1}}]}, back: {to: apart, do: [{cancel: n}]}}
                last: {type: history, to: apart}
            file:
              states:
                open:
                  entry: [{task: {id: ask, within: 1 workday, done_by: answer}}]
                  on: {overdue.ask: late, pay: {when: event.amount > 5, to: paid}}
                late: {always: {when: size.size = large, to: paid}, on: {answer: open}}
                paid: {on: {back: open}}
            memory: {states: {one: {on: {go: two}}, two: {on: {go: one}}}}
        pause: {on: {go: work.talk.last, back: home}, after: {3 days: home}}
        over: {type: final}
    """

  /// Entries at random: events with and without facts, a few minutes to a few days apart.
  private static func journal(_ played: Played, seed: Int) throws -> [Entry] {
    var choices = RandomChoices(seed: seed)
    var minutes = 0
    return try (0..<14).map { _ in
      minutes += choices.pick(among: [0, 0, 30, 200, 1500, 5000])
      let moment =
        "2026-05-\(two(6 + minutes / 1440))T\(two(minutes / 60 % 24)):\(two(minutes % 60))"
      let event = choices.pick(among: [
        "event: go", "event: go", "event: back", "event: stop", "event: answer", "event: end_it",
        "event: pay, with: {amount: \(choices.pick(12))}", "",
      ])
      let fact = choices.pick(among: [
        "", "", "x: \(choices.pick(2) == 0)", "n: \(choices.pick(21))", "x: unknown",
        "d: 2026-05-\(two(1 + choices.pick(28)))", "d: null",
        "how: \(choices.pick(among: ["low", "middle", "high", "unknown"]))",
      ])
      let parts = [
        choices.pick(3) > 0 ? "at: \(moment)" : "", event, fact.isEmpty ? "" : "set: {\(fact)}",
      ].filter { !$0.isEmpty }
      return try played.entry(parts.isEmpty ? "at: \(moment)" : parts.joined(separator: ", "))
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func bytes(_ state: CaseState) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(state)
  }

  @Test(arguments: 0..<6)
  func aCaseMayBePutAwayAndTakenUpAgainAnywhere(batch: Int) throws {
    let played = try Played(Self.rulebook)
    let account = Account(played.program)
    var taken = 0
    for round in 0..<5 {
      let journal = try Self.journal(played, seed: 100 * batch + round)
      var states = [played.state]
      var stories: [String] = []
      for entry in journal {
        let result = played.interpreter.step(states[states.count - 1], entry)
        states.append(result.state)
        stories.append(account.line(of: result))
        taken += result.refusal == nil ? 1 : 0
      }
      for cut in journal.indices {
        var state = try JSONDecoder().decode(CaseState.self, from: Self.bytes(states[cut]))
        #expect(state == states[cut])
        for (place, entry) in journal.enumerated().dropFirst(cut) {
          let result = played.interpreter.step(state, entry)
          state = result.state
          #expect(account.line(of: result) == stories[place])
        }
        #expect(try Self.bytes(state) == Self.bytes(states[journal.count]))
      }
    }
    // The journals are worth something: most entries are taken.
    #expect(taken > 30)
  }

  @Test func aRefusedEntryMayBeLeftOutOfTheJournal() throws {
    let played = try Played(Self.rulebook)
    for seed in 0..<30 {
      var whole = played.state
      var without = played.state
      // Without times: the timers that fire before a refused entry stay fired.
      for var entry in try Self.journal(played, seed: seed) {
        entry.at = nil
        let result = played.interpreter.step(whole, entry)
        whole = result.state
        if result.refusal == nil { without = played.interpreter.step(without, entry).state }
      }
      #expect(try Self.bytes(whole) == Self.bytes(without))
    }
  }

  @Test func compilingAgainChangesNothing() throws {
    for seed in 0..<5 {
      let ends = try (0..<2).map { _ in
        let played = try Played(Self.rulebook)
        let file = CaseFile(
          id: "c", opened: DateTime(literal: "2026-05-06T09:00+08:00"), facts: [],
          journal: try Self.journal(played, seed: seed), expectation: nil, span: .nowhere)
        return try Self.bytes(played.interpreter.replay(file).state)
      }
      #expect(ends[0] == ends[1])
    }
  }

  @Test(arguments: 0..<4)
  func randomMachinesMayBeTakenUpAgainToo(batch: Int) throws {
    for seed in (batch * 1000)..<(batch * 1000 + 40) {
      var choices = RandomChoices(seed: seed)
      let recipe = MachineRecipe(
        stateCount: 2 + choices.pick(10), arcCount: 1 + choices.pick(12),
        descriptors: ["e", "f", "e.g", "*", "", "r", "s", "done.state"], hasContent: true)
      guard let machine = recipe.machine(&choices) else { continue }
      let translated = MachineProgram(machine)
      let interpreter = Interpreter(program: translated.program, calendar: .china)
      var state = interpreter.open([], at: nil).state
      var again = state
      for _ in 0..<10 {
        let event = translated.event(choices.pick(among: MachineProgram.external))
        let entry = Entry(
          at: nil, event: event, payload: [.number(Number(choices.pick(3)))], by: nil, facts: [],
          expectation: nil, span: nil)
        state = interpreter.step(state, entry).state
        again = try JSONDecoder().decode(CaseState.self, from: Self.bytes(again))
        again = interpreter.step(again, entry).state
        #expect(try Self.bytes(again) == Self.bytes(state))
      }
    }
  }
}
