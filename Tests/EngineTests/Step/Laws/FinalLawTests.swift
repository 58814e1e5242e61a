import Engine
import Testing

/// Final states, done events and the end of a case (SCXML 3.4, 3.7).
@Suite struct FinalLawTests {
  @Test func aFinalChildMakesItsStateDone() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            done: c
            states: {b: {on: {go: end}}, end: {type: final}}
          c: {}
      """)
    try played.expect("event: go", "-b; +end; !done.a; -end; -a; +c; in c")
  }

  @Test(arguments: ["done.a", "done.state.a", "done.*"])
  func othersMayHandleADoneEventByName(name: String) throws {
    var played = try Played(
      """
      workflow:
        states:
          o:
            on: {\(name): c}
            states:
              a: {states: {b: {on: {go: end}}, end: {type: final}}}
              c: {}
      """)
    try played.expect("event: go", "-b; +end; !done.a; -end; -a; -o; +o; +c; in c")
  }

  @Test func aParallelStateIsDoneWhenAllItsRegionsAre() throws {
    var played = try Played(
      """
      workflow:
        states:
          p:
            done: out
            parallel:
              one: {states: {a: {on: {left: x}}, x: {type: final}}}
              two: {states: {b: {on: {right: y}}, y: {type: final}}}
          out: {}
      """)
    try played.expect("event: right", "-b; +y; !done.two; dropped done.two; in a, y")
    try played.expect(
      "event: left",
      "-a; +x; !done.one; !done.p; dropped done.one; -y; -two; -x; -one; -p; +out; in out")
  }

  @Test(arguments: [["left", "right"], ["right", "left"]])
  func aParallelStateInAParallelStateCountsAsDone(order: [String]) throws {
    var played = try Played(
      """
      workflow:
        states:
          p:
            done: out
            parallel:
              one: {states: {a: {on: {left: x}}, x: {type: final}}}
              q: {parallel: {two: {states: {b: {on: {right: y}}, y: {type: final}}}}}
          out: {}
      """)
    for event in order { try played.play("event: \(event)") }
    #expect(played.leaves == "out")
  }

  @Test func aFinalStateHandsDataToTheDoneEvent() throws {
    var played = try Played(
      """
      variables: {x: {start: 7}, y: {start: 0}}
      workflow:
        states:
          a:
            done: {when: event.sum > 7, to: c, do: [{set: {y: event.sum}}]}
            states: {b: {on: {go: end}}, end: {type: final, data: {sum: x + 1}}}
          c: {}
      """)
    try played.expect("event: go", "-b; +end; !done.a; -end; -a; y = 8; +c; in c")
  }

  @Test func aFinalStateAtTopLevelEndsTheCase() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          a:
            exit: [{inform: leave a}]
            on: {go: end}
            after: {1 day: a}
          end: {type: final, entry: [{inform: enter end}], exit: [{inform: leave end}]}
      """)
    try played.expect(
      "event: go",
      "inform leave a; cancelled a; -a; +end; inform enter end; inform leave end; finished; in end")
    #expect(played.state.isFinished)
    try played.expect("event: go", "refused: the case has ended; in end")
    try played.expect("set: {x: true}", "refused: the case has ended; in end")
    try played.expect("at: 2026-06-01T00:00", "in end")
  }

  @Test func aParallelWorkflowEndsWhenAllItsRegionsAreDone() throws {
    var played = try Played(
      """
      workflow:
        parallel:
          one: {on: {again: a}, states: {a: {on: {left: x}}, x: {type: final}}}
          two: {states: {b: {on: {right: y}}, y: {type: final}}}
      """)
    try played.expect("event: left", "-a; +x; !done.one; dropped done.one; in x, b")
    try played.expect("event: again", "-b; -two; -x; -one; +one; +a; +two; +b; in a, b")
    try played.play("event: left")
    try played.expect("event: right", "-b; +y; !done.two; finished; in x, y")
  }

  @Test func atTheEndExitActionsSeeTheStatesInsideLeft() throws {
    var played = try Played(
      """
      workflow:
        parallel:
          one:
            exit: [{choose: [{when: in(x), do: [{inform: x}]}, {do: [{inform: not x}]}]}]
            states:
              a: {on: {go: x}}
              x:
                exit: [{choose: [{when: in(x), do: [{inform: still x}]}, {do: []}]}]
                type: final
      """)
    try played.expect(
      "event: go", "-a; +x; !done.one; inform still x; inform not x; finished; in x")
  }
}
