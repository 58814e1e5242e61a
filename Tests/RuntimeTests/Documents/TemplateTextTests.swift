import SourceText
import TestSupport
import Testing

/// What a filled template says, to the letter.
@Suite struct TemplateTextTests {
  private static let facts = """
    facts:
      a: {type: integer, optional: true}
      yes: boolean
      no: boolean
      names: {type: list of text}
      people: {type: {list: {record: {name: text, age: integer or null}}}}
    """
  private static let known = """
    a: 5, yes: true, no: false, names: [x, y], \
    people: [{name: Li, age: 70}, {name: Wu, age: null}]
    """

  @Test(arguments: [
    ("{{a}}", "5"), ("{{{a}}}", "5"), ("{{& a }}", "5"), ("a{{! no }}b", "ab"),
    ("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^no}}3{{/no}}", "13"),
    ("{{#names}}{{.}},{{/names}}", "x,y,"), ("{{names}}", "x, y"),
    ("{{#people}}{{name}}:{{age}};{{/people}}", "Li:70;Wu:________;"),
    (
      "{{#people}}{{#age}}{{name}} {{.}}{{/age}}{{^age}}{{name}}?{{/age}}.{{/people}}", "Li 70.Wu?."
    ),
    ("{{#people}}{{#names}}{{name}}{{.}} {{/names}}{{/people}}", "Lix Liy Wux Wuy "),
    // What stands in the case is no template: it is written as it is.
    ("{{case()}} <&\"", "C1 <&\""),
    // A tag alone on its line leaves no line; a value does.
    ("x\n{{#yes}}\n y\n{{/yes}}\nz\n", "x\n y\nz\n"), ("x\n{{! no }}\nz", "x\nz"),
    ("x\n  {{a}}\nz", "x\n  5\nz"), ("x\r\n{{#yes}}\r\ny\r\n{{/yes}}\r\nz", "x\r\ny\r\nz"),
    ("\u{FEFF}x", "x"), ("", ""), ("} }} {", "} }} {"), ("{{a}}{", "5{"), ("{ {\n{", "{ {\n{"),
    ("甲{{a}}乙", "甲5乙"),
  ])
  func writesAs(_ template: String, _ expected: String) throws {
    let drafts = try Drafts(template, rulebook: Self.facts, facts: Self.known)
    expectNone(drafts.findings.map(\.message.en))
    #expect(drafts.text == expected)
  }

  @Test func valuesAreNeverReadAsTags() throws {
    let drafts = try Drafts(
      "{{t}}|{{#l}}{{.}}{{/l}}", rulebook: "facts: {t: text, l: {type: list of text}}",
      facts: #"t: "{{a}} {{/x}} <b>&amp;", l: ["{{#l}}", "}}"]"#)
    #expect(drafts.text == "{{a}} {{/x}} <b>&amp;|{{#l}}}}")
  }

  /// What a page says, as plain text: what stands in the middle or at the right of a line of 36.
  @Test(arguments: [
    ("<p>a</p>", "　　a\n"), ("<p class=\"flat\">a<br>b</p>c", "a\nb\nc\n"),
    ("<p>a\n  b</p> <p>{{names}}</p>", "　　a b\n　　x, y\n"),
    (
      "<h1>甲乙</h1>x<h2>ab</h2><p>y</p><div class=\"end\">z</div>",
      String(repeating: "　", count: 17) + "甲乙\n\nx\n\nab\n　　y\n\nz\n"
    ),
    ("<p class=\"right\">甲a</p>", String(repeating: "　", count: 34) + "甲a\n"),
    ("<p class=\"flat\">a</p><p class=\"flat apart\">b</p>", "a\n\nb\n"),
    (
      "<p class=\"flat\">{{no}}<span class=\"blank long\"></span>&lt;&amp;lt;&quot;</p>",
      "no________<&lt;\"\n"
    ),
    (
      "<table><tr><th>A</th><td>1</td><th>B</th><td></td></tr><tr><td>x</td></tr></table>",
      "A：1　　B：________\nx\n"
    ),
    (
      "<table><tr><th>A</th><th>B</th></tr>{{#people}}<tr><td>{{name}}</td><td>{{age}}</td></tr>{{/people}}</table>",
      "A：Li　　B：70\nA：Wu　　B：________\n"
    ),
    (
      "<table><tr><th>A<br>b</th><td><p>1</p><p>2</p></td></tr><tr><th>C</th></tr></table>z",
      "Ab：1\n2\n\nC\n\nz\n"
    ),
    (
      "<style>p{}</style><!-- <p>x</p> --><title>t</title>a<hr>b",
      "a\n\n" + String(repeating: "…", count: 36) + "\n\nb\n"
    ),
  ])
  func pagesSayAsText(_ page: String, _ expected: String) throws {
    let drafts = try Drafts(page, as: ".html.mustache", rulebook: Self.facts, facts: Self.known)
    expectNone(drafts.findings.map(\.message.en))
    #expect(drafts.text == expected)
  }

  @Test func theUnknownIsLeftBlank() throws {
    let drafts = try Drafts("{{a}} {{#yes}}1{{/yes}}{{#names}}2{{/names}}", rulebook: Self.facts)
    #expect(drafts.text == "________ ")
  }

  /// A template with any one character left out, doubled or cut short is reported or written; it
  /// never ends the tool.
  @Test func everyDamagedTemplateIsReportedOrWritten() throws {
    let whole = """
      {{! note }}甲{{a}} {{{a}}} {{&a}}
      {{#people}}{{name}}{{#age}} {{.}}{{/age}}{{^age}}-{{/age}}
      {{/people}}{{#yes}}{{case()}} {{today()}}{{/yes}}
      """
    let characters = Array(whole)
    for index in characters.indices {
      var without = characters
      without.remove(at: index)
      var doubled = characters
      doubled.insert(characters[index], at: index)
      for template in [without, doubled, Array(characters[..<index])] {
        let drafts = try Drafts(String(template), rulebook: Self.facts, facts: Self.known)
        #expect((drafts.text == nil) != drafts.findings.isEmpty, "\(String(template))")
      }
    }
  }
}
