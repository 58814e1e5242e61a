import SourceText
import Syntax

/// Any bytes are read as a table from a spreadsheet, and any text as a table drawn with bars: each
/// ends in a grid or in findings, and every finding points into the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyTable(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = SourceFile(name: "rows.csv", bytes: bytes)
  var findings = Diagnostics()
  let grid = readCSV(file, id: SourceID(0), into: &findings)
  precondition(grid != nil || findings.hasErrors, "a file without a grid has an error")
  expectSound(findings, about: file)
  guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
  findings = Diagnostics()
  _ = readPipeTable(.verbatim(text), into: &findings)
  expectSound(findings, about: file)
  return 0
}
