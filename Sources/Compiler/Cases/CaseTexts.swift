import SourceText
import Syntax

/// Case files as they are written, before any name in them is looked up in a rulebook.
package struct CaseTexts: Sendable {
  let trees: [CaseTree]
  let findings: [Diagnostic]

  /// Reads files that were loaded, all at the same time.
  init(reading files: [(SourceID, SourceFile)]) {
    let texts = files.concurrentMap(weighing: \.1.bytes.count) { source, file in
      var findings = Diagnostics()
      let node = parseYAML(file, id: source, into: &findings)
      return (trees: node.map { decodeCases($0, into: &findings) } ?? [], findings.all)
    }
    trees = texts.flatMap(\.trees)
    findings = texts.flatMap(\.1)
  }
}
