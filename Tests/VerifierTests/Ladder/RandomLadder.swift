import TestSupport

/// A small rulebook with a ladder: levels with times in days, workdays and hours, some with a
/// choice of ways up, some that ask for a consent anew at each level.
enum RandomLadder {
  static func rulebook(_ random: inout SeededRandom) -> String {
    let terms = [
      "1 day", "2 days", "1 workday", "3 workdays", "5 workdays", "20 hours", "50 hours",
    ]
    let count = 2 + (random.chance(2) ? 1 : 0)
    let branches = count == 3 && random.chance(2)
    let levels = ["a", "b", "c"].prefix(count).map { name in
      let choice = branches && name == "a" ? ", next: [b, c], choose: mediator" : ""
      return "{id: \(name), within: \(random.pick(terms))\(choice)}"
    }
    let escalate =
      random.chance(2) ? "overdue, on: up" : "when: attempts >= 2, overdue, on: up"
    return rulebook(levels: Array(levels), escalate: escalate, asks: random.chance(2))
  }

  /// - Parameter asks: whether the parties are asked anew at each level.
  static func rulebook(levels: [String], escalate: String, asks: Bool) -> String {
    let consent = asks ? "consents: {talks: {of: every party, again: escalation}}\n" : ""
    let needs = asks ? ", needs: [talks]" : ""
    return """
      rulebook: ladder
      parties: {sides: [first, second]}
      roles: {mediator: {}}
      events: {settled: {}, broken_off: {}, up: {}}
      \(consent)slots:
        mediation: {gives: [agreed, not_agreed]\(needs)}
      ladder:
        levels: [\(levels.joined(separator: ", "))]
        escalate: [\(escalate)]
      scripts:
        talk: {steps: {apart: {on: {settled: agreed, broken_off: not_agreed}}}}
      fill:
        mediation: {ladder: true, script: talk}
      workflow:
        states:
          mediating: {slot: mediation, on: {agreed: closed, not_agreed: ended}}
          closed: {type: final}
          ended: {type: final}
      """
  }
}
