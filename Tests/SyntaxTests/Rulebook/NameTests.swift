import SourceText
import Syntax
import TestSupport
import Testing

/// Names are Unicode identifiers; what is not one is shown at the very character, with its mend.
@Suite struct NameTests {
  @Test(arguments: [
    "a", "_", "a1", "a_b", "a-b", "x1-2", "金额", "三调", "调解员2", "甲-乙", "été", "Δt", "μ_max", "сумма",
    "événement", "rules75_33", "on", "yes", "no", "nil",
  ])
  func identifiersOfAnyScriptAreTaken(name: String) throws {
    let decoding = try rulebook("roles: {\(name): {title: x}}\n")
    #expect(decoding.codes == [])
    #expect(decoding.tree.roles.map(\.name.value) == [name])
  }

  @Test(arguments: [
    BadRulebook("1️⃣a b1️⃣", "name-with-blank", says: "write `a_b`"),
    BadRulebook("1️⃣调解 员1️⃣", "name-with-blank", says: "write `调解_员`"),
    BadRulebook("a1️⃣Ｂ1️⃣c", "full-width-name", says: "write `aBc`"),
    BadRulebook("金额1️⃣１1️⃣", "full-width-name", says: "write `金额1`"),
    BadRulebook("a1️⃣＿1️⃣b", "full-width-name", says: "write `a_b`"),
    BadRulebook(
      "a1️⃣а1️⃣b", "look-alike-letter", says: "Cyrillic letter, not the Latin `a`; write `aab`"),
    BadRulebook("甲1️⃣Α1️⃣", "look-alike-letter", says: "Greek letter, not the Latin `A`"),
    BadRulebook("1️⃣e\u{301}t1️⃣", "name-not-composed", says: "write `\u{E9}t`"),
    BadRulebook("1️⃣甲\u{F900}1️⃣", "name-not-composed", says: "NFC"),
    BadRulebook("1️⃣11️⃣a", "not-a-name", says: "cannot begin with `1`"),
    BadRulebook("1️⃣-1️⃣a", "not-a-name", says: "`-` cannot stand in"),
    BadRulebook("a1️⃣-1️⃣", "not-a-name"),
    BadRulebook("a-1️⃣-1️⃣b", "not-a-name"),
    BadRulebook("a1️⃣/1️⃣b", "not-a-name", says: "begin with a letter"),
    BadRulebook("甲1️⃣、1️⃣乙", "not-a-name", says: "as a list: `[a, b]`"),
    BadRulebook("甲1️⃣）1️⃣", "not-a-name", says: "write `甲）` under `title`"),
    BadRulebook("a1️⃣😀1️⃣", "not-a-name"),
    BadRulebook("a1️⃣.1️⃣b", "not-a-name"),
    BadRulebook("1️⃣and1️⃣", "reserved-name", says: "`and_`"),
    BadRulebook("1️⃣satisfies1️⃣", "reserved-name"),
  ])
  func aBadNameIsShownAtTheCharacter(bad: BadRulebook) throws {
    var bad = bad
    bad.marked = "rulebook: r\nroles: {\"" + bad.marked + "\": {title: x}}\n"
    try bad.check(rulebook)
  }

  @Test(arguments: [
    "facts: {a1️⃣-1️⃣b: text}\n", "variables: {a1️⃣-1️⃣b: {start: 0}}\n",
    "decisions: {a1️⃣-1️⃣b: {is: 1}}\n", "types: {t: {values: [a1️⃣-1️⃣b]}}\n",
    "events: {e: {with: {a1️⃣-1️⃣b: text}}}\n", "facts: {f: {record: {a1️⃣-1️⃣b: text}}}\n",
    "decisions: {d: {outputs: {a1️⃣-1️⃣b: text}, table: t}}\n",
    "decisions: {d: {inputs: [{name: a1️⃣-1️⃣b, is: 1}], outputs: {o: text}, table: t}}\n",
  ])
  func whatExpressionsSayHasNoHyphen(marked: String) throws {
    try BadRulebook(marked, "not-a-name", says: "read as minus in expressions; write `a_b`")
      .check(rulebook)
  }

  /// Over every short word of the characters that matter.
  @Test func aNameThatIsTakenCanBeSaidInAnExpression() throws {
    let characters = ["a", "1", "_", "-", "金", "\u{301}", "·", "а", "Ａ", "\u{200D}", "ﾞ", "²"]
    for one in characters {
      for two in characters {
        for three in characters + [""] {
          let name = one + two + three
          let decoding = try rulebook("facts: {\"\(name)\": text}\n")
          guard decoding.codes.isEmpty else { continue }
          #expect(isExpressionName(name), "\(name)")
          #expect(decoding.tree.facts.first?.name.value.isComposed == true)
        }
      }
    }
  }

  @Test func whatExpressionsDoNotSayMayHaveOne() throws {
    let text = "roles: {a-b: {}}\nevents:\n  c-d:\nworkflow: {states: {e-f: {on: {c-d: e-f}}}}\n"
    #expect(try rulebook(text).codes == [])
  }

  @Test(arguments: [
    "and", "or", "not", "in", "if", "then", "else", "for", "some", "every", "true", "false",
    "null", "between", "return", "satisfies",
  ])
  func theWordsOfExpressionsAreNoNames(word: String) throws {
    #expect(try rulebook("facts: {\(word): text}\n").codes == ["reserved-name"])
  }

  @Test(arguments: [
    ("a b", "a_b"), ("Ｂ", "B"), ("aаb", "aab"), ("e\u{301}t", "\u{E9}t"), ("1a", "1a"),
  ])
  func aBadNameIsReadAsItsMend(name: String, mended: String) throws {
    let tree = try rulebook("roles: {\"\(name)\": {title: x}}\n").tree
    let read = try #require(tree.roles.first?.name.value)
    #expect(Array(read.unicodeScalars) == Array(mended.unicodeScalars))
  }

  @Test(arguments: [
    BadRulebook("events: {a: {by: 1️⃣b c1️⃣}}\n", "name-with-blank"),
    BadRulebook("events: {a: {by: [b, 1️⃣if1️⃣]}}\n", "reserved-name"),
    BadRulebook(
      "periods: {p: {from: a, length: 1 day, paused_in: "
        + "b.1️⃣1️⃣}}\n", "not-a-name", says: "both sides"),
    BadRulebook(
      "periods: {p: {from: a, length: 1 day, paused_in: "
        + "'b.1️⃣Ｃ1️⃣'}}\n", "full-width-name"),
    BadRulebook(
      "types: {a: {values: [b, 1️⃣b1️⃣]}}\n", "duplicate-name", says: "the word `b` stands twice"),
    BadRulebook("facts: {a: [b, c, {id: 1️⃣c1️⃣}]}\n", "duplicate-name"),
    BadRulebook("types: {a: {values: [1️⃣31️⃣天]}}\n", "not-a-name"),
  ])
  func namesInOtherPlacesAreLookedAtToo(bad: BadRulebook) throws {
    try bad.check(rulebook)
  }
}
