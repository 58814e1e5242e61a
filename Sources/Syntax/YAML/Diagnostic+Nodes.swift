import SourceText

// What is wrong with nodes that YAML itself would take.
extension Diagnostic {
  static func severalDocuments(at span: Span) -> Diagnostic {
    Diagnostic(
      .severalDocuments,
      Bilingual(en: "a second document starts here", zh: "这里又开始了一个文档"), at: span,
      help: Bilingual(
        en: "put what follows `---` into a file of its own", zh: "把 `---` 之后的内容放到另一个文件"))
  }

  static func documentEnd(at span: Span) -> Diagnostic {
    Diagnostic(
      .severalDocuments,
      Bilingual(en: "this line ends a document that has not begun", zh: "这一行结束了一个尚未开始的文档"),
      at: span, help: Bilingual(en: "remove the line", zh: "请删去这一行"))
  }

  static func tag(at span: Span, in lines: YAMLLines) -> Diagnostic {
    let tag = lines.string(Int(span.start)..<Int(span.end))
    let isUnequal = tag.hasPrefix("!=")
    return Diagnostic(
      .tag,
      Bilingual(
        en: "`\(tag)` is read as a YAML tag, not as text", zh: "`\(tag)` 会被当作 YAML 标签，而不是文字"),
      at: span,
      help: isUnequal
        ? .quoting(lines.string(lines.text(from: Int(span.start))))
        : Bilingual(
          en: "write `not(…)` if a negation is meant, or put the whole text in quotes",
          zh: "表示“非”请写 `not(…)`；若是文字，请把整段加上引号"))
  }

  static func tooDeep(at span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestedTooDeeply,
      Bilingual(
        en: "lists and mappings are nested more than \(limit) deep here", zh: "此处嵌套超过 \(limit) 层"),
      at: span,
      help: Bilingual(en: "flatten the nesting or split the file", zh: "减少嵌套层数，或拆分文件"))
  }

  static func unknownAlias(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownAlias,
      Bilingual(
        en: "`*\(name)` is read as an alias, and no anchor `&\(name)` stands before it",
        zh: "`*\(name)` 会被当作别名，但前面没有锚点 `&\(name)`"),
      at: span,
      help: Bilingual(
        en: "write \"*\(name)\" in quotes if it is text, or set `&\(name)` before the first use",
        zh: "若是文字，请加引号写成 \"*\(name)\"；否则先在前面写 `&\(name)`"))
  }

  static func aliasInsideItself(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownAlias,
      Bilingual(
        en: "`*\(name)` stands inside the very value that `&\(name)` names",
        zh: "`*\(name)` 出现在 `&\(name)` 自己的内容里"),
      at: span,
      help: Bilingual(en: "write the value out instead of the alias", zh: "请直接写出内容，不用别名"))
  }

  static func tooManyAliases(at span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      .aliasLimit,
      Bilingual(
        en: "aliases stand for more than \(limit) values by here",
        zh: "到此处为止，别名展开已超过 \(limit) 个值"),
      at: span,
      help: Bilingual(
        en: "write the values out, or use fewer aliases of aliases", zh: "请直接写出内容，或减少别名套别名"))
  }

  static func duplicateKey(_ key: ScalarText, first: ScalarText) -> Diagnostic {
    Diagnostic(
      .duplicateKey,
      Bilingual(en: "`\(key.text)` is given twice", zh: "`\(key.text)` 重复"), at: key.span,
      labels: [Label(first.span, Bilingual(en: "first given here", zh: "第一次在这里"))],
      help: Bilingual(
        en: "remove one of them or give it another name", zh: "删去其中一个，或改成别的名字"))
  }

  static func mergeKey(at span: Span) -> Diagnostic {
    Diagnostic(
      .mergeKey, Bilingual(en: "the merge key `<<` is not taken", zh: "不支持合并键 `<<`"), at: span,
      help: Bilingual(en: "write the entries out", zh: "请把各项直接写出来"))
  }

  static func noKey(at span: Span) -> Diagnostic {
    Diagnostic(
      .keyIsNoText, Bilingual(en: "no key stands before this colon", zh: "冒号前没有键"), at: span,
      help: Bilingual(en: "write a key before `:`", zh: "在 `:` 前写上键"))
  }

  static func keyIsNoText(_ key: YAMLNode, _ value: YAMLNode) -> Diagnostic {
    guard !key.isAbsent else { return .noKey(at: key.span) }
    return Diagnostic(
      .keyIsNoText,
      Bilingual(en: "\(key.kind.en) cannot be a key", zh: "\(key.kind.zh)不能作键"), at: key.span,
      help: Bilingual(
        en: "write a word as the key, or put the text in quotes", zh: "用一个词作键；若是文字请加引号"))
  }
}
