import Testing

/// Faults of names and of the workflow, each found at its place and alone.
struct LoweringFaultTests {
  @Test(arguments: [
    (["FQ0402"], "rulebook: r\nfacts: {x: text}\ndecisions: {1️⃣x1️⃣: {is: 1}}"),
    (["FQ0403"], "rulebook: r\nfacts: {调解: text, 1️⃣調解1️⃣: text}"),
    (["FQ0403"], "rulebook: r\nroles: {a: {}}\nfacts: {纠纷: text}\nvariables: {1️⃣糾纷1️⃣: {start: 0}}"),
    (["FQ0403"], "rulebook: r\ntypes: {t: {values: [无, 1️⃣無1️⃣]}}"),
    (["FQ0404"], "rulebook: r\nfacts: {1️⃣event1️⃣: text}"),
    (["FQ0404"], "rulebook: r\nvariables: {1️⃣item1️⃣: {start: 0}}"),
    (["FQ0404"], "rulebook: r\ntypes: {t: {values: [a, 1️⃣unknown1️⃣]}}"),
    (["FQ0404"], "rulebook: r\nlaws: {1️⃣local1️⃣: {}}"),
    (["FQ0405"], "rulebook: r\nfacts: {x: {type: money, min: 5, max: 1️⃣41️⃣}}"),
    (
      ["FQ0405"],
      "rulebook: r\ntypes: {t: {ordered: [a, b]}}\nfacts: {x: {type: t, min: b, max: 1️⃣a1️⃣}}"
    ),
    (["FQ0406"], "rulebook: r\nfacts: {x: {type: text, min: 1️⃣a1️⃣}}"),
    (["FQ0407"], "rulebook: r\nvariables: {x: {start: 1️⃣abc1️⃣}}"),
    (["FQ0401"], "rulebook: r\ndocuments: {d: {needs: [1️⃣y1️⃣]}}"),
    (
      ["FQ0401"],
      "rulebook: r\nevents: {e: {by: 1️⃣x1️⃣}}\nworkflow: {states: {a: {on: {e: b}}, b: {type: final}}}"
    ),
    (["FQ0704"], "rulebook: r\nutc_offset: 1️⃣\"8\"1️⃣"),
    (["FQ0705"], "rulebook: r\neffective: {from: 2026-01-01, to: 1️⃣2025-01-011️⃣}"),
    (["FQ0703"], "rulebook: r\neffective: {from: 1️⃣next year1️⃣}"),
    (["FQ0703"], "rulebook: r\nfacts: {x: text}\nperiods: {p: {from: 1️⃣x1️⃣, length: 1 month}}"),
    (["FQ0701"], "rulebook: r\nfacts: {x: date}\nperiods: {p: {from: x, length: 1️⃣1个月1️⃣}}"),
  ])
  func declarationsAreFoundFaultyWhereTheyStand(codes: [String], marked: String) throws {
    try expectFindings(codes, in: marked)
  }

