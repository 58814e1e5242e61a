import Batch
import Compiler
import Engine
import Model
import SourceText
import Synchronization
import TestSupport
import Testing

/// A case as a line of a batch, and as the text of a case file.
struct WrittenCase {
  let program: Program
  let file: CaseFile

  var line: String {
    text(["id", "facts", "events"], entry: ["at", "event", "by", "with", "set"])
  }

  var caseFile: String {
    text(["case", "facts", "journal"], entry: ["at", "event", "by", "with", "set"])
  }

  private func text(_ names: [String], entry: [String]) -> String {
    let opened = file.opened.map { $0.text(in: program.offset) }
    return JSONText.object([
      .init(names[0], .string(file.id)), .init("opened", opened.map(JSONText.string) ?? .null),
      .init(names[1], facts(file.facts)), .init(names[2], .array(file.journal.map(self.entry))),
    ]).text()
  }

  private func entry(_ entry: Entry) -> JSONText {
    var members: [JSONText.Member] = []
    if let at = entry.at { members.append(.init("at", .string(at.text(in: program.offset)))) }
    if let id = entry.event {
      let event = program.events[id]
      members.append(.init("event", .string(event.name)))
      let fields = zip(event.payload, entry.payload).map {
        JSONText.Member($0.name, $1.json(as: $0.type, in: program))
      }
      if !fields.isEmpty { members.append(.init("with", .object(fields))) }
    }
    if let by = entry.by { members.append(.init("by", .string(program.roles[by].name))) }
    if !entry.facts.isEmpty { members.append(.init("set", facts(entry.facts))) }
    return .object(members)
  }

  private func facts(_ stated: [StatedFact]) -> JSONText {
    .object(
      stated.map { stated in
        let fact = program.facts[stated.fact]
        return .init(fact.name, stated.value?.json(as: fact.type, in: program) ?? .null)
      })
  }
}

/// What a batch came to.
struct BatchPlay {
  let output: String
  let errors: String
  let tally: Tally

  var lines: [String] { output.split(separator: "\n").map(String.init) }

  init(_ batch: BatchRun, _ input: [UInt8], atOnce limit: Int = .max) async throws {
    let source = Mutex(input[...])
    let output = Mutex<[UInt8]>([])
    let errors = Mutex<[UInt8]>([])
    tally = try await batch.run(
      BatchStreams(
        input: { held, count in
          source.withLock { rest in
            let piece = rest.prefix(min(count, limit))
            rest = rest.dropFirst(piece.count)
            return held + piece
          }
        }, output: { bytes in output.withLock { $0 += bytes } },
        errors: { bytes in errors.withLock { $0 += bytes } }))
    self.output = String(decoding: output.withLock { $0 }, as: UTF8.self)
    self.errors = String(decoding: errors.withLock { $0 }, as: UTF8.self)
  }

  init(_ batch: BatchRun, _ lines: [String]) async throws {
    try await self.init(batch, Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}

/// A program that must compile, of a text in memory or a rulebook of the repository.
func interpreter(_ text: String) throws -> Interpreter {
  let compilation = try RulebookCompiler(reading: FilesInMemory(["r.yaml": text])).compile(
    path: "r.yaml")
  let program = try #require(compilation.program, "\(compilation.diagnostics)")
  return Interpreter(program: program, calendar: compilation.calendar)
}
