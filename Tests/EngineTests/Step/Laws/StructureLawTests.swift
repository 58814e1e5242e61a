import Engine
import Testing

/// Entering and leaving states: initial and final ones, histories, several targets, internal and
/// targetless transitions (docs/language.md, workflow; SCXML 3.1-3.11).
@Suite struct StructureLawTests {
  @Test func theFirstStateIsEnteredUnlessAnotherIsNamed() throws {
    #expect(
      try Played("workflow: {states: {a: {states: {b: {}, c: {}}}, d: {}}}").opening
        == "+a; +b; in b")
    #expect(
      try Played("workflow: {initial: d, states: {a: {}, d: {initial: c, states: {b: {}, c: {}}}}}")
        .opening == "+d; +c; in c")
  }

  @Test func theInitialStateMayLieDeep() throws {
    #expect(
      try Played("workflow: {initial: a.c, states: {a: {states: {b: {}, c: {}}}}}").opening
        == "+a; +c; in c")
  }

  @Test func initialActionsRunAfterTheEntryOfTheStateAndBeforeWhatIsInside() throws {
    let played = try Played(
      """
      workflow:
        initial: {to: a, do: [{inform: start}]}
        states:
          a:
            entry: [{inform: outer}]
            initial: {to: b, do: [{inform: between}]}
            states: {b: {entry: [{inform: inner}]}}
      """)
    #expect(
      played.opening == "inform start; +a; inform outer; inform between; +b; inform inner; in b")
  }

  @Test func initialActionsDoNotRunWhereEntryIsByName() throws {
    var played = try Played(
      """
      workflow:
        states:
          a: {on: {go: c.d}}
          c:
            initial: {to: e, do: [{inform: default}]}
            states: {e: {}, d: {}}
      """)
    try played.expect("event: go", "-a; +c; +d; in d")
  }

  @Test func statesAreLeftInsideOutAndEnteredOutsideIn() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            exit: [{inform: leave a}]
            states: {b: {exit: [{inform: leave b}], on: {go: {to: c.d, do: [{inform: between}]}}}}
          c:
            entry: [{inform: enter c}]
            states: {d: {entry: [{inform: enter d}]}}
      """)
    try played.expect(
      "event: go",
      "inform leave b; -b; inform leave a; -a; inform between; +c; inform enter c; +d; inform enter d; in d"
    )
  }

  @Test func regionsAreEnteredInOrderAndLeftInReverse() throws {
    var played = try Played(
      """
      workflow:
        states:
          p: {on: {go: out}, parallel: {one: {}, two: {states: {a: {}}}, three: {}}}
          out: {}
      """)
    #expect(played.opening == "+p; +one; +two; +a; +three; in one, a, three")
    try played.expect("event: go", "-three; -a; -two; -one; -p; +out; in out")
  }

  @Test func aTransitionWithoutTargetLeavesNothing() throws {
    var played = try Played(
      """
      variables: {x: {start: 0}}
      workflow:
        states:
          a:
            entry: [{inform: enter}]
            exit: [{inform: leave}]
            on: {correct: {do: [{set: {x: 1}}]}}
      """)
    try played.expect("event: correct", "x = 1; in a")
  }

  @Test func aTransitionToItsOwnStateLeavesAndEntersIt() throws {
    var played = try Played("workflow: {states: {a: {on: {again: a}}}}")
    try played.expect("event: again", "-a; +a; in a")
  }

  @Test func aTransitionToADescendantLeavesItsStateUnlessInternal() throws {
    let rulebook = { (isInternal: Bool) in
      """
      workflow:
        states:
          a:
            on: {go: {to: a.c, internal: \(isInternal)}}
            states: {b: {}, c: {}}
      """
    }
    var external = try Played(rulebook(false))
    try external.expect("event: go", "-b; -a; +a; +c; in c")
    var inside = try Played(rulebook(true))
    try inside.expect("event: go", "-b; +c; in c")
  }

  @Test func internalMeansNothingWhereTheTargetLiesOutside() throws {
    var played = try Played(
      """
      workflow: {states: {a: {on: {go: {to: b, internal: true}}, states: {c: {}}}, b: {}}}
      """)
    try played.expect("event: go", "-c; -a; +b; in b")
  }

  @Test func severalTargetsEnterSeveralRegions() throws {
    var played = try Played(
      """
      workflow:
        states:
          a: {on: {go: {to: [p.one.c, p.two.e]}, half: p.two.e}}
          p:
            parallel:
              one: {states: {b: {}, c: {}}}
              two: {states: {d: {}, e: {}}}
            on: {back: a}
      """)
    try played.expect("event: go", "-a; +p; +one; +c; +two; +e; in c, e")
    try played.play("event: back")
    try played.expect("event: half", "-a; +p; +one; +b; +two; +e; in b, e")
  }

  private static func withHistory(_ depth: String) -> String {
    """
    workflow:
      states:
        a:
          on: {suspend: s}
          states:
            b: {on: {go: c.e}}
            c: {states: {d: {}, e: {}}}
            last: {type: history, \(depth)to: c}
        s: {on: {resume: a.last}}
        first: {}
    """
  }

  @Test func aShallowHistoryRemembersTheChild() throws {
    var played = try Played(Self.withHistory(""))
    try played.play("event: go")
    try played.play("event: suspend")
    try played.expect("event: resume", "-s; +a; +c; +d; in d")
  }

  @Test func aDeepHistoryRemembersTheInnermost() throws {
    var played = try Played(Self.withHistory("depth: deep, "))
    try played.play("event: go")
    try played.play("event: suspend")
    try played.expect("event: resume", "-s; +a; +c; +e; in e")
  }

  @Test func aHistoryThatRemembersNothingLeadsToItsDefault() throws {
    var played = try Played(
      """
      workflow:
        initial: s
        states:
          a:
            entry: [{inform: enter a}]
            initial: {to: b, do: [{inform: not this}]}
            states:
              b: {}
              c: {}
              last: {type: history, to: {to: c, do: [{inform: no memory}]}}
          s: {on: {resume: a.last}}
      """)
    try played.expect("event: resume", "-s; +a; inform enter a; inform no memory; +c; in c")
  }

  @Test func aHistoryIsMadeByTheVeryExitThatItsTransitionCauses() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            on: {again: a.last}
            states:
              b: {on: {go: c}}
              c: {}
              last: {type: history, to: b}
      """)
    try played.play("event: go")
    try played.expect("event: again", "-c; -a; +a; +c; in c")
  }

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
