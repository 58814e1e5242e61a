import SourceText

// What is wrong with the lines of a file: colons, dashes, indentation, what touches what.
extension Diagnostic {
  static func fullWidth(_ lookalike: Lookalike, at span: Span) -> Diagnostic {
    let written = lookalike.written
    let isBlank = lookalike.meant == " "
    let isFullWidth = written == "\u{3000}"
    return Diagnostic(
      .fullWidthPunctuation,
      isBlank
        ? Bilingual(
          en: "\(isFullWidth ? "a full-width blank" : "a no-break space") is no space to YAML",
          zh: "YAML 不把\(isFullWidth ? "全角空格" : "不换行空格")当作空格")
        : Bilingual(
          en: "YAML does not take `\(written)` for `\(lookalike.meant)`",
          zh: "YAML 不会把 `\(written)` 当作 `\(lookalike.meant)`"),
      at: span,
      help: isBlank
        ? Bilingual(
          en: "write a plain space, or put the whole text in quotes", zh: "请改用半角空格；若属于文字，请把整段加上引号")
        : Bilingual(
          en: "write `\(lookalike.meant)` in ASCII, or put the whole text in quotes",
          zh: "请改用半角 `\(lookalike.meant)`；若是文字，请把整段加上引号"),
      fix: Fix(span, replacement: lookalike.meant, isSafe: false))
  }

  static func lineWithoutColon(_ text: String, at span: Span) -> Diagnostic {
    let words = text.split(separator: " ")
    let mended = words.count == 2 ? "\(words[0]): \(words[1])" : text + ":"
    return Diagnostic(
      .lineWithoutColon,
      Bilingual(en: "`\(text)` has no colon, so it is no key", zh: "`\(text)` 后没有冒号，不能作键"),
      at: span,
      help: Bilingual(
        en: "write `\(mended)`, or indent the line if it goes on with the text above",
        zh: "请写成 `\(mended)`；若是上一行文字的续行，请加深缩进"))
  }

