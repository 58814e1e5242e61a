import SourceText
import Syntax
import TestSupport
import Testing

/// Keys and values of the declaring sections that are not as they should be.
@Suite struct KeyFaultTests {
  @Test(arguments: [
    BadRulebook("1️⃣fact1️⃣: {}\n", "unknown-key", says: "write `facts`"),
    BadRulebook("facts: {a: {1️⃣tpye1️⃣: money}}\n", "unknown-key", says: "write `type`"),
    BadRulebook(
      "facts: {a: {type: money, 1️⃣minimum1️⃣: 5}}\n", "unknown-key", says: "write `min`"),
    BadRulebook("roles: {a: {1️⃣colour1️⃣: red}}\n", "unknown-key", says: "use one of `title`, `when`"),
    BadRulebook(
      "facts: {a: {type: money, 1️⃣colour1️⃣: red}}\n", "unknown-key",
      says: "`colour` is not a key of a fact; use one of `title`, `type`, `format`"),
    BadRulebook("title: {zh: 甲, 1️⃣fr1️⃣: x}\n", "unknown-key", says: "use one of `zh`, `en`"),
  ])
  func anUnknownKeyIsLedToTheRightOne(bad: BadRulebook) throws {
    try bad.check(rulebook)
  }

  @Test(arguments: [
    BadRulebook("facts: {1️⃣a1️⃣: {min: 5}}\n", "missing-key", says: "a fact needs the key `type`"),
    BadRulebook("variables: {1️⃣a1️⃣: {type: money}}\n", "missing-key", says: "`start`"),
    BadRulebook("types: {1️⃣a1️⃣: {title: x}}\n", "missing-key", says: "`values` or `ordered`"),
    BadRulebook("periods: {1️⃣p1️⃣: {from: a}}\n", "missing-key", says: "`length`"),
    BadRulebook("periods: {1️⃣p1️⃣: {length: 1 day}}\n", "missing-key", says: "`from`"),
    BadRulebook("types: {a: {values: [b], 1️⃣ordered1️⃣: [b]}}\n", "conflicting-keys"),
  ])
  func missingAndConflictingKeysAreReported(bad: BadRulebook) throws {
    try bad.check(rulebook)
  }

  @Test func aRulebookNeedsItsId() throws {
    let decoding = try Decoding("title: x\n") { decodeRulebook($0, into: &$1) }
    #expect(decoding.codes == ["missing-key"])
    #expect(decoding.findings.first?.message.en.contains("`rulebook`") == true)
  }

  @Test(arguments: ["", "# nothing\n", "---\n"])
  func anEmptyFileIsSaidToBeEmpty(text: String) throws {
    let decoding = try Decoding(text) { decodeRulebook($0, into: &$1) }
    #expect(decoding.findings.map(\.message.en) == ["the file is empty"])
  }

  @Test(arguments: ["[a, b]\n", "just words\n"])
  func aFileThatIsNoMappingIsRefused(text: String) throws {
    let decoding = try Decoding(text) { decodeRulebook($0, into: &$1) }
    #expect(decoding.codes == ["wrong-kind"])
  }

  @Test(arguments: [
    BadRulebook(
      "facts: 1️⃣[a, b]1️⃣\n", "wrong-kind", says: "`facts` needs a mapping by name, not a list"),
    BadRulebook("facts: {a: {type: 1️⃣{}1️⃣}}\n", "wrong-kind"),
    BadRulebook("facts: {a: 1️⃣[money]1️⃣}\n", "wrong-kind", says: "write `list of money`"),
    BadRulebook("facts: {a: 1️⃣[true, false]1️⃣}\n", "wrong-kind", says: "write `boolean`"),
    BadRulebook("facts: {a: {type: money, min: 1️⃣[5]1️⃣}}\n", "wrong-kind", says: "write `5`"),
    BadRulebook("types: {a: 1️⃣[b, c]1️⃣}\n", "wrong-kind", says: "{values: [yes, no]}"),
    BadRulebook("types: {a: {values: 1️⃣b1️⃣}}\n", "wrong-kind", says: "a list, not a text"),
    BadRulebook("types: {a: {values: [1️⃣[b]1️⃣]}}\n", "wrong-kind"),
    BadRulebook("title: 1️⃣[a]1️⃣\n", "wrong-kind"),
    BadRulebook("roles: {a: 1️⃣b1️⃣}\n", "wrong-kind", says: "{title: {en: mediator}}"),
    BadRulebook("calendar: 1️⃣{a: b}1️⃣\n", "wrong-kind"),
    BadRulebook("effective: 1️⃣2026-01-011️⃣\n", "wrong-kind", says: "{from: 2026-01-01}"),
    BadRulebook("events: {a: {by: 1️⃣{b: c}1️⃣}}\n", "wrong-kind", says: "a name or a list of these"),
    BadRulebook("events: {a: {with: 1️⃣b1️⃣}}\n", "wrong-kind"),
    BadRulebook("periods: {p: {from: a, length: 1️⃣{days: 3}1️⃣}}\n", "wrong-kind"),
  ])
  func theWrongKindIsShownWithTheRightForm(bad: BadRulebook) throws {
    try bad.check(rulebook)
  }

