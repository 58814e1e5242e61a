import Batch
import Compiler
import Engine
import Model
import SourceText
import TestSupport
import Testing

/// Texts with a format: a line is taken where its case file is, and else both say the same.
@Suite struct FormatTests {
  private static let rulebook = """
    rulebook: numbers
    facts:
      danger: boolean
      amount: {type: money, min: 0}
      number: {type: text, format: identity_number}
      mobile: {type: text, format: mobile_number, optional: true}
      people: {list: {record: {name: text, mobile: {type: text or null, format: mobile_number}}}}
    events:
      call: {with: {mobile: {type: text, format: mobile_number}}}
      close: {}
    decisions:
      where: {hit: first, inputs: [danger], outputs: {to: [a, b]}, rules: [{id: d, when: {danger: true}, then: a}], otherwise: b}
    workflow:
      initial: open
      states:
        open:
          on:
            call: {to: called, do: [{set: {mobile: {is: event.mobile}}}]}
            close: {when: amount < 100, to: closed}
        called: {on: {close: closed}}
        closed: {type: final}
    """

  /// Texts in the formats, and such as differ from them in one sign.
  private func texts(using random: inout SeededRandom) -> [String] {
    TextFormat.allCases.flatMap { format -> [String] in
      let good = format.example(Int.random(in: 0..<100_000, using: &random))
      var bad = Array(good)
      bad[Int.random(in: bad.indices, using: &random)] = random.pick(Array("0123456789Xx \u{4e00}"))
      return [good, String(bad), String(good.dropLast()), "（已删除1）"]
    }
  }

  @Test func aLineIsTakenWhereItsCaseFileIsAndElseBothSayTheSame() async throws {
    let interpreter = try interpreter(Self.rulebook)
    var random = SeededRandom(seed: 138)
    var (taken, refused) = (0, 0)
    for _ in 0..<60 {
      for text in texts(using: &random) {
        let value = JSONText.string(text).text()
        for facts in [
          "\"danger\":true,\"number\":\(value)", "\"amount\":5,\"mobile\":\(value)",
          "\"people\":[{\"name\":\"x\",\"mobile\":\(value)}]",
        ] {
          let said = try problem(interpreter, facts: facts, events: "")
          let play = try await BatchPlay(BatchRun(interpreter), ["{\"facts\":{\(facts)}}"])
          #expect(play.message == said, "\(facts)")
          if said == nil { taken += 1 } else { refused += 1 }
        }
        let event = "{\"event\":\"call\",\"with\":{\"mobile\":\(value)}}"
        let said = try problem(interpreter, facts: "", events: event)
        let line = "{\"events\":[\(event),{\"event\":\"close\"}]}"
        let play = try await BatchPlay(BatchRun(interpreter), [line])
        #expect(play.message == said, "\(line)")
        #expect(said != nil || play.output.contains("closed"))
      }
    }
    #expect(taken > 300 && refused > 300)
  }

  /// What the case file says of it; nil where nothing.
  private func problem(
    _ interpreter: Interpreter, facts: String, events: String
  ) throws -> String? {
    let text = "{\"case\":\"x\",\"facts\":{\(facts)},\"journal\":[\(events)]}"
    var (sources, findings) = (SourceMap(), Diagnostics())
    _ = try RulebookCompiler(reading: FilesInMemory(["case.json": text])).compileCases(
      path: "case.json", against: ProgramNames(interpreter.program), sources: &sources,
      into: &findings)
    return findings.sorted.first?.message.en
  }

  /// What the workflow itself puts into a fact is held to its format as well.
  @Test func aFactIsNotSetToWhatBreaksItsFormat() async throws {
    let rulebook = """
      rulebook: set
      facts: {typed: text, mobile: {type: text, format: mobile_number}}
      events: {keep: {}}
      workflow:
        states:
          open: {on: {keep: {to: kept, do: [{set: {mobile: {is: typed}}}]}}}
          kept: {type: final}
      """
    let interpreter = try interpreter(rulebook)
    for (typed, state, isRefused) in [
      ("13800000001", "kept", false), ("1380000000", "open", true),
    ] {
      let line = "{\"facts\":{\"typed\":\"\(typed)\"},\"events\":[{\"event\":\"keep\"}]}"
      let play = try await BatchPlay(BatchRun(interpreter), [line])
      #expect(play.output.contains("\"\(state)\""), "\(play.output)")
      #expect(play.output.contains("10 signs and not 11") == isRefused, "\(play.output)")
    }
  }
}

extension BatchPlay {
  /// The message of its one error record.
  fileprivate var message: String? {
    JSONMessage(output).english
  }
}

/// The English message in a line of output.
private struct JSONMessage {
  let english: String?

  init(_ line: String) {
    guard let start = line.firstRange(of: "\"message\":\""),
      let end = line[start.upperBound...].firstRange(of: "\",\"")
        ?? line[start.upperBound...].firstRange(of: "\"}")
    else {
      english = nil
      return
    }
    english = String(line[start.upperBound..<end.lowerBound])
  }
}
