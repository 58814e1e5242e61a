import SourceText
import Syntax

/// Any bytes are read as a YAML file, and its nodes as a rulebook, a case file and a calendar:
/// each ends in a tree or in findings, and every finding points into the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyYAML(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = SourceFile(name: "rulebook.yaml", bytes: bytes)
  var diagnostics = Diagnostics()
  if let node = parseYAML(file, id: SourceID(0), into: &diagnostics) {
    expectNested(node, inside: 0..<count)
    expectSound(diagnostics, about: file)
    for decode in decoders {
      var findings = Diagnostics()
      decode(node, &findings)
      expectSound(findings, about: file)
    }
  } else {
    precondition(diagnostics.hasErrors, "a file without a tree has an error")
    expectSound(diagnostics, about: file)
  }
  return 0
}

private let decoders: [@Sendable (YAMLNode, inout Diagnostics) -> Void] = [
  { _ = decodeRulebook($0, into: &$1) },
  { _ = decodeCases($0, into: &$1) },
  { _ = decodeCalendar($0, into: &$1) },
]

/// Every node lies in the file. What an alias names lies elsewhere than its mapping, so no more
/// than that can be said.
private func expectNested(_ node: YAMLNode, inside file: Range<Int>) {
  precondition(Int(node.span.start) >= file.lowerBound, "a node lies in the file")
  precondition(Int(node.span.end) <= file.upperBound, "a node lies in the file")
  switch node.content {
  case .scalar(let scalar):
    let length = scalar.text.utf8.count
    for offset in 0...length {
      let span = scalar.span(of: offset..<min(offset + 1, length))
      precondition(span.start >= scalar.span.start, "a scalar's map leads into the scalar")
      // The last line break of a block is text, though it stands behind the scalar.
      precondition(Int(span.end) <= file.upperBound, "a scalar's map leads into the file")
    }
  case .sequence(let items): for item in items { expectNested(item, inside: file) }
  case .mapping(let entries): for entry in entries { expectNested(entry.value, inside: file) }
  }
}
