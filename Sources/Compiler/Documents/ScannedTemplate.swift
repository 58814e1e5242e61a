import SourceText
import Syntax

/// Where a template stands.
struct TemplateFile: Sendable {
  let source: SourceID
  let format: TemplateTree.Format
}

/// A template as it is written.
struct ScannedTemplate: Sendable {
  let tree: TemplateTree
  /// What is not told yet.
  var findings: [Diagnostic]

  init(_ file: TemplateFile, _ text: SourceFile) {
    var diagnostics = Diagnostics()
    tree = scanTemplate(text, id: file.source, as: file.format, into: &diagnostics)
    findings = diagnostics.all
  }
}
