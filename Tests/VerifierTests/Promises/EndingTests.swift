import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// `ends: can`: wherever a case stands, there is a way to its end.
@Suite struct EndingTests {
  private func expectProved(_ program: Program) {
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .proved = proof else {
      Issue.record("\(proof)")
      return
    }
  }

  private static func program(_ states: String, _ more: String = "") throws -> Program {
    try compiled(
      """
      rulebook: t
      facts:
        ready: boolean
        amount: {type: money, min: 0}
        sealed: {type: boolean, fixed: true}
      variables: {tries: {start: 0}, told: {type: list of text, start: []}}
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
    try expectProved(Self.program(states))
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
    // Told once, counted up, put into a list: it comes to rest.
    """
    a: {on: {go: b}}
    b: {always: {when: tries < 2, do: [{set: {tries: tries + 1}}]}, on: {close: done}}
    """,
    """
    a: {on: {go: b}}
    b:
      always:
        when: not(list contains(told, "b"))
        do: [{set: {told: 'append(told, "b")'}}]
      on: {close: done}
    """,
    // Of two ways that exclude each other only one is taken.
    """
    a: {on: {go: b}}
    b: {always: {when: ready, to: c}}
    c: {always: {when: not(ready), to: b}, on: {close: done}}
    """,
  ])
  func whatComesToRestByItselfKeepsNobody(_ states: String) throws {
    try expectProved(Self.program(states))
  }

  @Test(arguments: [
    // The only way on goes round for ever, which the interpreter refuses.
    """
    a: {on: {go: b}}
    b: {always: {when: tries = 0, to: c}, on: {close: done}}
    c: {always: {when: tries = 0, to: b}}
    """,
    // So it does inside of what might be drawn as one, and when a clock brings the case there.
    """
    a: {on: {go: b}}
    b:
      on: {close: done}
      states:
        x: {always: {when: tries = 0, to: y}}
        y: {always: {when: tries = 0, to: x}}
    """,
    """
    a: {after: {3 workdays: b}}
    b:
      on: {close: done}
      states:
        x: {always: {when: tries = 0, to: y}}
        y: {always: {when: tries = 0, to: x}}
    """,
    // By an event that each raises.
    """
    a: {on: {go: b}}
    b: {on: {ping: c, close: done}, entry: [{raise: ping}]}
    c: {on: {ping: b}, entry: [{raise: ping}]}
    """,
  ])
  func aWayThatNeverComesToRestIsNone(_ states: String) throws {
    let program = try Self.program(states)
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .refuted(let file) = proof else {
      Issue.record("\(proof)")
      return
    }
    let interpreter = Interpreter(program: program, calendar: .china)
    let last = try #require(interpreter.replay(file).steps.last?.result.state)
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
    let counts = try judge((0..<40).map { 7_000 + part * 100 + $0 }, areRestless: false)
    #expect(counts.proved > 3 && counts.refuted > 3, "\(counts)")
    #expect(counts.undecided < 12, "\(counts)")
  }

  /// Some go round for ever by themselves.
  @Test(arguments: 0..<6)
  func restlessMachinesAreJudgedAsPlainExplorationDoes(_ part: Int) throws {
    let counts = try judge((0..<40).map { 8_000 + part * 100 + $0 }, areRestless: true)
    #expect(counts.proved > 1 && counts.refuted > 1, "\(counts)")
  }

  private func judge(
    _ seeds: [Int], areRestless: Bool
  ) throws -> (proved: Int, refuted: Int, undecided: Int) {
    var counts = (proved: 0, refuted: 0, undecided: 0)
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      let text = RandomEnding.rulebook(&random, isRestless: areRestless)
      let program = try compiled(text)
      guard let isTrap = try EndingExploration(program).hasTrap() else { continue }
      switch prove(program.invariants[0], of: program, .china) {
      case .proved:
        counts.proved += 1
        #expect(!isTrap, "seed \(seed) is proved and has a trap\n\(text)")
      case .refuted(let file):
        counts.refuted += 1
        #expect(isTrap, "seed \(seed) is refuted and can always end\n\(text)")
        let replay = Interpreter(program: program, calendar: .china).replay(file)
        let last = try #require(replay.steps.last?.result)
        #expect(last.refusal == nil)
        #expect(try !EndingExploration(program).canEnd(last.state))
      case .notDecided: counts.undecided += 1
      }
    }
    return counts
  }
}

/// A small workflow with nested states, of which some have no way out.
private enum RandomEnding {
  static func rulebook(_ random: inout SeededRandom, isRestless: Bool = false) -> String {
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
      // What leads on by itself may go round for ever, which the interpreter refuses.
      if isRestless, random.chance(2) {
        lines.append("      always: \(transition(names, &random, isGuarded: true))")
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

  private static func transition(
    _ targets: [String], _ random: inout SeededRandom, isGuarded: Bool = false
  ) -> String {
    var parts = ["to: \(random.pick(targets))"]
    if isGuarded || random.chance(2) {
      let guards = ["p", "not(q)", "p and not(q)", "n = 1", "n < 2 and p", "is known(p) and q"]
      parts.append("when: \"\(random.pick(guards))\"")
    }
    if random.chance(3) { parts.append("do: [{set: {n: \(random.pick([0, 1, 2]))}}]") }
    return "{\(parts.joined(separator: ", "))}"
  }
}
