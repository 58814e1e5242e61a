import Engine
import Testing

/// `first: true` on an `always` transition: before the event, before everything else.
@Suite struct FirstTests {
  private static let rulebook = """
    facts: {danger: boolean, lied: boolean, name: text}
    variables: {told: {type: integer, start: 0}}
    workflow:
      initial: talks
      always:
        - {first: true, when: danger and told = 0, do: [{set: {told: told + 1}}]}
        - {first: true, when: danger and not(in(out)), to: out}
      states:
        talks:
          initial: one
          on: {go: two, agree: agreed}
          states:
            one: {always: {when: lied, to: two}, on: {ask: {when: lied, to: two}}}
            two: {}
        agreed: {type: final}
        out: {on: {home: talks}}
    """

  @Test func whatIsFirstGoesBeforeTheEventOfItsOwnEntry() throws {
    var played = try Played(Self.rulebook, facts: "lied: false")
    try played.expect(
      "event: agree, set: {danger: true}",
      "danger := true; told = 1; -one; -talks; +out; overtaken agree; in out")
  }

  @Test func anUnknownGuardFurtherInsideDoesNotHoldItUp() throws {
    var played = try Played(Self.rulebook)
    try played.expect(
      "set: {danger: true}", "danger := true; told = 1; -one; -talks; +out; in out")
  }

  @Test func anEventThatItsGuardWouldRefuseIsSetAside() throws {
    var played = try Played(Self.rulebook)
    try played.expect(
      "event: ask, set: {danger: true}",
      "danger := true; told = 1; -one; -talks; +out; overtaken ask; in out")
    #expect(played.result.trace.isOvertaken)
  }

  @Test func anEventThatNothingTakesIsSetAside() throws {
    var played = try Played(Self.rulebook)
    try played.expect(
      "event: home, set: {danger: true}",
      "danger := true; told = 1; -one; -talks; +out; overtaken home; in out")
  }

  @Test func onesWithAnUnknownGuardArePassedOver() throws {
    var played = try Played(Self.rulebook, facts: "lied: false")
    try played.expect("event: go", "-one; -talks; +talks; +two; in two")
  }

  @Test func theyKeepTheCaseWhereTheyLead() throws {
    var played = try Played(Self.rulebook, facts: "lied: false, danger: true")
    #expect(played.opening.hasSuffix("told = 1; -one; -talks; +out; in out"))
    try played.expect("event: home", "-out; +talks; +one; -one; -talks; +out; in out")
    try played.expect(
      "event: home, set: {danger: false}", "danger := false; -out; +talks; +one; in one")
  }

  @Test func oneThatLeavesNothingLeavesTheEventToo() throws {
    let rulebook = """
      facts: {danger: boolean}
      variables: {told: {type: integer, start: 0}}
      workflow:
        initial: talks
        always: {first: true, when: danger and told = 0, do: [{set: {told: 1}}]}
        states:
          talks: {on: {agree: agreed}}
          agreed: {type: final}
      """
    var played = try Played(rulebook)
    try played.expect(
      "event: agree, set: {danger: true}",
      "danger := true; told = 1; -talks; +agreed; finished; in agreed")
    #expect(!played.result.trace.isOvertaken)
  }

  @Test func theyAreTriedFromTheRootInwards() throws {
    let rulebook = """
      facts: {x: boolean}
      workflow:
        initial: a
        always: {first: true, when: x and not(in(outer)), to: outer}
        states:
          a: {always: {first: true, when: x, to: inner}}
          inner: {}
          outer: {}
      """
    var played = try Played(rulebook)
    try played.expect("set: {x: true}", "x := true; -a; +outer; in outer")
  }

  @Test func theyGoBeforeQueuedEventsAndOtherEventlessTransitions() throws {
    let rulebook = """
      variables: {n: {type: integer, start: 0}}
      workflow:
        initial: a
        always: {first: true, when: n = 1, to: out, do: [{set: {n: 2}}]}
        states:
          a: {on: {go: {to: b, do: [{raise: next}, {set: {n: 1}}]}}}
          b: {always: c, on: {next: d}}
          c: {}
          d: {}
          out: {on: {next: d}}
      """
    var played = try Played(rulebook)
    try played.expect("event: go", "-a; !next; n = 1; +b; -b; n = 2; +out; -out; +d; in d")
  }

