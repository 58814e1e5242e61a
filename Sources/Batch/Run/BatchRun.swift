package import Engine
internal import Model

/// What a batch reads from and writes to.
package struct BatchStreams: Sendable {
  /// Takes bytes.
  package typealias Output = @Sendable ([UInt8]) throws -> Void

  /// Gives what it is handed, and behind that up to so many bytes of the input; none at its end.
  package typealias Input = @Sendable (_ held: [UInt8], _ count: Int) throws -> [UInt8]

  /// Reads the cases.
  package var input: Input
  /// Takes the results.
  package var output: Output
  /// Takes the records of lines that gave no result, besides their place in `output`.
  package var errors: Output = { _ in }
  /// Told now and then how far the run is.
  package var progress: @Sendable (BatchProgress) -> Void = { _ in }

  package init(
    input: @escaping Input, output: @escaping Output,
    errors: @escaping Output = { _ in },
    progress: @escaping @Sendable (BatchProgress) -> Void = { _ in }
  ) {
    self.input = input
    self.output = output
    self.errors = errors
    self.progress = progress
  }
}

/// A run of many cases through one program: JSON Lines in, JSON Lines out, in the order of the
/// input and the same for any number of workers and any size of chunks.
package struct BatchRun: Sendable {
  /// What the lines of an input are.
  package enum Format: Sendable {
    case jsonLines
    /// A table whose first row names facts; decisions only.
    case csv
  }

  package var interpreter: Interpreter
  package var format = Format.jsonLines
  package var workerCount = 1
  /// The first line to read, counted from 1.
  package var firstLine = 1
  /// How many bytes are read at a time, at most as many as a line may have.
  package var chunkSize = 1 << 18
  /// Whether what qualifies is decided and stepped by tables (`FastPlan`), not by the engine.
  package var usesTables = true
  package var language = BatchLanguage.english

  package init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
  }

  /// Reads every line and writes a result for each that is not blank; what the streams throw ends
  /// the run.
  package func run(_ streams: BatchStreams) async throws -> Tally {
    let (chunks, head, plan) = try begin(streams)
    let source = ChunkSource(chunks)
    let sink = ResultSink(ResultWriter(Tally(program: interpreter.program), streams))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<workerCount {
        // A worker for whom there is nothing is not made: most inputs of one case have one chunk.
        guard let first = try await source.next() else { break }
        group.addTask {
          var worker = try LineWorker(self, plan: plan, head: head)
          try await sink.put(worker.results(of: first))
          while !Task.isCancelled, let chunk = try await source.next() {
            try await sink.put(worker.results(of: chunk))
          }
        }
      }
      try await group.waitForAll()
    }
    return await sink.tally
  }

  /// As `run`, all on the calling thread.
  package func runAlone(_ streams: BatchStreams) throws -> Tally {
    var (chunks, head, plan) = try begin(streams)
    var writer = ResultWriter(Tally(program: interpreter.program), streams)
    guard let first = try chunks.next() else { return writer.tally }
    var worker = try LineWorker(self, plan: plan, head: head)
    try writer.write(worker.results(of: first))
    while let chunk = try chunks.next() { try writer.write(worker.results(of: chunk)) }
    return writer.tally
  }

  private func begin(
    _ streams: BatchStreams
  ) throws -> (chunks: LineChunks, head: TableHead?, plan: FastPlan?) {
    var chunks = LineChunks(of: chunkSize, from: firstLine, streams.input)
    let head = format == .csv ? try TableHead(taking: &chunks) : nil
    // A head that is wrong is told before anything is read.
    if let head { _ = try RowReader(LineReader(interpreter.program), head: head) }
    return (chunks, head, usesTables && format == .jsonLines ? FastPlan(interpreter) : nil)
  }
}

/// How far a run is.
package struct BatchProgress: Hashable, Sendable {
  package var caseCount = 0
  package var failedCount = 0
  /// Bytes of the input that are done with.
  package var offset = 0
}

/// Whose words messages are in.
package enum BatchLanguage: Sendable {
  case english
  case chinese
}

/// Writes results as they come, and counts them.
private struct ResultWriter: Sendable {
  private(set) var tally: Tally
  private let streams: BatchStreams

  init(_ tally: Tally, _ streams: BatchStreams) {
    self.tally = tally
    self.streams = streams
  }

  mutating func write(_ results: FinishedChunk) throws {
    if !results.output.isEmpty { try streams.output(results.output) }
    if !results.errors.isEmpty { try streams.errors(results.errors) }
    tally.add(results.tally)
    streams.progress(
      BatchProgress(
        caseCount: tally.caseCount, failedCount: tally.failedCount, offset: results.endOffset))
  }
}

/// Puts results in the order of the input. A worker that is far ahead of the others waits, so that
/// no more than a few results are held.
private actor ResultSink {
  private static let window = 16

  private var writer: ResultWriter
  private var next = 0
  private var held: [Int: FinishedChunk] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []
  /// The output takes no more: what follows is thrown away.
  private var isBroken = false

  init(_ writer: ResultWriter) {
    self.writer = writer
  }

  var tally: Tally { writer.tally }

  func put(_ results: FinishedChunk) async throws {
    while results.number >= next + Self.window, !isBroken {
      await withCheckedContinuation { waiting.append($0) }
    }
    held[results.number] = results
    // Workers that wait go on even if this one cannot write.
    defer { wake() }
    while !isBroken, let results = held.removeValue(forKey: next) {
      next += 1
      do { try writer.write(results) } catch {
        isBroken = true
        throw error
      }
    }
  }

  private func wake() {
    let ready = waiting
    waiting = []
    for continuation in ready { continuation.resume() }
  }
}
