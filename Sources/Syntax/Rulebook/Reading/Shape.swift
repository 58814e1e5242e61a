package import SourceText

/// What may stand in a position, as data: the decoder reads by it, messages name it, and the JSON
/// Schema of the language is generated from it.
package indirect enum Shape: Sendable {
  /// A name that is declared here.
  case declaredName
  /// A name or a path to something declared elsewhere.
  case name
  /// One or more event patterns: `accept`, `a | b`, `error.*`, `otherwise`.
  case pattern
  /// A short text that is no name: a version, a path, a row's id.
  case word(example: String)
  /// Words for people: one string, or `{zh: …, en: …}`.
  case text
  case expression
  case test
  case value
  /// A literal of a type that another key names.
  case literal
  /// A length of time: `3 workdays`.
  case term
  /// A date or a date-time.
  case date
  /// A year, in digits.
  case year
  case type
  /// `true` or `false`.
  case flag
  case choice([String])
  /// A table drawn with bars in a literal block.
  case pipeTable
  case list(of: Shape)
  case oneOrMore(Shape)
  /// A mapping whose keys are the author's.
  case entries(by: Shape, of: Shape)
  case form(FormReference)
  case either([Shape])
}

extension Shape {
  /// What is needed, for a message: `a list`.
  package var expected: Bilingual {
    switch self {
    case .declaredName, .name: Bilingual(en: "a name", zh: "名称")
    case .pattern: Bilingual(en: "an event", zh: "事件")
    case .word: Bilingual(en: "a text", zh: "文字")
    case .text: Bilingual(en: "a text or `{zh: …, en: …}`", zh: "文字或 `{zh: …, en: …}`")
    case .expression: Bilingual(en: "an expression", zh: "表达式")
    case .test: Bilingual(en: "a test", zh: "条件")
    case .value, .literal: Bilingual(en: "a value", zh: "值")
    case .term: Bilingual(en: "a length of time", zh: "时长")
    case .date: Bilingual(en: "a date", zh: "日期")
    case .year: Bilingual(en: "a year", zh: "年份")
    case .type: Bilingual(en: "a type", zh: "类型")
    case .flag: Bilingual(en: "`true` or `false`", zh: "`true` 或 `false`")
    case .choice(let words): Bilingual("`" + words.joined(separator: "` | `") + "`")
    case .pipeTable: Bilingual(en: "a table in a literal block", zh: "文本块中的表格")
    case .list: Bilingual(en: "a list", zh: "列表")
    case .oneOrMore(let one):
      Bilingual(en: one.expected.en + " or a list of these", zh: one.expected.zh + "（或其列表）")
    case .entries(let key, _):
      Bilingual(
        en: "a mapping by \(key.expected.en.withoutArticle)", zh: "以\(key.expected.zh)为键的映射")
    case .form(let form):
      Bilingual(
        en: "the mapping of \(form.outline.noun.en)", zh: "\(form.outline.noun.zh)的映射")
    case .either(let shapes):
      Bilingual(
        en: shapes.map(\.expected.en).joined(separator: " or "),
        zh: shapes.map(\.expected.zh).joined(separator: "或"))
    }
  }

  /// The right form on one line, for help.
  package var example: String {
    switch self {
    case .declaredName, .name: "name"
    case .word(let example): example
    case .pattern: "accept"
    case .text: "{zh: 受理, en: accept}"
    case .expression: "amount > 5"
    case .test: "\"[1..5]\""
    case .value, .literal: "5"
    case .term: "3 workdays"
    case .date: "2026-01-01"
    case .year: "2026"
    case .type: "money"
    case .flag: "true"
    case .choice(let words): words.first ?? ""
    case .pipeTable: "|"
    case .list(let one): "[\(one.example)]"
    case .oneOrMore(let one): one.example
    case .entries(let key, let value): "{\(key.example): \(value.example)}"
    case .form(let form): form.outline.example
    case .either(let shapes): shapes.first?.example ?? ""
    }
  }

  /// Whether a node is of the kind that the shape is written in; its content is not looked at.
  package func fits(_ node: YAMLNode) -> Bool {
    switch self {
    case .list: node.sequence != nil
    case .entries: node.mapping != nil
    case .form(let form): node.mapping != nil || form.outline.short?.fits(node) == true
    case .oneOrMore(let one): node.sequence != nil || one.fits(node)
    case .either(let shapes): shapes.contains { $0.fits(node) }
    case .text: (node.scalar != nil || node.mapping != nil) && !node.isAbsent
    case .test: (node.scalar != nil || node.sequence != nil) && !node.isAbsent
    case .value: !node.isAbsent
    case .type:
      !node.isAbsent
        && (node.mapping?.allSatisfy { ["record", "list"].contains($0.key.text) } ?? true)
        && node.mapping?.isEmpty != true
    default: node.scalar != nil && !node.isAbsent
    }
  }
}

extension String {
  /// `a name` without `a`.
  fileprivate var withoutArticle: String {
    hasPrefix("a ") ? String(dropFirst(2)) : hasPrefix("an ") ? String(dropFirst(3)) : self
  }
}
