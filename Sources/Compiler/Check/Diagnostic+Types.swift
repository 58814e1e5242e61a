import Model
import SourceText
import Syntax

// Values of one type where another is needed.
extension Diagnostic {
  static func mayBeNull(_ value: Expression, wording: TypeWording) -> Diagnostic {
    if value.type == .null {
      return Diagnostic(
        .mayBeNull, Bilingual(en: "`null` stands where a value is needed", zh: "此处需要值，不能是 `null`"),
        at: value.span, help: Bilingual(en: "write a value", zh: "请写一个值"))
    }
    let type = wording.text(value.type.unwrapped)
    let name = wording.name(of: value) ?? "x"
    return Diagnostic(
      .mayBeNull,
      Bilingual(
        en: "this may be null where a value of type `\(type)` is needed",
        zh: "此处需要类型为 `\(type)` 的值，而它可能为空"),
      at: value.span,
      help: Bilingual(
        en: "rule null out first: `\(name) != null and …`, or `if \(name) = null then … else …`",
        zh: "请先排除空值：`\(name) != null and …`，或 `if \(name) = null then … else …`"))
  }

  static func neverNull(_ value: Expression, at span: Span, wording: TypeWording) -> Diagnostic {
    Diagnostic(
      .neverNull,
      Bilingual(
        en: "this is compared with null, which it never is", zh: "它从不为空，不必与 null 比较"),
      at: value.type == .null ? span : value.span,
      help: Bilingual(
        en: "delete the comparison, or declare the fact `optional: true`",
        zh: "请删去这个比较，或给事实加上 `optional: true`"))
  }

  static func unlikeTypes(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression, at span: Span,
    wording: TypeWording
  ) -> Diagnostic {
    let (one, other) = (wording.text(left.type.unwrapped), wording.text(right.type.unwrapped))
    return Diagnostic(
      .unlikeTypes,
      Bilingual(
        en: "`\(one)` is compared with `\(other)`", zh: "拿 `\(one)` 与 `\(other)` 比较"),
      at: right.span, labels: [Label(left.span, Bilingual(en: "`\(one)`", zh: "`\(one)`"))],
      help: comparisonHelp(left, right, wording: wording), fix: unquoted(left, right, wording))
  }

  private static func comparisonHelp(
    _ left: Expression, _ right: Expression, wording: TypeWording
  ) -> Bilingual {
    switch (left.type.unwrapped, right.type.unwrapped) {
    case (.enumeration, .text), (.text, .enumeration):
      return Bilingual(
        en: "write words of a type without quotes", zh: "类型的取值不加引号")
    case (.date, .dateTime), (.dateTime, .date):
      return Bilingual(
        en: "compare days with days: `date(x)` is the day of a moment",
        zh: "日期与日期比较：`date(x)` 取时刻的日期")
    case (.money, .number), (.money, .integer), (.number, .money), (.integer, .money):
      return Bilingual(
        en: "declare both as `money`; only literals are both", zh: "请把两者都声明为 `money`；只有字面数可以通用")
    case (let type, .list(let element)) where element.isLike(type):
      return Bilingual(
        en: "write `in` to ask whether the list holds it", zh: "要问列表是否包含它，请用 `in`")
    case (.text, .number), (.text, .integer), (.number, .text), (.integer, .text):
      return Bilingual(
        en: "declare the text as `number` or `money`, or write the number in quotes",
        zh: "请把文字声明为 `number` 或 `money`，或给数字加引号")
    case (_, .boolean), (.boolean, _):
      return Bilingual(
        en: "use a true-or-false value by itself, joined with `and` or `or`",
        zh: "真假值请单独使用，以 `and` 或 `or` 连接")
    default:
      return Bilingual(
        en: "compare values of one type", zh: "请比较同类型的值")
    }
  }

  /// A word without the quotes that were put around it.
  private static func unquoted(
    _ left: Expression, _ right: Expression, _ wording: TypeWording
  ) -> Fix? {
    for (side, other) in [(left, right), (right, left)] {
      guard case .text(let text)? = side.constant,
        case .enumeration(let enumeration) = other.type.unwrapped,
        wording.scope.index(of: text, in: enumeration) != nil
      else { continue }
      return Fix(side.span, replacement: text, isSafe: true)
    }
    return nil
  }

