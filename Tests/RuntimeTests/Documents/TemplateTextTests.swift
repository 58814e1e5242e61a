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
