import SourceText
import Syntax
import Testing

/// Constructs of the YAML book (1.1 and 1.2, chapters 2 and 6 to 8) give the trees that it says.
struct YAMLBookTests {
  @Test(arguments: [
    // Collections.
    ("- a\n- b\n- c\n", "[a, b, c]"),
    ("a: 1\nb: 2 # note\n", "{a: 1, b: 2}"),
    ("a:\n  - x\n  - y\nb:\n  - z\n", "{a: [x, y], b: [z]}"),
    ("-\n  a: 1\n  b: 2\n- a: 3\n  b: 4\n", "[{a: 1, b: 2}, {a: 3, b: 4}]"),
    ("- [a, b]\n- [c, 1, [d]]\n", "[[a, b], [c, 1, [d]]]"),
    ("a: {x: 1, y: 2}\nb: {\n    x: 3,\n    y: 4\n  }\n", "{a: {x: 1, y: 2}, b: {x: 3, y: 4}}"),
    ("- - - x\n", "[[[x]]]"),
    ("a:\n- b\n-  - c\n   - d\n", "{a: [b, [c, d]]}"),
    ("[]", "[]"), ("{}", "{}"), ("a: []\nb: {}\n", "{a: [], b: {}}"),
    ("[a, b, ]", "[a, b]"), ("{a: 1, }", "{a: 1}"), ("[a: 1, b]", "[{a: 1}, b]"),
    ("? a\n: b\n? c\n: - d\n", "{a: b, c: [d]}"), ("? |\n  a\n: b\n", "{a\n: b}"),
    ("a:\n  # note\n\n  b: 1\n\n# note\nc: 2\n", "{a: {b: 1}, c: 2}"),
    ("{a: b,\n # note\n c: [d,\n e]}", "{a: b, c: [d, e]}"),
    ("\"a\": 1\n'b': 2\n", "{a: 1, b: 2}"), ("{\"a\":1}", "{a: 1}"),
    // Scalars.
    ("a\n b\n\n c\n", "a b\nc"), ("a: b\n  c\n\n\n  d\n", "{a: b c\n\nd}"),
    ("'it''s'", "'it's'"), ("'a\n  b\n\n  c'", "'a b\nc'"),
    ("\"\\u263A \\x0d\\x0a\"", "\"☺ \r\n\""),
    ("\"a\\\n  b\"", "\"ab\""), ("\"a \\\n  \\ b\"", "\"a  b\""), ("\" a \"", "\" a \""),
    ("--- |\n  a\n  b\n", "|a\nb\n|"), ("--- >\n  a\n  b\n", ">a b\n<"),
    ("--- >\n a\n b\n\n   c\n   d\n\n e\n", ">a b\n\n  c\n  d\n\ne\n<"),
    ("a: |\n x\n  y\n\n\nb: 1", "{a: |x\n y\n|, b: 1}"),
    ("a: |+\n x\n\nb: 1", "{a: |x\n\n|, b: 1}"),
    ("a: |-\n x\n\nb: 1", "{a: |x|, b: 1}"), ("a: |1\n  x\nb: 1", "{a: | x\n|, b: 1}"),
    ("a: |\n\n  x\n", "{a: |\nx\n|}"), ("a: >-\n\n  x\n\n\n  y\n", "{a: >\nx\n\ny<}"),
    ("a: |\nb: 1", "{a: ||, b: 1}"), ("a: > # note\n x\n", "{a: >x\n<}"),
    ("- |\n x\n- >\n y\n", "[|x\n|, >y\n<]"),
    ("a: http://x?y=z#w\nb: c:d\nc: -1\n", "{a: http://x?y=z#w, b: c:d, c: -1}"),
    ("a: b\tc\n", "{a: b\tc}"), ("a:\tb\n", "{a: b}"),
    ("a: ?b\nc: :d\ne: -f", "{a: ?b, c: :d, e: -f}"),
    // Nothing.
    ("a:\nb: \nc: # note\n", "{a: ~, b: ~, c: ~}"), ("- \n-\n- # note\n", "[~, ~, ~]"),
    ("a: &x\nb: *x\n", "{a: ~, b: ~}"), ("? a\nb: 1\n", "{a: ~, b: 1}"),
    // Documents, line ends, marks.
    ("---\n", "~"), ("--- a\n", "a"), ("---\na: 1\n...\n", "{a: 1}"),
    ("%YAML 1.2\n---\na: 1\n", "{a: 1}"),
    ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", "{a: 1, b: |x\ny\n|}"), ("\u{FEFF}a: 1\n", "{a: 1}"),
    ("\u{FEFF}# note\r\n- 金额\r\n", "[金额]"),
    // Anchors.
    ("a: &x [1, 2]\nb: {c: *x}\n", "{a: [1, 2], b: {c: [1, 2]}}"),
    ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"), ("- &x a\n- *x\n- *x\n", "[a, a, a]"),
    ("&x a: *x\n", "{a: a}"), ("&k a: 1\nb: {*k : 2}\n", "{a: 1, b: {a: 2}}"),
    ("a: &x\n  b: 1\nc: *x\n", "{a: {b: 1}, c: {b: 1}}"),
  ])
  func theTreeIsTheOneThatTheBookGives(text: String, tree: String) {
    let (node, findings) = parse(text)
    #expect(findings.map(\.message.en) == [])
    #expect(node.map(show) == tree)
  }

  @Test func whatIsWrittenInBracketsIsToldFromBlocks() {
    let node = parse("a: [1]\nb:\n  - {c: 1}\n").node
    #expect(node?.isFlow == false)
    #expect(node?["a"]?.isFlow == true)
    #expect(node?["b"]?.isFlow == false)
    #expect(node?["b"]?.sequence?.first?.isFlow == true)
  }

  @Test func kindsHaveWordsForMessages() {
    let node = parse("a: [1]\nb: {c: 1}\nd: x\ne:\n").node
    let words = ["a", "b", "d", "e"].map { node?[$0]?.kind }
    #expect(words.map { $0?.en } == ["a list", "a mapping", "a text", "nothing"])
    #expect(words.map { $0?.zh } == ["列表", "映射", "文字", "空"])
  }
}
