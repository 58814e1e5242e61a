import Compiler
import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Periods, tasks and what is sent ahead bound waits where they surely run, and only there.
@Suite struct CaseClockTests {
  private static func program(_ promise: String) throws -> Program {
    try compiled(
      """
      rulebook: t
      facts: {p: boolean, said: date, later: date, note: text}
      variables:
        begun: {type: date or null, start: "null"}
        since: {type: date-time or null, start: "null"}
        kept: {type: date or null, start: "null"}
      events:
        e: {}
        f: {}
        done: {}
        back: {}
        go: {}
        ask: {}
        more: {}
        through: {}
      periods:
        legal: {from: begun, length: 10 days, paused_in: [halt]}
        hours: {from: since, length: 30 hours}
        stated: {from: said, length: 10 days}
        longer: {from: kept, length: 5 days, extend: {until: later}}
        gated: {from: if in(gate) and p then begun else null, length: 3 workdays}
      workflow:
        states:
          a:
            on:
              e: {to: b, do: [{set: {begun: today()}}]}
              f: {to: sent, do: [{send: {event: ping, after: 3 days, id: x}}]}
              done: {to: given, do: [{task: {id: job, within: 4 workdays, done_by: done}}]}
              go: {to: timed, do: [{set: {since: now()}}]}
              ask: stated_wait
              more: {to: longer_wait, do: [{set: {kept: today()}}]}
              through: {to: gate, do: [{set: {begun: today()}}]}
          b:
            on: {expired.legal: c, f: halt, more: b2}
          b2:
            on: {expired.legal: c, back: b}
          halt: {on: {back: b}, after: {4 days: b}}
          sent: {on: {ping: c, f: sent2, back: {to: unsent, do: [{cancel: x}]}}}
          sent2: {on: {ping: c, back: sent}}
          unsent: {on: {ping: c, e: c}}
          given: {on: {overdue.job: c, f: {when: p, to: given}}}
          timed: {on: {expired.hours: c, f: timed}}
          stated_wait: {on: {expired.stated: c}}
          longer_wait: {on: {expired.longer: c}}
          gate: {on: {expired.gated: c, f: gate}}
          c: {type: final}
      invariants:
        it: \(promise)
      """)
  }

  @Test(arguments: [
    // Back and forth, the period runs on.
    "{after: e, always: [c, halt], within: 10 days}",
    // Each way is bounded where the pausing state is, and what is left of it is no more.
    "{from: halt, to: [b], within: 4 days}",
    "{from: sent, to: [c, unsent], within: 3 days}",
    "{after: go, always: c, within: 30 hours}",
    // While the promise is for the case, the start is known.
    "{from: gate, to: c, within: 3 workdays, when: p}",
    "{from: longer_wait, to: c, within: 5 days, when: not(is known(later))}",
  ])
  func whatClocksOfTheCaseKeepIsProved(_ promise: String) throws {
    let program = try Self.program(promise)
    guard case .proved = prove(program.invariants[0], of: program, .china) else {
      Issue.record("\(promise): \(prove(program.invariants[0], of: program, .china))")
      return
    }
  }

  @Test(arguments: [
    "{after: e, always: [c, halt], within: 9 days}",
    // Put aside again and again.
    "{after: e, always: c, within: 30 days}",
    "{from: sent, to: c, within: 30 days}",
    "{from: sent, to: [c, unsent], within: 2 days}",
    // Once the task is done, nothing is overdue.
    "{from: given, to: c, within: 4 workdays}",
    "{after: go, always: c, within: 29 hours}",
    "{from: stated_wait, to: c, within: 20 days}",
    "{from: longer_wait, to: c, within: 5 days}",
    "{from: gate, to: c, within: 3 workdays}",
    "{from: gate, to: c, within: 1 workday, when: p}",
  ])
  func whatMayTakeLongerIsNotProved(_ promise: String) throws {
    let program = try Self.program(promise)
    switch prove(program.invariants[0], of: program, .china) {
    case .proved: Issue.record("\(promise) is proved")
    case .refuted(let file):
      #expect(try WaitingReplay(program).waitsTooLong(file), "\(promise): \(file.journal)")
    case .notDecided: break
    }
  }

  /// What keeps a clock from being sure, by the promise that hangs on it.
  @Test(arguments: [
    ("{from: stated_wait, to: c, within: 20 days, when: BARRED}", UnsureClock.Cause.startStated),
    ("{from: longer_wait, to: c, within: 5 days, when: BARRED}", .extended),
    ("{from: [sent, unsent], to: c, within: 3 days, when: BARRED}", .cancelled),
  ])
  func whatIsNotSureIsNamed(_ promise: String, _ cause: UnsureClock.Cause) throws {
    // No text is that short, which only a case shows.
    let barred = promise.replacing("BARRED", with: "string length(note) < 0")
    let program = try Self.program(barred)
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .notDecided(.mayWait(_, let unsure)) = proof else {
      Issue.record("\(promise): \(proof)")
      return
    }
    #expect(unsure.flatMap(\.causes) == [cause])
  }

