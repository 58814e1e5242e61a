import Engine
import Testing

/// Legal clocks that live on the case (docs/language.md, periods): when they begin, what moves
/// them, and how they end. The calendar is that of 2026: 9 May is a make-up Saturday.
@Suite struct PeriodLawTests {
  private static let rulebook = """
    facts: {d: date}
    periods: {p: {from: d, length: 3 workdays}}
    workflow: {states: {a: {on: {expired.p: b, again: a}}, b: {on: {expired.p: wrong}}, wrong: {}}}
    """

  @Test func aPeriodBeginsWhenItsStartIsKnown() throws {
    var played = try Played(Self.rulebook)
    #expect(played.opening == "+a; in a")
    #expect(played.due.isEmpty)
    try played.expect(
      "set: {d: 2026-05-06}", "d := 2026-05-06; p from 2026-05-06; set p 2026-05-09; in a")
    try played.expect("at: 2026-05-09T23:59", "in a")
    try played.expect("at: 2026-05-10T00:00", "due p at 2026-05-10T00:00+08:00; -a; +b; in b")
  }

  @Test func anotherStartMovesIt() throws {
    var played = try Played(Self.rulebook, facts: "d: 2026-05-06")
    try played.expect(
      "set: {d: 2026-05-07}",
      "d := 2026-05-07; p from 2026-05-07; cancelled p; set p 2026-05-11; in a")
    try played.expect("at: 2026-05-10T00:00", "in a")
  }

  @Test func aStartThatIsTakenBackEndsIt() throws {
    var played = try Played(Self.rulebook, facts: "d: 2026-05-06")
    try played.expect("set: {d: unknown}", "d := unknown; cancelled p; in a")
    #expect(played.due.isEmpty)
    try played.expect("at: 2026-06-01T00:00", "in a")
  }

  @Test func aPeriodWhoseEndIsPastIsDueAtOnce() throws {
    var played = try Played(Self.rulebook)
    // 2, 3 and 7 April: the 4th to the 6th are the holiday of Qingming.
    try played.expect(
      "set: {d: 2026-04-01}",
      """
      d := 2026-04-01; p from 2026-04-01; set p 2026-04-07; \
      due p at 2026-05-06T09:00+08:00; -a; +b; in b
      """)
  }

  @Test func itExpiresOnce() throws {
    var played = try Played(Self.rulebook, facts: "d: 2026-05-06")
    try played.play("at: 2026-05-10T00:00")
    try played.expect("at: 2026-06-10T00:00", "in b")
    // A start corrected to another day whose end is past as well brings no second expiry.
    try played.expect("set: {d: 2026-05-05}", "d := 2026-05-05; p from 2026-05-05; in b")
  }

  @Test func whatHasExpiredRunsAgainWhereACorrectedStartPutsItsEndAhead() throws {
    var played = try Played(Self.rulebook, facts: "d: 2026-05-06")
    try played.play("at: 2026-05-10T00:00")
    try played.expect(
      "set: {d: 2026-05-11}", "d := 2026-05-11; p from 2026-05-11; set p 2026-05-14; in b")
    try played.play("at: 2026-05-15T00:00")
    #expect(played.leaves == "wrong")
  }

  @Test func itRunsOnWhereStatesAreLeftAndEntered() throws {
    var played = try Played(Self.rulebook, facts: "d: 2026-05-06")
    try played.expect("at: 2026-05-08T12:00, event: again", "-a; +a; in a")
    #expect(played.due == ["p 2026-05-09"])
  }

  @Test func anExpiryThatNothingTakesIsDropped() throws {
    var played = try Played(
      """
      facts: {d: date}
      periods: {p: {from: d, length: 1 day}}
      workflow: {states: {a: {}}}
      """, facts: "d: 2026-05-06")
    try played.expect(
      "at: 2026-05-08T00:00", "due p at 2026-05-08T00:00+08:00; dropped expired.p; in a")
  }

  @Test func hoursRunFromTheMomentAndDoNotMove() throws {
    let played = try Played(
      """
      facts: {m: date-time, d: date}
      periods: {p: {from: m, length: 72 hours}, q: {from: d, length: 2 hours}}
      workflow: {states: {a: {}}}
      """, facts: "m: 2026-05-07T10:30, d: 2026-05-06")
    #expect(played.due == ["q 2026-05-07T02:00+08:00", "p 2026-05-10T10:30+08:00"])
  }

  @Test func aMomentStartsATermOfDaysOnItsDay() throws {
    let played = try Played(
      """
      facts: {m: date-time}
      periods: {p: {from: m, length: 1 month}}
      workflow: {states: {a: {}}}
      """, facts: "m: 2026-05-06T23:30")
    // 6 June is a Saturday.
    #expect(played.due == ["p 2026-06-08"])
  }

