import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Promises about time: proved where clocks keep them on every day, refuted by a case that waits.
@Suite struct WaitingTests {
  private static func program(_ promise: String) throws -> Program {
    try compiled(
      """
      rulebook: t
      facts: {small: boolean, p: boolean}
      events: {bring: {}, agree: {}, fail: {}, hold: {}, resume: {}, ask: {}, other: {}}
      workflow:
        states:
          intake: {on: {bring: talks, ask: asked, other: desk}}
          talks:
            on: {agree: settled, hold: shelf}
            states:
              village: {on: {fail: town}, after: {3 workdays: town}}
              town: {on: {fail: ended}, after: {4 workdays: ended}}
          shelf: {on: {resume: talks}, after: {2 days: intake}}
          asked:
            on: {ask: asked}
            after: {1 day: settled}
          desk:
            on: {fail: settled, bring: waiting}
            after:
              - {length: 2 days, to: settled, when: p}
              - {length: 5 days, to: settled}
          waiting: {on: {agree: settled}}
          settled: {type: final}
          ended: {type: final}
      invariants:
        it: \(promise)
      """)
  }

  /// A period may be agreed to end later, and its start may never be known.
  @Test func aPeriodThatIsNotSureIsNamed() throws {
    let program = try compiled(
      """
      rulebook: t
      facts: {begun: date, later: date, note: text}
      events: {e: {}}
      periods:
        legal: {from: begun, length: 10 days, extend: {until: later}}
      workflow:
        states:
          a: {on: {e: b}}
          b: {on: {e: c, expired.legal: c}}
          c: {type: final}
      invariants:
        # No text is that short, which only a case shows.
        it: {from: b, to: c, within: 20 days, when: string length(note) < 0}
      """)
    let legal = program.events.ids.filter { program.events[$0].name == "expired.legal" }
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .notDecided(.mayWait(_, let unsure)) = proof else {
      Issue.record("\(proof)")
      return
    }
    #expect(unsure.map(\.event) == legal)
    #expect(unsure.first?.causes == [.startStated, .extended])
  }

  /// What a clock brings about goes round for ever: the interpreter lets it pend.
  @Test func aClockThatBringsNoRestEndsNoWait() throws {
    let program = try compiled(
      """
      rulebook: t
      variables: {n: {start: 0}}
      events: {e: {}}
      workflow:
        states:
          a: {after: {2 days: b}}
          b:
            states:
              x: {always: {when: n = 0, to: y}}
              y: {always: {when: n = 0, to: x}}
      invariants:
        it: {from: a, to: b, within: 2 days}
      """)
    guard case .refuted = prove(program.invariants[0], of: program, .china) else {
      Issue.record("\(prove(program.invariants[0], of: program, .china))")
      return
    }
  }

  @Test(arguments: [
    "{from: talks, to: [settled, ended, shelf], within: 7 workdays}",
    "{from: talks, to: [settled, ended, shelf], within: 1 month}",
    "{after: bring, always: [settled, ended, shelf, waiting], within: 7 workdays}",
    "{from: town, to: [settled, ended, shelf], within: 4 workdays}",
    "{after: [town], always: [settled, ended, shelf], within: 4 workdays}",
    "{from: shelf, to: [intake, talks], within: 2 days}",
    // The guard of the shorter clock may fail, the longer one is sure.
    "{from: desk, to: [settled, waiting], within: 5 days}",
    // Where the condition ceases to hold the promise is no longer for the case.
    "{from: waiting, to: settled, within: 1 day, when: in(talks)}",
  ])
  func whatClocksKeepIsProved(_ promise: String) throws {
    let program = try Self.program(promise)
    guard case .proved = prove(program.invariants[0], of: program, .china) else {
      Issue.record("\(promise): \(prove(program.invariants[0], of: program, .china))")
      return
    }
  }

