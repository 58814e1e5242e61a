import Engine
import Testing

/// What unknown facts do to the workflow: external events are refused, everything else waits, and
/// nothing is taken in the place of what is undecided (docs/language.md, workflow).
@Suite struct WaitingLawTests {
  @Test func anEventWhoseFirstCandidateIsUnknownIsRefusedWithTheQuestions() throws {
    var played = try Played(
      """
      facts: {x: boolean, y: boolean, z: boolean}
      workflow:
        states:
          a: {on: {go: [{when: x or y, to: b}, {to: c}]}}
          b: {}
          c: {}
      """)
    let before = played.state
    try played.expect(
      "event: go, set: {z: true}", "refused: it depends on facts that are unknown: `x`, `y`; in a")
    #expect(played.state == before)
    try played.expect("event: go, set: {y: true}", "y := true; -a; +b; in b")
  }

  @Test func noOuterCandidateIsTakenInItsPlace() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          a:
            on: {go: c}
            states: {b: {on: {go: {when: x, to: d}}}, d: {}}
          c: {}
      """)
    try played.expect("event: go", "refused: it depends on facts that are unknown: `x`; in b")
    try played.expect("event: go, set: {x: false}", "x := false; -b; -a; +c; in c")
  }

  @Test func anEarlierCandidateThatHoldsIsTakenWhateverComesLater() throws {
    var played = try Played(
      """
      facts: {x: boolean, y: boolean}
      workflow:
        states:
          a: {on: {go: [{when: x, to: b}, {when: y, to: c}]}}
          b: {}
          c: {}
      """)
    try played.expect("event: go, set: {x: true}", "x := true; -a; +b; in b")
  }

  @Test func oneRegionThatIsUndecidedRefusesTheEventForAll() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          p:
            parallel:
              one: {states: {a: {on: {go: b}}, b: {}}}
              two: {states: {c: {on: {go: {when: x, to: d}}}, d: {}}}
      """)
    try played.expect("event: go", "refused: it depends on facts that are unknown: `x`; in a, c")
    try played.expect("event: go, set: {x: false}", "x := false; -a; +b; in b, c")
  }

  @Test func anEventlessTransitionWaits() throws {
    var played = try Played(
      """
      facts: {x: number, y: boolean}
      workflow:
        states:
          a: {always: [{when: x > 5, to: b}, {when: true, to: c}], on: {go: a}}
          b: {}
          c: {}
      """)
    #expect(played.opening == "+a; waits for x; in a")
    try played.expect("set: {y: true}", "y := true; waits for x; in a")
    try played.expect("event: go", "-a; +a; waits for x; in a")
    try played.expect("set: {x: 6}", "x := 6; -a; +b; in b")
  }

  @Test func anEventlessTransitionOfAnotherRegionGoesOn() throws {
    let played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          p:
            parallel:
              one: {states: {a: {always: {when: x, to: b}}, b: {}}}
              two: {states: {c: {always: d}, d: {}}}
      """)
    #expect(played.opening == "+p; +one; +a; +two; +c; -c; +d; waits for x; in a, d")
  }

  @Test func whatTheWaitingOneWouldPreemptWaitsToo() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          p:
            always: {when: in(c), to: out}
            parallel:
              one: {states: {a: {always: {when: x, to: b}}, b: {}}}
              two: {states: {c: {}, d: {}}}
          out: {}
      """)
    #expect(played.opening == "+p; +one; +a; +two; +c; waits for x; in a, c")
    try played.expect("set: {x: true}", "x := true; -a; +b; -c; -two; -b; -one; -p; +out; in out")
  }

  @Test func anInternalEventWaitsInTheQueueWithAllBehindIt() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          a: {on: {go: {to: b, do: [{raise: r}, {raise: s}]}}}
          b:
            on:
              r: {when: x, do: [{inform: r}]}
              s: {do: [{inform: s}]}
              out: c
          c: {}
      """)
    try played.expect("event: go", "-a; !r; !s; +b; waits for x; in b")
    #expect(played.state.queue.count == 2)
    try played.expect("set: {x: true}", "x := true; inform r; inform s; in b")
  }

  @Test func externalEventsArePlayedWhileAnInternalOneWaits() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          a: {on: {go: {to: b, do: [{raise: r}]}}}
          b: {on: {r: {when: x, do: [{inform: r}]}, out: c}}
          c: {on: {r: {do: [{inform: late}]}}}
      """)
    try played.play("event: go")
    try played.expect("event: out", "-b; +c; inform late; in c")
  }

  @Test func anActionWhoseValueIsUnknownRefusesTheEvent() throws {
    var played = try Played(
      """
      facts: {n: integer}
      variables: {x: {start: 0}}
      workflow:
        states:
          a: {exit: [{inform: bye}], on: {go: {to: b, do: [{set: {x: n}}]}}}
          b: {}
      """)
    let before = played.state
    try played.expect("event: go", "refused: it depends on facts that are unknown: `n`; in a")
    #expect(played.state == before)
    #expect(played.result.effects.isEmpty)
  }

  @Test func anActionWhoseValueIsUnknownMakesAnEventlessTransitionWait() throws {
    var played = try Played(
      """
      facts: {n: integer}
      variables: {x: {start: 0}}
      workflow:
        states:
          a: {exit: [{inform: bye}], always: {to: b, do: [{set: {x: n}}]}}
          b: {}
      """)
    #expect(played.opening == "+a; waits for n; in a")
    #expect(played.result.effects.isEmpty)
    try played.expect("set: {n: 3}", "n := 3; inform bye; -a; x = 3; +b; in b")
  }

  @Test func anActionWhoseValueIsUnknownKeepsAnInternalEventQueued() throws {
    var played = try Played(
      """
      facts: {n: integer}
      variables: {x: {start: 0}}
      workflow:
        states:
          a:
            entry: [{task: {id: t, done_by: r}}, {raise: r}]
            on: {r: {to: b, do: [{set: {x: n}}]}}
          b: {}
      """)
    #expect(played.opening == "+a; task t; !r; waits for n; in a")
    #expect(played.state.tasks.count == 1)
    try played.expect("set: {n: 3}", "n := 3; done t; -a; x = 3; +b; in b")
  }

  @Test func aTimerWaitsAndIsTriedAgainWithEveryEntry() throws {
    var played = try Played(
      """
      facts: {x: boolean, y: boolean}
      workflow:
        states:
          a: {after: {2 hours: {when: x, to: b}}}
          b: {}
      """)
    try played.expect("at: 2026-05-06T12:00", "waits for x; waits for x; in a")
    try played.expect(
      "at: 2026-05-06T13:00, set: {y: true}", "waits for x; y := true; waits for x; in a")
    try played.expect(
      "at: 2026-05-06T14:00, set: {x: true}",
      "waits for x; x := true; due a at 2026-05-06T14:00+08:00; -a; +b; in b")
  }

  @Test func aTimerThatWaitsHoldsUpNoOther() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          p:
            parallel:
              one: {states: {a: {after: {1 hour: {when: x, to: b}}}, b: {}}}
              two: {states: {c: {after: {2 hours: {to: d, do: [{set: {x: true}}]}}}, d: {}}}
      """)
    try played.expect(
      "at: 2026-05-06T12:00",
      "waits for x; due c at 2026-05-06T11:00+08:00; -c; x := true; +d; due a at 2026-05-06T11:00+08:00; -a; +b; in b, d"
    )
  }

  @Test func aTimerThatWaitsGoesWithItsState() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          a: {after: {1 hour: {when: x, to: b}}, on: {out: c}}
          b: {}
          c: {}
      """)
    try played.play("at: 2026-05-06T12:00")
    try played.expect("event: out", "cancelled a; -a; +c; in c")
    #expect(played.state.timers.isEmpty)
  }

  @Test func theEndWaitsForWhatItsExitActionsNeed() throws {
    var played = try Played(
      """
      facts: {n: integer}
      variables: {x: {start: 0}}
      workflow:
        states:
          a: {on: {go: end}, after: {1 hour: end}}
          end: {type: final, exit: [{set: {x: n}}]}
      """)
    try played.expect("event: go", "refused: it depends on facts that are unknown: `n`; in a")
    try played.expect("at: 2026-05-06T10:00", "waits for n; waits for n; in a")
    try played.expect(
      "set: {n: 1}", "n := 1; due a at 2026-05-06T10:00+08:00; -a; +end; x = 1; finished; in end")
  }
}
