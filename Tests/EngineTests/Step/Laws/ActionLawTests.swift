import Engine
import Model
import Testing

/// Actions, in written order (docs/language.md, actions).
@Suite struct ActionLawTests {
  @Test func setReadsAllRightSidesFirst() throws {
    var played = try Played(
      """
      facts: {n: integer}
      variables: {x: {start: 1}, y: {start: 2}}
      workflow: {states: {a: {on: {swap: {do: [{set: {x: y, y: x, n: x + y}}]}}}}}
      """)
    try played.expect("event: swap", "x = 2; y = 1; n := 3; in a")
  }

  @Test func setsOneAfterTheOtherSeeEachOther() throws {
    var played = try Played(
      """
      variables: {x: {start: 1}, y: {start: 2}}
      workflow: {states: {a: {on: {copy: {do: [{set: {x: y}}, {set: {y: x + 1}}]}}}}}
      """)
    try played.expect("event: copy", "x = 2; y = 3; in a")
  }

  @Test func aFactSetOutOfItsBoundsIsAFault() throws {
    var played = try Played(
      """
      facts: {n: {type: integer, min: 0}}
      variables: {x: {start: 1}}
      workflow: {states: {a: {on: {go: {do: [{set: {n: x - 2}}]}}}}}
      """)
    let before = played.state
    try played.expect(
      "event: go", "refused: a value that is not allowed: `n` must be at least 0; in a")
    #expect(played.state == before)
  }

