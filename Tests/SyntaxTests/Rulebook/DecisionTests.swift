import SourceText
import Syntax
import TestSupport
import Testing

/// Decisions are read in each of their forms, and their faults are shown at their places.
@Suite struct DecisionTests {
  private func decision(_ text: String) throws -> Decoding<RulebookTree> {
    try rulebook("decisions:\n  d:\n" + text)
  }

  private static let table = "    inputs: [a]\n    outputs: {o: money}\n"

  @Test(arguments: [
    ("    is: a / b\n    type: money\n", "expression: a / b, type: named money"),
    (
      "    hit: C+\n    inputs: [a, b.c, {name: e, is: f * 2}]\n    outputs: {o: [x, y]}\n "
        + "   table: t.csv\n",
      "hit: C+, inputs: [(name: a), (name: b.c), (name: e, expression: f * 2)], "
        + "outputs: [(name: o, type: words ([(name: x), (name: y)]))], rows: file t.csv"
    ),
    (
      "    outputs: {o: {type: t, priority: [x, y]}, p: {record: {q: text}}}\n    rules: "
        + "[{then: {o: x, p: {q: z}}}]\n",
      "outputs: [(name: o, type: named t, priorities: [x, y]), "
        + "(name: p, type: record ([(name: q, type: named text)]))], rows: list "
        + "([(results: [(name: o, value: scalar x), (name: p, value: record ([(name: q, value: "
        + "scalar z)]))])])"
    ),
    (
      table
        + "    rules:\n      - {id: r1, when: a > 3, then: 5, because: [l, reported]}\n      - "
        + "{when: {a: [x, y]}, then: {is: a * 2}, law: m}\n    otherwise: {is: 1 + 1}\n",
      "inputs: [(name: a)], outputs: [(name: o, type: named money)], rows: list "
        + "([(id: r1, condition: expression a > 3, result: scalar 5, basis: [l, reported]), "
        + "(condition: cells ([(input: a, test: alternatives ([x, y]))]), result: computed (a "
        + "* 2), basis: [m])]), "
        + "otherwiseValue: computed (1 + 1)"
    ),
    (
      table + "    rules: [{when: {}, then: null}]\n    otherwise: {o: 0}\n",
      "inputs: [(name: a)], outputs: [(name: o, type: named money)], rows: list "
        + "([(condition: cells (), result: scalar null)]), otherwise: [(name: o, value: scalar 0)]"
    ),
  ])
  func aDecisionIsReadInEachOfItsForms(text: String, shown: String) throws {
    let decoding = try decision(text)
    expectNone(decoding.findings.map(\.message.en), of: text)
    let tree = try #require(decoding.tree.decisions.first)
    #expect(showTree(tree) == "(name: d, " + shown + ")")
  }

  @Test(arguments: [
    "unique", "any", "first", "priority", "rule order", "output order", "collect", "sum", "min",
    "max", "count", "U", "A", "F", "P", "R", "O", "C", "C+", "C<", "C>", "C#",
  ])
  func everyHitPolicyIsTakenByWordAndByLetter(policy: String) throws {
    let decoding = try decision("    hit: \"\(policy)\"\n" + Self.table + "    table: t.csv\n")
    #expect(decoding.codes == [])
    #expect(decoding.tree.decisions.first?.hit?.text == policy)
  }

