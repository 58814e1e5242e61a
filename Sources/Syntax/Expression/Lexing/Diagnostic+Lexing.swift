import SourceText

// What is wrong with the characters of an expression.
extension Diagnostic {
  static func commentSwallowsLines(at span: Span) -> Diagnostic {
    Diagnostic(
      .commentSwallowsLines,
      Bilingual(
        en: "`//` makes a comment of all lines that follow, because YAML joins them into one",
        zh: "YAML 会把这几行并成一行，`//` 之后的各行都成了注释"),
      at: span,
      help: Bilingual(
        en: "write `/* … */`, or put the expression into a block behind `|`",
        zh: "改用 `/* … */`，或把表达式写进 `|` 文本块"))
  }

  static func unclosedComment(at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedComment,
      Bilingual(en: "the comment that `/*` opens is never closed", zh: "`/*` 开始的注释没有结束"),
      at: span, help: Bilingual(en: "write `*/` where it ends", zh: "在注释结束处写 `*/`"))
  }

  static func unclosedText(_ quote: Unicode.Scalar, at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedText,
      Bilingual(
        en: "the text that `\(quote)` opens has no closing quote on its line",
        zh: "`\(quote)` 开始的文字在本行没有结束引号"),
      at: span,
      help: Bilingual(
        en: "write `\"` where the text ends, and `\\n` for a line break in it",
        zh: "在文字结束处写 `\"`；文字中的换行写 `\\n`"))
  }

  static func unknownEscape(_ written: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownEscape,
      Bilingual(en: "`\(written)` stands for no character", zh: "`\(written)` 不是有效的转义"),
      at: span,
      help: Bilingual(
        en: "write `\\\\` for a backslash, or one of `\\\"`, `\\n`, `\\t`, `\\u` and four digits",
        zh: "反斜杠写 `\\\\`；可用的转义有 `\\\"`、`\\n`、`\\t`、`\\u` 加四位十六进制数"))
  }

  static func fullWidthSign(_ written: String, instead: String, fix: Fix) -> Diagnostic {
    Diagnostic(
      .fullWidthSign,
      Bilingual(
        en: "`\(written)` is written with full-width or typographic characters",
        zh: "`\(written)` 用了全角字符或排印符号"),
      at: fix.span, help: Bilingual(en: "write `\(instead)`", zh: "改写为 `\(instead)`"), fix: fix)
  }

  /// `“5000”`: a number, or the text of these digits.
  static func quotedNumber(_ written: String, _ digits: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .fullWidthSign,
      Bilingual(
        en: "`\(written)` is written with full-width or typographic characters",
        zh: "`\(written)` 用了全角字符或排印符号"),
      at: span,
      help: Bilingual(
        en: "write `\(digits)` for the number, `\"\(digits)\"` for a text",
        zh: "若是数，请写 `\(digits)`；若是文字，请写 `\"\(digits)\"`"))
  }

  static func foreignSign(_ written: String, instead: String, fix: Fix) -> Diagnostic {
    Diagnostic(
      .foreignSign,
      Bilingual(
        en: "`\(written)` belongs to other languages, not to FEEL", zh: "`\(written)` 不是 FEEL 的写法"),
      at: fix.span, help: Bilingual(en: "write `\(instead)`", zh: "改写为 `\(instead)`"), fix: fix)
  }

  static func unknownCharacter(_ character: Unicode.Scalar, at span: Span) -> Diagnostic {
    let shown =
      character.properties.isWhitespace || character.value < 0x20 || character.value == 0x7F
    let name = shown ? "U+" + String(character.value, radix: 16, uppercase: true) : "\(character)"
    return Diagnostic(
      .unknownCharacter,
      Bilingual(en: "`\(name)` means nothing in an expression", zh: "表达式中不能有 `\(name)`"),
      at: span, help: help(for: character))
  }

  private static func help(for character: Unicode.Scalar) -> Bilingual {
    switch character {
    case "%":
      Bilingual(
        en: "write `modulo(a, b)` for a remainder, `0.05` for five per cent",
        zh: "求余数写 `modulo(a, b)`，百分之五写 `0.05`")
    case "@":
      Bilingual(
        en: "write `@\"2026-01-01\"` for a date, `@\"P3D\"` for a duration",
        zh: "日期写 `@\"2026-01-01\"`，时长写 `@\"P3D\"`")
    case "《", "》", "〈", "〉", "`":
      Bilingual(en: "write texts in `\"`", zh: "文字请放在 `\"` 中")
    default:
      Bilingual(
        en: "remove it, or put it in `\"` if it belongs to a text", zh: "请删去；若属于文字，请放在 `\"` 中")
    }
  }

  static func malformedNumber(
    _ written: String, digits: String, tail: String, at span: Span
  ) -> Diagnostic {
    let isMere = tail == "." || tail == ","
    let (digits, tail) = NumberTail.multiplied(digits, tail)
    return Diagnostic(
      .malformedNumber, Bilingual(en: "`\(written)` is no number", zh: "`\(written)` 不是数"),
      at: span,
      help: NumberTail.help(digits, tail)
        ?? (tail == "%"
          ? Bilingual(en: "write `\(digits) / 100`", zh: "改写为 `\(digits) / 100`")
          : Bilingual(en: "write `\(digits)` alone", zh: "只写 `\(digits)`")),
      fix: isMere ? Fix(span, replacement: digits, isSafe: tail == ".") : nil)
  }

  static func bareDate(_ written: String, literal: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .bareDate,
      Bilingual(
        en: "`\(written)` without `@\"…\"` is arithmetic, not a date",
        zh: "`\(written)` 没有写在 `@\"…\"` 里，会被当作算式而不是日期"),
      at: span,
      help: Bilingual(
        en: "write `@\"\(literal)\"`, or blanks around the signs if it is arithmetic",
        zh: "日期写 `@\"\(literal)\"`；若确是算式，请在符号两边加空格"),
      fix: Fix(span, replacement: "@\"\(literal)\"", isSafe: false))
  }
}

