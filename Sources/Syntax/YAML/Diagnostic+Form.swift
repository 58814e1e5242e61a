import SourceText

// What is wrong with the form of a file: characters, quotes, brackets, blocks.
extension Diagnostic {
  static func malformed(at span: Span) -> Diagnostic {
    Diagnostic(
      .malformedYAML,
      Bilingual(en: "YAML cannot be read on from here", zh: "从这里起无法按 YAML 读取"), at: span,
      help: Bilingual(
        en: "look for a missing quote, bracket or colon just before", zh: "请检查前面是否少了引号、括号或冒号"))
  }

  static func tab(at span: Span, isIndentation: Bool) -> Diagnostic {
    Diagnostic(
      .tabInIndentation,
      isIndentation
        ? Bilingual(en: "this line is indented with a tab", zh: "这一行用制表符缩进")
        : Bilingual(en: "a tab stands where YAML takes only spaces", zh: "这里只能用空格，不能用制表符"),
      at: span,
      help: Bilingual(en: "write spaces instead, two for each level", zh: "请改用空格，每层两个"),
      fix: Fix(span, replacement: isIndentation ? "  " : " ", isSafe: false))
  }

  static func reservedStart(_ text: String, at span: Span) -> Diagnostic {
    let sign = String(text.prefix(1))
    let meaning = reservedMeaning[sign] ?? Bilingual(en: "keeps for itself", zh: "保留的符号")
    let name =
      sign == "`" ? Bilingual(en: "a backtick", zh: "反引号") : Bilingual("`\(sign)`")
    return Diagnostic(
      .reservedStart,
      Bilingual(
        en: "a text cannot start with \(name.en), which YAML \(meaning.en)",
        zh: "文字不能以 \(name.zh) 开头，它在 YAML 中是\(meaning.zh)"),
      at: span, help: .quoting(text), fix: .quoting(text, span))
  }

  private static let reservedMeaning: [String: Bilingual] = [
    "*": Bilingual(en: "reads as an alias", zh: "别名标记"),
    "&": Bilingual(en: "reads as an anchor", zh: "锚点标记"),
    "%": Bilingual(en: "keeps for directives", zh: "指令标记"),
    "?": Bilingual(en: "reads as the mark of a long key", zh: "复杂键标记"),
  ]

  static func unclosedQuote(at span: Span, closedAt close: Span? = nil) -> Diagnostic {
    Diagnostic(
      .unclosedQuote,
      Bilingual(
        en: close == nil
          ? "this quote is never closed" : "the text opened by this quote runs on into other lines",
        zh: close == nil ? "这个引号没有配对" : "这个引号开始的文字一直延伸到了别的行"),
      at: span,
      labels: close.map {
        [Label($0, Bilingual(en: "it ends only at this quote", zh: "到这个引号才结束"))]
      } ?? [],
      help: Bilingual(en: "close the quote at the end of its text", zh: "请在文字末尾补上引号"))
  }

  static func badEscape(_ text: String, at span: Span) -> Diagnostic {
    let isHalf = text.lowercased().hasPrefix("\\ud") && text.utf8.count == 6
    return Diagnostic(
      .badEscape,
      isHalf
        ? Bilingual(
          en: "`\(text)` is half of a character", zh: "`\(text)` 只是半个字符")
        : Bilingual(
          en: "`\(text)` is no escape that YAML knows", zh: "`\(text)` 不是 YAML 的转义"), at: span,
      help: isHalf
        ? Bilingual(
          en: "write both halves, as in `\\ud83d\\ude00`, or the character itself",
          zh: "请写全两半，如 `\\ud83d\\ude00`，或直接写该字符")
        : Bilingual(
          en: "write `\\\\` for a backslash, or use single quotes", zh: "反斜杠请写 `\\\\`，或改用单引号"))
  }

  static func blockHeader(_ text: String, at span: Span) -> Diagnostic {
    let sign = String(text.prefix(1))
    return Diagnostic(
      .blockHeaderWithText,
      Bilingual(
        en: "`\(sign)` at the start is read as the head of a text block",
        zh: "开头的 `\(sign)` 会被当作文本块标记"),
      at: span, help: .quoting(text), fix: .quoting(text, span))
  }

