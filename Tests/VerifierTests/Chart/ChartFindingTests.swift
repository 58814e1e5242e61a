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
}
