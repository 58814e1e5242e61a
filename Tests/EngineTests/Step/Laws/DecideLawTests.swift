import Engine
import Model
import SourceText
import Testing

/// `decide`: a result is frozen until the next, or pending until its facts are known
/// (docs/language.md, actions).
@Suite struct DecideLawTests {
  private static let rulebook = """
    facts: {n: number, m: number}
    variables: {x: {type: number, start: 0}}
    decisions: {double: {is: n * 2, type: number}}
    workflow:
      states:
        a: {on: {go: b, read: {do: [{set: {x: double}}]}}}
        b:
          entry: [{decide: double}]
          on: {again: b, read: {do: [{set: {x: double}}]}, leave: {when: double > 10, to: c}}
        c: {}
    """

  @Test func untilItIsDecidedADecisionFollowsTheFacts() throws {
    var played = try Played(Self.rulebook, facts: "n: 1")
    try played.expect("event: read", "x = 2; in a")
    try played.expect("event: read, set: {n: 5}", "n := 5; x = 10; in a")
  }

  @Test func whatIsDecidedStaysUntilItIsDecidedAgain() throws {
    var played = try Played(Self.rulebook, facts: "n: 1")
    try played.expect("event: go", "-a; +b; double is 2; in b")
    try played.expect("event: read, set: {n: 5}", "n := 5; x = 2; in b")
    try played.expect("set: {n: unknown}", "n := unknown; in b")
    try played.expect("event: read", "x = 2; in b")
    try played.expect("event: again, set: {n: 7}", "n := 7; -b; +b; double is 14; in b")
  }

  @Test func whatCannotBeDecidedIsPendingAndAsked() throws {
    var played = try Played(Self.rulebook)
    try played.expect("event: go", "-a; +b; double needs n; in b")
    let asked = played.interpreter.outlook(played.state).questions.facts
    #expect(asked.map { played.program.facts[$0].name } == ["n"])
    try played.expect("set: {m: 1}", "m := 1; in b")
    try played.expect("set: {n: 3}", "n := 3; double is 6; in b")
    try played.expect("event: read, set: {n: 4}", "n := 4; x = 6; in b")
  }

  @Test func itFreezesBeforeTheEventOfTheEntryThatSuppliesTheFacts() throws {
    var played = try Played(Self.rulebook)
    try played.play("event: go")
    try played.expect("event: leave", "refused: it depends on facts that are unknown: `n`; in b")
    try played.expect("event: leave, set: {n: 6}", "n := 6; double is 12; -b; +c; in c")
  }

  @Test func aPendingDecisionOutlivesItsState() throws {
    var played = try Played(
      """
      facts: {n: number}
      decisions: {d: {is: n + 1, type: number}}
      workflow: {states: {a: {on: {go: {to: b, do: [{decide: d}]}}}, b: {}}}
      """)
    try played.expect("event: go", "-a; d needs n; +b; in b")
    try played.expect("set: {n: 1}", "n := 1; d is 2; in b")
    try played.expect("set: {n: 2}", "n := 2; in b")
  }

  @Test func decidingAgainWithoutTheFactsTakesTheOldResultBack() throws {
    var played = try Played(Self.rulebook, facts: "n: 6")
    try played.play("event: go")
    try played.expect(
      "event: again, set: {n: unknown}", "n := unknown; -b; +b; double needs n; in b")
    try played.expect("event: leave", "refused: it depends on facts that are unknown: `n`; in b")
  }

  @Test func askedForTwiceItIsPendingOnce() throws {
    var played = try Played(Self.rulebook)
    try played.play("event: go")
    try played.play("event: again")
    #expect(played.state.pending.count == 1)
    try played.expect("set: {n: 3}", "n := 3; double is 6; in b")
  }

  @Test func aDecisionThatUsesAFrozenOneUsesWhatWasFrozen() throws {
    var played = try Played(
      """
      facts: {n: number}
      variables: {x: {type: number, start: 0}}
      decisions: {d: {is: n + 1, type: number}, e: {is: d * 10, type: number}}
      workflow:
        states: {a: {entry: [{decide: d}], on: {go: {do: [{decide: e}, {set: {x: e}}]}}}}
      """, facts: "n: 1")
    try played.expect("event: go, set: {n: 5}", "n := 5; e is 20; x = 20; in a")
  }

  @Test func whatIsSettledEarlyFreezesEarly() throws {
    var played = try Played(
      """
      facts: {n: number, m: number}
      decisions:
        d:
          hit: first
          inputs: [n, m]
          outputs: {d: [low, high]}
          rules:
            - {id: much, when: {n: "> 10"}, then: high}
            - {id: more, when: {m: "> 10"}, then: high}
          otherwise: low
      workflow: {states: {a: {on: {go: {do: [{decide: d}]}}}}}
      """, facts: "n: 11")
    try played.expect("event: go", "d is high; in a")
    let frozen = try #require(played.state.frozen.first ?? nil)
    #expect(frozen.rows == ["much"])
  }

  @Test func aFaultInDecidingRefusesTheEvent() throws {
    var played = try Played(
      """
      facts: {n: number}
      decisions: {d: {is: 1 / n, type: number}}
      workflow: {states: {a: {on: {go: {do: [{decide: d}]}}}}}
      """, facts: "n: 0")
    let before = played.state
    try played.expect("event: go", "refused: division by zero; in a")
    #expect(played.state == before)
  }

  @Test func aFactThatIsSetByAnActionLetsAPendingDecisionFreeze() throws {
    var played = try Played(
      """
      facts: {n: number}
      decisions: {d: {is: n + 1, type: number}}
      workflow:
        states:
          a: {entry: [{decide: d}], on: {go: {to: b, do: [{set: {n: 4}}]}}}
          b: {always: {when: d > 4, to: c}}
          c: {}
      """)
    try played.expect("event: go", "-a; n := 4; +b; d is 5; -b; +c; in c")
  }
}