  static func directive(at span: Span) -> Diagnostic {
    Diagnostic(
      .directive,
      Bilingual(
        en: "a line that starts with `%` is read as a YAML directive", zh: "行首的 `%` 会被当作 YAML 指令"),
      at: span,
      help: Bilingual(
        en: "remove the line, or put the text in quotes", zh: "请删去这一行；若是文字请加引号"))
  }

  // MARK: Brackets

  static func unclosedBracket(_ open: String, at span: Span, end: Span?) -> Diagnostic {
    let close = open == "[" ? "]" : "}"
    return Diagnostic(
      .unclosedBracket,
      Bilingual(en: "this `\(open)` is never closed", zh: "这个 `\(open)` 没有配对"), at: span,
      labels: end.map {
        [Label($0, Bilingual(en: "`\(close)` is missed by here", zh: "到这里仍缺 `\(close)`"))]
      } ?? [],
      help: Bilingual(
        en: "write `\(close)` where the \(open == "[" ? "list" : "mapping") ends, "
          + "or put the text in quotes",
        zh: "在结尾补上 `\(close)`；若是文字请加引号"))
  }

  static func wrongCloser(_ close: String, at span: Span, open: String, opening: Span) -> Diagnostic
  {
    let wanted = open == "[" ? "]" : "}"
    return Diagnostic(
      .unmatchedBracket,
      Bilingual(
        en: "`\(close)` stands where `\(wanted)` should close `\(open)`",
        zh: "这里应以 `\(wanted)` 与 `\(open)` 配对，却是 `\(close)`"),
      at: span, labels: [Label(opening, Bilingual(en: "opened here", zh: "从这里开始"))],
      help: Bilingual(en: "write `\(wanted)` before it or instead", zh: "请补上或改成 `\(wanted)`"))
  }

  static func unmatchedBracket(_ sign: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unmatchedBracket,
      Bilingual(en: "nothing stands here for `\(sign)` to end", zh: "这里的 `\(sign)` 是多余的"), at: span,
      help: Bilingual(en: "remove it, or put the text in quotes", zh: "请删去它；若是文字请加引号"))
  }

  static func rangeUnquoted(_ range: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unmatchedBracket,
      Bilingual(
        en: "YAML reads the brackets of the range `\(range)` as a list of its own",
        zh: "区间 `\(range)` 的括号会被 YAML 当作列表"),
      at: span, help: .quoting(range), fix: .quoting(range, span))
  }

  static func bracketInText(_ sign: String, at span: Span, rest: Span) -> Diagnostic {
    Diagnostic(
      .missingComma,
      Bilingual(
        en: "`\(sign)` ends the text before it, and no comma stands between",
        zh: "`\(sign)` 截断了前面的文字，中间又没有逗号"),
      at: span,
      help: Bilingual(
        en: "put the whole text in quotes, or write a comma before `\(sign)`",
        zh: "请把整段文字加上引号，或在 `\(sign)` 前加逗号"))
  }

  static func missingComma(at span: Span) -> Diagnostic {
    Diagnostic(
      .missingComma, Bilingual(en: "a comma is missing here", zh: "这里缺少逗号"), at: span,
      help: Bilingual(en: "write `,` here, or close the bracket before", zh: "请加上 `,`，或先补上右括号"))
  }
}

extension Bilingual {
  /// Help to put a text in quotes, showing it done where it is short.
  static func quoting(_ text: String) -> Bilingual {
    guard text.count <= 40, !text.contains("\n") else {
      return Bilingual(en: "put the whole text in quotes", zh: "请把整段文字加上引号")
    }
    return Bilingual(en: "write \(quoted(text)) in quotes", zh: "请加引号写成 \(quoted(text))")
  }
}

extension Fix {
  static func quoting(_ text: String, _ span: Span) -> Fix {
    Fix(span, replacement: quoted(text), isSafe: false)
  }
}

/// A text in YAML's quotes: single ones where the text holds double quotes or backslashes.
func quoted(_ text: String) -> String {
  guard text.contains(where: { $0 == "\"" || $0 == "\\" }) else { return "\"\(text)\"" }
  return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    + "'"
}
