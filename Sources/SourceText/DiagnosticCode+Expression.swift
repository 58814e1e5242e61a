/// FQ02..: reading and typing expressions; FQ0200 to FQ0229 are about their form.
extension DiagnosticCode {
  package static let emptyExpression = DiagnosticCode(
    "FQ0200", "empty-expression", .error,
    en: "nothing is written where an expression or a test is needed", zh: "此处需要表达式，却是空的")
  package static let unexpectedToken = DiagnosticCode(
    "FQ0201", "unexpected-token", .error,
    en: "an expression goes on with something that cannot stand there", zh: "表达式中出现了不该有的内容")
  package static let unexpectedEnd = DiagnosticCode(
    "FQ0202", "unexpected-end", .error,
    en: "an expression ends before it is complete", zh: "表达式没有写完")
  package static let bracketLeftOpen = DiagnosticCode(
    "FQ0203", "bracket-left-open", .error,
    en: "a bracket of an expression is never closed", zh: "表达式中的括号没有闭合")
  package static let mismatchedBracket = DiagnosticCode(
    "FQ0204", "mismatched-bracket", .error,
    en: "a closing bracket closes nothing, or a bracket of another kind", zh: "右括号多余或不配对")
  package static let unclosedText = DiagnosticCode(
    "FQ0205", "unclosed-text", .error,
    en: "a text of an expression has no closing quote", zh: "表达式中的文字缺少结束引号")
  package static let unknownEscape = DiagnosticCode(
    "FQ0206", "unknown-escape", .error,
    en: "a backslash in a text starts no escape that FEEL knows", zh: "文字中的转义无效")
  package static let unclosedComment = DiagnosticCode(
    "FQ0207", "unclosed-comment", .error,
    en: "a comment /* is never closed", zh: "注释 /* 没有结束")
  package static let commentSwallowsLines = DiagnosticCode(
    "FQ0208", "comment-swallows-lines", .error,
    en: "a comment // takes in lines that were not meant to be comment", zh: "注释 // 吞掉了后面的各行")
  package static let fullWidthSign = DiagnosticCode(
    "FQ0209", "full-width-sign", .error,
    en: "an expression is written with full-width or typographic signs", zh: "表达式中用了全角符号")
  package static let foreignSign = DiagnosticCode(
    "FQ0210", "foreign-sign", .error,
    en: "an expression is written with signs of another language", zh: "表达式中用了其他语言的符号")
  package static let unknownCharacter = DiagnosticCode(
    "FQ0211", "unknown-character", .error,
    en: "a character means nothing in an expression", zh: "表达式中有无意义的字符")
  package static let malformedNumber = DiagnosticCode(
    "FQ0212", "malformed-number", .error,
    en: "a number runs into letters, dots or signs", zh: "数的写法有误")
  package static let bareDate = DiagnosticCode(
    "FQ0213", "bare-date", .error,
    en: "a date is written without @ and quotes", zh: "日期没有写在 @\"…\" 里")
  package static let hyphenWithoutBlanks = DiagnosticCode(
    "FQ0214", "hyphen-without-blanks", .error,
    en: "a hyphen without blanks could be part of a name, a minus or a range",
    zh: "两边没有空格的短横含义不明")
  package static let chainedComparison = DiagnosticCode(
    "FQ0215", "chained-comparison", .error,
    en: "comparisons are chained", zh: "比较不能连写")
  package static let halfComparison = DiagnosticCode(
    "FQ0216", "half-comparison", .error,
    en: "a comparison lacks the value that is compared", zh: "比较缺少一边的值")
  package static let missingElse = DiagnosticCode(
    "FQ0217", "missing-else", .error,
    en: "an if has no else", zh: "if 缺少 else")
  package static let expressionTooDeep = DiagnosticCode(
    "FQ0218", "expression-too-deep", .error,
    en: "an expression is nested too deeply or too long a chain", zh: "表达式嵌套过深或过长")
  package static let placeholderOutsideTest = DiagnosticCode(
    "FQ0219", "placeholder-outside-test", .error,
    en: "? stands where no value is under test", zh: "? 用在了测试之外")
  package static let unsupportedForm = DiagnosticCode(
    "FQ0220", "unsupported-form", .error,
    en: "an expression uses a form that this language does not have", zh: "不支持的表达式形式")
  package static let mixedArguments = DiagnosticCode(
    "FQ0221", "mixed-arguments", .error,
    en: "a call mixes arguments by position and by name", zh: "同一次调用混用了按位置和按名称的参数")
  package static let repeatedEntry = DiagnosticCode(
    "FQ0222", "repeated-entry", .error,
    en: "a context or a call gives one name twice", zh: "同一名称给了两次")
  package static let missingOperator = DiagnosticCode(
    "FQ0223", "missing-operator", .error,
    en: "two values stand side by side with nothing between", zh: "两个值之间缺少运算符")
  package static let dashAmongTests = DiagnosticCode(
    "FQ0224", "dash-among-tests", .error,
    en: "- stands among other tests, although it takes every value", zh: "- 与其他条件写在一起")
  package static let bareRange = DiagnosticCode(
    "FQ0225", "bare-range", .error,
    en: "a range stands without brackets where it needs them", zh: "区间缺少括号")

  static let expressionCodes: [DiagnosticCode] = [
    emptyExpression, unexpectedToken, unexpectedEnd, bracketLeftOpen, mismatchedBracket,
    unclosedText, unknownEscape, unclosedComment, commentSwallowsLines, fullWidthSign, foreignSign,
    unknownCharacter, malformedNumber, bareDate, hyphenWithoutBlanks, chainedComparison,
    halfComparison, missingElse, expressionTooDeep, placeholderOutsideTest, unsupportedForm,
    mixedArguments, repeatedEntry, missingOperator, dashAmongTests, bareRange,
  ]
}
