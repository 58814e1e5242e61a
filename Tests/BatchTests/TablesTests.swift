import Batch
import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing

/// Cases that are stepped by tables come to what the engine says.
@Suite struct TablesTests {
  /// Both ways, line by line; how many lines were played by tables.
  private func compare(
    _ text: String, _ lines: [String], seed: Int
  ) async throws -> (lines: Int, byTables: Int) {
    let interpreter = try interpreter(text)
    var batch = BatchRun(interpreter)
    let fast = try await BatchPlay(batch, lines)
    batch.usesTables = false
    let slow = try await BatchPlay(batch, lines)
    if fast.output != slow.output {
      let place = zip(fast.lines, slow.lines).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
      Issue.record(
        "seed \(seed): \(fast.lines[place]) is not \(slow.lines[place])\n\(lines[place])\n\(text)")
    }
    #expect(fast.tally.rowCounts.map(\.rows) == slow.tally.rowCounts.map(\.rows), "\(seed)")
    #expect(fast.tally.stateCounts == slow.tally.stateCounts, "seed \(seed)")
    #expect(fast.tally.caseCount == slow.tally.caseCount)
    #expect(fast.tally.refusedCount == slow.tally.refusedCount)
    #expect(slow.tally.tabledCount == 0)
    return (lines.count, fast.tally.tabledCount)
  }

  /// A sample; with `ORACLE=1` in the environment many, which takes long.
  private static let rulebookCount =
    ProcessInfo.processInfo.environment["ORACLE"] == "1" ? 250 : 8

  @Test(arguments: 0..<4) func randomRulebooksAgree(batch: Int) async throws {
    var (lines, byTables, planned) = (0, 0, 0)
    for seed in (batch * 1000)..<(batch * 1000 + Self.rulebookCount) {
      let text = RandomRulebook.text(seed: seed)
      let interpreter = try interpreter(text)
      let files = randomCases(interpreter, count: 20, length: 6) { $0.isMultiple(of: 2) }
      let written = files.map { WrittenCase(program: interpreter.program, file: $0).line }
      let found = try await compare(text, written, seed: seed)
      lines += found.lines
      byTables += found.byTables
      planned += found.byTables > 0 ? 1 : 0
    }
    // Agreement means something only where many are really played by tables.
    #expect(planned >= 3)
    #expect(byTables * 20 >= lines)
  }

  /// Where one comparison and one sum is all that happens, it happens in one step: also of values
  /// that are unknown or null, and of sums that no fact may have.
  @Test(arguments: 0..<4) func narrowRulebooksAgree(batch: Int) async throws {
    var (lines, byTables) = (0, 0)
    for seed in (batch * 1000)..<(batch * 1000 + Self.rulebookCount) {
      let text = RandomRulebook.text(seed: seed, isNarrow: true)
      let interpreter = try interpreter(text)
      let files = randomCases(interpreter, count: 20, length: 12) { $0.isMultiple(of: 2) }
      let written = files.map { WrittenCase(program: interpreter.program, file: $0).line }
      let found = try await compare(text, written, seed: seed)
      lines += found.lines
      byTables += found.byTables
    }
    #expect(byTables * 10 >= lines)
  }

  private static let counting = """
    rulebook: counting
    facts: {left: {type: integer, min: 0, max: 3}, paid: money, calm: boolean}
    variables: {n: {type: integer, start: 2}}
    events: {ask: {}, add: {}, pay: {}, give: {with: {more: integer}}, same: {}, quieten: {}}
    workflow:
      states:
        open:
          on:
            ask: [{when: left <= 2, to: few}, {to: many}]
            add: {to: open, do: [{set: {left: left + 1}}]}
            pay: [{when: "paid in [10..20]", to: few}, {to: many}]
            give: {to: open, do: [{set: {n: event.more}}]}
            same: [{when: n != 2, to: few}, {to: many}]
            quieten: [{when: not(calm), to: open, do: [{set: {calm: true}}]}, {to: few}]
        few: {on: {ask: many}}
        many: {type: final}
    """

