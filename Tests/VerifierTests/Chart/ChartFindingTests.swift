import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// What is told of small workflows, and what is not.
@Suite struct ChartFindingTests {
  private func codes(_ workflow: String, _ declared: String = "") throws -> [String] {
    let text = """
      rulebook: example
      facts: {x: {type: integer, min: 0, max: 9}, p: boolean}
      variables: {n: {start: 0}}
      events: {e: {}, f: {}}
      \(declared)
      workflow:
        states:
      \(workflow)
      """
    return verify(try compiled(text), .china).filter { $0.severity != .note }.map(\.code.id)
  }

  private func circle(_ one: String, _ other: String, _ actions: String = "[]") throws -> [String] {
    try codes(
      """
          a: {on: {e: c}, always: [{when: "\(one)", to: b}]}
          b: {on: {f: c}, always: [{when: "\(other)", to: a, do: \(actions)}]}
          c: {type: final}
      """)
  }

  @Test func aCircleIsToldWhereItsGuardsHoldTogether() throws {
    #expect(try circle("x > 3", "x < 5") == ["FQ1518"])
    #expect(try circle("p", "x < 5 or p") == ["FQ1518"])
    #expect(try circle("x > 3", "x < 3") == [])
    #expect(try circle("p", "not(p)") == [])
  }

  @Test func aCircleThatComesToRestIsNotTold() throws {
    #expect(try circle("p", "x < 5", "[{set: {p: false}}]") == [])
    #expect(try circle("n < 3", "x < 5", "[{set: {n: n + 1}}]") == [])
  }

  @Test func severalTransitionsTogetherMayForestallOne() throws {
    let workflow = { (last: String) in
      """
          a:
            on:
              e: [{when: x < 4, to: b}, {when: x > 6, to: b}, {when: "\(last)", to: c}, {to: a}]
          b: {on: {f: c}}
          c: {type: final}
      """
    }
    #expect(try codes(workflow("x < 3 or x > 7")) == ["FQ1511"])
    #expect(try codes(workflow("x < 3 or x > 5")) == [])
    #expect(try codes(workflow("x < 3 or odd(x)")) == [])
  }

  @Test func whereACaseStandsIsKnownToItsGuards() throws {
    let workflow = { (place: String) in
      """
          a: {on: {e: {when: in(\(place)), to: b}, f: b}}
          b: {on: {f: c}}
          c: {type: final}
      """
    }
    #expect(try codes(workflow("b")) == ["FQ1510"])
    #expect(try codes(workflow("a")) == [])
  }

  /// A parallel state of two regions: one may leave it, the other has its own way for the event.
  private func regions(
    _ first: String, _ second: String, inner: String = "e: {to: b2}"
  ) throws -> [String] {
    try codes(
      """
          both:
            parallel:
              a: {initial: a1, states: {a1: {on: {\(first)}}, a2: {on: {f: end}}}}
              b: {initial: b1, states: {b1: {on: {\(inner)}}, b2: {on: {\(second)}}}}
          end: {type: final}
          other: {type: final}
      """)
  }

  @Test func regionsThatCannotBothGoTheirWayAreTold() throws {
    #expect(try regions("e: {to: a2}", "f: b1", inner: "e: {to: end}") == ["FQ1519"])
    #expect(
      try regions("e: {to: a2, when: x < 5}", "f: b1", inner: "e: {to: end, when: x > 3}")
        == ["FQ1519"])
    #expect(
      try regions("e: {to: a2, when: x < 3}", "f: b1", inner: "e: {to: end, when: x > 3}") == [])
    #expect(try regions("e: {to: a2}", "f: b1") == [])
  }

  @Test func whereNothingIsLostRegionsMayDiffer() throws {
    #expect(try regions("e: {to: end}", "f: b1") == [])
    #expect(try regions("e: {to: end}", "f: b1", inner: "e: {to: end}") == [])
    let acting = "e: {to: b2, do: [{set: {n: n + 1}}]}"
    #expect(try regions("e: {to: end}", "f: b1", inner: acting) == ["FQ1519"])
    #expect(try regions("e: {to: end}", "f: b1", inner: "e: {to: other}") == ["FQ1519"])
  }

  @Test func statesThatAreNeverActiveTogetherDoNotDisagree() throws {
    // `f` leads both regions on at once, and `b2` comes with `a2` alone.
    let apart = try codes(
      """
          both:
            parallel:
              a: {initial: a1, states: {a1: {on: {f: a2, e: end}}, a2: {on: {e: a2}}}}
              b:
                initial: b1
                states: {b1: {on: {f: b2}}, b2: {on: {e: {to: b2, do: [{set: {n: 1}}]}}}}
          end: {type: final}
      """)
    #expect(apart == [])
  }
}
