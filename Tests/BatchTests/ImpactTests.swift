import Batch
import Engine
import Model
import SourceText
import Synchronization
import TestSupport
import Testing

/// The same cases through two versions.
@Suite struct ImpactTests {
  private static let old = Rulebooks.village
  /// Another guard, an event less.
  private static let new = old.replacing("when: not(violent)", with: "when: 类型 != 合同")
    .replacing("on: {agree: closed}", with: "on: {give_up: closed}")
    .replacing("agree: {with: {paid: money}}", with: "give_up: {}")

  private func tally(
    _ run: ImpactRun, _ lines: [String], atOnce limit: Int = .max
  ) async throws -> ImpactTally {
    let source = Mutex(Array((lines.joined(separator: "\n") + "\n").utf8)[...])
    return try await run.run { held, count in
      source.withLock { rest in
        let piece = rest.prefix(min(count, limit))
        rest = rest.dropFirst(piece.count)
        return held + piece
      }
    }
  }

  private func lines(_ count: Int) throws -> [String] {
    let interpreter = try interpreter(Self.old)
    return randomCases(interpreter, count: count).map {
      WrittenCase(program: interpreter.program, file: $0).line
    }
  }

  /// What batch says of each line under both versions, compared by hand.
  @Test func countsAreThoseOfTwoBatches() async throws {
    let (old, new) = (try interpreter(Self.old), try interpreter(Self.new))
    try #require(Self.old != Self.new)
    let lines = try lines(400) + ["{", #"{"events":[{"event":"give_up"}]}"#]
    let before = try await BatchPlay(BatchRun(old), lines).lines
    let after = try await BatchPlay(BatchRun(new), lines).lines
    let tally = try await tally(ImpactRun(old: old, new: new), lines)
    func state(_ line: String) -> String {
      String(line.split(separator: "\"state\":")[1].prefix { $0 != "]" })
    }
    let pairs = zip(before, after)
    let played = pairs.filter { !$0.0.contains("\"error\"") && !$0.1.contains("\"error\"") }
    let moved = played.filter { state($0.0) != state($0.1) }
    #expect(tally.playedCount == played.count)
    #expect(moved.count > 10)
    let cells = tally.cells(of: .state)
    #expect(cells.filter(\.cell.isChange).reduce(0) { $0 + $1.count } == moved.count)
    #expect(cells.reduce(0) { $0 + $1.count } == played.count)
    let unfit = pairs.filter { !$0.0.contains("\"error\"") && $0.1.contains("\"error\"") }
    #expect(tally.newMisfitCount == unfit.count)
    #expect(unfit.count > 10)
    #expect(tally.oldMisfitCount == 1)
    #expect(tally.unreadCount == 1)
    #expect(tally.caseCount == lines.count)
  }

  @Test func workersAndChunksChangeNothing() async throws {
    var run = ImpactRun(
      old: try interpreter(Self.old), new: try interpreter(Self.new), groupedBy: ["类型"])
    let lines = try lines(200)
    let whole = try await tally(run, lines)
    run.workerCount = 3
    run.chunkSize = 700
    let cut = try await tally(run, lines, atOnce: 333)
    #expect(cut.cells == whole.cells)
    #expect(cut.changedCount == whole.changedCount)
    #expect(cut.groups == whole.groups)
    #expect(cut.examples.mapValues(\.number) == whole.examples.mapValues(\.number))
    #expect(cut.misfits.mapValues(\.number) == whole.misfits.mapValues(\.number))
    #expect(whole.shares(of: 0).reduce(0) { $0 + $1.share.cases } == whole.comparedCount)
    #expect(whole.shares(of: 0).count > 1)
  }

  @Test func aVersionDoesNotDifferFromItself() async throws {
    let old = try interpreter(Self.old)
    let tally = try await tally(ImpactRun(old: old, new: old), lines(100))
    #expect(tally.playedCount == 100)
    #expect(tally.affectedCount == 0)
    #expect(tally.examples.isEmpty)
  }

  @Test func anExampleIsWhereTheVersionsPart() async throws {
    let run = ImpactRun(old: try interpreter(Self.old), new: try interpreter(Self.new))
    let line =
      #"{"id":"x","facts":{"金额":7000,"类型":"合同","violent":false},"events":["#
      + #"{"event":"accept","at":"2026-05-06"}]}"#
    let tally = try await tally(run, ["{}", line])
    let changes = tally.cells(of: .state).filter(\.cell.isChange)
    let cell = try #require(changes.first).cell
    #expect((cell.old, cell.new) == ("talks", "open"))
    let example = try #require(tally.examples[cell])
    #expect(example.number == 2)
    #expect(example.id == "x")
    #expect(example.divergence.entry == 1)
    #expect(example.divergence.event == "accept")
    #expect(example.divergence.old.transitions.count == 1)
    #expect(example.divergence.old.refusal == nil)
    #expect(example.divergence.new.refusal != nil)
  }
}
