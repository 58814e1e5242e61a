internal import Engine
internal import Model
internal import SourceText

/// What a chunk of lines came to.
struct ChunkResults: ~Copyable {
  let number: Int
  let endOffset: Int
  var output: OutputBuffer
  /// Records of lines that gave no result, once more.
  var errors: [UInt8] = []
  var tally: Tally

  mutating func write(_ bytes: [UInt8]) { output.append(bytes) }
}

/// The same, ready to be handed on.
struct FinishedChunk: Sendable {
  let number: Int
  let endOffset: Int
  let output: [UInt8]
  let errors: [UInt8]
  let tally: Tally
}

/// Reads and steps the cases of one chunk after the other.
struct LineWorker: ~Copyable {
  private let scanner: LineScanner
  private let slow: SlowTrack
  private var fast: FastTrack?
  private let program: Program

  /// - Parameters:
  ///   - plan: the tables to step by, where the program can be put into some.
  ///   - head: of a table of cases, its first row.
  init(_ run: BatchRun, plan: FastPlan?, head: String?) throws {
    program = run.interpreter.program
    slow = try SlowTrack(run, head: head)
    fast = plan.map { FastTrack($0) }
    scanner = LineScanner(words: plan?.names.known ?? [])
  }

  mutating func results(of chunk: LineChunk) -> FinishedChunk {
    var results = ChunkResults(
      number: chunk.number, endOffset: chunk.endOffset, output: OutputBuffer(),
      tally: Tally(program: program))
    switch chunk.content {
    case .tooLong(let head):
      let id = slow.readsRows ? nil : LineScanner.firstID(of: head)
      slow.fail(
        .tooLong(limit: LineChunks.lineLimit), id: id, number: chunk.line, &results)
    case .lines(let lines) where slow.readsRows:
      lines.forEachLine { slow.play($0, number: chunk.line + $1, &results) }
    case .lines(let lines):
      Self.play(lines, from: chunk.line, scanner, slow, &fast, &results)
    }
    fast?.count(into: &results.tally)
    return FinishedChunk(
      number: results.number, endOffset: results.endOffset, output: results.output.bytes,
      errors: results.errors, tally: results.tally)
  }

  private static func play(
    _ lines: PaddedText, from first: Int, _ scanner: borrowing LineScanner, _ slow: SlowTrack,
    _ fast: inout FastTrack?, _ results: inout ChunkResults
  ) {
    scanner.scan(lines) { found, place in
      switch found {
      case .blank: return
      case .fault(let fault, let id):
        slow.fail(LineFault(fault), id: id, number: first + place, &results)
      case .value(let tokens):
        if fast?.play(tokens, to: &results.output) == true { return }
        slow.play(tokens, number: first + place, &results)
      }
    }
  }
}
