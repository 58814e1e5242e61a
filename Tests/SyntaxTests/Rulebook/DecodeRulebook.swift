import Foundation
import SourceText
import Syntax
import TestSupport

/// A rulebook read from text, and what was found in it.
func decodeRulebook(text: String) -> (tree: RulebookTree?, findings: [Diagnostic]) {
  var diagnostics = Diagnostics()
  let file = SourceFile(name: "rulebook.yaml", text: text)
  guard let node = parseYAML(file, id: SourceID(0), into: &diagnostics) else {
    return (nil, diagnostics.sorted)
  }
  let tree = decodeRulebook(node, into: &diagnostics)
  return (tree, diagnostics.sorted)
}

/// A rulebook of `Samples`.
func sample(_ name: String) throws -> String {
  let file = Repository.url("Tests/SyntaxTests/Samples/\(name)")
  return try String(contentsOf: file, encoding: .utf8)
}
