import SourceText
import Syntax
import TestSupport
import Testing

/// A workflow's states and transitions in each of their forms, and what they cannot be.
@Suite struct WorkflowTests {
  /// What the keys of one state are read as.
  @Test(arguments: [
    ("title: x", "title: x"),
    ("on: {e: B}", "on: [(patterns: [e], transitions: [(targets: [B])])]"),
    ("on: {e: p.q}", "on: [(patterns: [e], transitions: [(targets: [p.q])])]"),
    (
      "on: {e: {to: [A, B], internal: true}}",
      "on: [(patterns: [e], transitions: [(targets: [A, B], isInternal: true)])]"
    ),
    (
      "on: {e: {when: x > 1, to: B, do: [{decide: d}], because: l, law: [m]}}",
      "on: [(patterns: [e], transitions: [(condition: x > 1, targets: [B], "
        + "actions: [(kind: decide d)], basis: [l, m])])]"
    ),
    (
      "on: {e: [{when: x, to: A}, B]}",
      "on: [(patterns: [e], transitions: [(condition: x, targets: [A]), (targets: [B])])]"
    ),
    (
      "on: {e: {do: {decide: d}}}",
      "on: [(patterns: [e], transitions: [(actions: [(kind: decide d)])])]"
    ),
    ("on: {a | b.* |  c.d: B}", "on: [(patterns: [a, b.*, c.d], transitions: [(targets: [B])])]"),
    (
      "on: {\"*\": A, otherwise: B}",
      "on: [(patterns: [*], transitions: [(targets: [A])]), "
        + "(patterns: [otherwise], transitions: [(targets: [B])])]"
    ),
    ("on: {done.state.x: A}", "on: [(patterns: [done.state.x], transitions: [(targets: [A])])]"),
    (
      "on: [{event: e, to: A}, {event: e | f, when: x, do: []}]",
      "on: [(patterns: [e], transitions: [(targets: [A])]), "
        + "(patterns: [e, f], transitions: [(condition: x)])]"
    ),
    ("always: B", "always: [(targets: [B])]"),
    ("always: {when: x, to: B}", "always: [(condition: x, targets: [B])]"),
    ("always: [{when: x, to: B}, C]", "always: [(condition: x, targets: [B]), (targets: [C])]"),
    (
      "after: {3 workdays: B, 2 hours: {to: C, when: y}}",
      "after: [(length: term 3 workdays, transitions: [(targets: [B])]), "
        + "(length: term 2 hours, transitions: [(condition: y, targets: [C])])]"
    ),
    (
      "after: [{length: 1 month, to: B}, {is: term, to: C, do: [{draft: d}]}]",
      "after: [(length: term 1 month, transitions: [(targets: [B])]), (length: expression term, "
        + "transitions: [(targets: [C], actions: [(kind: draft d)])])]"
    ),
    (
      "entry: [{decide: d}]\n      exit: {cancel: t}",
      "entry: [(kind: decide d)], exit: [(kind: cancel t)]"
    ),
    ("states: {a: {}}\n      initial: a", "initial: (targets: [a]), states: [(name: a)]"),
    ("states: {a: {}}\n      initial: [a]", "initial: (targets: [a]), states: [(name: a)]"),
    (
      "states: {a: {}}\n      initial: {to: a, do: [{decide: d}]}",
      "initial: (targets: [a], actions: [(kind: decide d)]), states: [(name: a)]"
    ),
    (
      "states:\n        a:\n        b: {}\n      done: B",
      "states: [(name: a), (name: b)], done: [(targets: [B])]"
    ),
    ("parallel: {a: {}, b: {}}", "states: [(name: a), (name: b)], isParallel: true"),
    (
      "type: parallel\n      states: {a: {}}",
      "type: parallel, states: [(name: a)], isParallel: true"
    ),
    ("type: compound\n      states: {a: {}}", "type: compound, states: [(name: a)]"),
    ("type: atomic", "type: atomic"),
    ("type: final\n      entry: [{draft: d}]", "type: final, entry: [(kind: draft d)]"),
    (
      "type: final\n      data: {x: a + 1, y: {is: b}}",
      "type: final, doneData: [(name: x, value: scalar a + 1), (name: y, value: computed (b))]"
    ),
    (
      "states: {h: {type: history, depth: deep, to: a}, a: {}}",
      "states: [(name: h, type: history, depth: deep, historyDefault: (targets: [a])), (name: a)]"
    ),
  ])
  func aStateIsReadInEachOfItsForms(text: String, shown: String) throws {
    let decoding = try rulebook("workflow:\n  states:\n    s:\n      \(text)\n    B: {}\n")
    expectNone(decoding.findings.map(\.message.en), of: text)
    let state = try #require(decoding.tree.workflow?.states.first)
    #expect(showTree(state) == "(name: s, " + shown + ")")
  }

