import SourceText
import Syntax

/// Case files as they are written, before any name in them is looked up in a rulebook.
package struct CaseTexts: Sendable {
  private typealias Text = (trees: [CaseTree], findings: [Diagnostic])

  private let texts: [Meanwhile<Text>]

  /// Files that were loaded, to be read while other things are done.
  init(reading files: [(SourceID, SourceFile)]) {
    texts = files.map { source, file in
      Meanwhile {
        var findings = Diagnostics()
        let node = parseYAML(file, id: source, into: &findings)
        return (node.map { decodeCases($0, into: &findings) } ?? [], findings.all)
      }
    }
    // The last first, because whoever asks begins at the front.
    for text in texts { text.offer() }
  }

  var trees: [CaseTree] { texts.flatMap(\.value.trees) }
  var findings: [Diagnostic] { texts.flatMap(\.value.findings) }
}