  static func notOrdered(
    _ comparison: ComparisonOperator, _ value: Expression, at span: Span, wording: TypeWording
  ) -> Diagnostic {
    let type = wording.text(value.type.unwrapped)
    var help = Bilingual(en: "compare with `=` or `!=`", zh: "请用 `=` 或 `!=` 比较")
    if case .enumeration = value.type.unwrapped {
      help = Bilingual(
        en: "declare the type's words under `ordered`, lowest first, or compare with `=`",
        zh: "请把类型的取值由低到高写在 `ordered` 下，或用 `=` 比较")
    }
    return Diagnostic(
      .notOrdered,
      Bilingual(
        en: "`\(comparison.rawValue)` compares `\(type)`, which has no order",
        zh: "`\(type)` 没有大小之分，不能用 `\(comparison.rawValue)` 比较"),
      at: span, help: help)
  }

  static func unorderedRange(_ type: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .notOrdered,
      Bilingual(
        en: "a range is made of `\(type)`, which has no order", zh: "`\(type)` 没有大小之分，不能构成区间"),
      at: span, help: Bilingual(en: "list the values: `a, b, c`", zh: "请逐个列出：`a, b, c`"))
  }

  static func noArithmetic(
    _ operation: ArithmeticOperator, _ left: Expression, _ right: Expression, at span: Span,
    wording: TypeWording
  ) -> Diagnostic {
    let (one, other) = (wording.text(left.type), wording.text(right.type))
    let isMoney = left.type.isNumeric && right.type.isNumeric
    return Diagnostic(
      isMoney ? .moneyAndNumber : .wrongOperands,
      Bilingual(
        en: "`\(one) \(operation.rawValue) \(other)` means nothing",
        zh: "`\(one) \(operation.rawValue) \(other)` 没有意义"),
      at: span,
      labels: [
        Label(left.span, Bilingual("`\(one)`")), Label(right.span, Bilingual("`\(other)`")),
      ],
      help: arithmeticHelp(operation, left.type, right.type))
  }

  private static func arithmeticHelp(
    _ operation: ArithmeticOperator, _ left: ValueType, _ right: ValueType
  ) -> Bilingual {
    switch (left, right) {
    case _ where left.isNumeric && right.isNumeric:
      Bilingual(
        en: "add money to money, multiply or divide it by a number, or divide money by money",
        zh: "金额可与金额相加减，可乘除以数，金额除以金额得数")
    case (.text, _), (_, .text):
      Bilingual(
        en: "turn a value into text with `string(x)`, or text into a number with `number(x)`",
        zh: "用 `string(x)` 把值转成文字，用 `number(x)` 把文字转成数")
    case (.date, .dateTime), (.dateTime, .date):
      Bilingual(
        en: "take days from days: `date(x)` is the day of a moment",
        zh: "日期与日期相减：`date(x)` 取时刻的日期")
    case (.date, _), (.dateTime, _), (_, .date), (_, .dateTime):
      Bilingual(
        en: "add a duration, as in `date + @\"P3D\"`", zh: "请加上时长，例如 `日期 + @\"P3D\"`")
    default:
      Bilingual(
        en: "use numbers, money, durations or dates", zh: "请用数、金额、时长或日期")
    }
  }

  static func noNegation(_ value: Expression, wording: TypeWording) -> Diagnostic {
    let type = wording.text(value.type)
    return Diagnostic(
      .wrongOperands,
      Bilingual(en: "`-` stands before a value of type `\(type)`", zh: "`-` 不能用于类型 `\(type)`"),
      at: value.span,
      help: value.type == .boolean
        ? Bilingual(en: "write `not(…)`", zh: "请写 `not(…)`")
        : Bilingual(en: "use a number or a duration", zh: "请用数或时长"))
  }

  static func divisionByZero(at span: Span) -> Diagnostic {
    Diagnostic(
      .divisionByZero, Bilingual(en: "the divisor is zero", zh: "除数为零"), at: span,
      help: Bilingual(en: "write another divisor", zh: "请改用其他除数"))
  }
}

