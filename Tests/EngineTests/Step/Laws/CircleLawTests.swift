import Engine
import Testing

/// What never comes to rest is stopped, and the circle is named (docs/language.md, workflow).
@Suite struct CircleLawTests {
  @Test func aCircleOfEventlessTransitionsIsNamed() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          start: {on: {go: a}}
          a: {always: {when: x, to: b}}
          b: {always: {when: x, to: c}}
          c: {always: {when: x, to: a}}
      """, facts: "x: true")
    let before = played.state
    try played.expect(
      "event: go", "refused: transitions without end: `b` → `c` → `a` → `b`; in start")
    #expect(played.state == before)
    try played.expect("event: go, set: {x: false}", "x := false; -start; +a; in a")
  }

  @Test func aCaseWhoseOpeningRunsAwayIsNotOpened() throws {
    let played = try Played(
      """
      facts: {x: boolean}
      workflow: {states: {a: {always: {when: x, to: b}}, b: {always: {when: x, to: a}}}}
      """, facts: "x: true")
    #expect(played.opening.contains("refused: transitions without end"))
    #expect(played.leaves.isEmpty)
  }

  @Test func aCircleOfRaisedEventsIsNamed() throws {
    var played = try Played(
      """
      events: {go: {}}
      workflow:
        states:
          a: {on: {go: {do: [{raise: ping}]}, ping: {to: b, do: [{raise: pong}]}}}
          b: {on: {pong: {to: a, do: [{raise: ping}]}}}
      """)
    let text = try played.play("event: go")
    #expect(
      text.hasPrefix("refused: transitions without end: `b` → `a` → `b`")
        || text.hasPrefix("refused: transitions without end: `a` → `b` → `a`"))
  }

  @Test func aRunThatNeverRepeatsIsStoppedToo() throws {
    var played = try Played(
      """
      variables: {x: {start: 0}}
      workflow: {states: {start: {on: {go: a}}, a: {always: {when: x >= 0, do: [{set: {x: x + 1}}]}}}}
      """)
    try played.expect("event: go", "refused: transitions without end: `a` → `a`; in start")
  }

  @Test func aQueueThatGrowsIsNoWayOut() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          start: {on: {go: a}}
          a: {always: {when: x, to: a, do: [{raise: r}]}, on: {r: start}}
      """, facts: "x: true")
    try played.expect("event: go", "refused: transitions without end: `a` → `a`; in start")
  }

  @Test func timersThatFireInACircleWhileTheClockStandsAreStopped() throws {
    var played = try Played(
      """
      workflow:
        states:
          start: {on: {go: a}}
          a: {after: {0 hours: b}}
          b: {after: {0 hours: a}}
      """)
    let text = try played.play("event: go")
    #expect(text.hasPrefix("refused: transitions without end: "))
    #expect(played.leaves == "start")
  }

  @Test func timersThatFireInACircleAsTimePassesAreNot() throws {
    var played = try Played(
      """
      variables: {x: {start: 0}}
      workflow:
        states:
          a: {after: {1 hour: {to: b, do: [{set: {x: x + 1}}]}}}
          b: {after: {1 hour: a}}
      """)
    try played.play("at: 2026-06-06T09:00")
    #expect(played.variable("x") == "372")
  }

  @Test func aLongRunThatEndsIsNotStopped() throws {
    var played = try Played(
      """
      variables: {x: {start: 0}}
      workflow:
        states:
          start: {on: {go: a}}
          a: {always: [{when: x < 3000, to: b}, {when: true, to: end}]}
          b: {always: {when: x >= 0, to: a, do: [{set: {x: x + 1}}]}}
          end: {}
      """)
    try played.play("event: go")
    #expect(played.leaves == "end")
  }
}
