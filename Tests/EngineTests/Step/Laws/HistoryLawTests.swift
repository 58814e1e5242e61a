import Engine
import Testing

/// Histories: what they remember, and where they lead while they remember nothing (SCXML 3.10).
@Suite struct HistoryLawTests {
  private static func withHistory(_ depth: String) -> String {
    """
    workflow:
      states:
        a:
          on: {suspend: s}
          states:
            b: {on: {go: c.e}}
            c: {states: {d: {}, e: {}}}
            last: {type: history, \(depth)to: c}
        s: {on: {resume: a.last}}
        first: {}
    """
  }

  @Test func aShallowHistoryRemembersTheChild() throws {
    var played = try Played(Self.withHistory(""))
    try played.play("event: go")
    try played.play("event: suspend")
    try played.expect("event: resume", "-s; +a; +c; +d; in d")
  }

  @Test func aDeepHistoryRemembersTheInnermost() throws {
    var played = try Played(Self.withHistory("depth: deep, "))
    try played.play("event: go")
    try played.play("event: suspend")
    try played.expect("event: resume", "-s; +a; +c; +e; in e")
  }

  @Test func whatIsStillActiveIsNotEnteredAgain() throws {
    var played = try Played(
      """
      workflow:
        states:
          o:
            on: {out: s}
            states:
              c: {entry: [{inform: enter c}], states: {a: {on: {go: b}}, b: {on: {back: last}}}}
              last: {type: history, depth: deep, to: c}
          s: {on: {in_again: o.last}}
      """)
    for event in ["go", "out", "in_again"] { try played.play("event: \(event)") }
    #expect(played.leaves == "b")
    try played.expect("event: back", "-b; +b; in b")
  }

  @Test func aHistoryThatRemembersNothingLeadsToItsDefault() throws {
    var played = try Played(
      """
      workflow:
        initial: s
        states:
          a:
            entry: [{inform: enter a}]
            initial: {to: b, do: [{inform: not this}]}
            states:
              b: {}
              c: {}
              last: {type: history, to: {to: c, do: [{inform: no memory}]}}
          s: {on: {resume: a.last}}
      """)
    try played.expect("event: resume", "-s; +a; inform enter a; inform no memory; +c; in c")
  }

  @Test func aHistoryIsMadeByTheVeryExitThatItsTransitionCauses() throws {
    var played = try Played(
      """
      workflow:
        states:
          a:
            on: {again: a.last}
            states:
              b: {on: {go: c}}
              c: {}
              last: {type: history, to: b}
      """)
    try played.play("event: go")
    try played.expect("event: again", "-c; -a; +a; +c; in c")
  }
}