  @Test(arguments: [
    (["FQ0401"], "a: {on: {go: 1️⃣c1️⃣}}"),
    (["FQ0401"], "a: {on: {go: b}, entry: [{draft: 1️⃣paper1️⃣}]}"),
    (["FQ0401"], "a: {on: {go: b}, entry: [{decide: 1️⃣d1️⃣}]}"),
    (["FQ0401"], "a: {on: {go: b}, entry: [{set: {1️⃣v1️⃣: 1}}]}"),
    (["FQ0401"], "a: {on: {go: b, 1️⃣done.x1️⃣: b}}"),
    (["FQ0401"], "a: {on: {go: b, 1️⃣expired.x1️⃣: b}}"),
    (["FQ0401"], "a: {on: {go: b, 1️⃣overdue.x1️⃣: b}}"),
    (["FQ0601"], "a: {on: {go: 1️⃣x1️⃣, come: b}}\nc: {states: {x: {}}}\nd: {states: {x: {}}}"),
    (["FQ0602"], "1️⃣a1️⃣: {states: {h: {type: history, to: h}}, on: {go: b, back: h}}"),
    (["FQ0603"], "a: {initial: 1️⃣b1️⃣, states: {x: {}}, on: {go: b}}"),
    (["FQ0603"], "a: {states: {x: {}, h: {type: history, to: 1️⃣b1️⃣}}, on: {go: b, back: h}}"),
    (
      ["FQ0623"],
      "a: {states: {x: {}, h: {type: history, to: 1️⃣h1️⃣}}, on: {go: b, back: a.h}}"
    ),
    (
      ["FQ0623"],
      """
      a:
        on: {go: b, back: a.last}
        states:
          x: {}
          last: {type: history, to: one}
          one: {type: history, to: 1️⃣two1️⃣}
          two: {type: history, depth: deep, to: one}
      """
    ),
    (
      ["FQ0623", "FQ0623"],
      """
      a: {states: {x: {}, h: {type: history, to: 1️⃣h1️⃣}}, on: {go: c, back: a.h}}
      c: {parallel: {l: {}, r: {}, i: {type: history, to: 2️⃣i2️⃣}}, on: {go: b, back: c.i}}
      """
    ),
    (["FQ0604"], "a: {on: {go: {to: [b, 1️⃣c1️⃣]}}}\nc: {on: {go: b}}"),
    (
      ["FQ0604"],
      "a: {on: {go: {to: [p, 1️⃣x1️⃣]}}}\np: {parallel: {l: {states: {x: {}}}, r: {}}, on: {go: b}}"
    ),
    (["FQ0605"], "a: {on: {go: b}}\np: {parallel: {1️⃣l1️⃣: {type: final}, r: {}}}"),
    (["FQ0606"], "a: {states: {x: {}}, done: 1️⃣b1️⃣}"),
    (["FQ0606"], "a: {states: {x: {}}, on: {1️⃣done.a1️⃣: b}}"),
    (["FQ0607"], "a: {on: {go: b, 1️⃣foo.*1️⃣: b}}"),
    (["FQ0607"], "a: {on: {go: b, 1️⃣done.*1️⃣: b}}"),
    (
      ["FQ0608"],
      "a: {on: {go: b}, entry: [{raise: {event: n, with: {x: 1}}}, {raise: 1️⃣n1️⃣}]}"
    ),
    (
      ["FQ0609"],
      """
      a:
        states:
          x: {on: {go: y, come: z}}
          y: {type: final, data: {n: 1}}
          z: {type: final, data: {1️⃣n1️⃣: true}}
        done: b
      """
    ),
    (
      ["FQ0612"],
      """
      a: {on: {go: b}, entry: [{task: {id: t, to: x}}, {task: {id: 1️⃣t1️⃣, to: y}}, {task: {id: t, to: x}}]}
      """
    ),
    (["FQ0404"], "a: {on: {go: b}, entry: [{raise: 1️⃣done.a1️⃣}]}"),
    (["FQ0621"], "a: {on: {go: b}, entry: [{cancel: 1️⃣x1️⃣}]}"),
    (["FQ0622"], "a: {on: {go: b}, entry: [{choose: [{do: [inform: x]}, 1️⃣{do: [inform: y]}1️⃣]}]}"),
    (["FQ0701"], "a: {after: {1️⃣3 workdayz1️⃣: b}}"),
    (["FQ0702"], "a: {after: [{is: 1️⃣\"3\"1️⃣, to: b}]}"),
  ])
  func workflowsAreFoundFaultyWhereTheyStand(codes: [String], states: String) throws {
    let lines = states.split(separator: "\n").map { "    \($0)\n" }.joined()
    try expectFindings(
      codes, in: "rulebook: r\nworkflow:\n  states:\n\(lines)    b: {type: final}\n")
  }

  @Test(arguments: [
    (["FQ0610"], "facts: {f: {type: text, fixed: true}}", "set: {1️⃣f1️⃣: x}"),
    (["FQ0611"], "decisions: {d: {is: 1}}", "set: {1️⃣d1️⃣: 2}"),
    (["FQ0608"], "events: {go: {with: {n: integer}}}", "raise: {event: go, with: {n: 1, 1️⃣m1️⃣: 2}}"),
    (["FQ0233"], "events: {go: {with: {n: integer}}}", "raise: {event: go, with: {n: 1️⃣true1️⃣}}"),
    (["FQ0401"], "events: {go: {}}", "task: {id: t, to: x, done_by: 1️⃣come1️⃣}"),
  ])
  func actionsAreFoundFaultyWhereTheyStand(
    codes: [String], section: String, action: String
  ) throws {
    try expectFindings(
      codes,
      in: """
        rulebook: r
        \(section)
        workflow:
          states:
            a: {on: {go: b}, entry: [{\(action)}]}
            b: {type: final}
        """)
  }

  /// With an `events` section, what is not declared there is an error, unless an action makes it.
  @Test func undeclaredEventsAreFoundWhereThereIsASection() throws {
    try expectFindings(
      ["FQ0401"],
      in: """
        rulebook: r
        events: {accept: {}}
        workflow:
          states:
            a: {on: {accept: b, 1️⃣acept1️⃣: b, nudge: b}, entry: [{raise: nudge}]}
            b: {type: final}
        """)
  }

  @Test func aDecisionReadBothWaysIsFound() throws {
    try expectFindings(
      ["FQ0620"],
      in: """
        rulebook: r
        facts: {n: number}
        decisions: {d: {is: n + 1}}
        workflow:
          states:
            a: {on: {go: {when: 1️⃣d1️⃣ > 1, to: b}, stop: c}}
            b: {entry: [{decide: d}], on: {back: a, on: {when: d > 1, to: c}}}
            c: {type: final}
        """)
  }
}