  @Test(arguments: [
    ("{states: {a: {}}}", "(states: [(name: a)])"),
    (
      "{initial: a, title: T, states: {a: {}}}",
      "(title: T, initial: (targets: [a]), states: [(name: a)])"
    ),
    ("{parallel: {a: {}, b: {}}}", "(states: [(name: a), (name: b)], isParallel: true)"),
  ])
  func theRootHasNoName(text: String, shown: String) throws {
    let decoding = try rulebook("workflow: \(text)\n")
    expectNone(decoding.findings.map(\.message.en), of: text)
    #expect(decoding.tree.workflow.map(showTree) == shown)
  }

  @Test func aTermKeepsItsPlace() throws {
    let text = MarkedText("workflow: {states: {s: {after: {1️⃣3 workdays1️⃣: s}}}}\n")
    let after = try rulebook(text.text).tree.workflow?.states.first?.after.first
    guard case .term(let term) = after?.length else {
      Issue.record("no term")
      return
    }
    #expect(term.span == text.span(1))
  }

  /// In a state `s`, or `1️⃣` before it.
  @Test(arguments: [
    BadRulebook(
      "states: {a: {}}\n      1️⃣parallel1️⃣: {b: {}}", "state-of-two-kinds", says: "`states` where one"
    ),
    BadRulebook("type: compound\n      1️⃣parallel1️⃣: {b: {}}", "state-of-two-kinds"),
    BadRulebook(
      "type: final\n      1️⃣on1️⃣: {e: B}", "key-of-another-kind",
      says: "a final state cannot have `on`"),
    BadRulebook("type: final\n      1️⃣states1️⃣: {a: {}}", "key-of-another-kind"),
    BadRulebook("type: final\n      1️⃣after1️⃣: {1 day: B}", "key-of-another-kind"),
    BadRulebook("1️⃣data1️⃣: {a: 1}", "key-of-another-kind", says: "add `type: final`"),
    BadRulebook("1️⃣depth1️⃣: deep", "key-of-another-kind", says: "add `type: history`"),
    BadRulebook("1️⃣to1️⃣: B", "key-of-another-kind", says: "write `always: NAME`"),
    BadRulebook("1️⃣initial1️⃣: B", "key-of-another-kind", says: "`states` of its own"),
    BadRulebook("1️⃣done1️⃣: B", "key-of-another-kind"),
    BadRulebook(
      "parallel: {a: {}}\n      1️⃣initial1️⃣: a", "key-of-another-kind", says: "a parallel state"),
    BadRulebook("type: atomic\n      1️⃣states1️⃣: {a: {}}", "key-of-another-kind"),
    BadRulebook(
      "states: {h: {type: history, to: a, 1️⃣on1️⃣: {e: a}}, a: {}}", "key-of-another-kind",
      says: "a history"),
    BadRulebook(
      "states: {h: {1️⃣type1️⃣: history}, a: {}}".replacing("{1️⃣type1️⃣", with: "{type").replacing(
        "{h:", with: "{1️⃣h1️⃣:"), "missing-key", says: "`to`"),
    BadRulebook("type: compound", "missing-key", says: "`states`"),
    BadRulebook("type: parallel", "missing-key", says: "`parallel`"),
    BadRulebook("type: 1️⃣finale1️⃣", "unknown-choice", says: "write `final`"),
    BadRulebook("states: 1️⃣{}1️⃣", "empty-value"),
    BadRulebook("parallel: 1️⃣{}1️⃣", "empty-value"),
    BadRulebook("states: 1️⃣[a, b]1️⃣", "wrong-kind", says: "a mapping by name"),
    BadRulebook("on: {otherwise: B, 1️⃣e1️⃣: B}", "otherwise-not-last", says: "put `otherwise` last"),
    BadRulebook("on: {e | 1️⃣otherwise1️⃣: B}", "otherwise-not-last", says: "an entry of its own"),
    BadRulebook("on: [{event: otherwise, to: B}, {event: 1️⃣e1️⃣, to: B}]", "otherwise-not-last"),
    BadRulebook("on: 1️⃣e1️⃣", "wrong-kind"),
    BadRulebook("on: [{1️⃣e1️⃣: B, event: x}]", "unknown-key", says: "`{event: e, to: NAME}`"),
    BadRulebook("on: [{1️⃣to1️⃣: B}]", "missing-key", says: "`event`"),
    BadRulebook("on: {e: [A, 1️⃣B1️⃣]}", "bare-candidates", says: "`{to: [A, B]}`"),
    BadRulebook("on: {e: {1️⃣target1️⃣: B}}", "unknown-key", says: "write `to`"),
    BadRulebook("on: {e: {to: B, 1️⃣cond1️⃣: x}}", "unknown-key", says: "write `when`"),
    BadRulebook("on: {e: {to: B, 1️⃣actions1️⃣: []}}", "unknown-key", says: "write `do`"),
    BadRulebook("on: {a.1️⃣*1️⃣.b: B}", "not-a-name"),
    BadRulebook("on: {a 1️⃣b1️⃣: B}".replacing("a 1️⃣b1️⃣", with: "1️⃣a b1️⃣"), "name-with-blank"),
    BadRulebook("on: {a 1️⃣｜1️⃣ b: B}", "not-a-name", says: "write the ASCII `|`"),
    BadRulebook("on:\n        1️⃣e1️⃣:", "empty-value"),
    BadRulebook("always: [1️⃣[B]1️⃣]", "wrong-kind"),
    BadRulebook("after: 1️⃣3 days1️⃣", "wrong-kind"),
    BadRulebook("after: [{1️⃣to1️⃣: B}]", "missing-key", says: "`length` or `is`"),
    BadRulebook("after: [{length: 1 day, 1️⃣is1️⃣: x, to: B}]", "conflicting-keys"),
    BadRulebook("1️⃣inner1️⃣: {on: {e: B}}", "unknown-key", says: "put `inner` under `states`"),
    BadRulebook("1️⃣children1️⃣: {a: {}}", "unknown-key", says: "write `states`"),
  ])
  func aFaultOfAStateIsShownAtItsPlace(bad: BadRulebook) throws {
    var bad = bad
    let name = bad.marked.contains("1️⃣") ? "s" : "1️⃣s1️⃣"
    bad.marked =
      "rulebook: r\nworkflow:\n  states:\n    \(name):\n      \(bad.marked)\n    B: {}\n"
    try bad.check(rulebook)
  }

  @Test(arguments: [
    BadRulebook(
      "{states: {a: {}, 1️⃣h1️⃣: {type: history, to: a}}}", "misplaced-history", says: "move it into"),
    BadRulebook("{states: {a: {}}, 1️⃣parallel1️⃣: {b: {}}}", "state-of-two-kinds"),
    BadRulebook("{parallel: {a: {}}, 1️⃣initial1️⃣: a}", "key-of-another-kind"),
    BadRulebook("{initial: a}", "missing-key", says: "`states`"),
    BadRulebook("{states: 1️⃣{}1️⃣}", "empty-value"),
    BadRulebook("{states: {a: {}}, 1️⃣open1️⃣: {}}", "unknown-key", says: "under `states`"),
    BadRulebook("1️⃣[a]1️⃣", "wrong-kind"),
  ])
  func aFaultOfTheRootIsShownAtItsPlace(bad: BadRulebook) throws {
    var bad = bad
    let key = bad.marked.contains("1️⃣") ? "workflow" : "1️⃣workflow1️⃣"
    bad.marked = "rulebook: r\n\(key): \(bad.marked)\n"
    try bad.check(rulebook)
  }
}
