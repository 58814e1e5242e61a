internal import Engine
internal import Model
internal import SourceText

/// What a chunk of lines came to.
struct ChunkResults: Sendable {
  var number: Int
  var endOffset: Int
  var output: [UInt8] = []
  /// Records of lines that gave no result, once more.
  var errors: [UInt8] = []
  var tally: Tally
}

/// Reads and steps the cases of one chunk after the other.
struct LineWorker: ~Copyable {
  private let scanner: LineScanner
  private let reader: LineReader
  private let rows: RowReader?
  private let text: ResultText
  private let interpreter: Interpreter
  private let language: BatchLanguage

  /// - Parameter head: of a table, its first row.
  init(_ run: BatchRun, head: String?) throws {
    interpreter = run.interpreter
    language = run.language
    reader = LineReader(interpreter.program)
    rows = try head.map { [reader] in try RowReader(reader, head: $0) }
    text = ResultText(interpreter, language)
    scanner = LineScanner(words: [])
  }

  func results(of chunk: LineChunk) -> ChunkResults {
    var results = ChunkResults(
      number: chunk.number, endOffset: chunk.endOffset, tally: Tally(program: interpreter.program))
    switch chunk.content {
    case .tooLong(let head):
      let id = rows == nil ? LineScanner.firstID(of: head) : nil
      fail(
        .tooLong(limit: LineChunks.lineLimit), id: id.map(JSONText.string) ?? .null,
        line: chunk.line, &results)
    case .lines(let lines) where rows != nil:
      lines.forEachLine { row, number in take(row, line: chunk.line + number, &results) }
    case .lines(let lines):
      scanner.scan(lines) { found, number in
        take(found, line: chunk.line + number, &results)
      }
    }
    return results
  }

  private borrowing func take(_ found: ScannedLine, line: Int, _ results: inout ChunkResults) {
    switch found {
    case .blank: return
    case .fault(let fault, let id):
      fail(LineFault(fault), id: id.map(JSONText.string) ?? .null, line: line, &results)
    case .value(let tokens): take(reader.read(tokens), line: line, &results)
    }
  }

  private borrowing func take(_ row: String?, line: Int, _ results: inout ChunkResults) {
    if row?.isEmpty == true { return }
    guard let row, let rows else {
      return fail(LineFault(ScanFault.notUTF8), id: .null, line: line, &results)
    }
    take(rows.read(row), line: line, &results)
  }

  private borrowing func take(_ found: ReadLine, line: Int, _ results: inout ChunkResults) {
    switch found {
    case .faulty(let id, let fault): fail(fault, id: id, line: line, &results)
    case .read(let line): step(line, &results)
    }
  }

  private borrowing func step(_ line: CaseLine, _ results: inout ChunkResults) {
    let outcome = CaseOutcome(interpreter.replay(line.file), interpreter)
    results.output += text.line(id: line.id, outcome).utf8
    results.tally.add(outcome)
  }

  private borrowing func fail(
    _ fault: LineFault, id: JSONText, line: Int, _ results: inout ChunkResults
  ) {
    let record = Array(text.line(id: id, line: line, fault).utf8)
    results.output += record
    results.errors += record
    results.tally.add(fault)
  }
}
