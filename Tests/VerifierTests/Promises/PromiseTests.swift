import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Invariants of a rulebook that is small enough to see what is true of it.
@Suite struct PromiseTests {
  private static let rulebook = """
    rulebook: t
    facts:
      danger: boolean
      crime: boolean
      amount: {type: money, min: 0}
      ready: boolean
    variables:
      tries: {start: 0}
    events: {accept: {}, withdraw: {}, agree: {}, retry: {}, close: {}, note: {}}
    workflow:
      states:
        open:
          on:
            withdraw: ended
          always:
            - {when: danger, to: gone, first: true}
          states:
            intake:
              on:
                accept: {when: not(danger) and not(crime) and amount > 5, to: talks}
            talks:
              on:
                retry: {when: tries < 3, to: talks, do: [{set: {tries: tries + 1}}]}
                agree: [{when: amount >= 100, to: big}, {to: small}]
              after: {3 workdays: late}
            late: {on: {close: ended, note: {do: [{set: {tries: 0}}]}}}
            big: {}
            small: {on: {withdraw: {when: ready, to: big}}}
        gone: {type: final}
        ended: {type: final}
    invariants:
    """

  private func program(_ invariant: String) throws -> Program {
    try compiled(Self.rulebook + "\n  it: \(invariant)\n")
  }

  @Test(arguments: [
    "{never: in(talks) and is known(danger) and danger}",
    "{in: talks, on: withdraw, leads_to: ended}",
    "{in: [intake, talks, late, big], on: withdraw, leads_to: ended}",
    "{never: tries > 3}",
    "{in: talks, requires: tries <= 3}",
    "{never: in(gone) and not(is known(danger))}",
  ])
  func whatAlwaysHoldsIsProved(_ invariant: String) throws {
    let program = try program(invariant)
    let proof = prove(program.invariants[0], of: program, .china)
    guard case .proved = proof else {
      Issue.record("\(proof)")
      return
    }
  }

  /// What an action sets is drawn as anything that the fact may be, though it may not be null.
  @Test func aFactThatAnActionComputesMayBeAnything() throws {
    let program = try compiled(
      """
      rulebook: t
      facts: {p: boolean, q: boolean}
      events: {e: {}}
      workflow:
        states:
          s: {on: {e: {to: t, do: [{set: {p: q}}]}}}
          t: {on: {e: s}}
      invariants: {it: {never: in(t) and is known(p) and p}}
      """)
    guard case .refuted(let file) = prove(program.invariants[0], of: program, .china) else {
      Issue.record("it is not refuted")
      return
    }
    #expect(file.journal.count == 1)
  }

  @Test(arguments: [
    // A fact may be taken back at any time.
    "{never: in(talks) and danger}",
    // The amount may be corrected once the case is there.
    "{in: big, requires: amount >= 100}",
    // An inner state catches the event.
    "{in: open, on: withdraw, leads_to: ended}",
    // What nothing takes is refused, though the case then is where it was.
    "{in: [intake, big], on: retry, leads_to: [intake, big]}",
    // It is taken, and leads nowhere.
    "{in: late, on: note, leads_to: ended}",
    "{never: tries > 2}",
    // Time alone leads there.
    "{never: in(late)}",
    "{never: in(ended) and tries = 1}",
  ])
  func whatACaseBreaksIsRefutedByThatCase(_ invariant: String) throws {
    let program = try program(invariant)
    guard case .refuted(let file) = prove(program.invariants[0], of: program, .china) else {
      Issue.record("\(invariant) is not refuted")
      return
    }
    let replay = Interpreter(program: program, calendar: .china).replay(file)
    let refusals = replay.steps.dropLast().compactMap(\.result.refusal)
    #expect(refusals.isEmpty)
    let text = CaseText(program).text(file)
    #expect(text.hasPrefix("case: it\nrulebook: t\nopened: 2026-01-05T00:00+08:00\n"))
  }

  @Test(arguments: ["{never: in(far)}", "{never: n > 30}", "{never: n > 300}"])
  func aCounterIsCountedAsFarAsItIsComparedWith(_ invariant: String) throws {
    let program = try compiled(
      """
      rulebook: t
      variables: {n: {start: 0}}
      events: {e: {}, x: {}}
      workflow:
        states:
          near:
            on:
              e: {to: near, do: [{set: {n: n + 1}}]}
              x: {when: n > 10, to: far}
          far: {}
      invariants: {it: \(invariant)}
      """)
    if case .proved = prove(program.invariants[0], of: program, .china) {
      Issue.record("\(invariant) is proved, though a case comes there")
    }
  }

  @Test func aCaseThatRefutesIsAShortestOne() throws {
    let program = try program("{never: tries > 2}")
    guard case .refuted(let file) = prove(program.invariants[0], of: program, .china) else {
      Issue.record("not refuted")
      return
    }
    #expect(file.journal.count == 4)
  }

  /// An event whose macrostep goes round without end is refused, whatever else it leads to.
  @Test(arguments: [
    ("always: [{when: ready, to: c}]", "always: [{when: ready, to: b}]", true),
    ("always: [{when: ready, to: c}]", "always: [{when: not(ready), to: b}]", false),
    ("always: [{when: ready, to: c}]", "{}", false),
  ])
  func whatGoesRoundWithoutEndLeadsNowhere(_ b: String, _ c: String, _ isBroken: Bool) throws {
    let program = try compiled(
      """
      rulebook: t
      facts: {ready: boolean}
      events: {go: {}}
      workflow:
        states:
          a: {on: {go: b}}
          b: \(b.hasPrefix("{") ? b : "{\(b)}")
          c: \(c.hasPrefix("{") ? c : "{\(c)}")
      invariants:
        it: {in: a, on: go, leads_to: [b, c]}
      """)
    switch prove(program.invariants[0], of: program, .china) {
    case .proved: #expect(!isBroken)
    case .refuted: #expect(isBroken)
    case .notDecided(let reason): Issue.record("\(reason)")
    }
  }

  /// What a promise does not ask may come out otherwise at every microstep of a drawing; where that
  /// is too much, it is drawn so that it does not.
  @Test func aQuestionKeepsItsAnswerWhereThatIsWanted() throws {
    let program = try compiled(
      """
      rulebook: t
      facts: {ready: boolean}
      events: {go: {}}
      workflow:
        states:
          a: {on: {go: {when: ready, to: b}}}
          b: {always: [{when: not(ready), to: c}, {when: ready, to: d}]}
          c: {}
          d: {}
      invariants:
        it: {never: in(c)}
      """)
    guard case .proved = prove(program.invariants[0], of: program, .china) else {
      Issue.record("what was ready is ready in the same macrostep")
      return
    }
  }
}
