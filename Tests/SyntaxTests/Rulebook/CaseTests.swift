import SourceText
import Syntax
import TestSupport
import Testing

/// Case files are read whole, one case or many.
@Suite struct CaseTests {
  private func cases(_ text: String) throws -> Decoding<[CaseTree]> {
    try Decoding(text) { decodeCases($0, into: &$1) }
  }

  @Test(arguments: [
    ("case: C1\n", "(id: C1)"),
    (
      "case: C-1\nrulebook: r\nopened: 2026-05-06T09:20+08:00\nfacts: {a: 1, b: unknown, c: "
        + "[x, y]}\n",
      "(id: C-1, rulebook: r, opened: 2026-05-06T09:20+08:00, facts: [(name: a, value: scalar 1), "
        + "(name: b, value: scalar unknown), (name: c, value: list ([scalar x, scalar y]))])"
    ),
    (
      "case: C\njournal:\n  - at: 2026-05-06\n  - {event: e.f, by: r, with: {a: 1}, set: {b: "
        + "null}}\n",
      "(id: C, journal: [(at: 2026-05-06), (event: e.f, by: r, set: [(name: b, value: scalar "
        + "null)], "
        + "with: [(name: a, value: scalar 1)])])"
    ),
    (
      "case: C\nexpect: {state: a, never: [b, c.d], because: k.r1, ask: [], finished: true, "
        + "refused: role}\n",
      "(id: C, expectation: (states: [a], never: [b, c.d], because: [k.r1], refused: role, "
        + "finished: true))"
    ),
    (
      "case: C\nexpect: {decisions: {k: v, l: {o: 1}}, due: {s: 2026-05-09, t: none}, "
        + "documents: [d], "
        + "notices: 公安, tasks: [t], ask: [f, g], facts: {a: 1}, variables: {b: 2}}\n",
      "(id: C, expectation: (decisions: [(name: k, value: scalar v), (name: l, value: record "
        + "([(name: o, "
        + "value: scalar 1)]))], due: [(name: s, when: 2026-05-09), (name: t, when: none)], "
        + "documents: [d], "
        + "notices: [公安], tasks: [t], ask: [f, g], facts: [(name: a, value: scalar 1)], "
        + "variables: [(name: b, value: scalar 2)]))"
    ),
    (
      "case: C\njournal: [{event: e, expect: {refused: true}}]\n",
      "(id: C, journal: [(event: e, expectation: (refused: true))])"
    ),
  ])
  func aCaseIsReadInFull(text: String, shown: String) throws {
    let decoding = try cases(text)
    expectNone(decoding.findings.map(\.message.en), of: text)
    #expect(decoding.tree.map(showTree) == [shown])
  }

  @Test func aFileMayHoldSeveralCases() throws {
    let decoding = try cases("cases:\n  - case: A\n  - {case: B, facts: {a: 1}}\n")
    #expect(decoding.codes == [])
    #expect(decoding.tree.compactMap(\.id?.value) == ["A", "B"])
  }

  @Test func noQuestionsAndNothingSaidOfQuestionsDiffer() throws {
    let silent = try cases("case: C\nexpect: {state: a}\n").tree.first?.expectation
    let none = try cases("case: C\nexpect: {ask: []}\n").tree.first?.expectation
    #expect(silent?.ask == nil)
    #expect(none?.ask?.isEmpty == true)
  }

  @Test(arguments: [
    BadRulebook("1️⃣opened1️⃣: 2026-01-01\n", "missing-key", says: "`case`"),
    BadRulebook("case: C\n1️⃣fact1️⃣: {a: 1}\n", "unknown-key", says: "write `facts`"),
    BadRulebook("case: C\njournal: [{1️⃣with1️⃣: {a: 1}}]\n", "missing-key", says: "`event`"),
    BadRulebook("case: C\njournal: [1️⃣{}1️⃣]\n", "empty-value"),
    BadRulebook(
      "case: C\njournal: [{event: e, 1️⃣facts1️⃣: {a: 1}}]\n", "unknown-key", says: "write `set`"),
    BadRulebook("case: C\njournal: 1️⃣{event: e}1️⃣\n", "wrong-kind", says: "a list"),
    BadRulebook("case: C\njournal: [1️⃣e1️⃣]\n", "wrong-kind"),
    BadRulebook("case: C\nfacts: {a: 1, 1️⃣b c1️⃣: 2}\n", "name-with-blank"),
    BadRulebook("case: C\nexpect: {1️⃣states1️⃣: a}\n", "unknown-key", says: "write `state`"),
    BadRulebook("case: C\nexpect: {refused: 1️⃣maybe1️⃣}\n", "unknown-choice", says: "`unhandled`"),
    BadRulebook("case: C\nexpect: {finished: 1️⃣yes1️⃣}\n", "not-a-flag", says: "write `true`"),
    BadRulebook("cases: [{case: C}, {case: 1️⃣C1️⃣}]\n", "duplicate-name", says: "the case `C`"),
    BadRulebook("cases: []\n1️⃣rulebook1️⃣: r\n", "unknown-key"),
    BadRulebook("cases: 1️⃣{case: C}1️⃣\n", "wrong-kind"),
    BadRulebook("1️⃣[]1️⃣\n", "wrong-kind"),
    BadRulebook("1️⃣rulebook1️⃣: r\nfacts: {a: text}\n", "other-kind-of-file", says: "a rulebook"),
    BadRulebook("1️⃣rulebook1️⃣: r\njournal: []\n", "missing-key", says: "`case`"),
  ])
  func aFaultOfACaseIsShownAtItsPlace(bad: BadRulebook) throws {
    try bad.check(cases)
  }
}
