import Batch
import Engine
import TestSupport
import Testing

/// Whether cases go by tables is told by no result: a change that quietly left them to the engine
/// would only be slow. So here it is counted, for all that docs/performance.md says goes by tables
/// and all that it says does not.
@Suite struct FastPathTests {
  private static func generated(_ words: [String]) throws -> String {
    try Command("python3", ["benchmarks/batch/generate"] + words, in: Repository.root).run().output
  }

  /// The rulebook of `benchmarks/run batch`, and as `benchmarks/run step` uses it.
  @Test(arguments: [true, false], [1, 3])
  func theRulebooksOfTheBenchmarksGoByTables(decides: Bool, workers: Int) async throws {
    let whole = try Self.generated(["rulebook"])
    let stepped = whole.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("entry: [{decide: route}]") }.joined(separator: "\n")
    try #require(stepped != whole)
    let lines = try Self.generated(["cases", "300", "4"]).split(separator: "\n").map(String.init)
    var batch = BatchRun(try interpreter(decides ? whole : stepped))
    (batch.workerCount, batch.chunkSize) = (workers, 20_000)
    let tally = try await BatchPlay(batch, lines).tally
    #expect((tally.caseCount, tally.tabledCount) == (300, 300))
  }

  /// What a case was given on its way is noted by the tables too: the ladder of `CaseWayTests`,
  /// with its levels, its scripts and three assignments a step.
  @Test(arguments: [1, 3]) func laddersAndScriptsGoByTables(workers: Int) async throws {
    var batch = BatchRun(try interpreter(CaseWayTests.place))
    (batch.workerCount, batch.chunkSize) = (workers, 150)
    let tally = try await BatchPlay(batch, CaseWayTests.cases).tally
    #expect(tally.tabledCount == CaseWayTests.cases.count)
    #expect(tally.levelCounts.map(\.count) == [1, 2, 1])
    #expect(tally.scriptCounts.map(\.count) == [2, 2])
  }

  @Test func mostRandomCasesOfALadderGoByTablesWhereNothingIsRefusedOrUnknown() async throws {
    let interpreter = try interpreter(CaseWayTests.place)
    let lines = randomCases(interpreter, count: 300, length: 12).map {
      WrittenCase(program: interpreter.program, file: $0).line
    }
    var batch = BatchRun(interpreter)
    let fast = try await BatchPlay(batch, lines)
    let plain = fast.lines.count {
      !$0.contains("\"refused\"") && !$0.contains("\"error\"") && !$0.contains("null")
    }
    // Some learn a fact on the way that was asked for before.
    #expect(plain > 20)
    #expect(fast.tally.tabledCount * 4 > plain * 3)
    batch.usesTables = false
    let slow = try await BatchPlay(batch, lines)
    #expect(slow.tally.tabledCount == 0)
    #expect(slow.output == fast.output)
  }

  /// One rulebook with one thing more, and whether that leaves its cases to the engine.
  private static func rulebook(_ decision: String, _ state: String, _ more: String = "") -> String {
    """
    rulebook: one
    types: {kinds: {values: [a, b]}, grades: {ordered: [low, high]}}
    facts: {kind: kinds, amount: money, grade: grades, calm: boolean, since: date}
    variables: {n: {type: integer, start: 0}, m: {type: integer, start: 1}}
    events: {go: {}, give: {with: {x: integer}}, made: {}}
    decisions:
      \(decision)
    \(more)
    workflow:
      states:
        open: {\(state)}
        closed: {type: final}
    """
  }

  private static let first = """
    seat:
        hit: first
        inputs: [kind, amount, grade, calm]
        outputs: {to: kinds, days: integer}
        rules:
          - id: r
            when: {kind: a, amount: "< 5", grade: "> low", calm: true}
            then: {to: a, days: 1}
        otherwise: {to: b, days: 2}
    """
  private static let go = "on: {go: closed}"

  @Test(arguments: [
    ("a first table", first, go, "", true),
    ("a unique table", first.replacing("hit: first", with: "hit: unique"), go, "", true),
    (
      "a collect table",
      "all: {hit: collect, inputs: [kind], outputs: {to: kinds}, rules: ["
        + "{id: r, when: {kind: a}, then: a}]}", go, "", false
    ),
    ("a condition", "hot: {is: amount > 3 and not(calm)}", go, "", true),
    ("a word", "to: {is: if calm then kind else kind}", go, "", true),
    ("a computed number", "each: {is: amount / 2}", go, "", false),
    ("a guard", first, "on: {go: [{when: seat.days = 2, to: closed}, {to: open}]}", "", true),
    ("a frozen decision", first, "entry: [{decide: seat}], on: {go: closed}", "", true),
    ("a sum", first, "on: {go: {to: closed, do: [{set: {n: n + 1}}]}}", "", true),
    ("two assignments", first, "on: {go: {to: closed, do: [{set: {n: 2, m: m + 1}}]}}", "", true),
    ("an exchange", first, "on: {go: {to: closed, do: [{set: {n: m, m: n}}]}}", "", false),
    (
      "what an event brings", first,
      "on: {give: {to: open, do: [{set: {n: event.x}}]}, go: closed}", "", true
    ),
    ("an event raised", first, "on: {go: {to: open, do: [{raise: made}]}, made: closed}", "", true),
    (
      "a choice of actions", first,
      "on: {go: {to: closed, do: [{choose: [{when: calm, do: [{set: {n: 1}}]}]}]}}", "", true
    ),
    ("a timer", first, "after: {3 days: closed}, on: {go: closed}", "", false),
    ("a period", first, go, "periods: {whole: {from: since, length: 20 days}}", false),
    (
      "a task", first,
      "entry: [{task: {id: t, to: [clerk], done_by: made}}], on: {go: closed}",
      "roles: {clerk: {}}", false
    ),
  ])
  func whatGoesByTables(
    name: String, decision: String, state: String, more: String, goes: Bool
  ) async throws {
    let batch = BatchRun(try interpreter(Self.rulebook(decision, state, more)))
    let line =
      #"{"id":1,"facts":{"kind":"a","amount":3,"grade":"high","calm":true,"since":"2026-05-06"},"#
      + #""events":[{"event":"go","at":"2026-05-07"}]}"#
    let play = try await BatchPlay(batch, [line, line])
    #expect(play.tally.failedCount == 0 && play.tally.refusedCount == 0, "\(play.output)")
    #expect(play.tally.tabledCount == (goes ? 2 : 0), "\(name)")
  }

  /// Rows of a sheet are read by the engine's reader; the same facts as JSON go by tables.
  @Test func sheetsAreDecidedByTheEngineAndLinesByTables() async throws {
    let rulebook = """
      rulebook: sheet
      facts: {amount: money}
      decisions:
        small: {is: amount < 5}
      """
    var batch = BatchRun(try interpreter(rulebook))
    let lines = try await BatchPlay(batch, [#"{"id":"1","facts":{"amount":3}}"#])
    batch.format = .csv
    let sheet = try await BatchPlay(batch, ["id,amount", "1,3"])
    #expect(sheet.lines == lines.lines)
    #expect((lines.tally.tabledCount, sheet.tally.tabledCount) == (1, 0))
    #expect(sheet.tally.caseCount == 1)
  }
}
