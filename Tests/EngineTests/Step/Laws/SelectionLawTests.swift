import Testing

/// Which transition an event takes (docs/language.md, workflow; SCXML 3.13).
@Suite struct SelectionLawTests {
  @Test func candidatesAreTriedInTheOrderWritten() throws {
    var played = try Played(
      """
      facts: {x: boolean, y: boolean}
      workflow:
        states:
          a: {on: {go: [{when: x, to: b}, {when: y, to: c}, {to: d}]}}
          b: {on: {back: a}}
          c: {on: {back: a}}
          d: {}
      """, facts: "x: true, y: true")
    try played.expect("event: go", "-a; +b; in b")
    try played.play("event: back, set: {x: false}")
    try played.expect("event: go", "-a; +c; in c")
    try played.play("event: back, set: {y: false}")
    try played.expect("event: go", "-a; +d; in d")
  }

  @Test func theInnermostStateComesFirst() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            on: {go: c, stay: c}
            states:
              b: {on: {go: d}}
              d: {}
          c: {}
      """)
    try played.expect("event: go", "-b; +d; in d")
    try played.expect("event: stay", "-d; -a; +c; in c")
  }

  @Test func regionsTakeTheirTransitionsTogetherInDocumentOrder() throws {
    var played = try Played(
      """
      variables: {x: {type: integer, start: 1}}
      workflow:
        states:
          p:
            parallel:
              one: {states: {a: {on: {go: {to: b, do: [{set: {x: x + 1}}]}}}, b: {}}}
              two: {states: {c: {on: {go: {to: d, do: [{set: {x: x * 10}}]}}}, d: {}}}
      """)
    try played.expect("event: go", "-c; -a; x = 2; x = 20; +b; +d; in b, d")
  }

  @Test func theDeeperOfTwoConflictingTransitionsWins() throws {
    var played = try Played(
      """
      workflow:
        states:
          p:
            on: {go: out}
            parallel:
              one: {states: {a: {on: {go: b}}, b: {}}}
              two: {states: {c: {}}}
          out: {}
      """)
    try played.expect("event: go", "-a; +b; in b, c")
    try played.expect("event: go", "-c; -two; -b; -one; -p; +out; in out")
  }

  @Test func ofTwoConflictingTransitionsAtOneDepthTheEarlierWins() throws {
    var played = try Played(
      """
      workflow:
        states:
          p:
            parallel:
              one: {states: {a: {on: {go: out}}}}
              two: {states: {c: {on: {go: other}}}}
          out: {}
          other: {}
      """)
    try played.expect("event: go", "-c; -two; -a; -one; -p; +out; in out")
  }

  @Test func twoEventsMayLeadTheSameWay() throws {
    let rulebook = """
      workflow: {states: {a: {on: {left | right: b}}, b: {}}}
      """
    for event in ["left", "right"] {
      var played = try Played(rulebook)
      try played.expect("event: \(event)", "-a; +b; in b")
    }
  }

  @Test(arguments: ["pay: b", "pay.*: b", "\"*\": b", "otherwise: b"])
  func aPatternTakesTheEventsItBegins(on: String) throws {
    let rulebook = """
      events: {pay: {}, pay.cash: {}, pay.cash.now: {}}
      workflow: {states: {a: {on: {\(on)}}, b: {}}}
      """
    for event in ["pay", "pay.cash", "pay.cash.now"] {
      var played = try Played(rulebook)
      try played.expect("event: \(event)", "-a; +b; in b")
    }
  }

  @Test func aPatternMatchesWholeWordsOnly() throws {
    var played = try Played(
      """
      events: {pay: {}, payment: {}, pay.cash: {}}
      workflow: {states: {a: {on: {pay: b}}, b: {on: {pay.cash: a}}}}
      """)
    try played.expect(
      "event: payment", "refused: nothing takes `payment` here; possible: `pay`, `pay.cash`; in a")
    try played.play("event: pay.cash")
    try played.expect("event: pay", "refused: nothing takes `pay` here; possible: `pay.cash`; in b")
  }

  @Test func otherwiseTakesWhatNothingElseInItsStateDoes() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      events: {go: {}, stop: {}}
      workflow:
        states:
          a: {on: {go: {when: x, to: b}, otherwise: c}}
          b: {on: {otherwise: a}}
          c: {on: {otherwise: a}}
      """, facts: "x: true")
    try played.expect("event: go", "-a; +b; in b")
    try played.play("event: go")
    try played.expect("event: stop", "-a; +c; in c")
    try played.play("event: go, set: {x: false}")
    try played.expect("event: go", "-a; +c; in c")
  }

  @Test func otherwiseTakesRaisedEventsButNotWhatTheWorkflowMakesItself() throws {
    var played = try Played(
      """
      events: {go: {}, raise: {}}
      workflow:
        states:
          a:
            on: {otherwise: other}
            states:
              b: {on: {go: {to: c, do: []}, raise: {do: [{raise: r}]}}}
              c: {type: final}
          other: {}
      """)
    try played.expect("event: go", "-b; +c; !done.a; dropped done.a; in c")
    played = try Played(
      """
      workflow:
        states:
          a: {on: {go: {do: [{raise: r}]}, otherwise: b}}
          b: {}
      """)
    try played.expect("event: go", "!r; -a; +b; in b")
  }

  @Test func onMayBeAListWhoseOrderCounts() throws {
    var played = try Played(
      """
      events: {go: {}}
      workflow:
        states:
          a:
            on:
              - {event: "*", to: b}
              - {event: go, to: c}
          b: {}
          c: {}
      """)
    try played.expect("event: go", "-a; +b; in b")
  }

  @Test func anEventThatNothingTakesIsRefusedWithWhatCouldBeDone() throws {
    var played = try Played(
      """
      facts: {x: boolean, y: boolean}
      events: {go: {}, stop: {}, ask: {}, never: {}}
      workflow:
        states:
          a: {on: {go: b, ask: {when: x, to: b}, never: {when: y, to: b}}}
          b: {on: {stop: a}}
      """, facts: "y: false")
    try played.expect(
      "event: stop", "refused: nothing takes `stop` here; possible: `go`, `ask`; in a")
  }

  @Test func whereTheRulebookSaysIgnoreItIsDropped() throws {
    var played = try Played(
      """
      unhandled: ignore
      facts: {x: boolean}
      events: {go: {}, stop: {}}
      workflow:
        states: {a: {on: {go: b}}, b: {on: {stop: a}}}
      """)
    try played.expect("event: stop, set: {x: true}", "x := true; dropped stop; in a")
  }
}
