import Testing

struct LintTests {
  @Test(arguments: [
    (
      ["FQ0614"],
      """
      rulebook: r
      workflow:
        states:
          a: {on: {go: b}}
          1️⃣c1️⃣: {on: {go: b}, states: {inner: {}}}
          b: {type: final}
      """
    ),
    (
      ["FQ0614"],
      """
      rulebook: r
      workflow:
        states:
          a:
            on: {go: b}
            states:
              x: {on: {go: y}}
              y: {}
              1️⃣h1️⃣: {type: history, to: x}
          b: {type: final}
      """
    ),
    (
      ["FQ0615"],
      """
      rulebook: r
      workflow:
        states:
          a: {on: {go: [b, 1️⃣{when: true, to: c}1️⃣]}}
          b: {type: final}
          c: {type: final}
      """
    ),
    (
      ["FQ0615"],
      """
      rulebook: r
      workflow:
        states:
          a:
            on:
              foo: b
              foo.bar: 1️⃣c1️⃣
              go: c
          b: {type: final}
          c: {type: final}
      """
    ),
    (
      ["FQ0616"],
      """
      rulebook: r
      events: {go: {}, 1️⃣stop1️⃣: {}}
      workflow:
        states:
          a: {on: {go: b}}
          b: {type: final}
      """
    ),
    (
      ["FQ0617", "FQ0617"],
      """
      rulebook: r
      workflow:
        states:
          a: {on: {go: b, come: c}}
          1️⃣b1️⃣: {on: {go: {do: [inform: hello]}}}
          c: {states: {2️⃣d2️⃣: {type: final}}}
      """
    ),
    (
      ["FQ0618"],
      """
      rulebook: r
      facts: {x: boolean}
      workflow:
        states:
          a: {on: {go: b, come: 1️⃣{when: x}1️⃣}}
          b: {type: final}
      """
    ),
    (
      ["FQ0619"],
      """
      rulebook: r
      workflow:
        states:
          a:
            states: {x: {}, y: {}}
            on: {go: 1️⃣{to: b, internal: true}1️⃣, come: {to: y, internal: true}}
          b: {type: final}
      """
    ),
    (
      ["FQ0613"],
      """
      rulebook: r
      workflow:
        states:
          a: {on: {go: b}}
          1️⃣b1️⃣: {always: c}
          c: {states: {d: {always: b}}}
      """
    ),
    (
      ["FQ0613"],
      """
      rulebook: r
      workflow:
        states:
          1️⃣a1️⃣: {always: {do: [inform: hello]}, on: {go: b}}
          b: {type: final}
      """
    ),
  ])
  func eachIsFoundWhereItStands(codes: [String], marked: String) throws {
    try expectFindings(codes, in: marked)
  }

  /// Small machines that look suspicious and are in order.
  @Test(arguments: [
    // An event swallowed by an inner state, against the outer one.
    """
    rulebook: r
    workflow:
      states:
        a: {states: {x: {on: {go: {}, come: y}}, y: {}}, on: {go: b}}
        b: {type: final}
    """,
    // A circle that a guard or an event opens.
    """
    rulebook: r
    facts: {x: boolean}
    workflow:
      states:
        a: {always: [{when: x, to: b}, c]}
        b: {always: a}
        c: {on: {go: a}}
    """,
    // A region without a way out, beside one that leads on.
    """
    rulebook: r
    workflow:
      states:
        p:
          parallel:
            left: {states: {x: {}}}
            right: {states: {y: {on: {go: end}}}}
        end: {type: final}
    """,
    // One target of two regions; the other state of each is entered by an event.
    """
    rulebook: r
    workflow:
      initial: [x2, y2]
      states:
        p:
          parallel:
            left: {states: {x1: {}, x2: {on: {back: x1}}}}
            right: {states: {y1: {}, y2: {on: {back: y1}}}}
          on: {go: end}
        end: {type: final}
    """,
    // A history that is entered, and what only it remembers.
    """
    rulebook: r
    workflow:
      states:
        a:
          states: {x: {on: {go: y}}, y: {}, h: {type: history, to: x}}
          on: {wait: b}
        b: {on: {resume: h, leave: c}}
        c: {type: final}
    """,
  ])
  func whatIsInOrderIsNotReported(text: String) throws {
    _ = try program(text)
  }
}
