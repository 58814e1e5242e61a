import SourceText

// Forms that are nearly right, and forms that this language does not have.
extension Diagnostic {
  static func hyphenWithoutBlanks(_ written: String, at span: Span) -> Diagnostic {
    let spaced = written.split(separator: "-").joined(separator: " - ")
    let name = String(written.map { $0 == "-" ? "_" : $0 })
    return Diagnostic(
      .hyphenWithoutBlanks,
      Bilingual(
        en: "`\(written)` could be one name or a subtraction", zh: "`\(written)` 可能是一个名称，也可能是减法"),
      at: span,
      help: Bilingual(
        en: "write `\(spaced)` to subtract; a name that expressions use is written `\(name)`",
        zh: "减法写 `\(spaced)`；表达式中用到的名称写作 `\(name)`"),
      fix: Fix(span, replacement: spaced, isSafe: false))
  }

  static func gluedRange(_ low: String, _ high: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .hyphenWithoutBlanks,
      Bilingual(
        en: "`\(low)-\(high)` could be a range or a subtraction",
        zh: "`\(low)-\(high)` 可能是区间，也可能是减法"), at: span,
      help: Bilingual(
        en: "write `[\(low)..\(high)]` for the range, `\(low) - \(high)` to subtract",
        zh: "区间写 `[\(low)..\(high)]`，减法写 `\(low) - \(high)`"),
      fix: Fix(span, replacement: "[\(low)..\(high)]", isSafe: false))
  }

  static func chainedComparison(at span: Span, first: Span, mend: String?) -> Diagnostic {
    let written = mend ?? "a < b and b < c"
    return Diagnostic(
      .chainedComparison,
      Bilingual(en: "comparisons cannot be chained", zh: "比较不能连写"), at: span,
      labels: [Label(first, Bilingual(en: "the first comparison", zh: "第一个比较"))],
      help: Bilingual(
        en: "write `\(written)`, or brackets around one comparison",
        zh: "改写为 `\(written)`，或给其中一个比较加上括号"))
  }

  /// The same in a cell, where brackets would not help.
  static func chainedTests(at span: Span, first: Span, mend: String) -> Diagnostic {
    var finding = chainedComparison(at: span, first: first, mend: nil)
    finding.help = Bilingual(en: "write `\(mend)`", zh: "改写为 `\(mend)`")
    return finding
  }

  static func halfComparison(_ sign: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .halfComparison,
      Bilingual(en: "nothing stands before `\(sign)` to be compared", zh: "`\(sign)` 前面没有要比较的值"),
      at: span,
      help: Bilingual(
        en: "write the value before it, as in `a \(sign) b`", zh: "请在前面写上值，如 `a \(sign) b`"))
  }

  static func joinedTests(
    _ word: String, _ test: String, range: String?, at span: Span
  ) -> Diagnostic {
    let range = range ?? "(1..5)"
    return Diagnostic(
      .halfComparison,
      Bilingual(
        en: "`\(word)` joins conditions, and `\(test)` is a test that lacks its value",
        zh: "`\(word)` 连接的是条件，而 `\(test)` 只是缺少左边的测试"), at: span,
      help: Bilingual(
        en: "write `? \(test) \(word) ? …`, or a range such as `\(range)`",
        zh: "改写为 `? \(test) \(word) ? …`，或写成区间，如 `\(range)`"))
  }

  /// `> 100 and < 50`.
  static func testsNeverMet(
    _ bounds: (low: String, high: String), instead: String, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .halfComparison,
      Bilingual(
        en: "no number is above \(bounds.low) and below \(bounds.high)",
        zh: "没有数既大于 \(bounds.low) 又小于 \(bounds.high)"), at: span,
      help: Bilingual(
        en: "write `\(instead)` if either will do, or correct the bounds",
        zh: "满足其中一个即可时请写 `\(instead)`，否则请改正界限"))
  }

  static func missingElse(at span: Span, end: Span) -> Diagnostic {
    Diagnostic(
      .missingElse, Bilingual(en: "this `if` has no `else`", zh: "这个 `if` 没有 `else`"), at: span,
      labels: [Label(end, Bilingual(en: "`else` is needed here", zh: "此处需要 `else`"))],
      help: Bilingual(
        en: "write `else` and the value for the other case", zh: "请写上 `else` 和另一种情形的值"))
  }

  static func expressionTooDeep(at span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      .expressionTooDeep,
      Bilingual(
        en: "the expression is more than \(limit) levels deep here", zh: "表达式到此已超过 \(limit) 层"),
      at: span,
      help: Bilingual(
        en: "split it into decisions, or write a list behind `in` for many alternatives",
        zh: "请拆成几个决策；并列的情形多时，改用 `in` 加列表"))
  }

  static func placeholderOutsideTest(at span: Span) -> Diagnostic {
    Diagnostic(
      .placeholderOutsideTest,
      Bilingual(
        en: "`?` stands for the value under test, and nothing is tested here",
        zh: "`?` 代表被测试的值，而此处没有被测试的值"), at: span,
      help: Bilingual(en: "write the value's name", zh: "请写出值的名称"))
  }

  static func instanceOf(at span: Span) -> Diagnostic {
    Diagnostic(
      .unsupportedForm,
      Bilingual(
        en: "`instance of` is not part of this language", zh: "本语言不支持 `instance of`"), at: span,
      help: Bilingual(
        en: "remove it: each value's type is known from its declaration",
        zh: "请删去：每个值的类型由其声明决定"))
  }

  static func lambda(at span: Span) -> Diagnostic {
    Diagnostic(
      .unsupportedForm,
      Bilingual(en: "functions cannot be defined in expressions", zh: "表达式中不能定义函数"), at: span,
      help: Bilingual(en: "write a decision with `is`", zh: "请写成带 `is` 的决策"))
  }

  static func methodCall(_ name: String, mends: [String], at span: Span) -> Diagnostic {
    let forms = mends.map { "`\($0)`" }
    return Diagnostic(
      .unsupportedForm,
      Bilingual(en: "`\(name)` cannot be called behind a dot", zh: "不能在点号之后调用 `\(name)`"),
      at: span,
      help: Bilingual(
        en: "write \(forms.joined(separator: " or "))",
        zh: "改写为 \(forms.joined(separator: " 或 "))"))
  }

  static func mixedArguments(at span: Span) -> Diagnostic {
    Diagnostic(
      .mixedArguments,
      Bilingual(
        en: "this argument has no name, and others of the call have one",
        zh: "这个参数没有名称，而同一次调用的其他参数有名称"), at: span,
      help: Bilingual(
        en: "name all arguments or none", zh: "要么都写名称，要么都不写"))
  }

  static func repeatedEntry(_ name: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .repeatedEntry, Bilingual(en: "`\(name)` is given twice", zh: "`\(name)` 重复"), at: span,
      labels: [Label(first, Bilingual(en: "first given here", zh: "第一次在这里"))],
      help: Bilingual(en: "remove one of the two", zh: "请删去其中一个"))
  }

  static func dashAmongTests(at span: Span) -> Diagnostic {
    Diagnostic(
      .dashAmongTests,
      Bilingual(
        en: "`-` takes every value, so that no other test has an effect beside it",
        zh: "`-` 接受任何值，与它并列的条件不起作用"), at: span,
      help: Bilingual(
        en: "write `-` alone, or remove it", zh: "请只写 `-`，或把它删去"))
  }
}
