internal import Engine
internal import Model
internal import SourceText

/// Reads lines with all their faults, and steps their cases by the engine: right for every
/// rulebook.
struct SlowTrack {
  private let reader: LineReader
  private let rows: RowReader?
  private let text: ResultText
  private let interpreter: Interpreter

  /// - Parameter head: of a table, its first row.
  init(_ run: BatchRun, head: TableHead?) throws {
    var interpreter = run.interpreter
    interpreter.recordsReadings = false
    self.interpreter = interpreter
    let reader = LineReader(interpreter.program)
    self.reader = reader
    rows = try head.map { try RowReader(reader, head: $0) }
    text = ResultText(interpreter, run.language)
  }

  /// Whether lines are rows of a table.
  var readsRows: Bool { rows != nil }

  func play(_ line: LineTokens, number: Int, _ results: inout ChunkResults) {
    take(reader.read(line), number: number, &results)
  }

  /// - Parameter row: nil if it is not UTF-8.
  func play(_ row: String?, number: Int, _ results: inout ChunkResults) {
    if row?.isEmpty == true { return }
    guard let row, let rows else {
      return fail(LineFault(ScanFault.notUTF8), id: nil, number: number, &results)
    }
    guard let found = rows.read(row) else { return }
    take(found, number: number, &results)
  }

  private func take(_ found: ReadLine, number: Int, _ results: inout ChunkResults) {
    switch found {
    case .faulty(let id, let fault): fail(fault, id, number, &results)
    case .read(let line):
      let outcome = CaseOutcome(interpreter.replay(line.file), interpreter)
      results.write(Array(text.line(id: line.id, outcome).utf8))
      results.tally.add(outcome)
    }
  }

  /// - Parameters:
  ///   - id: of a line that was not read whole.
  ///   - number: the line's, counted from 1.
  func fail(_ fault: LineFault, id: String?, number: Int, _ results: inout ChunkResults) {
    fail(fault, id.map(JSONText.string) ?? .null, number, &results)
  }

  private func fail(
    _ fault: LineFault, _ id: JSONText, _ number: Int, _ results: inout ChunkResults
  ) {
    let record = Array(text.line(id: id, line: number, fault).utf8)
    results.write(record)
    results.errors += record
    results.tally.add(fault)
  }
}
