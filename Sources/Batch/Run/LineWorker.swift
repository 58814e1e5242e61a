internal import Engine
internal import Model
internal import SourceText

/// What a chunk of lines came to.
struct ChunkResults: ~Copyable {
  var output = OutputBuffer()
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
  private let player: TablePlayer?
  private var results: ChunkResults
  private let program: Program

  /// - Parameters:
  ///   - plan: the tables to step by, where the program can be put into some.
  ///   - head: of a table of cases, its first row.
  init(_ run: BatchRun, plan: FastPlan?, head: TableHead?) throws {
    program = run.interpreter.program
    slow = try SlowTrack(run, head: head)
    player = plan.map { TablePlayer($0) }
    results = ChunkResults(tally: Tally(program: program))
    scanner = LineScanner(words: plan?.names.known ?? [])
  }

  mutating func results(of chunk: LineChunk) -> FinishedChunk {
    results.output.removeAll()
    results.errors = []
    results.tally = Tally(program: program)
    switch chunk.content {
    case .tooLong(let head):
      let id = slow.readsRows ? nil : LineScanner.firstID(of: head)
      slow.fail(
        .tooLong(limit: LineChunks.lineLimit), id: id, number: chunk.line, &results)
    case .lines(let lines) where slow.readsRows:
      lines.forEachLine { slow.play($0, number: chunk.line + $1, &results) }
    case .lines(let lines): play(lines, from: chunk.line)
    }
    player?.count(into: &results.tally)
    return FinishedChunk(
      number: chunk.number, endOffset: chunk.endOffset, output: results.output.bytes,
      errors: results.errors, tally: results.tally)
  }

  private mutating func play(_ lines: PaddedText, from first: Int) {
    let slow = slow
    scanner.scan(lines, ahead: player, into: &results) { found, place, results in
      switch found {
      case .blank: return
      case .fault(let fault, let id):
        slow.fail(LineFault(fault), id: id, number: first + place, &results)
      case .value(let tokens): slow.play(tokens, number: first + place, &results)
      }
    }
  }
}
