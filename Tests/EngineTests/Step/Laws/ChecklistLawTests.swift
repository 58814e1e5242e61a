import Engine
import Testing

/// `checklist: true` answers at once what several decisions ask (docs/language.md, checklist).
@Suite struct ChecklistLawTests {
  private static let rulebook = """
    facts: {hit: boolean, threat: boolean, sum: money, other: boolean, insult: {type: boolean, optional: true}}
    decisions:
      harsh: {is: insult = true or threat}
      danger: {is: hit or harsh and sum > 5}
    checklist: {ask: Is there none of these?, of: [danger]}
    workflow: {states: {a: {on: {go: {when: not(danger), to: b}}}, b: {}}}
    """

  @Test func itStatesTheFlagsThatTheDecisionsReadByThemselvesOrThroughOthers() throws {
    let played = try Played(Self.rulebook, facts: "checklist: true")
    #expect(
      played.opening
        == "checklist; hit := false; threat := false; insult := false; +a; in a")
  }

  @Test func whatIsSaidBesideItOrBeforeItStays() throws {
    var played = try Played(Self.rulebook, facts: "threat: true, insult: null")
    try played.expect(
      "set: {checklist: true, sum: 1}", "sum := 1; checklist; hit := false; in a")
  }

  @Test func itIsAnsweredBeforeTheEventOfItsEntry() throws {
    var played = try Played(Self.rulebook)
    try played.expect(
      "event: go, set: {checklist: true}",
      "checklist; hit := false; threat := false; insult := false; -a; +b; in b")
  }

  @Test func aRefusedEntryAnswersNothing() throws {
    var played = try Played(Self.rulebook, facts: "hit: true, sum: 9")
    let before = played.state
    try played.play("event: go, set: {checklist: true}")
    #expect(played.result.refusal != nil)
    #expect(played.state == before)
  }
}
