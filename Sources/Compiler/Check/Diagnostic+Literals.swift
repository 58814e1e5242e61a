import Model
import SourceText
import Syntax

// Literals and value positions.
extension Diagnostic {
  static func tooManyDigits(_ digits: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .tooManyDigits,
      Bilingual(
        en: "`\(digits)` has more than 34 significant digits or is out of range",
        zh: "`\(digits)` 超过 34 位有效数字或超出范围"),
      at: span, help: Bilingual(en: "round it", zh: "请舍入"))
  }

  static func badMoment(_ text: String, wanted: ValueType?, at span: Span) -> Diagnostic {
    Diagnostic(
      .badMoment,
      Bilingual(
        en: "`\(text)` is no \(noun(wanted).en)", zh: "`\(text)` 不是\(noun(wanted).zh)"),
      at: span, help: momentHelp(wanted))
  }

  private static func noun(_ type: ValueType?) -> Bilingual {
    switch type {
    case .date: Bilingual(en: "day of the calendar", zh: "日历上的日期")
    case .dateTime: Bilingual(en: "date with a time", zh: "日期时间")
    case .dayTimeDuration: Bilingual(en: "duration", zh: "时长")
    default: Bilingual(en: "date, date with a time, or duration", zh: "日期、日期时间或时长")
    }
  }

  private static func momentHelp(_ type: ValueType?) -> Bilingual {
    switch type {
    case .date: Bilingual(en: "write it as `2026-01-31`", zh: "请写成 `2026-01-31`")
    case .dateTime:
      Bilingual(
        en: "write it as `2026-01-31T09:00` or `2026-01-31T09:00+08:00`",
        zh: "请写成 `2026-01-31T09:00` 或 `2026-01-31T09:00+08:00`")
    case .dayTimeDuration:
      Bilingual(
        en: "write it as `P3D`, `PT8H` or `P1Y2M`", zh: "请写成 `P3D`、`PT8H` 或 `P1Y2M`")
    default:
      Bilingual(
        en: "write it as `2026-01-31`, `2026-01-31T09:00`, `P3D` or `P1Y2M`",
        zh: "请写成 `2026-01-31`、`2026-01-31T09:00`、`P3D` 或 `P1Y2M`")
    }
  }

  /// `mend`: what was most likely meant, in the form to write.
  static func badLiteral(_ scalar: ScalarText, _ type: ValueType, mend: String?) -> Diagnostic {
    let form = literalForm(type)
    let finding = Diagnostic(
      .badLiteral,
      Bilingual(
        en: "`\(scalar.text)` is not \(form.noun.en)", zh: "`\(scalar.text)` 不是\(form.noun.zh)"),
      at: scalar.contentSpan,
      help: mend.map { Bilingual(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Bilingual(en: "write it as in \(form.example)", zh: "写法如 \(form.example)"),
      fix: mend.map { Fix(scalar.contentSpan, replacement: $0, isSafe: false) })
    return [.date, .dateTime].contains(type) ? finding.mendingDate(scalar, nil) : finding
  }

  /// A word for nothing, where the value may be left out.
  static func nothingInWords(_ scalar: ScalarText, _ type: ValueType) -> Diagnostic {
    var finding = badLiteral(scalar, type, mend: "null")
    finding.help = Bilingual(en: "write `null` where there is none", zh: "没有就写 `null`")
    return finding
  }

  static func brokenFormat(
    _ scalar: ScalarText, _ format: TextFormat, _ problem: Bilingual
  ) -> Diagnostic {
    let tidied = format.tidied(scalar.text)
    guard tidied != scalar.text, format.fault(in: tidied) == nil else {
      return brokenFormat(scalar.contentSpan, problem)
    }
    return Diagnostic(
      .brokenFormat, problem, at: scalar.contentSpan,
      help: Bilingual(en: "write `\(tidied)`", zh: "请写 `\(tidied)`"),
      fix: Fix(scalar.contentSpan, replacement: tidied, isSafe: true))
  }

  static func brokenFormat(_ span: Span, _ problem: Bilingual) -> Diagnostic {
    Diagnostic(
      .brokenFormat, problem, at: span,
      help: Bilingual(
        en: "compare it with the paper it was copied from", zh: "请对照证件或者原件核对"))
  }

  static func textNotComputed(_ scalar: ScalarText) -> Diagnostic {
    Diagnostic(
      .textNotComputed,
      Bilingual(
        en: "this is the text itself, and reads like an expression", zh: "这里按原文使用，看起来却像表达式"),
      at: scalar.contentSpan,
      help: Bilingual(
        en: "to compute it write `{is: …}` or begin with a text in `\"`; to keep it write “ and ”",
        zh: "要计算请写 `{is: …}` 或者以 `\"` 中的文字开头；要保留原文请用“”"))
  }

  /// A text that is nothing but the name of a text.
  static func nameNotRead(_ scalar: ScalarText) -> Diagnostic {
    let name = scalar.text
    return Diagnostic(
      .textNotComputed,
      Bilingual(
        en: "this is the word `\(name)` itself, not the text that `\(name)` holds",
        zh: "这里是“\(name)”这几个字本身，不是 `\(name)` 的内容"),
      at: scalar.contentSpan,
      help: Bilingual(
        en: "to read it write `{is: \(name)}`; to keep the word write `{is: '\"\(name)\"'}`",
        zh: "要取其内容请写 `{is: \(name)}`；就要这几个字请写 `{is: '\"\(name)\"'}`"))
  }

  private static func literalForm(_ type: ValueType) -> (noun: Bilingual, example: String) {
    switch type {
    case .boolean: (Bilingual(en: "true or false", zh: "真假值"), "`true`")
    case .integer: (Bilingual(en: "a whole number", zh: "整数"), "`12`")
    case .money: (Bilingual(en: "an amount of money", zh: "金额"), "`40000`")
    case .date: (Bilingual(en: "a date", zh: "日期"), "`2026-01-31`")
    case .dateTime: (Bilingual(en: "a date with a time", zh: "日期时间"), "`2026-01-31T09:00`")
    case .dayTimeDuration:
      (Bilingual(en: "a duration in days and hours", zh: "以日、时计的时长"), "`P3D`")
    case .yearMonthDuration:
      (Bilingual(en: "a duration in years and months", zh: "以年、月计的时长"), "`P1Y2M`")
    default: (Bilingual(en: "a number", zh: "数"), "`12.5`")
    }
  }

  static func nullLiteral(_ type: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .nullLiteral,
      Bilingual(
        en: "`null` is no value of `\(type)`", zh: "`null` 不是 `\(type)` 的值"), at: span,
      help: Bilingual(
        en: "declare a fact `optional: true`, or a type `\(type) or null`; or "
          + (type == "text" ? "put the word in quotes" : "write a value"),
        zh: "事实请声明 `optional: true`，其他请声明类型 `\(type) or null`；或"
          + (type == "text" ? "给这个词加引号" : "写一个值")))
  }

  static func nothingWritten(_ type: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .badLiteral,
      Bilingual(
        en: "nothing is written where `\(type)` is needed", zh: "此处需要 `\(type)`，却什么都没写"),
      at: span,
      help: Bilingual(
        en: "write a value; `null` says that there is none", zh: "请写一个值；没有值就写 `null`"))
  }

  static func computedLiteral(at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongShape,
      Bilingual(en: "a computed value stands where a literal is needed", zh: "此处需要字面值，不能计算"),
      at: span, help: Bilingual(en: "write the value itself", zh: "请直接写出值"))
  }

  static func notAList(_ type: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongShape,
      Bilingual(
        en: "a list stands where `\(type)` is needed", zh: "此处需要 `\(type)`，而不是列表"), at: span,
      help: Bilingual(en: "write one value", zh: "请写一个值"))
  }

  static func notARecord(_ type: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongShape,
      Bilingual(
        en: "a mapping stands where `\(type)` is needed", zh: "此处需要 `\(type)`，而不是映射"), at: span,
      help: Bilingual(
        en: "write one value, or `{is: EXPRESSION}` to compute it",
        zh: "请写一个值；要计算就写 `{is: 表达式}`"))
  }

  static func notAScalar(_ type: String, isList: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongShape,
      Bilingual(
        en: "one value stands where `\(type)` is needed", zh: "此处需要 `\(type)`，而不是单个值"),
      at: span,
      help: isList
        ? Bilingual(en: "put it in brackets: `[x]`", zh: "请加方括号：`[x]`")
        : Bilingual(en: "write its fields: `{field: value}`", zh: "请写出各字段：`{字段: 值}`"))
  }

  static func missingFields(_ names: [String], at span: Span) -> Diagnostic {
    let list = names.map { "`\($0)`" }
    return Diagnostic(
      .missingField,
      Bilingual(
        en: "\(list.joined(separator: ", ")) is missing", zh: "缺少 \(list.joined(separator: "、"))"),
      at: span,
      help: Bilingual(
        en: "add \(list.joined(separator: ", "))", zh: "请补上 \(list.joined(separator: "、"))"))
  }
}
