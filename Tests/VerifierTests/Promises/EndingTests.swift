import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// `ends: can`: wherever a case stands, there is a way to its end.
@Suite struct EndingTests {
  private static func program(_ states: String, _ more: String = "") throws -> Program {
    try compiled(
      """
      rulebook: t
      facts:
        ready: boolean
        amount: {type: money, min: 0}
        sealed: {type: boolean, fixed: true}
      variables: {tries: {start: 0}}
      events: {go: {}, close: {}, stop: {}, again: {}}
      \(more)
      workflow:
        states:
      \(states.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
          done: {type: final}
      invariants:
        it: {ends: can}
      """)
  }

  @Test(arguments: [
    "a: {on: {go: done}}",
    // Facts may be stated so that the guard holds.
    "a: {on: {go: {when: ready and amount > 50, to: done}}}",
    // By way of another state.
    "a: {on: {go: {when: not(ready), to: b}}}\nb: {on: {close: {when: ready, to: done}}}",
    // Time alone.
    "a: {after: {3 workdays: done}}",
    "a: {after: {3 workdays: b}}\nb: {on: {close: done}}",
    // What is counted does not keep it from ending.
    """
    a:
      on:
        again: {when: tries < 3, to: a, do: [{set: {tries: tries + 1}}]}
        close: done
    """,
    // Whatever is counted there is a way.
    """
    a:
      on:
        again: {when: tries < 2, to: a, do: [{set: {tries: tries + 1}}]}
        close: {when: tries = 2, to: done}
    """,
    // A circle that one may leave.
    "a: {on: {go: b}}\nb: {on: {again: a, close: done}}",
    // Something nested, which is drawn as one.
    """
    a:
      on: {stop: done}
      states:
        x: {on: {go: y}}
        y: {on: {again: x}}
    """,
  ])
  func whereThereIsAlwaysAWayItIsProved(_ states: String) throws {
    let program = try Self.program(states)
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .proved = proof else {
      Issue.record("\(proof)")
      return
    }
  }

  @Test(arguments: [
    "a: {on: {go: b}}\nb: {}",
    "a: {on: {go: b, close: done}}\nb: {on: {again: c}}\nc: {on: {again: b}}",
    // Once counted too far there is no way any more.
    """
    a:
      on:
        again: {when: tries < 4, to: a, do: [{set: {tries: tries + 1}}]}
        close: {when: tries < 2, to: done}
    """,
    // The inner state keeps the event to itself.
    """
    a:
      on: {stop: done}
      states:
        x: {on: {go: y}}
        y: {on: {stop: x2}}
        x2: {on: {stop: y}}
    """,
  ])
  func aTrapIsShownByACaseThatStandsInIt(_ states: String) throws {
    let program = try Self.program(states)
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .refuted(let file) = proof else {
      Issue.record("\(proof)")
      return
    }
    let replay = Interpreter(program: program, calendar: .china).replay(file)
    #expect(replay.steps.allSatisfy { $0.result.refusal == nil })
    let last = try #require(replay.steps.last?.result.state)
    #expect(!last.isFinished)
    #expect(try !EndingExploration(program).canEnd(last))
  }

  @Test(arguments: [
    // What stays once stated may have been stated otherwise.
    "a: {on: {go: {when: sealed, to: done}}}",
    // Nobody may be admitted, as far as is known.
    "a: {on: {go: {when: tries > 0 and ready, to: done}}}",
  ])
  func whatIsNotSureIsNotProved(_ states: String) throws {
    let program = try Self.program(states)
    if case .proved = prove(program.invariants[0], of: program, .china) {
      Issue.record("\(states) is proved")
    }
  }

  @Test func anEventThatNobodyMayFireIsNoWayOut() throws {
    let program = try compiled(
      """
      rulebook: t
      roles: {clerk: {when: n > 5}}
      variables: {n: {start: 0}}
      events: {close: {by: [clerk]}}
      workflow:
        states:
          a: {on: {close: done}}
          done: {type: final}
      invariants: {it: {ends: can}}
      """)
    if case .proved = prove(program.invariants[0], of: program, .china) {
      Issue.record("nobody may close it, and it is said that it can end")
    }
  }

  @Test(arguments: 0..<6)
  func randomMachinesAreJudgedAsPlainExplorationDoes(_ part: Int) throws {
    var counts = (proved: 0, refuted: 0, undecided: 0)
    for seed in 0..<40 {
      var random = SeededRandom(seed: 7_000 + part * 100 + seed)
      let text = RandomEnding.rulebook(&random)
      let program = try compiled(text)
      guard let isTrap = try EndingExploration(program).hasTrap() else { continue }
      switch prove(program.invariants[0], of: program, .china) {
      case .proved:
        counts.proved += 1
        #expect(!isTrap, "seed \(part) \(seed) is proved and has a trap\n\(text)")
      case .refuted(let file):
        counts.refuted += 1
        #expect(isTrap, "seed \(part) \(seed) is refuted and can always end\n\(text)")
        let replay = Interpreter(program: program, calendar: .china).replay(file)
        let last = try #require(replay.steps.last?.result)
        #expect(last.refusal == nil)
        #expect(try !EndingExploration(program).canEnd(last.state))
      case .notDecided: counts.undecided += 1
      }
    }
    #expect(counts.proved > 3 && counts.refuted > 3, "\(counts)")
    #expect(counts.undecided < 12, "\(counts)")
  }
}

/// A small workflow with nested states, of which some have no way out.
private enum RandomEnding {
  static func rulebook(_ random: inout SeededRandom) -> String {
    let names = ["a", "b", "c", "x", "y"]
    var lines = [
      "rulebook: random", "facts: {p: boolean, q: boolean}", "variables: {n: {start: 0}}",
      "events: {e: {}, f: {}}", "workflow:",
    ]
    if random.chance(3) {
      let target = random.pick(["c", "done"])
      lines.append("  always: [{when: not(in(c)) and p and q, to: \(target), first: true}]")
    }
    lines.append("  states:")
    for name in ["a", "b", "c"] {
      lines.append("    \(name):")
      if random.chance(4) { lines.append("      entry: [{set: {n: \(random.pick([0, 1, 2]))}}]") }
      lines.append("      on:")
      for event in ["e", "f"] where event == "e" || random.chance(2) {
        lines.append("        \(event): \(transition(names + ["done"], &random))")
      }
      guard name == "b" else { continue }
      lines.append("      states:")
      for inner in ["x", "y"] {
        lines.append("        \(inner):")
        let event = random.pick(["e", "f"])
        lines.append("          on: {\(event): \(transition(names + ["done"], &random))}")
      }
    }
    return (lines + ["    done: {type: final}", "invariants: {it: {ends: can}}"])
      .joined(separator: "\n") + "\n"
  }

  private static func transition(_ targets: [String], _ random: inout SeededRandom) -> String {
    var parts = ["to: \(random.pick(targets))"]
    if random.chance(2) {
      let guards = ["p", "not(q)", "p and not(q)", "n = 1", "n < 2 and p", "is known(p) and q"]
      parts.append("when: \"\(random.pick(guards))\"")
    }
    if random.chance(3) { parts.append("do: [{set: {n: \(random.pick([0, 1, 2]))}}]") }
    return "{\(parts.joined(separator: ", "))}"
  }
}
