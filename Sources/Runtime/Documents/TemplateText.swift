package import Model
internal import Mustache

/// Writes a filled template.
///
/// The words are Mustache's, with its rules for lines that hold a tag alone. Tags are put to it by
/// number, because it takes names in ASCII only; which value stands where was settled before.
package struct TemplateText {
  private let template: Template
  private let words: ValueWords

  package init(_ template: Template, program: Program) {
    self.template = template
    words = ValueWords(program: program, language: template.language)
  }

  /// The template's words, in its own format: text, or a page of HTML in which every value is
  /// escaped. `caseID` is what `case()` stands for.
  package func written(_ filled: [Filled], caseID: String) -> String {
    var source = ""
    var data: [String: Any] = ["brace": "{"]
    write(template.parts, filled, caseID, to: &source, &data)
    guard let parsed = try? MustacheTemplate(string: source) else {
      preconditionFailure("a checked template can be parsed")
    }
    return parsed.render(data)
  }

  /// Plain text, whatever the format.
  package func text(of filled: [Filled], caseID: String) -> String {
    let written = written(filled, caseID: caseID)
    return template.format == .page ? PlainPaper(page: written).text : written
  }

  /// A page to be printed, whatever the format. `title` is that of a text, which brings none.
  package func page(of filled: [Filled], caseID: String, title: String) -> String {
    let written = written(filled, caseID: caseID)
    guard template.format == .text else { return written }
    return TextPage(title: title, text: written, language: template.language).html
  }

  /// Writes the parts as Mustache, and what its names stand for.
  private func write(
    _ parts: [Template.Part], _ filled: [Filled], _ caseID: String, to source: inout String,
    _ data: inout [String: Any]
  ) {
    var rest = filled[...]
    for part in parts {
      switch part {
      // A brace of the text's own could read as half of a tag.
      case .text(let text): source += text.replacing("{", with: "{{{brace}}}")
      case .comment: source += "{{!}}"
      case .value(let tag):
        let name = "v\(data.count)"
        source += "{{{\(name)}}}"
        data[name] = text(of: tag, rest.popFirst(), caseID)
      case .section(let section):
        let name = "s\(data.count)"
        var copies: [[String: Any]] = []
        if case .section(let inside)? = rest.popFirst() {
          copies = inside.map { copy in
            var (scratch, inner) = ("", [String: Any]())
            write(section.parts, copy, caseID, to: &scratch, &inner)
            return inner
          }
        }
        source += "{{#\(name)}}"
        var unused: [String: Any] = [:]
        write(section.parts, [], caseID, to: &source, &unused)
        source += "{{/\(name)}}"
        data[name] = copies
      }
    }
  }

  private func text(of tag: Template.Tag, _ filled: Filled?, _ caseID: String) -> String {
    switch (tag, filled) {
    case (.caseID, _): escaped(caseID)
    case (.expression, nil), (.expression, .value(nil)?), (.expression, .value(.null)?): blank
    case (.expression(let expression), .value(let value)?):
      escaped(words.text(of: value, expression.type))
    default: blank
    }
  }

  private var blank: String {
    template.format == .page ? PageMarkup.blank : words.blank
  }

  private func escaped(_ text: String) -> String {
    template.format == .page ? PageMarkup.escaped(text) : text
  }
}
