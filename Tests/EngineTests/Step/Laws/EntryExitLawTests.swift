import Engine
import Testing

/// Entering and leaving states: initial ones, several targets, internal and targetless transitions
/// (docs/language.md, workflow; SCXML 3.1-3.6, 3.13).
@Suite struct EntryExitLawTests {
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
}
