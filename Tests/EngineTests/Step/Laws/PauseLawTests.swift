import Engine
import Testing

/// What a pause does to a legal clock (docs/language.md, periods): the end moves by as many days as
/// lie between the day of pausing and the day of resuming.
@Suite struct PauseLawTests {
  /// A period from Wednesday 6 May 2026, which stands still in `s`.
  private static func played(
    _ length: String, from start: String = "d: 2026-05-06"
  ) throws -> Played {
    try Played(
      """
      facts: {d: date, m: date-time, agreed: date}
      periods: {p: {from: \(start.prefix(1)), length: \(length), extend: {until: agreed}, paused_in: [s]}}
      workflow:
        states:
          a: {on: {stop: s, expired.p: b}}
          s: {on: {go: a, turn: s, expired.p: b}}
          b: {}
      """, facts: start)
  }

  @Test func whileItStandsNothingIsDue() throws {
    var played = try Self.played("3 workdays")
    #expect(played.due == ["p 2026-05-09"])
    try played.expect("at: 2026-05-07T10:00, event: stop", "-a; +s; p stands; cancelled p; in s")
    #expect(played.due.isEmpty)
    try played.expect("at: 2026-07-01T00:00", "in s")
  }

  @Test(arguments: [
    ("3 days", "2026-05-08", "2026-05-11", "the 10th is a Sunday"),
    ("5 days", "2026-05-08", "2026-05-12", "11 and one more"),
    ("3 workdays", "2026-05-08", "2026-05-11", "the workday after the 9th"),
    ("3 workdays", "2026-05-07", "2026-05-09", "back on the same day"),
    ("3 workdays", "2026-05-11", "2026-05-13", "8, 9 and 11 were lost"),
    ("3 workdays", "2026-05-10", "2026-05-12", "8 and 9 were lost; the Sunday was no workday"),
    ("1 month", "2026-05-10", "2026-06-09", "three days behind Saturday the 6th"),
    ("1 day", "2026-05-17", "2026-05-18", "ten days later, a Sunday"),
  ])
  func theEndMovesByTheDaysOfThePause(
    length: String, resumed: String, end: String, why: String
  ) throws {
    var played = try Self.played(length)
    try played.play("at: 2026-05-07T10:00, event: stop")
    try played.play("at: \(resumed)T16:00, event: go")
    #expect(played.due == ["p \(end)"], "\(why)")
  }

  @Test func severalPausesAddUp() throws {
    var played = try Self.played("3 workdays")
    for (stop, go) in [("07", "08"), ("08", "11"), ("12", "13")] {
      try played.play("at: 2026-05-\(stop)T10:00, event: stop")
      try played.play("at: 2026-05-\(go)T09:00, event: go")
    }
    // 8; 9 and 11; 13: four workdays behind the 9th.
    #expect(played.due == ["p 2026-05-14"])
  }

  @Test func goingRoundWithinThePauseGoesOnPausing() throws {
    var played = try Self.played("3 workdays")
    try played.play("at: 2026-05-07T10:00, event: stop")
    try played.expect("at: 2026-05-08T10:00, event: turn", "-s; +s; in s")
    try played.play("at: 2026-05-11T09:00, event: go")
    #expect(played.due == ["p 2026-05-13"])
  }

  @Test func hoursStopExactly() throws {
    var played = try Self.played("10 hours", from: "m: 2026-05-06T09:00")
    try played.play("at: 2026-05-06T12:30, event: stop")
    try played.play("at: 2026-05-08T12:45, event: go")
    #expect(played.due == ["p 2026-05-08T19:15+08:00"])
  }

  @Test func aPauseBeforeTheStartDoesNotCount() throws {
    var played = try Self.played("3 workdays", from: "m: 2026-05-12T10:00")
    try played.play("at: 2026-05-07T10:00, event: stop")
    try played.play("at: 2026-05-08T10:00, event: go")
    #expect(played.due == ["p 2026-05-15"])
  }

  @Test func aStartWithinAPauseCountsFromThereOn() throws {
    var played = try Self.played("3 workdays", from: "m: 2026-05-11T10:00")
    try played.play("at: 2026-05-07T10:00, event: stop")
    #expect(played.due.isEmpty)
    try played.play("at: 2026-05-12T10:00, event: go")
    #expect(played.due == ["p 2026-05-15"])
  }

  @Test func aStartStatedWhilePausedBeginsStanding() throws {
    var played = try Self.played("1 day", from: "d: unknown")
    try played.play("at: 2026-05-07T10:00, event: stop")
    try played.expect("set: {d: 2026-05-07}", "d := 2026-05-07; p from 2026-05-07; p stands; in s")
    try played.expect("at: 2026-05-11T10:00, event: go", "-s; +a; p runs; set p 2026-05-12; in a")
  }

  @Test func aPauseThatBeginsWhenTheEndHasComeStopsNothing() throws {
    var played = try Self.played("1 day")
    try played.expect(
      "at: 2026-05-08T00:00, event: stop",
      "due p at 2026-05-08T00:00+08:00; -a; +b; refused: nothing takes `stop` here, and no other event could be fired; in b"
    )
  }

  @Test func anAgreedEndDoesNotMoveButWaitsForTheResuming() throws {
    var played = try Self.played("1 day")
    try played.play("set: {agreed: 2026-05-12}")
    #expect(played.due == ["p 2026-05-12"])
    try played.play("at: 2026-05-07T10:00, event: stop")
    #expect(played.due.isEmpty)
    try played.expect("at: 2026-05-11T10:00, event: go", "-s; +a; p runs; set p 2026-05-12; in a")
    try played.play("event: stop")
    try played.expect(
      "at: 2026-05-20T10:00, event: go",
      "-s; +a; p runs; set p 2026-05-12; due p at 2026-05-20T10:00+08:00; -a; +b; in b")
  }
}
