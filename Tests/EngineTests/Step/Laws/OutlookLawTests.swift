import Engine
import Model
import SourceText
import Testing

/// What a case says can come next, without anything being changed.
@Suite struct OutlookLawTests {
  /// `event`, `event? facts it depends on` or `(event)` where it is blocked.
  private func options(_ played: Played) -> [String] {
    played.interpreter.outlook(played.state).options.map { option in
      let name = played.program.events[option.event].name
      return switch option.status {
      case .possible: name
      case .depends(let missing): "\(name)? \(names(missing, played))"
      case .blocked: "(\(name))"
      case .faulty(let fault):
        "\(name)! \(FaultText(program: played.program).text(of: fault).en)"
      }
    }
  }

  private func names(_ missing: Missing, _ played: Played) -> String {
    missing.facts.map { played.program.facts[$0].name }.joined(separator: ", ")
  }

  private func questions(_ played: Played) -> String {
    names(played.interpreter.outlook(played.state).questions, played)
  }

  @Test func anEventIsPossibleUndecidedOrBlocked() throws {
    var played = try Played(
      """
      facts: {x: boolean, y: boolean}
      workflow:
        states:
          a: {on: {free: b, open: {when: x or y, to: b}, shut: {when: y, to: b}}}
          b: {on: {other: a}}
      """)
    #expect(options(played) == ["free", "open? x, y", "shut? y"])
    try played.play("set: {y: false}")
    #expect(options(played) == ["free", "open? x", "(shut)"])
    try played.play("set: {x: true}")
    #expect(options(played) == ["free", "open", "(shut)"])
    try played.play("event: free")
    #expect(options(played) == ["other"])
  }

  @Test func anEventWhoseGuardOrActionsMeetAFaultIsSaidToFail() throws {
    var played = try Played(
      """
      facts: {n: integer}
      variables: {x: {type: number, start: 0}}
      workflow:
        states:
          a:
            on:
              look: [{when: 1 / n > 5, to: b}, {to: b}]
              act: {to: b, do: [{set: {x: 1 / n}}]}
              go: b
          b: {on: {look: a}}
      """, facts: "n: 0")
    #expect(options(played) == ["look! division by zero", "act! division by zero", "go"])
    try played.expect("event: look", "refused: division by zero; in a")
    try played.play("set: {n: 1}")
    #expect(options(played) == ["look", "act", "go"])
  }

  @Test func eventsComeInOrderOfDeclaration() throws {
    let played = try Played(
      """
      events: {third: {}, first: {}, second: {}}
      workflow:
        states:
          o: {on: {second: o, third: o}, states: {a: {on: {first: a}}}}
      """)
    #expect(options(played) == ["third", "first", "second"])
  }

  @Test func whatOnlyThePayloadDecidesIsPossible() throws {
    let played = try Played(
      """
      events: {pay: {with: {amount: money}}}
      workflow: {states: {a: {on: {pay: {when: event.amount > 10, to: b}}}, b: {}}}
      """)
    #expect(options(played) == ["pay"])
    #expect(questions(played).isEmpty)
  }

  @Test func whatAnEventsActionsNeedCountsToo() throws {
    var played = try Played(
      """
      facts: {n: integer}
      documents: {paper: {needs: [n]}}
      workflow: {states: {a: {on: {go: b}}, b: {entry: [{draft: paper}]}}}
      """)
    #expect(options(played) == ["go? n"])
    try played.play("set: {n: 1}")
    #expect(options(played) == ["go"])
  }

  @Test func theEventOfAnOpenTaskIsPossible() throws {
    var played = try Played(
      """
      events: {called: {}}
      workflow: {states: {a: {entry: [{task: {id: call, done_by: called}}]}}}
      """)
    #expect(options(played) == ["called"])
    try played.play("event: called")
    #expect(options(played).isEmpty)
  }

  @Test func whatOnlyTheWorkflowMakesIsNoOption() throws {
    let played = try Played(
      """
      events: {go: {}}
      workflow: {states: {a: {entry: [{raise: r}], on: {r: b, go: b}, after: {1 day: b}}, b: {on: {go: a}}}}
      """)
    #expect(options(played) == ["go"])
  }

  @Test func pendingDecisionsAskFirstThenWhatWaitsThenTheEvents() throws {
    let played = try Played(
      """
      facts: {event_needs: boolean, waiting_needs: boolean, decision_needs: boolean, nobody_needs: boolean}
      decisions: {d: {is: decision_needs, type: boolean}}
      workflow:
        states:
          a:
            entry: [{decide: d}]
            always: {when: waiting_needs, to: b}
            on: {go: {when: event_needs and waiting_needs, to: b}}
          b: {}
      """)
    #expect(questions(played) == "decision_needs, waiting_needs, event_needs")
  }

  @Test func aTimerThatWaitsAsksForWhatItNeeds() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow: {states: {a: {after: {1 hour: {when: x, to: b}}}, b: {}}}
      """)
    #expect(questions(played).isEmpty)
    try played.play("at: 2026-05-06T10:00")
    #expect(questions(played) == "x")
  }

  @Test func withoutAWorkflowTheDecisionsAsk() throws {
    var played = try Played(
      """
      facts: {n: number, m: number}
      decisions: {d: {is: n > 5 or m > 5, type: boolean}}
      """)
    #expect(questions(played) == "n, m")
    try played.play("set: {m: 6}")
    #expect(questions(played).isEmpty)
  }

  @Test func whereTheCaseHasEndedNothingCanCome() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          o: {on: {late: {when: x, to: o}, go: end}}
          end: {type: final}
      """)
    #expect(options(played) == ["late? x", "go"])
    try played.play("event: go")
    #expect(options(played).isEmpty)
    #expect(questions(played).isEmpty)
  }

  @Test func lookingAheadChangesNothing() throws {
    let played = try Played(
      """
      facts: {x: boolean}
      variables: {n: {start: 0}}
      workflow: {states: {a: {always: {when: x, to: b}, on: {go: {to: b, do: [{set: {n: 1}}]}}}, b: {}}}
      """)
    let before = played.state
    let first = played.interpreter.outlook(before)
    #expect(played.state == before)
    #expect(played.interpreter.outlook(before).options == first.options)
  }
}