  private static func withTwoStarts(_ take: String) -> String {
    """
    facts: {d: {type: date, optional: true}, e: {type: date, optional: true}}
    periods: {p: {from: [d, e], take: \(take), length: 1 day}}
    workflow: {states: {a: {}}}
    """
  }

  @Test(arguments: [("latest", "p 2026-05-13"), ("earliest", "p 2026-05-12")])
  func ofSeveralStartsTheLatestOrTheEarliestCounts(take: String, due: String) throws {
    var played = try Played(Self.withTwoStarts(take), facts: "d: 2026-05-12")
    #expect(played.due.isEmpty)
    try played.play("set: {e: 2026-05-11}")
    #expect(played.due == [due])
  }

  @Test(arguments: ["latest", "earliest"])
  func aStartThatIsNullIsPassedOver(take: String) throws {
    var played = try Played(Self.withTwoStarts(take), facts: "d: null")
    try played.play("set: {e: 2026-05-11}")
    #expect(played.due == ["p 2026-05-12"])
    try played.expect("set: {e: null}", "e := null; cancelled p; in a")
  }

  private static let extended = """
    facts: {d: date, agreed: boolean, until: date}
    periods: {p: {from: d, length: 3 days, extend: {when: agreed, until: until}}}
    workflow: {states: {a: {on: {expired.p: b}}, b: {}}}
    """

  @Test func anAgreedEndTakesThePlaceOfTheTerm() throws {
    var played = try Played(Self.extended, facts: "d: 2026-05-06")
    #expect(played.due == ["p 2026-05-09"])
    try played.expect("set: {agreed: true}", "agreed := true; in a")
    // A Sunday stays one: what parties agree on does not move.
    try played.expect(
      "set: {until: 2026-05-24}", "until := 2026-05-24; cancelled p; set p 2026-05-24; in a")
    try played.expect("at: 2026-05-24T23:00", "in a")
    try played.expect(
      "set: {agreed: false}",
      "agreed := false; cancelled p; set p 2026-05-09; due p at 2026-05-24T23:00+08:00; -a; +b; in b"
    )
  }

  @Test func anAgreedEndThatIsPastIsDueAtOnce() throws {
    var played = try Played(Self.extended, facts: "d: 2026-05-06, agreed: true")
    try played.expect(
      "set: {until: 2026-05-05}",
      """
      until := 2026-05-05; cancelled p; set p 2026-05-05; \
      due p at 2026-05-06T09:00+08:00; -a; +b; in b
      """)
  }

  @Test func anExtensionAfterTheExpirySetsItRunningAgain() throws {
    var played = try Played(Self.extended, facts: "d: 2026-05-06, agreed: true")
    try played.play("at: 2026-05-10T00:00")
    #expect(played.leaves == "b")
    try played.expect("set: {until: 2026-05-20}", "until := 2026-05-20; set p 2026-05-20; in b")
  }

  @Test func theNextPeriodsFirstDayIsTheDayAfterAMovedEnd() throws {
    var played = try Played(
      """
      facts: {d: date, e: date}
      periods: {p: {from: d, length: 4 days}, q: {from: e, length: 1 day}}
      workflow: {states: {a: {on: {expired.p: {to: b, do: [{set: {e: today()}}]}}}, b: {}}}
      """, facts: "d: 2026-05-06")
    // The fourth day is Sunday the 10th, so D is Monday the 11th, and D + 1 the 12th.
    try played.expect(
      "at: 2026-05-12T00:00",
      """
      due p at 2026-05-12T00:00+08:00; -a; e := 2026-05-11; +b; q from 2026-05-11; \
      set q 2026-05-12; in b
      """)
  }

  @Test func theEndOfTheCaseEndsIt() throws {
    var played = try Played(
      """
      facts: {d: date}
      periods: {p: {from: d, length: 1 day}}
      workflow: {states: {a: {on: {go: end}}, end: {type: final}}}
      """, facts: "d: 2026-05-06")
    try played.expect("event: go", "-a; +end; cancelled p; finished; in end")
    #expect(played.due.isEmpty)
  }

  @Test func aRefusedEntryLeavesItAsItWas() throws {
    var played = try Played(
      """
      facts: {d: date, x: boolean}
      periods: {p: {from: d, length: 3 workdays}}
      workflow: {states: {a: {on: {go: {when: x, to: b}}}, b: {}}}
      """, facts: "d: 2026-05-06")
    let before = played.state
    try played.expect(
      "event: go, set: {d: 2026-05-20}", "refused: it depends on facts that are unknown: `x`; in a")
    #expect(played.state == before)
    #expect(played.due == ["p 2026-05-09"])
  }
}
