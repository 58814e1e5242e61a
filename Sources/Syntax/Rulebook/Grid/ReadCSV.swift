package import SourceText

/// Cuts a CSV file, as spreadsheets save it, into cells (RFC 4180 with what Excel and WPS make of
/// it): a byte-order mark, LF or CRLF, quoted cells with line breaks and doubled quotes, commas,
/// semicolons or tabs between cells, empty lines and empty columns at the end.
///
/// The reader is ours because the ready-made one gives no places and takes broken quoting without a
/// word. Every cell knows its bytes in the file and its row and column as the spreadsheet shows them,
/// the first line being row 1. Nil if there is no header to read the rows by; rows that do not fit
/// it are reported and left out.
package func readCSV(
  _ file: SourceFile, id: SourceID, into diagnostics: inout Diagnostics
) -> GridTree? {
  var scanner = CSVScanner(file.bytes, id: id)
  let lines = scanner.lines().filter { !$0.isEmpty }
  diagnostics.report(contentsOf: scanner.findings)
  let span = Span(id, scanner.origin, file.bytes.count)
  var assembler = GridAssembler(span: span.head, isSpreadsheet: true, lines: lines)
  return assembler.assemble(into: &diagnostics)
}
