import SourceText
import Syntax
import TestSupport
import Testing

/// What the header and the declaring sections are read as, in each of their forms.
@Suite struct DeclarationTests {
  @Test(arguments: [
    ("version: 2026.1\nlanguage: 1\nutc_offset: Z\n", "language: 1, version: 2026.1, utcOffset: Z"),
    (
      "effective: {from: 2026-01-01, to: 2026-12-31}\n",
      "effective: (from: 2026-01-01, to: 2026-12-31)"
    ),
    ("calendar: ../china.yaml\nunhandled: ignore\n", "calendar: ../china.yaml, unhandled: ignore"),
    ("title: Fines\n", "title: Fines"),
    ("title: {en: Fines}\n", "title: zh - en Fines"),
    (
      "types: {难易: {ordered: [简单, 一般]}}\n",
      "types: [(name: 难易, isOrdered: true, words: [(name: 简单), (name: 一般)])]"
    ),
    (
      "types: {a: {values: [yes, no, on]}}\n",
      "types: [(name: a, words: [(name: yes), (name: no), (name: on)])]"
    ),
    (
      "types: {a: {values: [{id: b, title: B}]}}\n",
      "types: [(name: a, words: [(name: b, title: B)])]"
    ),
    (
      "laws: {pml_17: {certainty: memory, title: x}}\n",
      "laws: [(name: pml_17, title: x, certainty: memory)]"
    ),
    ("roles:\n  调解员:\n  网格员: {}\n", "roles: [(name: 调解员), (name: 网格员)]"),
    ("facts: {金额: money}\n", "facts: [(name: 金额, type: named money)]"),
    ("facts: {险情: [无, 有]}\n", "facts: [(name: 险情, type: words ([(name: 无), (name: 有)]))]"),
    ("facts: {a: {list: text}}\n", "facts: [(name: a, type: list ([named text]))]"),
    (
      "facts: {a: {type: {record: {b: date, c: list of text}}}}\n",
      "facts: [(name: a, type: record ([(name: b, type: named date), (name: c, type: named "
        + "list of text)]))]"
    ),
    (
      "facts: {a: {type: money, min: 0, max: \"5\", optional: true, fixed: true, ask: how}}\n",
      "facts: [(name: a, type: named money, minimum: 0, maximum: 5, isOptional: true, isFixed: "
        + "true, question: how)]"
    ),
    ("variables: {a: {start: 0}}\n", "variables: [(name: a, start: scalar 0)]"),
    (
      "variables: {a: {type: text, start: {is: b + \"c\"}}}\n",
      "variables: [(name: a, type: named text, start: computed (b + \"c\"))]"
    ),
    (
      "variables: {a: {type: list of text, start: [b, c]}}\n",
      "variables: [(name: a, type: named list of text, start: list ([scalar b, scalar c]))]"
    ),
    (
      "variables: {a: {type: r, start: {b: 1, c: {d: 2}}}}\n",
      "variables: [(name: a, type: named r, start: record ([(name: b, value: scalar 1), (name: "
        + "c, value: record ([(name: d, value: scalar 2)]))]))]"
    ),
    (
      "events:\n  accept:\n  pay: {by: [a], with: {sum: money, how: {type: [cash, card], "
        + "title: How}}}\n",
      "events: [(name: accept), (name: pay, roles: [a], payload: [(name: sum, type: named "
        + "money), (name: how, type: words ([(name: cash), (name: card)]), title: How)])]"
    ),
    (
      "documents: {a: {needs: b, law: [c, d], because: reported}}\n",
      "documents: [(name: a, needs: [b], basis: [c, d, reported])]"
    ),
    (
      "periods: {p: {from: a + 1, length: 1 month}}\n",
      "periods: [(name: p, starts: [a + 1], length: 1 month)]"
    ),
    (
      "periods: {p: {from: [a, b], take: latest, length: 30 days, extend: {when: c, until: d}, "
        + "paused_in: e.f, law: g}}\n",
      "periods: [(name: p, starts: [a, b], choice: latest, length: 30 days, extendWhen: c, "
        + "extendUntil: d, pausedIn: [e.f], basis: [g])]"
    ),
  ])
  func aSectionIsReadInEachOfItsForms(text: String, shown: String) throws {
    let decoding = try rulebook(text)
    expectNone(decoding.findings.map(\.message.en), of: text)
    #expect(showTree(decoding.tree) == "(name: r, " + shown + ")")
  }

  @Test func withoutAnEventsSectionEventsDeclareThemselves() throws {
    #expect(try rulebook("facts: {}\n").tree.events == nil)
    #expect(try rulebook("events: {}\n").tree.events?.isEmpty == true)
  }

  @Test func oneStringStandsForBothLanguages() throws {
    let title = try #require(try rulebook("title: x\n").tree.title)
    #expect(title.bilingual == Bilingual("x"))
    let half = try #require(try rulebook("title: {zh: 甲}\n").tree.title)
    #expect(half.bilingual == Bilingual("甲"))
  }
}
