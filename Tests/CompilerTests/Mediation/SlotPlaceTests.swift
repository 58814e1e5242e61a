import Testing

/// What forms make of an author's expression is still shown at the author's character.
struct SlotPlaceTests {
  @Test func aFaultInTheChoiceOfAScriptIsShownAtItsCharacter() throws {
    try expectFindings(
      ["FQ0230", "FQ0230"],
      in: rulebook(
        script: #""if 1️⃣amont1️⃣ > 5 then talk else court""#, start: "if 2️⃣x2️⃣ then low else high"))
  }

  @Test func aChoiceThatMayBeNullIsRefused() throws {
    try expectFindings(["FQ0234"], in: rulebook(script: "1️⃣way1️⃣", start: "low"))
    try expectFindings(["FQ0234"], in: rulebook(script: "talk", start: "1️⃣begin1️⃣"))
  }

  @Test func aFaultInAGuardOfAnOutcomeIsShownAtItsCharacter() throws {
    try expectFindings(
      ["FQ0230"],
      in: rulebook(script: "talk", start: "low", agreed: "{when: '1️⃣amont1️⃣ > 5', to: closed}"))
  }

  private func rulebook(script: String, start: String, agreed: String = "closed") -> String {
    """
    rulebook: demo
    facts:
      amount: money
      way: {type: script, optional: true}
      begin: {type: level, optional: true}
    slots: {mediation: {gives: [agreed, not_agreed]}}
    ladder: {levels: [low, high], start: \(start), escalate: [when: attempts > 1]}
    scripts:
      talk: {steps: {together: {on: {settled: agreed, broken_off: not_agreed}}}}
      court: {steps: {together: {on: {settled: agreed, broken_off: not_agreed}}}}
    fill: {mediation: {ladder: true, script: \(script)}}
    workflow:
      states:
        mediating: {slot: mediation, on: {agreed: \(agreed), not_agreed: ended}}
        closed: {type: final}
        ended: {type: final}
    """
  }
}
