import Batch
import Engine
import TestSupport
import Testing

/// What a case was given on its way is told of it when it has ended, too.
@Suite struct CaseWayTests {
  static let place = """
    rulebook: place
    types: {kinds: {values: [neighbour, land, shop]}}
    facts: {kind: kinds}
    events: {accept: {}, agree: {}, fail: {}, next: {}}
    decisions:
      class:
        hit: first
        inputs: [kind]
        outputs: {script: script, start: level}
        rules:
          - {id: near, when: {kind: neighbour}, then: {script: talks, start: village}}
          - {id: land, when: {kind: land}, then: {script: visits, start: town}}
        otherwise: {script: visits, start: village}
    ladder:
      levels: [{id: village}, {id: town}, {id: county}]
      start: class.start
      escalate: [{when: attempts >= 1}]
    scripts:
      talks: {steps: {hear: {on: {agree: agreed, fail: not_agreed}}}}
      visits: {steps: {visit: {on: {next: see}}, see: {on: {agree: agreed, fail: not_agreed}}}}
    slots: {mediation: {gives: [agreed, not_agreed]}}
    fill: {mediation: {ladder: true, script: class.script, on_escalation: restart}}
    workflow:
      states:
        open: {on: {accept: mediation}}
        mediation: {slot: mediation, on: {agreed: closed, not_agreed: ended}}
        closed: {type: final}
        ended: {type: final}
    """

  /// Ended in the village; open in the town; ended past the top; never taken up; ended in the town.
  static let cases = [
    ("A", "neighbour", "accept agree"), ("B", "neighbour", "accept fail"),
    ("C", "land", "accept next fail next fail"), ("D", "land", ""),
    ("E", "shop", "accept next fail next agree"),
  ].map { id, kind, events in
    let journal = events.split(separator: " ").map {
      #"{"event":"\#($0)","at":"2026-05-06"}"#
    }
    let list = journal.joined(separator: ",")
    return #"{"id":"\#(id)","facts":{"kind":"\#(kind)"},"events":[\#(list)]}"#
  }

  private func counts(_ counts: [Tally.Count]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.name, $0.count) })
  }

  @Test(arguments: [true, false], [1, 3])
  func aSummaryCountsTheLevelsAndScriptsOfEndedCases(
    usesTables: Bool, workers: Int
  ) async throws {
    var batch = BatchRun(try interpreter(Self.place))
    (batch.usesTables, batch.workerCount, batch.chunkSize) = (usesTables, workers, 150)
    let play = try await BatchPlay(batch, Self.cases)
    #expect(play.tally.caseCount == 5)
    #expect(play.tally.refusedCount == 0)
    #expect(counts(play.tally.levelCounts) == ["village": 1, "town": 2, "county": 1])
    #expect(counts(play.tally.scriptCounts) == ["talks": 2, "visits": 2])
  }

  /// Levels and scripts one after the other, with all ways through a chart: by its tables too.
  @Test func tablesAndEngineCountTheSame() async throws {
    let interpreter = try interpreter(Self.place)
    let lines = randomCases(interpreter, count: 300, length: 12).map {
      WrittenCase(program: interpreter.program, file: $0).line
    }
    var batch = BatchRun(interpreter)
    let fast = try await BatchPlay(batch, lines).tally
    batch.usesTables = false
    let slow = try await BatchPlay(batch, lines).tally
    #expect(fast.levelCounts == slow.levelCounts)
    #expect(fast.scriptCounts == slow.scriptCounts)
    #expect(counts(slow.levelCounts).keys.sorted() == ["county", "town", "village"])
    #expect(slow.stateCounts == fast.stateCounts)
  }

  private func tally(_ old: String, _ new: String, workers: Int) async throws -> ImpactTally {
    var run = ImpactRun(old: try interpreter(old), new: try interpreter(new))
    (run.workerCount, run.chunkSize) = (workers, 150)
    return try await run.run(lines: Self.cases)
  }

  private func words(_ tally: ImpactTally, _ aspect: ImpactAspect) -> [String] {
    tally.cells(of: aspect).map { "\($0.count) \($0.cell.old) \($0.cell.new)" }
  }

  @Test(arguments: [1, 3])
  func anImpactComparesTheWayOfEndedCases(workers: Int) async throws {
    let start = "then: {script: talks, start: village}"
    let new = Self.place.replacing(start, with: "then: {script: visits, start: town}")
    try #require(new != Self.place)
    let found = try await tally(Self.place, new, workers: workers)
    // The neighbours' two, one of which has ended.
    #expect(found.changedCount == 2)
    #expect(
      words(found, .firstLevel)
        == ["2 village town", "1  ", "1 town town", "1 village village"])
    #expect(words(found, .script) == ["2 talks visits", "2 visits visits", "1  "])
    #expect(words(found, .level).contains("1 village town"))
  }

  @Test(arguments: [1, 3])
  func aTermThatHasRunIsComparedToo(workers: Int) async throws {
    let old = Self.place.replacing("{id: village}", with: "{id: village, within: 3 days}")
    let new = old.replacing("3 days", with: "5 days")
    try #require(new != old)
    let found = try await tally(old, new, workers: workers)
    #expect(words(found, .deadline) == ["3 3 5", "2  "])
    // A and E have ended, B stands where nothing runs.
    #expect(words(found, .due) == ["5  "])
    #expect(found.changedCount == 3)
    let cell = try #require(found.cells(of: .deadline).first?.cell)
    let example = try #require(found.examples[cell])
    #expect(example.id == "A")
    // Where it was given, not where it ended.
    #expect(example.divergence.entry == 1)
    #expect(example.divergence.new.due != nil)
  }
}
