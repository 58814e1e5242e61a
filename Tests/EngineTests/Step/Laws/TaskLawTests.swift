import Engine
import Model
import Testing

/// Tasks: open until their event is taken, overdue where their term runs out first
/// (docs/language.md, actions).
@Suite struct TaskLawTests {
  private static let rulebook = """
    events: {called: {}, go: {}, again: {}}
    workflow:
      states:
        a:
          entry: [{task: {id: call, within: 1 day, done_by: called}}]
          on: {go: b, again: a, overdue.call: late}
        b: {on: {overdue.call: late}}
        late: {}
    """

  @Test func aTaskIsOpenUntilItsEventIsTaken() throws {
    var played = try Played(Self.rulebook)
    #expect(played.opening == "+a; set call 2026-05-07; task call; in a")
    #expect(played.due == ["call 2026-05-07"])
    try played.expect("event: called", "cancelled call; done call; in a")
    #expect(played.state.tasks.isEmpty)
    try played.expect("at: 2026-06-01T00:00", "in a")
  }

  @Test func theEventOfATaskIsTakenThoughNoStateTakesIt() throws {
    var played = try Played(Self.rulebook)
    try played.play("event: called")
    try played.expect(
      "event: called", "refused: nothing takes `called` here; possible: `go`, `again`; in a")
  }

  @Test func aTaskWhoseTermRunsOutIsOverdueAndStaysOpen() throws {
    var played = try Played(Self.rulebook)
    try played.expect(
      "at: 2026-05-08T00:00", "due call at 2026-05-08T00:00+08:00; -a; +late; in late")
    #expect(played.state.tasks.map(\.order.id) == ["call"])
    try played.expect("event: called", "done call; in late")
  }

  @Test func aTaskOutlivesTheStateThatGaveIt() throws {
    var played = try Played(Self.rulebook)
    try played.expect("event: go", "-a; +b; in b")
    try played.expect(
      "at: 2026-05-08T00:00", "due call at 2026-05-08T00:00+08:00; -b; +late; in late")
  }

  @Test func aTaskGivenAgainTakesThePlaceOfTheOpenOne() throws {
    var played = try Played(Self.rulebook)
    try played.expect(
      "at: 2026-05-07T09:00, event: again",
      "-a; +a; cancelled call; set call 2026-05-08; task call; in a")
    #expect(played.state.tasks.count == 1)
  }

  @Test func aRefusedEventLeavesTheTaskOpen() throws {
    var played = try Played(
      """
      facts: {x: boolean}
      workflow:
        states:
          a: {entry: [{task: {id: t, done_by: go}}], on: {go: {when: x, to: b}}}
          b: {}
      """)
    try played.expect("event: go", "refused: it depends on facts that are unknown: `x`; in a")
    #expect(played.state.tasks.count == 1)
    try played.expect(
      "event: go, set: {x: false}",
      "refused: nothing takes `go` here, and no other event could be fired; in a")
    #expect(played.state.tasks.count == 1)
  }

  @Test func oneEventMayShowSeveralTasksDone() throws {
    var played = try Played(
      """
      events: {done_all: {}}
      workflow:
        states: {a: {entry: [{task: {id: s, done_by: done_all}}, {task: {id: t, done_by: done_all}}]}}
      """)
    try played.expect("event: done_all", "done s; done t; in a")
  }

  @Test func aTaskMayBeDoneByWhatTheWorkflowRaises() throws {
    var played = try Played(
      """
      events: {go: {}}
      workflow:
        states:
          a: {entry: [{task: {id: t, done_by: r}}], on: {go: {do: [{raise: r}]}}}
      """)
    try played.expect("event: go", "!r; done t; in a")
  }

  @Test func aTaskThatIsOverdueIsStillToldWithItsDay() throws {
    var played = try Played(
      """
      events: {called: {}}
      workflow: {states: {a: {entry: [{task: {id: call, within: 2 workdays, done_by: called}}]}}}
      """)
    #expect(played.due == ["call 2026-05-08"])
    try played.expect(
      "at: 2026-05-20T00:00", "due call at 2026-05-09T00:00+08:00; dropped overdue.call; in a")
    #expect(played.due == ["call 2026-05-08"])
    try played.play("event: called")
    #expect(played.due.isEmpty)
  }
}