  @Test(arguments: [
    BadRulebook("1️⃣facts1️⃣:\n", "empty-value"),
    BadRulebook("facts:\n  1️⃣a1️⃣:\n", "empty-value", says: "write it as in `a: money`"),
    BadRulebook("facts:\n  a:\n    1️⃣type1️⃣:\n", "empty-value"),
    BadRulebook("types: {a: {values: 1️⃣[]1️⃣}}\n", "empty-value"),
    BadRulebook("title: 1️⃣{}1️⃣\n", "empty-value"),
    BadRulebook("title: 1️⃣\"\"1️⃣\n", "empty-value"),
    BadRulebook("1️⃣version1️⃣:\n", "empty-value", says: "`version: \"2026.1\"`"),
  ])
  func nothingWhereSomethingIsNeededIsReported(bad: BadRulebook) throws {
    try bad.check(rulebook)
  }

  @Test(arguments: [
    ("yes", true), ("no", false), ("on", true), ("off", false), ("True", true), ("FALSE", false),
    ("是", true), ("否", false), ("0", false),
  ])
  func otherWordsForTrueAndFalseAreMended(word: String, meant: Bool) throws {
    let bad = BadRulebook(
      "facts: {a: {type: money, optional: 1️⃣\(word)1️⃣}}\n", "not-a-flag", says: "write `\(meant)`")
    try bad.check(rulebook)
    let tree = try rulebook("facts: {a: {type: money, optional: \(word)}}\n").tree
    #expect(tree.facts.first?.isOptional == meant)
  }

  @Test(arguments: [
    BadRulebook(
      "facts: {a: {type: money, fixed: 1️⃣maybe1️⃣}}\n", "not-a-flag", says: "`true`, `false`"),
    BadRulebook("unhandled: 1️⃣drop1️⃣\n", "unknown-choice", says: "`refuse`, `ignore`"),
    BadRulebook("laws: {a: {certainty: 1️⃣sure1️⃣}}\n", "unknown-choice", says: "`text`, `secondary`"),
    BadRulebook(
      "periods: {p: {from: a, take: 1️⃣last1️⃣, length: 1 day}}\n", "unknown-choice", says: "`latest`"),
    BadRulebook("language: 1️⃣21️⃣\n", "unknown-language-version", says: "language: 1"),
  ])
  func aWordThatIsNoChoiceIsRefused(bad: BadRulebook) throws {
    try bad.check(rulebook)
  }

  @Test(arguments: [
    ("case: C\nfacts: {a: 1}\n", "a case file"), ("cases: []\n", "a case file"),
    ("calendar: c\nyears: {}\n", "a calendar"),
  ])
  func anotherKindOfFileIsSaidToBeThat(text: String, kind: String) throws {
    let decoding = try Decoding(text) { decodeRulebook($0, into: &$1) }
    #expect(decoding.codes == ["other-kind-of-file"])
    #expect(decoding.findings.first?.message.en.contains(kind) == true)
  }

  @Test func whatCannotBeReadIsDeclaredAllTheSame() throws {
    let tree = try rulebook("facts: {a: []}\nworkflow: {states: {b: final, c: {}}}\n").tree
    #expect(tree.facts.map(\.name.value) == ["a"])
    #expect(tree.workflow?.states.compactMap(\.name?.value) == ["b", "c"])
  }

  @Test(arguments: [
    ("事实: {}\n", "facts"), ("规则书: x\n", "rulebook"), ("流程: {}\n", "workflow"),
    ("决定: {}\n", "decisions"), ("类型: {}\n", "types"),
  ])
  func aKeywordInChineseIsLedToTheEnglishOne(text: String, key: String) throws {
    let decoding = try Decoding(text) { decodeRulebook($0, into: &$1) }
    #expect(decoding.findings.contains { $0.help?.zh == "请写 `\(key)`" })
  }

  @Test func everyFaultIsFoundInOneRun() throws {
    let decoding = try rulebook(
      "language: 3\nfacts: {a: {tpye: x}, b: [], c: {type: text, fixed: no}}\nroles: x\n")
    let expected = [
      "unknown-language-version", "unknown-key", "empty-value", "not-a-flag", "wrong-kind",
    ]
    #expect(decoding.codes == expected)
    #expect(decoding.tree.facts.map(\.name.value) == ["a", "b", "c"])
  }
}
