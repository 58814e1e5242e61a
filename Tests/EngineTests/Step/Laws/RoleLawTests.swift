import Engine
import Model
import Testing

/// Who may fire an event, and when a role may act at all (docs/language.md, roles).
@Suite struct RoleLawTests {
  private static let rulebook = """
    roles: {elder: {when: welcome}, mediator: {}}
    facts: {welcome: boolean}
    events: {speak: {}, advise: {by: [elder, mediator]}}
    variables: {n: {start: 0}}
    workflow:
      states:
        talks: {on: {speak | advise: {do: [{set: {n: n + 1}}]}}}
    """

  @Test func aRoleWhoseConditionFailsIsRefused() throws {
    var played = try Played(Self.rulebook, facts: "welcome: false")
    try played.expect(
      "event: advise, by: elder",
      "refused: `elder` may not fire `advise` yet, because what must hold for that does not; in talks"
    )
    #expect(played.result.refusal?.kind == .role)
  }

  @Test func aRoleWhoseConditionIsUnknownIsRefusedWithTheQuestion() throws {
    var played = try Played(Self.rulebook)
    let story = try played.play("event: advise, by: elder")
    #expect(story.contains("unknown: `welcome`"))
    #expect(played.result.refusal?.missing?.facts.count == 1)
  }

  @Test func aRoleWhoseConditionHoldsMayAct() throws {
    var played = try Played(Self.rulebook, facts: "welcome: true")
    try played.expect("event: advise, by: elder", "n = 1; in talks")
  }

  @Test func theConditionIsReadWithTheFactsOfTheSameEntry() throws {
    var played = try Played(Self.rulebook)
    try played.expect(
      "event: advise, by: elder, set: {welcome: true}", "welcome := true; n = 1; in talks")
  }

  @Test func theConditionHoldsForEventsThatAnyoneMayFireToo() throws {
    var played = try Played(Self.rulebook, facts: "welcome: false")
    try played.expect("event: speak", "n = 1; in talks")
    try played.expect("event: speak, by: mediator", "n = 2; in talks")
    #expect(try played.play("event: speak, by: elder").hasPrefix("refused: `elder`"))
  }
}