  @Test(arguments: [
    "{from: talks, to: [settled, ended, shelf], within: 6 workdays}",
    // Seven working days may be more than ten days, where holidays fall into them.
    "{from: talks, to: [settled, ended, shelf], within: 10 days}",
    // Put aside and taken up again, over and over.
    "{from: talks, to: [settled, ended], within: 30 workdays}",
    "{after: bring, always: [settled, ended], within: 7 workdays}",
    // Nothing bounds the wait.
    "{from: intake, to: [talks, asked, desk], within: 30 days}",
    "{from: waiting, to: settled, within: 1 year}",
    // Asking again begins the day anew.
    "{from: asked, to: settled, within: 2 days}",
    "{from: desk, to: [settled, waiting], within: 4 days}",
    "{from: waiting, to: settled, within: 3 days, when: small}",
  ])
  func whatMayTakeLongerIsRefutedByACaseThatWaits(_ promise: String) throws {
    let program = try Self.program(promise)
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .refuted(let file) = proof else {
      Issue.record("\(promise): \(proof)")
      return
    }
    #expect(try WaitingReplay(program).waitsTooLong(file), "\(file.journal)")
  }

  @Test func theLongestWayIsToldWithItsDays() throws {
    let program = try Self.program("{from: talks, to: [settled, ended, shelf], within: 7 workdays}")
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .proved(_, let longest?) = proof else {
      Issue.record("\(proof)")
      return
    }
    #expect(longest.stays.map(\.term.description) == ["3 workdays", "4 workdays"])
    #expect(longest.end <= longest.limit)
    // The Spring Festival of 2026 lies in it, or the days before it that are worked.
    #expect(longest.days(in: program.offset) == 18)
  }

  @Test(arguments: 0..<5)
  func randomMachinesAreJudgedAsPlayingThemDoes(_ part: Int) throws {
    var counts = JudgedWaits()
    for seed in 0..<16 {
      var random = SeededRandom(seed: 31_000 + part * 100 + seed)
      try counts.judge(RandomWaiting.rulebook(&random), seed: "\(part) \(seed)")
    }
    #expect(counts.proved > 2 && counts.refuted > 2, "\(counts)")
    #expect(counts.undecided < 5, "\(counts)")
  }
}

/// A small workflow whose states have clocks, one of them around others.
private enum RandomWaiting {
  static func rulebook(_ random: inout SeededRandom) -> String {
    var lines = [
      "rulebook: random", "facts: {p: boolean}", "events: {e: {}, f: {}}", "workflow:",
      "  states:",
    ]
    for (place, name) in ["a", "b", "c"].enumerated() {
      lines.append("    \(name):")
      // Mostly forward, so that some waits have an end.
      let later = Array(["a", "b", "x", "y", "c", "done"].dropFirst(place * 2 + 1))
      lines += body(later, &random, "      ")
      guard name == "b" else { continue }
      lines.append("      states:")
      lines.append("        x:")
      lines += body(["y", "c", "done"], &random, "          ")
      lines.append("        y:")
      lines += body(["c", "done"], &random, "          ")
    }
    let limit = random.pick(["2 days", "4 days", "3 workdays", "6 workdays", "40 hours", "12 days"])
    return
      (lines + [
        "    done: {type: final}", "    gone: {type: final}", "invariants:",
        "  it: {from: \(random.pick(["a", "b", "c"])), to: [done, gone], within: \(limit)}",
      ]).joined(separator: "\n") + "\n"
  }

  private static func body(
    _ later: [String], _ random: inout SeededRandom, _ indent: String
  ) -> [String] {
    var lines: [String] = []
    if random.chance(2) {
      let target = random.chance(6) ? "a" : random.pick(later)
      lines.append("on: {\(random.pick(["e", "f"])): \(target)}")
    }
    if !random.chance(6) {
      let term = random.pick(["1 day", "2 days", "1 workday", "2 workdays", "20 hours"])
      let condition = random.chance(6) ? ", when: p" : ""
      lines.append("after: [{length: \(term), to: \(random.pick(later))\(condition)}]")
    }
    if lines.isEmpty { lines.append("on: {e: gone}") }
    return lines.map { indent + $0 }
  }
}
