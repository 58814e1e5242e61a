import SourceText
import Syntax
import TestSupport
import Testing

/// Shows a tree on one line: scalars in their quotes, absent ones as `~`.
func show(_ node: YAMLNode) -> String {
  switch node.content {
  case .scalar(let scalar) where scalar.isAbsent: "~"
  case .scalar(let scalar):
    switch scalar.style {
    case .plain: scalar.text
    case .singleQuoted: "'\(scalar.text)'"
    case .doubleQuoted: "\"\(scalar.text)\""
    case .literal: "|\(scalar.text)|"
    case .folded: ">\(scalar.text)<"
    }
  case .sequence(let items): "[" + items.map(show).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key.text): \(show($0.value))" }.joined(separator: ", ") + "}"
  }
}

func parse(_ text: String) -> (node: YAMLNode?, findings: [Diagnostic]) {
  var diagnostics = Diagnostics()
  let file = SourceFile(name: "test.yaml", text: text)
  return (parseYAML(file, id: SourceID(0), into: &diagnostics), diagnostics.sorted)
}

struct YAMLNodeTests {
  @Test(arguments: [
    ("a: 1", "{a: 1}"),
    ("a:\n- x\n- y\nb: z", "{a: [x, y], b: z}"),
    ("a: [x, 'y', \"z\"]\nb: {c: d}", "{a: [x, 'y', \"z\"], b: {c: d}}"),
    ("a: &n {b: c}\nd: *n", "{a: {b: c}, d: {b: c}}"),
    ("a:\nb:\n  -\n  - x", "{a: ~, b: [~, x]}"),
    ("a: |\n  x\n   y\n\n\nb: >-\n  x\n  y\n\n  z\n", "{a: |x\n y\n|, b: >x y\nz<}"),
    ("", "~"),
    ("# only a comment\n", "~"),
    ("---\na: b\n...\n", "{a: b}"),
  ])
  func treesKeepTheOrderAndStyleOfTheFile(text: String, tree: String) {
    let (node, findings) = parse(text)
    #expect(findings == [])
    #expect(node.map(show) == tree)
  }
}
