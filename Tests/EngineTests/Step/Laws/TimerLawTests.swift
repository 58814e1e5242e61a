import Engine
import Testing

/// Delays: when they begin, which fires first, and what happens where one cannot (docs/language.md,
/// workflow; SCXML 6.2).
@Suite struct TimerLawTests {
  @Test func timersFireInTheOrderTheyAreDue() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            after:
              3 hours: {do: [{inform: three}]}
              1 hour: {do: [{inform: one}]}
              2 hours: {do: [{inform: two}]}
      """)
    try played.expect(
      "at: 2026-05-06T11:30",
      "due a at 2026-05-06T10:00+08:00; inform one; due a at 2026-05-06T11:00+08:00; inform two; in a"
    )
    try played.expect("at: 2026-05-06T12:00", "due a at 2026-05-06T12:00+08:00; inform three; in a")
  }

  @Test func ofTimersDueTogetherTheOneThatWasSetFirstFires() throws {
    var played = try Played(
      """
      events: {slow: {}, fast: {}, one: {}, two: {}}
      workflow:
        states:
          a:
            on:
              fast: {do: [{send: {event: two, after: 30 minutes}}]}
              slow: {do: [{send: {event: one, after: 1 hour}}]}
              two: {do: [{inform: two}]}
              one: {do: [{inform: one}]}
      """)
    try played.play("at: 2026-05-06T10:00, event: slow")
    try played.play("at: 2026-05-06T10:30, event: fast")
    try played.expect(
      "at: 2026-05-06T12:00",
      "due one at 2026-05-06T11:00+08:00; inform one; due two at 2026-05-06T11:00+08:00; inform two; in a"
    )
  }

  @Test func timersSetTogetherFireInDocumentOrder() throws {
    var played = try Played(
      """
      workflow:
        states:
          p:
            parallel:
              one: {after: {60 minutes: {do: [{inform: one}]}}}
              two: {after: [{length: 1 hour, do: [{inform: two}]}, {length: 60 minutes, do: [{inform: three}]}]}
      """)
    let text = try played.play("at: 2026-05-06T10:00")
    #expect(
      text.split(separator: "; ").filter { $0.hasPrefix("inform") }
        == ["inform one", "inform two", "inform three"])
  }

  @Test func aDelayBeginsAnewWithEveryEntry() throws {
    var played = try Played("workflow: {states: {a: {after: {2 hours: b}, on: {again: a}}, b: {}}}")
    #expect(played.opening == "+a; set a 2026-05-06T11:00+08:00; in a")
    try played.expect(
      "at: 2026-05-06T10:30, event: again",
      "cancelled a; -a; +a; set a 2026-05-06T12:30+08:00; in a")
    try played.expect("at: 2026-05-06T12:00", "in a")
    try played.expect("at: 2026-05-06T12:30", "due a at 2026-05-06T12:30+08:00; -a; +b; in b")
  }

  @Test func aDelayBeginsAnewWhereAHistoryLeadsBack() throws {
    var played = try Played(
      """
      workflow:
        states:
          o:
            states:
              a: {after: {2 hours: b}}
              b: {}
              last: {type: history, to: a}
            on: {suspend: s}
          s: {on: {resume: o.last}}
      """)
    try played.expect("at: 2026-05-06T10:00, event: suspend", "cancelled a; -a; -o; +s; in s")
    try played.expect(
      "at: 2026-05-06T15:00, event: resume",
      "-s; +o; +a; set a 2026-05-06T17:00+08:00; in a")
  }

  @Test func whatHappensInsideAStateDoesNotTouchItsDelay() throws {
    var played = try Played(
      """
      workflow:
        states:
          o:
            after: {2 hours: end}
            states: {a: {on: {go: b}}, b: {}}
          end: {}
      """)
    try played.expect("at: 2026-05-06T10:00, event: go", "-a; +b; in b")
    try played.expect(
      "at: 2026-05-06T11:00", "due o at 2026-05-06T11:00+08:00; -b; -o; +end; in end")
  }

  @Test func aComputedDelayIsReadAfterTheEntryActions() throws {
    let played = try Played(
      """
      variables: {x: {type: days-duration, start: PT1H}}
      workflow: {states: {a: {entry: [{set: {x: PT3H}}], after: [{is: x, to: b}]}, b: {}}}
      """)
    #expect(played.opening == "+a; x = PT3H; set a 2026-05-06T12:00+08:00; in a")
  }

  @Test func whatIsDueAtTheMomentOfAnEntryComesBeforeIt() throws {
    var played = try Played(
      """
      workflow: {states: {a: {after: {1 hour: b}, on: {go: wrong}}, b: {on: {go: c}}, c: {}, wrong: {}}}
      """)
    try played.expect(
      "at: 2026-05-06T10:00, event: go",
      "due a at 2026-05-06T10:00+08:00; -a; +b; -b; +c; in c")
  }

  @Test func betweenTwoEntriesEveryTimerSeesItsOwnMoment() throws {
    var played = try Played(
      """
      workflow:
        states:
          a: {after: {1 hour: {to: b, do: [{inform: {is: string(now())}}]}}}
          b: {after: {1 hour: {to: c, do: [{inform: {is: string(now())}}]}}}
          c: {}
      """)
    try played.expect(
      "at: 2026-05-06T20:00",
      """
      due a at 2026-05-06T10:00+08:00; -a; inform 2026-05-06T10:00+08:00; +b; \
      set b 2026-05-06T11:00+08:00; \
      due b at 2026-05-06T11:00+08:00; -b; inform 2026-05-06T11:00+08:00; +c; in c
      """)
  }

  @Test func everyTimerIsAMacrostepOfItsOwn() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            after: {1 hour: {do: [{raise: r}]}, 60 minutes: {do: [{inform: second}]}}
            on: {r: {do: [{inform: first}]}}
      """)
    let text = try played.play("at: 2026-05-06T10:00")
    #expect(
      text.split(separator: "; ").filter { $0.hasPrefix("inform") }
        == ["inform first", "inform second"])
  }

  @Test func aTermInDaysIsOverWithTheFirstMomentAfterItsLastDay() throws {
    var played = try Played("workflow: {states: {a: {after: {1 day: b}}, b: {}}}")
    #expect(played.due == ["a 2026-05-07"])
    try played.expect("at: 2026-05-07T23:59", "in a")
    try played.expect("at: 2026-05-08T00:00", "due a at 2026-05-08T00:00+08:00; -a; +b; in b")
  }

  @Test func aTermThatFollowsATermCountsFromItsLastDay() throws {
    var played = try Played(
      """
      variables: {d: {type: date, start: 2000-01-01}}
      workflow:
        states:
          a: {after: {3 workdays: {to: b, do: [{set: {d: today()}}]}}}
          b: {after: {1 workday: c}}
          c: {}
      """)
    // 7, 8 and the make-up Saturday; the Sunday rests, so the next workday is the 11th.
    try played.expect(
      "at: 2026-05-10T00:00",
      "due a at 2026-05-10T00:00+08:00; -a; d = 2026-05-09; +b; set b 2026-05-11; in b")
  }

  @Test func aTimerThatFiresLateCountsFromTheDayItFires() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          a: {after: {1 day: {when: x, to: b}}}
          b: {after: {1 day: c}}
          c: {}
      """)
    try played.play("at: 2026-05-11T09:00")
    try played.expect(
      "at: 2026-05-12T09:00, set: {x: true}",
      "waits for x; x := true; due a at 2026-05-12T09:00+08:00; -a; +b; set b 2026-05-13; in b")
  }

  @Test func aTimerWhoseGuardFailsIsSpent() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow: {states: {a: {after: {1 hour: {when: x, to: b}}}, b: {}}}
      """, facts: "x: false")
    try played.expect(
      "at: 2026-05-06T10:00", "due a at 2026-05-06T10:00+08:00; dropped after.a; in a")
    try played.expect("at: 2026-05-06T11:00, set: {x: true}", "x := true; in a")
  }

  @Test func aTimerThatMeetsAFaultStaysAndIsTriedAgain() throws {
    var played = try Played(
      """
      facts: {x: integer}
      variables: {y: {type: number, start: 0}}
      workflow: {states: {a: {after: {1 hour: {to: b, do: [{set: {y: 1 / x}}]}}}, b: {}}}
      """, facts: "x: 0")
    try played.expect(
      "at: 2026-05-06T10:00",
      "fault in a: division by zero; fault in a: division by zero; in a")
    try played.expect(
      "at: 2026-05-06T10:30, set: {x: 4}",
      "fault in a: division by zero; x := 4; due a at 2026-05-06T10:30+08:00; -a; y = 0.25; +b; in b"
    )
  }

  @Test func whatFiredBeforeARefusedEntryHasFired() throws {
    var played = try Played(
      "workflow: {states: {a: {after: {1 hour: b}, on: {go: a}}, b: {on: {come: a}}}}")
    try played.expect(
      "at: 2026-05-06T12:00, event: go",
      "due a at 2026-05-06T10:00+08:00; -a; +b; refused: nothing takes `go` here; possible: `come`; in b"
    )
  }

  @Test func timeDoesNotRunBackwards() throws {
    var played = try Played("workflow: {states: {a: {after: {1 hour: b}, on: {go: b}}, b: {}}}")
    let before = played.state
    try played.expect(
      "at: 2026-05-06T08:59, event: go",
      "refused: it is earlier than what has happened already (2026-05-06T09:00+08:00); in a")
    #expect(played.state == before)
  }

  @Test func withoutATimeStatedTimeStandsStill() throws {
    var played = try Played(
      "workflow: {states: {a: {after: {1 minute: b}, on: {go: {do: [{inform: go}]}}}, b: {}}}")
    for _ in 0..<3 { try played.expect("event: go", "inform go; in a") }
  }

  @Test func aDelayNeedsAClock() throws {
    let played = try Played("workflow: {states: {a: {after: {1 hour: b}}, b: {}}}", opened: nil)
    #expect(
      played.opening
        == "refused: a time is needed, but the case has none; give `opened` or `at`; in no state")
  }
}
