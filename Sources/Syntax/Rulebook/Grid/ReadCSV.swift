package import SourceText

/// Cuts a CSV file, as spreadsheets save it, into cells (RFC 4180 with what Excel and WPS make of
/// it): a byte-order mark, LF or CRLF, quoted cells with line breaks and doubled quotes, commas,
/// semicolons or tabs between cells, empty lines and empty columns at the end.
///
/// The reader is ours because the ready-made one gives no places and takes broken quoting without
/// a word. Every cell knows its bytes in the file and its row and column as the spreadsheet shows
/// them, the first line being row 1. Nil if the file is no UTF-8 text or has no header to read the
/// rows by; rows that do not fit the header are reported and left out.
package func readCSV(
  _ file: SourceFile, id: SourceID, into diagnostics: inout Diagnostics
) -> GridTree? {
  guard let bytes = readableBytes(of: file, id: id, into: &diagnostics) else { return nil }
  var scanner = CSVScanner(bytes, id: id)
  let lines = scanner.lines().filter { !$0.isEmpty }
  diagnostics.report(contentsOf: scanner.findings)
  if scanner.separator == UInt8(ascii: ";") {
    diagnostics.report(contentsOf: lines.flatMap(\.cells).compactMap(Diagnostic.decimalComma))
  }
  let head = Span(id, scanner.origin, scanner.origin)
  var assembler = GridAssembler(span: head, isSpreadsheet: true, lines: lines)
  return assembler.assemble(into: &diagnostics)
}

/// The file's bytes with invisible characters blanked, each reported; nil if it is no UTF-8 text.
private func readableBytes(
  of file: SourceFile, id: SourceID, into diagnostics: inout Diagnostics
) -> [UInt8]? {
  if isWorkbook(file.bytes) {
    diagnostics.report(.workbook(at: Span(id, 0, 0)))
    return nil
  }
  let checked = FileBytes(file, id: id, limits: YAMLLimits(fileBytes: .max, faults: .max))
  if let fault = checked.findings.first(where: { $0.code == .notUTF8 }) {
    diagnostics.report(.sheetNotUTF8(fault))
    return nil
  }
  let bytes = checked.bytes.count == file.bytes.count ? checked.bytes : file.bytes
  // A lone carriage return ends a line here, as old spreadsheets save it.
  let findings = checked.findings.filter {
    file.bytes[Int($0.primary.span.start)] != UInt8(ascii: "\r")
  }
  diagnostics.report(contentsOf: findings)
  return zip(bytes, file.bytes).map { $1 == UInt8(ascii: "\r") ? $1 : $0 }
}

/// Whether a workbook was given in place of a CSV file: `.xlsx` (a ZIP) or `.xls`.
private func isWorkbook(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
}

extension Diagnostic {
  private static let savingAsCSV = Bilingual(
    en: "save the sheet from the spreadsheet as `CSV UTF-8`",
    zh: "请在表格软件中“另存为”，类型选“CSV UTF-8（逗号分隔）”")

  fileprivate static func workbook(at span: Span) -> Diagnostic {
    Diagnostic(
      .notUTF8,
      Bilingual(
        en: "the file is a spreadsheet's own workbook, not CSV", zh: "这是表格软件的工作簿文件，不是 CSV"),
      at: span, help: savingAsCSV)
  }

  /// What is said of a file in another encoding, with the mend for a sheet.
  fileprivate static func sheetNotUTF8(_ fault: Diagnostic) -> Diagnostic {
    var fault = fault
    fault.help = savingAsCSV
    return fault
  }

  /// In a file whose cells are parted by semicolons, `0,5` may be half or the list of 0 and 5.
  fileprivate static func decimalComma(in cell: ScalarText) -> Diagnostic? {
    let bytes = Array(cell.text.utf8)
    let comma = bytes.indices.dropFirst().dropLast().first {
      bytes[$0] == UInt8(ascii: ",") && bytes[$0 - 1].isASCIIDigit && bytes[$0 + 1].isASCIIDigit
    }
    guard let comma else { return nil }
    return Diagnostic(
      .decimalComma,
      Bilingual(
        en: "`\(cell.text)` may be one number with a decimal comma or several numbers",
        zh: "`\(cell.text)` 可能是带小数逗号的一个数，也可能是几个数"),
      at: cell.span(of: comma..<comma + 1),
      help: Bilingual(
        en: "write a point in a number, or a blank behind a comma between numbers",
        zh: "小数请用点号；数与数之间请在逗号后加空格"))
  }
}
