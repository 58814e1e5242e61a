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
    (["FQ1305"], "1️⃣{{> a}}1️⃣"), (["FQ1305"], "1️⃣{{=<% %>=}}1️⃣"), (["FQ1305"], "1️⃣{{<a}}1️⃣"),
  ])
  func findsFaultAtItsPlace(_ codes: [String], _ marked: String) {
    let text = MarkedText(marked)
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "t.mustache", text: text.text)
    _ = scanTemplate(file, id: SourceID(0), into: &diagnostics)
    let expected = text.marks.map { "\(codes[$0 - 1]) \(text.span($0))" }
    #expect(diagnostics.all.map { "\($0.code.id) \($0.primary.span)" } == expected)
  }

  @Test func partsOfAPathHaveTheirPlaces() throws {
    let text = MarkedText("甲{{# 1️⃣甲方1️⃣.2️⃣b2️⃣ }}{{/甲方.b}}")
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "t.mustache", text: text.text)
    let tree = scanTemplate(file, id: SourceID(0), into: &diagnostics)
    expectNone(diagnostics.all.map(\.message.en))
    guard case .section(let section)? = tree.parts.last else {
      Issue.record("the last part is a section")
      return
    }
    #expect(section.name.parts.map(\.span) == [text.span(1), text.span(2)])
    #expect(section.name.parts.map(\.value) == ["甲方", "b"])
  }
}