  /// One by one, what a step by comparison and sum must know: bounds of conditions and of facts,
  /// what nobody stated, and what an event brings.
  @Test(arguments: [
    (#""left":2"#, "ask", "few", true), (#""left":3"#, "ask", "many", true),
    ("", "ask", "open", false), (#""left":2"#, "add ask", "many", true),
    (#""left":3"#, "add", "open", false), ("", "add", "open", false),
    (#""paid":10"#, "pay", "few", true), (#""paid":9.999999"#, "pay", "many", true),
    (#""paid":20"#, "pay", "few", true), (#""paid":20.000001"#, "pay", "many", true),
    ("", "pay", "open", false), ("", "same", "many", true), ("", "give same", "few", true),
    (#""calm":false"#, "quieten quieten", "few", true), ("", "quieten", "open", false),
    (#""left":0"#, "ask ask", "many", true), (#""left":0"#, "ask ask ask", "many", false),
  ])
  func aStepByComparisonAndSumIsTheEngines(
    facts: String, events: String, state: String, isByTables: Bool
  ) async throws {
    let entries = events.split(separator: " ").map { name in
      name == "give"
        ? #"{"event":"give","with":{"more":7}}"# : #"{"event":"\#(name)"}"#
    }
    let line = #"{"id":"x","facts":{\#(facts)},"events":[\#(entries.joined(separator: ","))]}"#
    let interpreter = try interpreter(Self.counting)
    let found = try await compare(Self.counting, [line], seed: 0)
    let play = try await BatchPlay(BatchRun(interpreter), [line])
    #expect(play.lines.first?.contains(#""state":["\#(state)"]"#) == true, "\(play.output)")
    #expect((found.byTables == 1) == isByTables)
  }

  /// What no author would write: members in another order, blanks, cut and changed bytes.
  @Test func brokenLinesAgree() async throws {
    var random = SeededRandom(seed: 11)
    var lines = (0..<120).map { number in
      #"{"id":"甲-\#(number)","opened":"2026-05-01","facts":{"金额":\#(number * 99).5,"类型":"婚姻","#
        + #""violent":\#(number % 9 == 0)},"events":[{"event":"accept","at":"2026-05-06T10:00"},"#
        + #"{"event":"agree","set":{"day":"2026-05-02"},"with":{"paid":\#(number)}}],"#
        + #""until":"2026-07-01"}"#
    }
    lines += [
      #"{"events":[{"with":{"paid":3},"event":"agree"}],"id":7}"#,
      #"{ "id" : "x" , "facts" : { "violent" : false } , "events" : [ { "event" : "accept" } ] } "#,
      #"{"id":"x","facts":{},"events":[{}]}"#, #"{"id":"x","facts":{},"events":[],"until":null}"#,
      #"{"id":01}"#, #"{"id":-1}"#, #"{"id":1e3}"#, #"{"id":[]}"#, #"{"id":"a""b"}"#, "{}",
      #"{"facts":{"violent":truely}}"#, #"{"facts":{"violent":true}"#, #"{"id":1}}"#, #"{"id":1,}"#,
      #"{"facts":{"金额":1.}}"#, #"{"facts":{"金额":1]}}"#, #"{"facts":{"金额":null,"金额":1}}"#,
      #"{"events":[{"event":"agree","with":{"paid":1]}}]}"#, #"{"events":[{"event":"agree"}}]"#,
      #"{"events":[{"event":"accept"]}]}"#, #"{"events":[{"event":"agree","with":[}]}]}"#,
    ]
    let alphabet = Array(#"{}[]:,"\ 0123e-.tfnx"#.utf8) + [0, 9, 0xE4, 0xFF]
    let whole = lines
    for line in whole {
      for _ in 0..<6 {
        var bytes = Array(line.utf8)
        for _ in 0..<Int.random(in: 1...2, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes[place] = byte
          case 1: bytes.insert(byte, at: place)
          case 2: bytes.remove(at: place)
          default: bytes.removeSubrange(place...)
          }
        }
        lines.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    let found = try await compare(Rulebooks.village, lines, seed: 11)
    #expect(found.byTables > 110)
  }

  @Test func theBenchmarkIsPlayedByTables() async throws {
    let rulebook = try Command(
      "python3", ["benchmarks/batch/generate", "rulebook"], in: Repository.root
    )
    .run().output
    let cases = try Command(
      "python3", ["benchmarks/batch/generate", "cases", "500", "9"], in: Repository.root
    )
    .run().output
    let found = try await compare(
      rulebook, cases.split(separator: "\n").map(String.init), seed: 0)
    #expect(found.lines == 500)
    #expect(found.byTables == 500)
  }
}