  /// The timer of a state may have run out, and been let pass, before the wait began.
  @Test func aClockThatWasLetPassBeforeBoundsNothing() throws {
    let program = try compiled(
      """
      rulebook: t
      events: {e: {}, f: {}}
      workflow:
        states:
          s:
            after: {2 days: {when: in(v), to: c}}
            states:
              u: {on: {e: v}}
              v: {on: {f: v2}}
              v2: {}
          c: {type: final}
      invariants:
        it: {from: v, to: [c, v2], within: 2 days}
      """)
    guard case .refuted(let file) = prove(program.invariants[0], of: program, .china) else {
      Issue.record("\(prove(program.invariants[0], of: program, .china))")
      return
    }
    #expect(try WaitingReplay(program).waitsTooLong(file))
  }

  @Test func theLongestWayNamesClocksOfTheCase() throws {
    let program = try Self.program("{after: e, always: [c, halt], within: 10 days}")
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .proved(_, let longest?) = proof else {
      Issue.record("\(proof)")
      return
    }
    let legal = try #require(program.periods.ids.first { program.periods[$0].name == "legal" })
    #expect(longest.stays.map(\.clock) == [.period(legal)])
  }

  /// With `ORACLE=1` in the environment there are hundreds of them.
  private static let parts = ProcessInfo.processInfo.environment["ORACLE"] == "1" ? 60 : 6

  @Test(arguments: 0..<parts)
  func randomMachinesWithClocksAreJudgedAsPlayingThemDoes(_ part: Int) throws {
    var counts = JudgedWaits()
    for seed in 0..<20 {
      var random = SeededRandom(seed: 77_000 + part * 100 + seed)
      try counts.judge(RandomClocks.rulebook(&random), seed: "\(part) \(seed)")
    }
    #expect(counts.proved > 1 && counts.refuted > 2, "\(counts)")
    #expect(counts.undecided < 8, "\(counts)")
  }
}

/// A small workflow with a period, a task and an event sent ahead.
private enum RandomClocks {
  private static let limits = ["3 days", "6 days", "4 workdays", "80 hours", "9 days", "12 days"]

  static func rulebook(_ random: inout SeededRandom) -> String {
    let term = { (random: inout SeededRandom) in
      random.pick(["1 day", "2 days", "2 workdays", "3 workdays", "20 hours", "50 hours"])
    }
    let paused = random.chance(2) ? ", paused_in: [\(random.pick(["a", "b", "c"]))]" : ""
    let from = random.pick(["begun", "begun", "since", "if in(b) then begun else null"])
    var lines = [
      "rulebook: random", "facts: {p: boolean}",
      "variables:",
      "  begun: {type: date or null, start: \"null\"}",
      "  since: {type: date-time or null, start: \"null\"}",
      "events: {e: {}, f: {}, d: {}}",
      "periods:",
      "  legal: {from: \(from), length: \(term(&random))\(paused)}",
      "workflow:",
    ]
    if random.chance(4) { lines.append("  on: {expired.legal: gone}") }
    lines.append("  states:")
    let sent = term(&random)
    let given = term(&random)
    let deeds = [
      "{set: {begun: today()}}", "{set: {since: now()}}", "{set: {begun: \"null\"}}",
      "{send: {event: ping, after: \(sent), id: x}}", "{cancel: x}",
      "{task: {id: job, title: job, within: \(given), done_by: d}}",
    ]
    for (place, name) in ["a", "b", "c"].enumerated() {
      lines.append("    \(name):")
      let later = Array(["a", "b", "c", "done"].dropFirst(place + 1))
      if random.chance(2) { lines.append("      entry: [\(random.pick(deeds))]") }
      var on: [String] = []
      for event in ["e", "f", "d", "ping", "expired.legal", "overdue.job"] {
        let isOfTime = !["e", "f", "d"].contains(event)
        guard random.chance(isOfTime ? 2 : 3) else { continue }
        let target = random.chance(8) ? "a" : random.pick(later)
        let deed = random.chance(3) ? ", do: [\(random.pick(deeds))]" : ""
        on.append("\(event): {to: \(target)\(deed)}")
      }
      if on.isEmpty { on.append("e: {to: gone}") }
      lines.append("      on: {\(on.joined(separator: ", "))}")
      if random.chance(3) {
        lines.append("      after: {\(term(&random)): \(random.pick(later))}")
      }
    }
    // What some state listens for is made somewhere.
    lines += [
      "    never:",
      "      entry: [\(deeds.joined(separator: ", "))]",
      "      on: {e: gone}",
      "    done: {type: final}", "    gone: {type: final}",
      "invariants:",
      "  it: {from: \(random.pick(["a", "b", "c"])), to: [done, gone], "
        + "within: \(random.pick(limits))}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
