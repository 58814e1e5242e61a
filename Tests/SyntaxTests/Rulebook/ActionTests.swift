import SourceText
import Syntax
import TestSupport
import Testing

/// Every action in each of its forms, and what is no action.
@Suite struct ActionTests {
  private func wrapped(_ actions: String) -> String {
    "rulebook: r\nworkflow: {states: {s: {entry: \(actions)}}}\n"
  }

  @Test(arguments: [
    (
      "{set: {a: 1, b.c: {is: d}}}",
      "set [(name: a, value: scalar 1), (name: b.c, value: computed (d))]"
    ),
    ("{decide: a.b}", "decide a.b"),
    ("{raise: e}", "raise (event: e)"),
    ("{raise: {event: e, with: {a: 1}}}", "raise (event: e, with: [(name: a, value: scalar 1)])"),
    (
      "{send: {event: e, after: 3 workdays, id: i}}",
      "send (event: e, after: term 3 workdays, id: i)"
    ),
    (
      "{send: {event: e, after: {is: x}, with: {a: b}}}",
      "send (event: e, with: [(name: a, value: scalar b)], after: expression x)"
    ),
    ("{send: e}", "send (event: e)"),
    ("{cancel: i}", "cancel i"),
    (
      "{task: {id: t, title: T, to: [a, b], within: 3 days, done_by: e}}",
      "task (id: t, title: T, to: [a, b], within: 3 days, doneBy: e)"
    ),
    ("{task: {id: t, to: a}}", "task (id: t, to: [a])"),
    ("{notify: a}", "notify (to: [a])"),
    ("{notify: [a, b]}", "notify (to: [a, b])"),
    ("{notify: {to: [a], text: x y}}", "notify (to: [a], text: fixed x y)"),
    ("{notify: {to: a, text: {is: x}}}", "notify (to: [a], text: computed x)"),
    ("{inform: other ways}", "inform fixed other ways"),
    ("{inform: {zh: 甲, en: a}}", "inform fixed zh 甲 en a"),
    ("{inform: {is: a + b}}", "inform computed a + b"),
    ("{draft: d}", "draft d"),
    (
      "{choose: [{when: a, do: [{draft: d}]}, {do: {draft: e}}]}",
      "choose [(condition: a, actions: [(kind: draft d)]), (actions: [(kind: draft e)])]"
    ),
  ])
  func anActionIsReadInEachOfItsForms(text: String, shown: String) throws {
    for actions in [text, "[\(text)]"] {
      let decoding = try rulebook(wrapped(actions))
      expectNone(decoding.findings.map(\.message.en), of: actions)
      let state = try #require(decoding.tree.workflow?.states.first)
      #expect(state.entry.map(showTree) == ["(kind: " + shown + ")"])
    }
  }

  @Test func theBasisStandsBesideTheAction() throws {
    let text = wrapped("[{because: [a, local], decide: d, law: b}, {decide: e}]")
    let entry = try #require(try rulebook(text).tree.workflow?.states.first?.entry)
    #expect(entry.map(showTree) == ["(kind: decide d, basis: [a, local, b])", "(kind: decide e)"])
  }

  @Test(arguments: [
    BadRulebook("[1️⃣decide d1️⃣]", "not-an-action", says: "write `decide: d`"),
    BadRulebook("1️⃣close1️⃣", "not-an-action", says: "there are `set`, `decide`"),
    BadRulebook("[1️⃣close1️⃣, {draft: d}]", "not-an-action"),
    BadRulebook("[{1️⃣because1️⃣: a}]", "not-an-action"),
    BadRulebook("[1️⃣{}1️⃣]", "not-an-action"),
    BadRulebook("[{1️⃣decid1️⃣: d}]", "unknown-key", says: "write `decide`"),
    BadRulebook("[{1️⃣assign1️⃣: {a: 1}}]", "unknown-key", says: "write `set`"),
    BadRulebook("[{decide: d, 1️⃣draft1️⃣: e}]", "several-actions", says: "an item of its own"),
    BadRulebook("{set: {a: 1}, 1️⃣set1️⃣: {b: 2}}", "duplicate-key"),
    BadRulebook("[1️⃣[{draft: d}]1️⃣]", "wrong-kind"),
    BadRulebook("[{decide: 1️⃣[a, b]1️⃣}]", "wrong-kind", says: "a name"),
    BadRulebook("[{set: 1️⃣[a]1️⃣}]", "wrong-kind"),
    BadRulebook("[{1️⃣task1️⃣: {to: [a]}}]", "missing-key", says: "`id`"),
    BadRulebook("[{task: 1️⃣visit1️⃣}]", "wrong-kind", says: "{id: visit"),
    BadRulebook("[{1️⃣raise1️⃣: {with: {a: 1}}}]", "missing-key", says: "`event`"),
    BadRulebook("[{raise: {event: e, 1️⃣after1️⃣: 1 day}}]", "unknown-key"),
    BadRulebook("[{send: {event: e, 1️⃣delay1️⃣: 1 day}}]", "unknown-key", says: "write `after`"),
    BadRulebook("[{1️⃣notify1️⃣: {text: x}}]", "missing-key", says: "`to`"),
    BadRulebook("[{choose: [{1️⃣when1️⃣: x}]}]", "missing-key", says: "`do`"),
    BadRulebook("[{choose: 1️⃣{when: x, do: []}1️⃣}]", "wrong-kind"),
    BadRulebook("[{inform: 1️⃣[a]1️⃣}]", "wrong-kind"),
    BadRulebook("[{inform: {is: a, 1️⃣en1️⃣: b}}]", "unknown-key"),
  ])
  func whatIsNoActionIsShownAtItsPlace(bad: BadRulebook) throws {
    var bad = bad
    bad.marked = wrapped(bad.marked)
    try bad.check(rulebook)
  }

  @Test func anActionThatIsMissingIsReported() throws {
    let text =
      "rulebook: r\nworkflow:\n  states:\n    s:\n      entry:\n        - draft: d\n        -\n"
    let decoding = try rulebook(text)
    #expect(decoding.codes == ["not-an-action"])
    #expect(decoding.tree.workflow?.states.first?.entry.count == 1)
  }
}
