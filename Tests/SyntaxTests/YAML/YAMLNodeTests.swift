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
  /// As JSON spells characters beyond U+FFFF (RFC 8259, 7); elsewhere a backslash is a backslash.
  @Test(arguments: [
    (#"{"a": "\ud83d\ude00"}"#, #"{a: "😀"}"#),
    (#"{"\uD852\uDF62": "x \ud83d\ude00\ud83d\ude01 y"}"#, #"{𤭢: "x 😀😁 y"}"#),
    (#"a: "\\ud83d\\ude00""#, #"{a: "\ud83d\ude00"}"#),
    (#"a: '\ud83d\ude00'"#, #"{a: '\ud83d\ude00'}"#),
    (#"a: \ud83d\ude00 # \ud83d\ude00"#, #"{a: \ud83d\ude00}"#),
    ("a: |\n  \\ud83d\\ude00\n", "{a: |\\ud83d\\ude00\n|}"),
    (#"a: "字\ud83d\ude00": b"#, "none"),
  ])
  func twoEscapesMayMakeOneCharacter(text: String, tree: String) {
    let (node, findings) = parse(text)
    #expect(node.map(show) ?? "none" == tree, "\(findings.map(\.message.en))")
  }

  @Test(arguments: [
    ##"a: "x 1️⃣\ud83d1️⃣ y""##, ##"a: "1️⃣\ude001️⃣\ud83d""##, ##"a: "\\1️⃣\ud83d1️⃣\\ude00""##,
  ])
  func halfACharacterIsRefused(marked: String) {
    let text = MarkedText(marked)
    let findings = parse(text.text).findings
    #expect(findings.map(\.code.id) == ["FQ0108"])
    #expect(findings.first?.primary.span == text.span(1))
    #expect(findings.first?.message.en.hasSuffix("is half of a character") == true)
  }

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