  @Test(arguments: [
    BadRulebook(
      "    hit: 1️⃣best1️⃣\n\(table)    table: t\n", "unknown-hit-policy", says: "`rule order`"),
    BadRulebook(
      "    is: 1\n    1️⃣rules1️⃣: [{then: 1}]\n", "conflicting-keys", says: "keep `is` alone"),
    BadRulebook("    inputs: [a]\n    1️⃣is1️⃣: 1\n", "conflicting-keys"),
    BadRulebook(
      "\(table)    rules: [{then: 1}]\n    1️⃣table1️⃣: t.csv\n", "conflicting-keys",
      says: "in the file"),
    BadRulebook(
      "\(table)    type: money\n    1️⃣table1️⃣: t.csv\n", "conflicting-keys", says: "`outputs`"),
    BadRulebook("    title: x\n", "missing-key", says: "`is`, `rules` or `table`"),
    BadRulebook("    inputs: [a]\n    table: t.csv\n", "missing-key", says: "`outputs`"),
    BadRulebook("\(table)    rules: 1️⃣[]1️⃣\n", "empty-table"),
    BadRulebook("\(table)    rules: [{1️⃣when1️⃣: a > 1}]\n", "missing-key", says: "`then`"),
    BadRulebook(
      "\(table)    rules: [{then: 1, 1️⃣a1️⃣: 5}]\n", "unknown-key",
      says: "`when: "
        + "{a: …}`"),
    BadRulebook(
      "\(table)    rules: [{when: {a: 1️⃣[10..99]1️⃣}, then: 1}]\n", "list-for-range",
      says: "`\"[10..99]\"`"),
    BadRulebook(
      "\(table)    rules: [{when: {a: 1️⃣[]1️⃣}, then: "
        + "1}]\n", "wrong-kind", says: "quotes"),
    BadRulebook(
      "\(table)    rules: [{when: {a: 1️⃣{b: c}1️⃣}, then: 1}]\n", "wrong-kind", says: "quotes"),
    BadRulebook(
      "\(table)    rules:\n      - when:\n          1️⃣a1️⃣:\n        then: 1\n", "empty-value",
      says: "under `a`"),
    BadRulebook("\(table)    rules:\n      - 1️⃣when1️⃣:\n        then: 1\n", "empty-value"),
    BadRulebook("\(table)    rules:\n      - 1️⃣then1️⃣:\n", "empty-value", says: "a value"),
    BadRulebook("\(table)    rules:\n      - when: 1️⃣\" \"1️⃣\n        then: 1\n", "empty-value"),
    BadRulebook(
      "\(table)    rules: [{then: {is: 1, 1️⃣o1️⃣: 2}}]\n", "conflicting-keys", says: "computed"),
    BadRulebook(
      "\(table)    rules: [{id: x, then: 1}, {id: 1️⃣x1️⃣, then: 2}]\n", "duplicate-name",
      says: "row `x`"),
    BadRulebook(
      "    inputs: [a, 1️⃣a1️⃣]\n    outputs: {o: money}\n    table: "
        + "t\n", "duplicate-name"),
    BadRulebook(
      "    inputs: [1️⃣a / b1️⃣]\n    outputs: {o: money}\n    table: t\n", "not-a-name",
      says: "`{name: NAME, is: a / b}`"),
    BadRulebook(
      "    inputs: [{1️⃣is1️⃣: a / b}]\n    outputs: {o: money}\n    table: t\n", "missing-key",
      says: "`name`"),
    BadRulebook(
      "    inputs: [{1️⃣name1️⃣: a}]\n    outputs: {o: money}\n    table: t\n", "missing-key",
      says: "`is`"),
    BadRulebook(
      "    inputs: 1️⃣a1️⃣\n    outputs: {o: money}\n    table: t\n", "wrong-kind", says: "a list"),
    BadRulebook("    outputs: 1️⃣[o]1️⃣\n    table: t\n", "wrong-kind", says: "a mapping by name"),
    BadRulebook(
      "    outputs: {1️⃣o1️⃣: {priority: [a]}}\n    table: t\n", "missing-key", says: "`type`"),
    BadRulebook("    is: 1️⃣[1, 2]1️⃣\n", "wrong-kind", says: "quotes"),
    BadRulebook("    is: 1️⃣[a > 3]1️⃣\n", "wrong-kind", says: "write `a > 3` without a list"),
    BadRulebook("    is: 1️⃣{a: 3}1️⃣\n", "wrong-kind", says: "quotes"),
    BadRulebook("    1️⃣is1️⃣:\n", "empty-value", says: "an expression"),
    BadRulebook("    is: 1️⃣\"\"1️⃣\n", "empty-value"),
  ])
  func aFaultOfADecisionIsShownAtItsPlace(bad: BadRulebook) throws {
    var bad = bad
    bad.marked = "rulebook: r\ndecisions:\n  d:\n" + bad.marked
    if !bad.marked.contains("1️⃣") {
      bad.marked = bad.marked.replacing("  d:", with: "  1️⃣d1️⃣:")
    }
    try bad.check(rulebook)
  }
}
