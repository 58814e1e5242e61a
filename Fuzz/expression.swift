import SourceText
import Syntax

/// Any text is read as an expression and as the tests of a cell: every finding points into the
/// text, and what is read without one means the same when it is printed and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyExpression(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
  roundTrip(text) { parseExpression($0, into: &$1).description }
  roundTrip(text) { printed(parseTests($0, into: &$1)) }
  _ = dumpTokens(.verbatim(text))
  return 0
}

/// Reads and prints the text, and, where nothing was found wrong, does so once more with what was
/// printed.
private func roundTrip(_ text: String, _ print: (ScalarText, inout Diagnostics) -> String) {
  var findings = Diagnostics()
  let first = print(.verbatim(text), &findings)
  expectSound(findings, about: SourceFile(name: "expression", text: text))
  guard findings.all.isEmpty else { return }
  let second = print(.verbatim(first), &findings)
  precondition(findings.all.isEmpty, "what is printed can be read")
  precondition(first == second, "what is printed reads as the same")
}
