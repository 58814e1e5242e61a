import Model
import SourceText
import TestSupport
import Testing
import Verifier

/// Two versions of one small rulebook: each kind of change is told as what it is.
@Suite struct VersionTests {
  private static let rulebook = """
    rulebook: r
    facts: {n: {type: integer, min: 0, max: 9}, a: boolean, w: [x, y, z]}
    events: {go: {}, stop: {}}
    variables: {v: {type: integer, start: 0}}
    decisions:
      d:
        hit: first
        inputs: [n, w]
        outputs: {o: [p, q]}
        rules:
          - {id: one, when: {n: < 5, w: x}, then: p}
        otherwise: q
      e: {is: d = p and a}
    periods: {t: {from: today(), length: 3 days}}
    workflow:
      states:
        s: {on: {go: {when: a, to: t}, stop: u}, after: {2 days: u}}
        t: {on: {go: [{when: n < 3, to: u}, {to: s}]}}
        u: {type: final}
    """

  private func changes(_ edits: (String, String)...) throws -> [String] {
    var text = Self.rulebook
    for (old, new) in edits {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let found = difference(
      from: try compiled(Self.rulebook), .china, to: try compiled(text), .china)
    #expect(found.isSame == found.changes.allSatisfy { $0.kind == .rewritten })
    return found.changes.map { change in
      let aspects = change.aspects.map { "\($0.aspect.en): \($0.old) > \($0.new)" }
      let regions = change.differences.map { one in
        one.region.map { "\($0.column) \($0.test)" }.joined(separator: " & ")
          + ": \(one.old) > \(one.new)"
      }
      let rest = (aspects + regions + change.followers.map { "follows \($0)" })
      return (["\(change.section) \(change.name) \(change.kind)"] + rest).joined(separator: "; ")
    }
  }

  @Test func aRulebookMeansTheSameAsItself() throws {
    #expect(try changes() == [])
    #expect(try changes(("rulebook: r\n", "rulebook: r\n# words\n\n")) == [])
  }

  @Test(arguments: [
    ("{ends: can}", "ends can"),
    ("{from: s, to: [t, u], within: 3 days}", "from [s] to [t, u] within 3 days"),
    (
      "{after: go, always: u, within: 2 workdays, when: a}",
      "after go to [u] within 2 workdays when a"
    ),
    ("{never: in(s) and a}", "never in(s) and a"),
  ])
  func aPromiseIsToldInItsWords(_ promise: String, _ words: String) throws {
    let old = Self.rulebook + "\ninvariants: {it: {never: in(u)}}\n"
    let new = Self.rulebook + "\ninvariants: {it: \(promise)}\n"
    let found = difference(from: try compiled(old), .china, to: try compiled(new), .china)
    #expect(found.changes.map(\.name) == ["it"])
    #expect(found.changes[0].aspects.map(\.new) == [words])
  }

  @Test func anotherWordingIsProvedToMeanTheSame() throws {
    #expect(try changes(("n: < 5, w: x", "n: <= 4, w: \"not(y, z)\"")) == ["decisions d rewritten"])
    #expect(try changes(("when: n < 3", "when: n <= 2")) == ["transitions t go -> u rewritten"])
  }

  @Test func aRegionIsToldWithBothResults() throws {
    #expect(
      try changes(("n: < 5, w: x", "n: < 7, w: x")) == [
        "decisions d changed; n [5..7) & w x: q > p; follows e"
      ])
    #expect(
      try changes(("when: n < 3", "when: n < 4")) == [
        "transitions t go -> u changed; when: n < 3 > n < 4; n 3: false > true"
      ])
    #expect(
      try changes(("{when: a, to: t}", "t")) == [
        "transitions s go -> t changed; when: a > ; a false: false > true"
      ])
  }

  @Test func whatCameAndWentIsNamed() throws {
    #expect(try changes(("w: [x, y, z]", "w: [x, y, z], m: money")) == ["facts m added"])
    #expect(
      try changes(("w: [x, y, z]", "w: [x, y, z, k]")) == [
        "types w changed; words: x, y, z > x, y, z, k"
      ])
    #expect(
      try changes(("n: {type: integer, min: 0, max: 9}", "n: {type: integer, max: 9}")) == [
        "facts n changed; min: 0 > "
      ])
    #expect(try changes(("stop: {}", "stop: {}, wait: {}")) == ["events wait added"])
    #expect(try changes(("start: 0", "start: 1")) == ["variables v changed; start: 0 > 1"])
    #expect(
      try changes(("u: {type: final}", "u: {type: final}\n    k: {}")) == ["states k added"])
  }

  @Test func deadlinesAndTargetsAreTold() throws {
    #expect(
      try changes(("2 days: u", "3 days: u"), ("length: 3 days", "length: 4 days")) == [
        "deadlines s changed; after: 2 days > 3 days",
        "deadlines periods.t changed; length: 3 days > 4 days",
      ])
    #expect(
      try changes(("stop: u", "stop: t")) == ["transitions s stop -> u changed; to: u > t"])
    #expect(
      try changes(("stop: u", "go | stop: u")) == [
        "states s changed; order:  > go, go | stop", "transitions s stop -> u removed",
        "transitions s go | stop -> u added",
      ])
  }

  @Test func aTransitionPutInBeforeOthersDoesNotMoveThem() throws {
    #expect(
      try changes(("go: [{when: n < 3", "go: [{when: n = 9, to: u}, {when: n < 3")) == [
        "transitions t go -> u added"
      ])
    #expect(
      try changes(("[{when: n < 3, to: u}, {to: s}]", "{when: n < 3, to: t}")) == [
        "transitions t go -> u removed", "transitions t go -> s removed",
        "transitions t go -> t added",
      ])
    let order = try changes(
      ("[{when: n < 3, to: u}, {to: s}]", "[{to: s}, {when: n < 3, to: u}]"))
    #expect(order == ["transitions t go changed; order: u / s > s / u"])
  }

  @Test func theOrderOfPatternsThatShareAnEventIsTold() throws {
    let text = Self.rulebook.replacing("stop: u}, after", with: "\"*\": u}, after")
    let turned = Self.rulebook.replacing(
      "{go: {when: a, to: t}, stop: u}", with: "{\"*\": u, go: {when: a, to: t}}")
    let found = difference(from: try compiled(text), .china, to: try compiled(turned), .china)
    #expect(found.changes.map(\.name) == ["s"] && found.changes.map(\.section) == [.states])
    #expect(
      try changes(("{go: {when: a, to: t}, stop: u}", "{stop: u, go: {when: a, to: t}}")) == [])
  }

  @Test func theHeaderIsCompared() throws {
    #expect(
      try changes(("rulebook: r\n", "rulebook: r\nutc_offset: \"+07:00\"\n")) == [
        "settings rulebook changed; offset: +08:00 > +07:00"
      ])
  }

  @Test func whatIsOfAnotherKindIsNotCompared() throws {
    let found = try changes(
      ("n: {type: integer, min: 0, max: 9}", "n: money"), ("n: < 5", "n: < 6"))
    #expect(found.contains("decisions d unclear; follows e"))
  }
}
