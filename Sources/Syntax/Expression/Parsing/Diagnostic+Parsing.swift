import SourceText

// What is wrong with the form of an expression.
extension Diagnostic {
  static func emptyExpression(at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyExpression, Bilingual(en: "an expression is missing here", zh: "此处缺少表达式"), at: span,
      help: Bilingual(en: "write an expression, or remove the key", zh: "请写上表达式，或删去这个键"))
  }

  static func emptyTest(at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyExpression, Bilingual(en: "a test is missing here", zh: "此处缺少条件"), at: span,
      help: Bilingual(en: "write `-` if any value will do", zh: "任何值都可以时写 `-`"))
  }

  static func unexpected(
    _ expected: Expectation, found: String, behindComma: Bool = false, at span: Span
  ) -> Diagnostic {
    let (en, zh) = (expected.words.en, expected.words.zh)
    return Diagnostic(
      .unexpectedToken,
      Bilingual(en: "`\(found)` stands where \(en) is needed", zh: "`\(found)` 处应为\(zh)"),
      at: span, help: help(found: found, insteadOf: expected, behindComma: behindComma))
  }

  private static func help(
    found: String, insteadOf expected: Expectation, behindComma: Bool
  ) -> Bilingual? {
    if let word = Keyword(word: found), word.couldBeName(insteadOf: expected) {
      return Bilingual(
        en: "choose another name if `\(found)` is meant as one: the word is FEEL's own",
        zh: "若 `\(found)` 是名称，请改用别的名称：这是 FEEL 的保留词")
    }
    switch (expected, found) {
    case (.stateName, _) where found.hasPrefix("\""):
      return Bilingual(en: "write the state's name without quotes", zh: "状态名不加引号")
    case (.value, ")"), (.value, "]"):
      guard behindComma else { break }
      return Bilingual(en: "remove the comma before `\(found)`", zh: "删去 `\(found)` 前的逗号")
    case (.value, "+"):
      return Bilingual(en: "remove the `+`", zh: "删去 `+`")
    default: break
    }
    let (en, zh) = (expected.words.en, expected.words.zh)
    return Bilingual(en: "write \(en) before `\(found)`", zh: "在 `\(found)` 前写上\(zh)")
  }

  static func unexpectedEnd(
    _ expected: Expectation, isCommented: Bool, at span: Span
  ) -> Diagnostic {
    let (en, zh) = (expected.words.en, expected.words.zh)
    let help =
      isCommented
      ? Bilingual(
        en: "end the comment: `//` reaches to the end of its line",
        zh: "`//` 注释一直延续到行尾，请检查其中是否有正文")
      : Bilingual(en: "write \(en) here", zh: "请在此写上\(zh)")
    return Diagnostic(
      .unexpectedEnd,
      Bilingual(
        en: "the expression ends where \(en) is needed", zh: "表达式在此结束，但还需要\(zh)"), at: span,
      help: help)
  }

  /// A token that cannot follow a whole value.
  static func leftover(_ found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unexpectedToken,
      Bilingual(en: "`\(found)` cannot stand here", zh: "此处不能有 `\(found)`"), at: span,
      help: Bilingual(
        en: "remove it, or complete the form that it belongs to", zh: "请删去，或补全它所属的写法"))
  }

  static func listWithoutBrackets(at span: Span) -> Diagnostic {
    Diagnostic(
      .unexpectedToken,
      Bilingual(en: "`,` cannot follow a whole expression", zh: "完整的表达式之后不能有 `,`"), at: span,
      help: Bilingual(en: "write a list as `[a, b]`", zh: "列表写作 `[a, b]`"))
  }

  static func listInParentheses(behindIf: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .unexpectedToken,
      Bilingual(en: "`,` cannot stand between `(` and `)` here", zh: "此处圆括号中不能有 `,`"), at: span,
      help: behindIf
        ? Bilingual(en: "write `if a then b else c`", zh: "改写为 `if a then b else c`")
        : Bilingual(en: "write a list as `[a, b]`", zh: "列表写作 `[a, b]`"))
  }

  static func notOfSeveral(at span: Span) -> Diagnostic {
    Diagnostic(
      .unexpectedToken,
      Bilingual(en: "`not` takes one condition here", zh: "此处 `not` 只能有一个条件"), at: span,
      help: Bilingual(
        en: "write `not(a or b)`, or `not(x in (a, b))` for alternatives of one value",
        zh: "改写为 `not(a or b)`；若是同一个值的几种可能，写 `not(x in (a, b))`"))
  }

  /// `isItem`: where a list's comma may be what is missing.
  static func missingOperator(
    before found: String, help: Bilingual?, isItem: Bool, at span: Span
  ) -> Diagnostic {
    let operators = Bilingual(
      en: "write an operator such as `and`, `=` or `+` before it, or `\"` around a text",
      zh: "请在前面写上 `and`、`=`、`+` 等运算符；若是文字，请放在 `\"` 中")
    let separators = Bilingual(
      en: "write a `,` between two items, or an operator such as `and` or `+`",
      zh: "并列的两项之间请写 `,`，否则请写上 `and`、`+` 等运算符")
    return missingOperator(before: found, help: help ?? (isItem ? separators : operators), at: span)
  }

  private static func missingOperator(
    before found: String, help: Bilingual, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .missingOperator,
      Bilingual(
        en: "nothing joins `\(found)` to what stands before it", zh: "`\(found)` 与前面的内容之间缺少运算符"),
      at: span,
      help: help)
  }

  static func bareRange(at span: Span) -> Diagnostic {
    Diagnostic(
      .bareRange,
      Bilingual(
        en: "a range without brackets can stand in tests and behind `in` alone",
        zh: "只有在条件中和 `in` 之后，区间才可以不写括号"), at: span,
      help: Bilingual(
        en: "write `[a..b]`, or `x in [a..b]` to ask whether a value lies in it",
        zh: "改写为 `[a..b]`；判断一个值是否在其中写 `x in [a..b]`"))
  }
}

// Brackets.
extension Diagnostic {
  static func bracketLeftOpen(_ opener: String, at span: Span, end: Span) -> Diagnostic {
    Diagnostic(
      .bracketLeftOpen,
      Bilingual(en: "`\(opener)` is never closed", zh: "`\(opener)` 没有闭合"), at: span,
      labels: [Label(end, Bilingual(en: "expected to be closed by here", zh: "到此处应已闭合"))],
      help: Bilingual(en: "write the closing bracket", zh: "请写上右括号"))
  }

  static func mismatchedBracket(
    _ opener: String, _ closer: String, at span: Span, opener place: Span
  ) -> Diagnostic {
    Diagnostic(
      .mismatchedBracket,
      Bilingual(en: "`\(closer)` cannot close `\(opener)`", zh: "`\(closer)` 与 `\(opener)` 不配对"),
      at: span,
      labels: [Label(place, Bilingual(en: "opened here", zh: "在此处开始"))],
      help: Bilingual(
        en: "write the closing bracket of the same kind", zh: "请改为同一种右括号"))
  }

  static func strayCloser(_ closer: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .mismatchedBracket,
      Bilingual(en: "`\(closer)` closes nothing", zh: "`\(closer)` 没有对应的左括号"), at: span,
      help: Bilingual(
        en: "remove it, or write the opening bracket", zh: "请删去，或补上左括号"))
  }
}

extension Keyword {
  /// Whether an author may have meant the word as a name of his own.
  fileprivate func couldBeName(insteadOf expected: Expectation) -> Bool {
    switch (self, expected) {
    case (.and, _), (.or, _), (.then, _), (.else, _): false
    case (_, .value), (_, .variableName): true
    default: false
    }
  }
}