// Lists, branches and ranges.
extension Diagnostic {
  static func unlikeElements(_ items: [Expression], wording: TypeWording) -> Diagnostic {
    let odd = items.dropFirst().first { !$0.type.isLike(items[0].type) } ?? items[0]
    return unlikeValues(
      odd, items[0],
      Bilingual(en: "the values are of different types", zh: "各个值的类型不同"), wording)
  }

  static func unlikeBranches(
    _ then: Expression, _ otherwise: Expression, wording: TypeWording
  ) -> Diagnostic {
    unlikeValues(
      otherwise, then,
      Bilingual(
        en: "`then` and `else` give values of different types", zh: "`then` 与 `else` 的类型不同"),
      wording)
  }

  private static func unlikeValues(
    _ odd: Expression, _ first: Expression, _ message: Bilingual, _ wording: TypeWording
  ) -> Diagnostic {
    let (one, other) = (wording.text(first.type), wording.text(odd.type))
    return Diagnostic(
      .unlikeValues, message, at: odd.span, note: Bilingual("`\(other)`"),
      labels: [Label(first.span, Bilingual("`\(one)`"))],
      help: Bilingual(en: "make both of one type", zh: "请使两者类型一致"))
  }

  static func unlikeRange(
    _ range: Expression, _ value: Expression, wording: TypeWording
  ) -> Diagnostic {
    let (one, other) = (wording.text(range.type), wording.text(value.type.unwrapped))
    return Diagnostic(
      .unlikeTypes,
      Bilingual(
        en: "a \(one) is no test of `\(other)`", zh: "`\(one)` 不能用来测试 `\(other)`"),
      at: range.span,
      help: Bilingual(
        en: "write bounds of type `\(other)`", zh: "请用类型为 `\(other)` 的端点"))
  }

  static func emptyRange(isBackward: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyRange,
      Bilingual(en: "the range holds no value", zh: "区间里没有任何值"), at: span,
      help: isBackward
        ? Bilingual(en: "write the lower bound first", zh: "请把较小的端点写在前面")
        : Bilingual(
          en: "include both ends with `[…]`, or write the one value",
          zh: "请用 `[…]` 包含两端，或只写那一个值"))
  }

  static func noList(_ value: Expression, wording: TypeWording) -> Diagnostic {
    let type = wording.text(value.type)
    return Diagnostic(
      .notAList,
      Bilingual(en: "a list is needed here, not `\(type)`", zh: "此处需要列表，而不是 `\(type)`"),
      at: value.span, help: Bilingual(en: "put it in brackets: `[x]`", zh: "请加方括号：`[x]`"))
  }

  static func noRun(_ limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .endlessRun,
      Bilingual(
        en: "the numbers to run over are not written out", zh: "要遍历的数没有写明"), at: span,
      help: Bilingual(
        en: "write two whole numbers less than \(limit) apart, as in `1..12`",
        zh: "请写两个相差小于 \(limit) 的整数，例如 `1..12`"))
  }

  static func positionReadsItem(at span: Span) -> Diagnostic {
    Diagnostic(
      .positionReadsItem,
      Bilingual(
        en: "the position depends on the item it is to find", zh: "位置取决于要找的那一项"),
      at: span,
      help: Bilingual(
        en: "write a condition such as `[item > 3]`, or a number", zh: "请写条件，例如 `[item > 3]`，或一个数"))
  }

  static func conditionWithoutPlaceholder(_ condition: Expression, input: String) -> Diagnostic {
    Diagnostic(
      .conditionWithoutPlaceholder,
      Bilingual(
        en: "this is true or false, and the value under test is of type `\(input)`",
        zh: "这是真假值，而被测试的值类型为 `\(input)`"),
      at: condition.span,
      help: Bilingual(
        en:
          "write `?` for the value, as in `? > 2 and …`, or give the condition a column of its own",
        zh: "请用 `?` 表示被测试的值，例如 `? > 2 and …`，或让该条件单独成列"))
  }
}