/// What people write behind a number, and the FEEL for it.
enum NumberTail {
  /// `5万元` as 50000 and `元`; what has no such multiplier stays as it is.
  static func multiplied(_ digits: String, _ tail: String) -> (digits: String, tail: String) {
    let multipliers: [Character: Int] = ["百": 2, "千": 3, "万": 4, "亿": 8]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let sign = tail.first, let zeros = multipliers[sign], parts.count <= 2,
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return (digits, tail) }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let moved =
      fraction.prefix(zeros) + String(repeating: "0", count: zeros - min(zeros, fraction.count))
    let whole = (parts[0] + moved).drop { $0 == "0" }
    let rest = fraction.dropFirst(zeros)
    let number = (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest)
    return (String(number), String(tail.dropFirst()))
  }

  /// A bound in words, or a unit of time.
  ///
  /// 以上, 以下 and 以内 hold the number itself (Civil Code, article 1259).
  static func help(_ digits: String, _ tail: String) -> Bilingual? {
    if tail.hasSuffix("以上") { return bound(">= \(digits)") }
    if tail.hasSuffix("以下") || tail.hasSuffix("以内") { return bound("<= \(digits)") }
    return durationHelp(digits, tail)
  }

  /// The same where a blank stands between: also `5000 yuan`, `5 万`, `5 000`.
  static func helpApart(_ digits: String, _ tail: String) -> Bilingual? {
    let (number, rest) = multiplied(digits, tail)
    if !rest.isEmpty, let help = help(number, rest) { return help }
    let currencies = ["yuan", "rmb", "cny", "元", "块", "块钱", "人民币"]
    if currencies.contains(rest.lowercased()) || rest.isEmpty, !tail.isEmpty {
      return Bilingual(en: "write `\(number)` alone", zh: "只写 `\(number)`")
    }
    if tail.utf8.count == 3, tail.utf8.allSatisfy(CharacterClass.isDigit), digits.utf8.count <= 3 {
      return Bilingual(
        en: "write `\(digits)\(tail)` for one number, or a `,` between two",
        zh: "若是一个数，请写 `\(digits)\(tail)`；若是两个，中间请写 `,`")
    }
    return nil
  }

  private static func bound(_ test: String) -> Bilingual {
    Bilingual(en: "write the comparison as `\(test)`", zh: "比较写作 `\(test)`")
  }

  private static func durationHelp(_ digits: String, _ unit: String) -> Bilingual? {
    switch unit {
    case "day", "days", "天", "日": duration("P\(digits)D")
    case "hour", "hours", "小时", "时": duration("PT\(digits)H")
    case "minute", "minutes", "分钟": duration("PT\(digits)M")
    case "week", "weeks", "周": Int(digits).flatMap { $0 < 10_000 ? duration("P\($0 * 7)D") : nil }
    case "month", "months", "个月", "月": duration("P\(digits)M")
    case "year", "years", "年": duration("P\(digits)Y")
    case "workday", "workdays", "个工作日", "工作日":
      Bilingual(
        en: "write `add workdays(date, \(digits))` for a date that many workdays on",
        zh: "若干工作日之后的日期写 `add workdays(日期, \(digits))`")
    default: nil
    }
  }

  private static func duration(_ literal: String) -> Bilingual {
    Bilingual(
      en: "write the duration as `@\"\(literal)\"`", zh: "时长写作 `@\"\(literal)\"`")
  }
}
