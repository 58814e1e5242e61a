import Batch
import Engine
import SourceText
import TestSupport
import Testing

@Suite struct BatchRunTests {
  private static let good =
    #"{"id":"a","facts":{"金额":800,"类型":"邻里","violent":false},"events":[{"event":"accept"}]}"#
  private static let result =
    #"{"id":"a","state":["talks"],"decisions":{"seat":{"seat":"village","days":3}}}"#

  /// Codes of error records where there are any, else the state.
  private func codes(_ input: [UInt8]) async throws -> [String] {
    let play = try await BatchPlay(BatchRun(interpreter(Rulebooks.village)), input)
    return play.lines.map { line in
      line.split(separator: "\"").drop { $0 != "code" }.dropFirst(2).first.map(String.init) ?? line
    }
  }

  @Test(arguments: [
    (#"{"id":"a","facts":{"金额":80"#, "not-json"), (#"{"id":"a","fac"#, "unclosed-string"),
    (#"{"facts":{"金额":true}}"#, "wrong-type"), (#"{"facts":{"金额":"8,00"}}"#, "wrong-type"),
    (#"{"facts":{"violent":"no"}}"#, "wrong-type"),
    (#"{"facts":{"violent":null}}"#, "wrong-type"),
    (#"{"facts":{"类型":3}}"#, "not-a-value"), (#"{"facts":{"类型":"离婚"}}"#, "not-a-value"),
    (#"{"facts":{"day":"2026-02-30"}}"#, "not-a-value"), (#"{"facts":[]}"#, "wrong-type"),
    (#"{"facts":{"money":1}}"#, "unknown-fact"), (#"{"fact":{}}"#, "unknown-member"),
    (#"{"events":{}}"#, "wrong-type"), (#"{"events":[1]}"#, "wrong-type"),
    (#"{"events":[{"event":"acept"}]}"#, "unknown-event"),
    (#"{"events":[{"event":"accept","when":"now"}]}"#, "unknown-member"),
    (#"{"events":[{"event":"agree"}]}"#, "missing-member"),
    (#"{"events":[{"event":"agree","with":{"paid":"one"}}]}"#, "wrong-type"),
    (#"{"events":[{"with":{}}]}"#, "missing-member"),
    (#"{"events":[{}]}"#, "missing-member"), (#"{"events":[{"by":"king"}]}"#, "unknown-role"),
    (#"{"events":[{"at":"yesterday"}]}"#, "not-a-value"),
    (#"{"events":[{"at":"2026-05-06"},{"at":"2026-05-05"}]}"#, "time-runs-backwards"),
    (#"{"opened":"2026-05-06","until":"2026-05-05"}"#, "time-runs-backwards"),
    (#"{"id":1,"id":2}"#, "duplicate-member"), (#"{"facts":{"金额":1,"金额":1}}"#, "duplicate-member"),
    (#"{"facts":{"金额":1,"\u91d1额":1}}"#, "duplicate-member"),
    (#"{"id":{}}"#, "wrong-type"), ("[]", "not-an-object"), ("7", "not-an-object"),
    ("{\"id\":\"a\u{0}\"}", "control-character"), ("{\"id\":\u{0}}", "not-json"),
    (#"{"id":"\q"}"#, "bad-escape"),
    (#"{"events":[{"event":"accept","event":"accept"}]}"#, "duplicate-member"),
    (#"{"events":[{"event":"agree","with":{"paid":1,"paid":1}}]}"#, "duplicate-member"),
    (#"{"events":[{"event":"agree","with":{"pay":1}}]}"#, "unknown-member"),
    (#"{"events":[{"event":"accept","set":{"money":1}}]}"#, "unknown-fact"),
    (
      #"{"events":[{"event":"accept","set":{"violent":false,"violent":false}}]}"#,
      "duplicate-member"
    ),
    ("\u{0}", "not-json"),
    (#"{"id":"a","facts":{"violent":false},"events":[{"event":"acc"#, "unclosed-string"),
    (#"{"facts":{}} {}"#, "not-json"),
  ])
  func aDamagedLineGivesOneRecord(line: String, code: String) async throws {
    let lines = [Self.good, line, Self.good].joined(separator: "\n")
    #expect(try await codes(Array(lines.utf8)) == [Self.result, code, Self.result])
  }

  @Test func whatIsNotUTF8GivesOneRecord() async throws {
    let broken = Array(#"{"id":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    let text = Array(Self.good.utf8) + [10] + broken + [10] + Array(Self.good.utf8)
    #expect(try await codes(text) == [Self.result, "not-utf8", Self.result])
  }

  @Test func numbersOf400DigitsGiveOneRecordAndExactOnesPass() async throws {
    let digits = String(repeating: "7", count: 400)
    let long = Self.good.replacing("800", with: digits)
    let exact = Self.good.replacing("800", with: "4999.999999999999999999999999999")
    let zeros = Self.good.replacing("800", with: "800." + String(repeating: "0", count: 400))
    let lines = [long, exact, zeros].joined(separator: "\n")
    #expect(try await codes(Array(lines.utf8)) == ["too-many-digits", Self.result, Self.result])
  }

  @Test(arguments: [1, 7, 100, 4096, 1 << 20])
  func aLineThatIsTooLongGivesOneRecordAndNoMore(size: Int) async throws {
    let limit = 1 << 20
    let filler = String(repeating: " ", count: limit - Self.good.utf8.count)
    let lines = [
      Self.good, Self.good + filler, Self.good + filler + " ", Self.good, "{\"id\":\"b\"",
    ]
    var batch = BatchRun(try interpreter(Rulebooks.village))
    batch.chunkSize = max(size, 4096)
    let input = Array((lines.joined(separator: "\n") + String(repeating: " ", count: limit)).utf8)
    let play = try await BatchPlay(batch, input)
    let message = #""at":"","message":"the line is longer than 1048576 bytes"}}"#
    #expect(
      play.lines == [
        Self.result, Self.result,
        #"{"id":"a","error":{"code":"line-too-long","line":3,"# + message, Self.result,
        #"{"id":"b","error":{"code":"line-too-long","line":5,"# + message,
      ])
    #expect(play.errors.split(separator: "\n").count == 2)
    #expect(play.tally.caseCount == 5)
    #expect(play.tally.failedCount == 2)
  }

  @Test func resultsAreTheSameForAnyNumberOfWorkersAndAnyChunks() async throws {
    let interpreter = try interpreter(Rulebooks.everything)
    var lines = randomCases(interpreter, count: 300).map {
      WrittenCase(program: interpreter.program, file: $0).line
    }
    for place in stride(from: 0, to: 300, by: 7) { lines[place] = String(lines[place].dropLast(3)) }
    for place in stride(from: 3, to: 300, by: 11) { lines[place] += "\r\n" }
    let input = Array(lines.joined(separator: "\n").utf8)
    let first = try await BatchPlay(BatchRun(interpreter), input)
    #expect(first.tally.failedCount == 43)
    for (workers, size, limit) in [(1, 1, 1), (2, 100, 100), (4, 1000, 333), (3, 1 << 16, 1 << 16)]
    {
      var batch = BatchRun(interpreter)
      (batch.workerCount, batch.chunkSize) = (workers, size)
      let play = try await BatchPlay(batch, input, atOnce: limit)
      #expect(play.output == first.output)
      #expect(play.errors == first.errors)
      #expect(play.tally.rowCounts.map(\.rows) == first.tally.rowCounts.map(\.rows))
      #expect(play.tally.stateCounts == first.tally.stateCounts)
    }
  }

  @Test(arguments: 1...8, [1, 10, 1 << 16])
  func aRunFromALineGivesTheRestOfTheWholeRun(line: Int, size: Int) async throws {
    let input = "{\"id\":1}\n\n{\"id\":3}\n{\"id\":4\n{\"id\":5}\n{\"id\":6}"
    var batch = BatchRun(try interpreter(Rulebooks.village))
    let whole = try await BatchPlay(batch, Array(input.utf8))
    batch.firstLine = line
    batch.chunkSize = size
    let rest = try await BatchPlay(batch, Array(input.utf8))
    // Line 2 is blank.
    #expect(rest.lines == Array(whole.lines.dropFirst(line == 1 ? 0 : max(1, line - 2))))
  }

  @Test func anIDComesBackAsItWas() async throws {
    let ids = [#""a""#, "12", "1.50", "null", #""\u0041\"\n甲""#, "12345678901234567890123"]
    let batch = BatchRun(try interpreter(Rulebooks.village))
    let play = try await BatchPlay(batch, ids.map { "{\"id\":\($0)}" } + ["{}", "\u{FEFF}{}"])
    let found = play.lines.map { $0.dropFirst(6).prefix(while: { $0 != "," }) }
    #expect(found == [#""a""#, "12", "1.50", "null", #""A\"\n甲""#, ids[5][...], "null", "null"])
  }

  @Test func whatCannotBeWrittenEndsTheRun() async throws {
    struct Full: Error {}
    let batch = BatchRun(try interpreter(Rulebooks.village))
    await #expect(throws: Full.self) {
      _ = try await batch.run(
        BatchStreams(input: { held, _ in held + Array("{}\n".utf8) }, output: { _ in throw Full() })
      )
    }
  }
}
