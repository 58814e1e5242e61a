import Foundation
import SourceText
import Syntax
import TestSupport
import Testing

/// A YAML file read by one of the decoders, and what was found in it.
struct Decoding<Tree> {
  var tree: Tree
  var findings: [Diagnostic]
  var text: String

  init(_ text: String, _ decode: (YAMLNode, inout Diagnostics) -> Tree) throws {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "test.yaml", text: text)
    let node = try #require(parseYAML(file, id: SourceID(0), into: &diagnostics))
    tree = decode(node, &diagnostics)
    findings = diagnostics.sorted
    self.text = text
  }

  var codes: [String] { findings.map(\.code.name) }
}

/// Decodes a rulebook; a text without the key `rulebook` gets one behind it.
func rulebook(_ text: String) throws -> Decoding<RulebookTree> {
  let isWhole = text.contains("rulebook:")
  return try Decoding(isWhole ? text : text + "\nrulebook: r\n") {
    decodeRulebook($0, into: &$1)
  }
}

/// A rulebook of `Samples`.
func sample(_ name: String) throws -> String {
  let file = Repository.url("Tests/SyntaxTests/Samples/\(name)")
  return try String(contentsOf: file, encoding: .utf8)
}

/// A rulebook with faults: the codes of all findings in the order of the file, the first of them at
/// the place marked 1, and words that its message or its help must have.
struct BadRulebook: Sendable, CustomTestStringConvertible {
  var marked: String
  var codes: [String]
  var says: String

  init(_ marked: String, _ codes: String..., says: String = "") {
    self.marked = marked
    self.codes = codes
    self.says = says
  }

  var testDescription: String { marked }

  /// Checks what one of the decoders finds.
  func check<Tree>(
    _ read: (String) throws -> Decoding<Tree>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(marked)
    let decoding = try read(text.text)
    #expect(decoding.codes == codes, sourceLocation: sourceLocation)
    guard let finding = decoding.findings.first else { return }
    #expect(finding.primary.span == text.span(1), sourceLocation: sourceLocation)
    let words = finding.message.en + "; " + (finding.help?.en ?? "")
    #expect(says.isEmpty || words.contains(says), sourceLocation: sourceLocation)
  }
}