  static func colonWithoutSpace(_ key: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .missingSpace,
      Bilingual(
        en: "the colon behind `\(key)` has no space behind it", zh: "`\(key)` 后的冒号缺少空格"), at: span,
      help: Bilingual(
        en: "write `\(key): ` with a space, or put the whole text in quotes",
        zh: "请写成 `\(key): `（冒号后加空格）；若是文字，请把整段加上引号"),
      fix: Fix(span, replacement: ": ", isSafe: false))
  }

  static func dashWithoutSpace(at span: Span) -> Diagnostic {
    Diagnostic(
      .missingSpace,
      Bilingual(en: "the dash of this list item has no space behind it", zh: "列表项的短横后缺少空格"),
      at: span,
      help: Bilingual(
        en: "write `- ` with a space, or put the whole text in quotes",
        zh: "请写成 `- `（短横后加空格）；若是文字，请把整段加上引号"),
      fix: Fix(span, replacement: "- ", isSafe: false))
  }

  static func loneDash(at span: Span) -> Diagnostic {
    Diagnostic(
      .listAndMappingMixed,
      Bilingual(
        en: "a lone `-` is read as the start of a list", zh: "单独的 `-` 会被当作列表的开头"), at: span,
      help: .quoting("-"), fix: .quoting("-", span))
  }

  static func listOnKeyLine(at span: Span) -> Diagnostic {
    Diagnostic(
      .listAndMappingMixed,
      Bilingual(
        en: "a list with dashes cannot start on the line of its key", zh: "短横列表不能与键写在同一行"),
      at: span,
      help: Bilingual(
        en: "start each item on a line of its own, or write the list in `[]`",
        zh: "请把每个列表项另起一行，或写成 `[…]`"))
  }

  static func listInBrackets(at span: Span) -> Diagnostic {
    Diagnostic(
      .listAndMappingMixed,
      Bilingual(en: "a list with dashes cannot stand inside brackets", zh: "括号里不能用短横列表"),
      at: span,
      help: Bilingual(
        en: "separate the items with commas, or put the text in quotes", zh: "请用逗号分隔各项；若是文字请加引号"))
  }

  static func mixed(isList: Bool, at span: Span, start: Span) -> Diagnostic {
    Diagnostic(
      .listAndMappingMixed,
      isList
        ? Bilingual(en: "this line stands in a list but has no dash", zh: "这一行在列表中，却没有短横")
        : Bilingual(
          en: "this list item stands among the keys of a mapping", zh: "映射的各键之间出现了列表项"),
      at: span,
      labels: [
        Label(
          start,
          isList
            ? Bilingual(en: "the list starts here", zh: "列表从这里开始")
            : Bilingual(en: "the mapping starts here", zh: "映射从这里开始"))
      ],
      help: isList
        ? Bilingual(
          en: "begin the line with `- `, or indent it to belong to the item above",
          zh: "请在行首加 `- `，或加深缩进使其属于上一项")
        : Bilingual(
          en: "indent the list under its key, or write the line as `key: value`",
          zh: "请把列表缩进到所属的键之下，或写成 `键: 值`"))
  }

  static func badIndentation(at span: Span, spaces: Int, above: (span: Span, spaces: Int)?)
    -> Diagnostic
  {
    Diagnostic(
      .badIndentation,
      Bilingual(
        en: "an indentation of \(spaces) fits none of the lines above",
        zh: "缩进 \(spaces) 个空格，与上文哪一行都对不齐"),
      at: span,
      labels: above.map {
        [
          Label(
            $0.span, Bilingual(en: "indented by \($0.spaces)", zh: "缩进 \($0.spaces) 个空格"))
        ]
      } ?? [],
      help: Bilingual(
        en: "start the line in the column of the lines that it belongs with",
        zh: "请与它所属的同级各行对齐"))
  }

  static func indentedUnderValue(_ key: String, at span: Span, above: Span) -> Diagnostic {
    Diagnostic(
      .badIndentation,
      Bilingual(
        en: "`\(key)` is indented under a line that already has its value",
        zh: "`\(key)` 缩进到了已有内容的一行之下"),
      at: span, labels: [Label(above, Bilingual(en: "this line is complete", zh: "这一行已经完整"))],
      help: Bilingual(
        en: "indent `\(key)` like that line, or remove that line's value",
        zh: "请让 `\(key)` 与那一行对齐，或去掉那一行的值"))
  }

  static func colonInText(_ text: String, at span: Span, text whole: Span) -> Diagnostic {
    Diagnostic(
      .colonInText,
      Bilingual(
        en: "a colon with a space cannot stand inside a text without quotes",
        zh: "未加引号的文字里不能有“冒号加空格”"),
      at: span, help: .quoting(text), fix: .quoting(text, whole))
  }

  static func textAfterQuote(
    _ scalar: ScalarText, at span: Span, whole: (text: String, span: Span)
  ) -> Diagnostic {
    let isDoubling = scalar.style == .singleQuoted && span.start == scalar.span.end
    return Diagnostic(
      .textAfterValue,
      Bilingual(
        en: "text follows a closed quote", zh: "引号结束后又有文字"), at: span,
      labels: [Label(scalar.span, Bilingual(en: "the quoted text ends here", zh: "引号内的文字到此结束"))],
      help: isDoubling
        ? Bilingual(
          en: "write `''` for a quote inside single quotes", zh: "单引号内的单引号请写成 `''`")
        : .quoting(whole.text),
      fix: isDoubling ? nil : .quoting(whole.text, whole.span))
  }

  static func commaInCall(at span: Span, whole: (text: String, span: Span)) -> Diagnostic {
    Diagnostic(
      .textAfterValue,
      Bilingual(
        en: "this comma ends the text for YAML, with a `(` still open",
        zh: "YAML 把这个逗号当作文字的结尾，而括号 `(` 还没有配对"),
      at: span, help: .quoting(whole.text), fix: .quoting(whole.text, whole.span))
  }

  static func textAfterBracket(at span: Span) -> Diagnostic {
    Diagnostic(
      .textAfterValue,
      Bilingual(en: "text follows a value that is already complete", zh: "值已经完整，后面又有文字"),
      at: span,
      help: Bilingual(
        en: "put the whole text in quotes, or start a new line", zh: "请把整段文字加上引号，或另起一行"))
  }

  /// A `#` right behind a closing quote.
  static func commentTouchesQuote(at span: Span, text: Span) -> Diagnostic {
    Diagnostic(
      .commentTouchesText,
      Bilingual(
        en: "what stands behind this `#` is dropped as a comment, though it touches the quote",
        zh: "`#` 紧跟在引号后，它后面的内容会被当作注释丢掉"),
      at: span,
      labels: [Label(text, Bilingual(en: "only this is left", zh: "只剩下这一段"))],
      help: Bilingual(
        en: "put the whole text in one pair of quotes, or write ` # ` if a comment is meant",
        zh: "若是文字，请把整段放进一对引号；若是注释，请在 `#` 前后加空格"))
  }

  static func commentTouchesText(at span: Span, text: Span?) -> Diagnostic {
    Diagnostic(
      .commentTouchesText,
      Bilingual(
        en: "`#` behind a blank starts a comment and cuts the text off", zh: "空格后的 `#` 是注释，会截断文字"),
      at: span,
      labels: text.map { [Label($0, Bilingual(en: "only this is left", zh: "只剩下这一段"))] } ?? [],
      help: Bilingual(
        en: "put the whole text in quotes, or write `# ` if a comment is meant",
        zh: "若是文字，请把整段加上引号；若是注释，请在 `#` 后加空格"))
  }
}