  @Test func whatCannotGoOnForWantOfAFactHoldsUpAllElse() throws {
    let rulebook = """
      facts: {danger: boolean, name: text}
      variables: {who: {type: text, start: ""}}
      workflow:
        initial: a
        always: {first: true, when: danger and not(in(out)), to: out}
        states:
          a: {on: {go: b}}
          b: {}
          out: {entry: [{set: {who: {is: name}}}]}
      """
    var played = try Played(rulebook)
    try played.expect(
      "event: go, set: {danger: true}",
      "danger := true; overtaken go; waits for name; in a")
    try played.expect(
      "event: go", "refused: it depends on facts that are unknown: `name`; in a")
    try played.expect(
      "set: {name: 甲某}", "name := 甲某; -a; +out; who = 甲某; in out")
  }

  @Test func oneThatNeverEndsIsStopped() throws {
    let rulebook = """
      facts: {x: boolean}
      workflow:
        initial: a
        always: {first: true, when: x, to: a}
        states: {a: {on: {go: a}}}
      """
    var played = try Played(rulebook)
    let story = try played.play("event: go, set: {x: true}")
    #expect(story.hasPrefix("refused: transitions without end"))
  }

  @Test func aTimersMacrostepBeginsWithThem() throws {
    let rulebook = """
      workflow:
        initial: a
        always: {first: true, when: today() >= @"2026-05-08" and in(a), to: out}
        states:
          a: {after: {2 days: b}}
          b: {}
          out: {}
      """
    var played = try Played(rulebook)
    let story = try played.play("at: 2026-05-20")
    #expect(story.hasSuffix("-a; +out; dropped after.a; in out"))
  }

  @Test func inParallelRegionsTheyAreTakenOneByOneInDocumentOrder() throws {
    let rulebook = """
      facts: {x: boolean}
      workflow:
        states:
          both:
            parallel:
              left: {states: {l1: {always: {first: true, when: x, to: l2}}, l2: {}}}
              right: {states: {r1: {always: {first: true, when: x, to: r2}}, r2: {}}}
      """
    var played = try Played(rulebook)
    try played.expect("set: {x: true}", "x := true; -l1; +l2; -r1; +r2; in l2, r2")
  }

  @Test func aHistoryRemembersWhatTheyLeft() throws {
    let rulebook = """
      facts: {pause: boolean}
      workflow:
        initial: talks
        always: {first: true, when: pause and not(in(paused)), to: paused}
        states:
          talks:
            states:
              one: {on: {go: two}}
              two: {}
              last: {type: history, depth: deep, to: one}
          paused: {on: {resume: talks.last}}
      """
    var played = try Played(rulebook)
    try played.play("event: go")
    try played.expect("set: {pause: true}", "pause := true; -two; -talks; +paused; in paused")
    try played.expect("event: resume", "-paused; +talks; +two; -two; -talks; +paused; in paused")
    try played.expect(
      "event: resume, set: {pause: false}", "pause := false; -paused; +talks; +two; in two")
  }

  @Test func oneWhoseGuardMeetsAFaultDoesNotKeepOthersFromActing() throws {
    let rulebook = """
      facts: {danger: boolean, n: integer}
      workflow:
        initial: a
        always:
          - {first: true, when: 1 / n > 2, to: b}
          - {first: true, when: danger and not(in(out)), to: out}
        states: {a: {on: {go: b}}, b: {}, out: {}}
      """
    var played = try Played(rulebook, facts: "n: 0")
    #expect(played.opening.contains("passed over one of the workflow: division by zero"))
    try played.expect(
      "event: go, set: {danger: true}",
      "danger := true; passed over one of the workflow: division by zero; -a; +out; overtaken go; "
        + "in out")
  }
}