  @Test func raisedEventsAreTakenInTheirOrderAfterTheMicrostep() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            on:
              go: {do: [{raise: one}, {raise: two}, {inform: first}]}
              one: {do: [{inform: one}, {raise: three}]}
              two: {do: [{inform: two}]}
              three: {do: [{inform: three}]}
      """)
    try played.expect(
      "event: go", "!one; !two; inform first; inform one; !three; inform two; inform three; in a")
  }

  @Test func eventlessTransitionsComeBeforeRaisedEvents() throws {
    var played = try Played(
      """
      workflow:
        states:
          a: {on: {go: {to: b, do: [{raise: r}]}}}
          b: {on: {r: wrong}, always: c}
          c: {on: {r: d}}
          d: {}
          wrong: {}
      """)
    try played.expect("event: go", "-a; !r; +b; -b; +c; -c; +d; in d")
  }

  @Test func whatTakesNoRaisedEventDropsIt() throws {
    var played = try Played(
      """
      events: {go: {}}
      workflow: {states: {a: {on: {go: {to: b, do: [{raise: r}]}, r: a}}, b: {}}}
      """)
    try played.expect("event: go", "-a; !r; +b; dropped r; in b")
  }

  @Test func anEventCarriesItsFields() throws {
    var played = try Played(
      """
      events:
        pay: {with: {amount: money, by: text}}
        give: {with: {amount: money, by: text}}
      variables: {total: {type: money, start: 0}}
      workflow:
        states:
          a:
            on:
              pay | give: {when: event.amount > 10, do: [{raise: {event: got, with: {sum: event.amount * 2}}}]}
              got: {do: [{set: {total: total + event.sum}}]}
      """)
    try played.expect("event: pay, with: {amount: 11, by: x}", "!got; total = 22; in a")
    try played.expect("event: give, with: {amount: 20, by: x}", "!got; total = 62; in a")
    #expect(try played.play("event: pay, with: {amount: 10, by: x}").hasPrefix("refused"))
  }

  @Test func aSendWithoutDelayComesAfterTheMacrostep() throws {
    var played = try Played(
      """
      events: {go: {}}
      workflow:
        states:
          a: {on: {go: {to: b, do: [{send: {event: later}}, {raise: soon}]}}}
          b: {on: {soon: {do: [{inform: soon}]}, later: c}, always: {when: false, to: a}}
          c: {}
      """)
    try played.expect(
      "event: go",
      "-a; set later 2026-05-06T09:00+08:00; !soon; +b; inform soon; due later at 2026-05-06T09:00+08:00; -b; +c; in c"
    )
  }

  @Test func aSendWithoutDelayNeedsNoClock() throws {
    var played = try Played(
      """
      events: {go: {}}
      workflow:
        states:
          a: {on: {go: {do: [{send: {event: later}}]}, later: b}}
          b: {}
      """, opened: nil)
    try played.play("event: go")
    #expect(played.leaves == "b")
  }

  @Test func aDelayedEventCarriesWhatItWasSentWith() throws {
    var played = try Played(
      """
      variables: {x: {start: 1}}
      workflow:
        states:
          a:
            on:
              go: {do: [{send: {event: later, after: 2 hours, with: {n: x}}}, {set: {x: 5}}]}
              later: {do: [{set: {x: event.n + 1}}]}
      """)
    try played.expect("event: go", "set later 2026-05-06T11:00+08:00; x = 5; in a")
    try played.expect("at: 2026-05-06T12:00", "due later at 2026-05-06T11:00+08:00; x = 2; in a")
  }

  @Test func aDelayMayBeComputed() throws {
    var played = try Played(
      """
      facts: {d: days-duration, m: months-duration}
      events: {go: {}, later: {}, month: {}}
      workflow:
        states:
          a:
            on:
              go: {do: [{send: {event: later, after: {is: d}}}, {send: {event: month, after: {is: m}}}]}
              later: {do: [{inform: later}]}
              month: {do: [{inform: month}]}
      """, facts: "d: PT90M, m: P1M")
    try played.expect("event: go", "set later 2026-05-06T10:30+08:00; set month 2026-06-08; in a")
  }

  @Test func aDelayThatHasPassedIsDueAtOnce() throws {
    var played = try Played(
      """
      facts: {d: days-duration}
      events: {go: {}, later: {}}
      workflow:
        states:
          a: {on: {go: {do: [{send: {event: later, after: {is: d}}}]}, later: {do: [{inform: later}]}}}
      """, facts: "d: -PT5H")
    try played.expect(
      "event: go",
      "set later 2026-05-06T09:00+08:00; due later at 2026-05-06T09:00+08:00; inform later; in a")
  }

  @Test func cancelTakesBackAllSendsOfItsId() throws {
    var played = try Played(
      """
      events: {go: {}, stop: {}, later: {}}
      workflow:
        states:
          a:
            on:
              go: {do: [{send: {event: later, after: 1 hour, id: x}}]}
              other: {do: [{send: {event: later, after: 3 hours, id: y}}]}
              stop: {do: [{cancel: x}]}
              later: {do: [{inform: later}]}
      """.replacing("stop: {}, later", with: "stop: {}, other: {}, later"))
    try played.play("event: go")
    try played.play("event: other")
    try played.play("event: go")
    try played.expect("event: stop", "cancelled x; cancelled x; in a")
    try played.expect("at: 2026-05-07T00:00", "due y at 2026-05-06T12:00+08:00; inform later; in a")
  }

  @Test func cancelTakesBackNothingThatWasSentWithoutADelay() throws {
    var played = try Played(
      """
      events: {go: {}, later: {}}
      workflow:
        states:
          a:
            on:
              go: {do: [{send: {event: later, id: x}}, {send: {event: later, after: 1 hour, id: x}}, {cancel: x}]}
              later: {do: [{inform: later}]}
      """)
    try played.expect(
      "event: go",
      """
      set later 2026-05-06T09:00+08:00; set x 2026-05-06T10:00+08:00; cancelled x; \
      due later at 2026-05-06T09:00+08:00; inform later; in a
      """)
  }

  @Test func aSendOutlivesItsState() throws {
    var played = try Played(
      """
      events: {go: {}, later: {}}
      workflow:
        states:
          a: {entry: [{send: {event: later, after: 1 hour}}], on: {go: b}}
          b: {on: {later: c}}
          c: {}
      """)
    try played.play("event: go")
    try played.play("at: 2026-05-06T11:00")
    #expect(played.leaves == "c")
  }

  @Test func noticesNameWhoAndWhat() throws {
    var played = try Played(
      """
      facts: {n: integer}
      workflow:
        states:
          a:
            on:
              go:
                do:
                  - notify: police
                  - notify: {to: [police, court], text: come}
                  - inform: {en: rights, zh: 权利}
                  - inform: {is: '"you owe " + string(n)'}
      """, facts: "n: 5")
    try played.expect(
      "event: go",
      "notify police: ; notify police, court: come; inform rights; inform you owe 5; in a")
  }

  @Test func aDraftNeedsItsFacts() throws {
    var played = try Played(
      """
      facts: {n: integer}
      documents: {paper: {needs: [n]}}
      workflow: {states: {a: {on: {go: {do: [{draft: paper}]}}}}}
      """)
    try played.expect("event: go", "refused: it depends on facts that are unknown: `n`; in a")
    try played.expect("event: go, set: {n: 1}", "n := 1; draft paper; in a")
    #expect(played.state.drafted.count == 1)
  }

  @Test func chooseTakesTheFirstBranchThatHolds() throws {
    var played = try Played(
      """
      facts: {x: boolean, y: boolean}
      workflow:
        states:
          a:
            on:
              go:
                do:
                  - choose:
                      - {when: x, do: [{inform: x}]}
                      - {when: y, do: [{inform: y}]}
                      - {do: [{inform: none}]}
              try: {do: [{choose: [{when: x, do: [{inform: x}]}]}]}
      """, facts: "x: false")
    try played.expect("event: go", "refused: it depends on facts that are unknown: `y`; in a")
    try played.expect("event: go, set: {y: true}", "y := true; inform y; in a")
    try played.expect("event: go, set: {y: false}", "y := false; inform none; in a")
    try played.expect("event: try", "in a")
    try played.expect(
      "event: go, set: {x: true, y: unknown}", "x := true; y := unknown; inform x; in a")
  }

  @Test func effectsAreNumberedWithinTheCaseAndCarryTheirBasis() throws {
    var played = try Played(
      """
      laws: {l: {title: law}}
      workflow:
        states:
          a: {entry: [{inform: one}], on: {go: {do: [{inform: two, law: l}, {notify: police}]}}}
      """)
    let first = played.result.effects.map(\.ordinal)
    try played.play("event: go")
    #expect(first == [1])
    #expect(played.result.effects.map(\.ordinal) == [2, 3])
    #expect(played.result.effects.map(\.basis.count) == [1, 0])
  }
}

/// `notify … within`: until when a notice must have reached those it goes to.
@Suite struct NoticeTermTests {
  private static let rulebook = """
    organs: {police: {}}
    workflow:
      states:
        a:
          on:
            now: {do: [{notify: {to: police, within: 0 hours}}]}
            soon: {do: [{notify: {to: police, within: 2 workdays}}]}
    """

  @Test func itsEndIsCountedFromTheMomentItIsSent() throws {
    var played = try Played(Self.rulebook)
    try played.play("event: now")
    guard case .notify(_, _, _, _, let due, nil)? = played.result.effects.first?.kind else {
      Issue.record("no notice with an exact end")
      return
    }
    #expect(due == played.state.clock)
    try played.play("event: soon")
    guard case .notify(_, _, _, _, _, let day?)? = played.result.effects.first?.kind else {
      Issue.record("no notice with a last day")
      return
    }
    #expect(day.description == "2026-05-08")
  }

  @Test func aCaseWithoutTimeSendsItAllTheSame() throws {
    var played = try Played(Self.rulebook, opened: nil)
    try played.play("event: soon")
    #expect(played.result.refusal == nil)
    #expect(played.result.effects.count == 1)
  }
}
