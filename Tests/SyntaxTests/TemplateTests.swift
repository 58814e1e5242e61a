import SourceText
import Syntax
import TestSupport
import Testing

/// Where the scanner of templates finds fault, to the byte.
@Suite struct TemplateTests {
  @Test(arguments: [
    (["FQ1302"], "a 1️⃣{{#x}}1️⃣ b"), (["FQ1302"], "1️⃣{{^x}}1️⃣{{#y}}{{/y}}"),
    (["FQ1303"], "a 1️⃣{{/x}}1️⃣"), (["FQ1303"], "{{#x}}{{#y}}1️⃣{{/x}}1️⃣"),
    (["FQ1303", "FQ1302"], "2️⃣{{#x}}2️⃣ 1️⃣{{/y}}1️⃣ 甲"), (["FQ1304"], "甲 1️⃣{{ab1️⃣\nc"),
    (["FQ1304"], "1️⃣{{}}1️⃣"), (["FQ1304"], "1️⃣{{# }}1️⃣"), (["FQ1304"], "1️⃣{{{a}}1️⃣"),
    (["FQ1305"], "1️⃣{{$ a}}1️⃣"), (["FQ1304"], "1️⃣{{> }}1️⃣"), (["FQ1305"], "1️⃣{{=<% %>=}}1️⃣"),
    (["FQ1305"], "1️⃣{{<a}}1️⃣"),
  ])
  func findsFaultAtItsPlace(_ codes: [String], _ marked: String) {
    expectFaults(codes, in: marked, as: .text)
  }

  /// What is read as markup by no browser may hold no tag here either: a value could finish it.
  @Test(arguments: [
    (["FQ1314"], "<p class=\"1️⃣{{a}}1️⃣\">x</p>"), (["FQ1314"], "<p 1️⃣{{a}}1️⃣>x</p>"),
    (["FQ1314"], "<p title='>1️⃣{{a}}1️⃣'>"), (["FQ1314"], "<1️⃣{{a}}1️⃣>"),
    (["FQ1314"], "<style>p{}1️⃣{{a}}1️⃣</style>"), (["FQ1314"], "<ScRipt x>1️⃣{{a}}1️⃣</scRIPT >"),
    (["FQ1314"], "<title>1️⃣{{a}}1️⃣</title>"), (["FQ1314"], "<!-- > 1️⃣{{a}}1️⃣ -->"),
    (["FQ1314"], "<textarea></p>1️⃣{{> a}}1️⃣</textarea>"), (["FQ1314"], "<p 1️⃣{{#a}}1️⃣>{{b}}"),
    (["FQ1314"], "{{a}}1️⃣<p1️⃣\nx"), (["FQ1314"], "{{a}} 1️⃣< b1️⃣"),
    (["FQ1315"], "<p>1️⃣{{{a}}}1️⃣</p>"), (["FQ1315"], "<p>1️⃣{{&a}}1️⃣</p>"),
    (["FQ1304"], "1️⃣{{}}1️⃣"), ([], "<p class=\"x\" a='\"'>{{a}}</p><br/>{{a}}&lt;{{a}}"),
    (
      [], "<style>a>b{c:url(\"x\")}</style>{{a}}<!-- <p {{! x }} -->{{a}}<script></script>{{a}} > b"
    ),
  ])
  func tagsOfAPageStandAmongWords(_ codes: [String], _ marked: String) {
    expectFaults(codes, in: marked, as: .page)
  }

  /// A partial alone on its line leaves no line of its own.
  @Test(arguments: [
    ("a\n  {{> p/q}}  \nb", ["a\n", "p/q", "b"]), ("a\n{{> p/q}}", ["a\n", "p/q"]),
    ("a {{> p/q}}\nb", ["a ", "p/q", "\nb"]), ("{{> p/q }}\r\n b", ["p/q", " b"]),
    ("a\n {{>p/q}} b", ["a\n ", "p/q", " b"]), ("  {{>p/q}}\n", ["p/q"]),
  ])
  func partialsAreFound(_ template: String, _ expected: [String]) {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "t.mustache", text: template)
    let tree = scanTemplate(file, id: SourceID(0), as: .text, into: &diagnostics)
    expectNone(diagnostics.all.map(\.message.en))
    let parts = tree.parts.map { part in
      switch part {
      case .text(let text): text
      case .partial(let path): path.value
      case .comment, .value, .section: "?"
      }
    }
    #expect(parts == expected)
  }

  private func expectFaults(
    _ codes: [String], in marked: String, as format: TemplateTree.Format
  ) {
    let text = MarkedText(marked)
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "t.mustache", text: text.text)
    _ = scanTemplate(file, id: SourceID(0), as: format, into: &diagnostics)
    let expected = text.marks.map { "\(codes[$0 - 1]) \(text.span($0))" }
    #expect(diagnostics.all.map { "\($0.code.id) \($0.primary.span)" } == expected)
  }

  @Test func partsOfAPathHaveTheirPlaces() throws {
    let text = MarkedText("甲{{# 1️⃣甲方1️⃣.2️⃣b2️⃣ }}{{/甲方.b}}")
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "t.mustache", text: text.text)
    let tree = scanTemplate(file, id: SourceID(0), as: .text, into: &diagnostics)
    expectNone(diagnostics.all.map(\.message.en))
    guard case .section(let section)? = tree.parts.last else {
      Issue.record("the last part is a section")
      return
    }
    #expect(section.name.parts.map(\.span) == [text.span(1), text.span(2)])
    #expect(section.name.parts.map(\.value) == ["甲方", "b"])
  }
}
