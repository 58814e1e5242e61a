import Model
import SourceText
import Syntax

extension Typing {
  /// Why an expression does not go where a type is expected, and what would.
  func misfit(
    _ expression: Expression, _ expected: ValueType
  ) -> Diagnostic {
    if case .list(let items) = expression.kind, case .list(let element) = expected.unwrapped,
      let odd = items.first(where: { !$0.type.fits(element) })
    {
      return misfit(odd, element)
    }
    if expression.type.isOptional, !expected.isOptional,
      expression.type.unwrapped.fits(expected) || expression.type == .null
    {
      return .mayBeNull(expression, wording: wording)
    }
    let (found, wanted) = (wording.text(expression.type), wording.text(expected))
    return Diagnostic(
      .typeMismatch,
      Bilingual(
        en: "`\(wanted)` is needed here, and this is `\(found)`",
        zh: "此处需要 `\(wanted)`，而这是 `\(found)`"),
      at: expression.span, help: misfitHelp(expression, expected.unwrapped),
      fix: misfitFix(expression, expected.unwrapped))
  }

  private func misfitHelp(_ expression: Expression, _ expected: ValueType) -> Bilingual {
    switch (expression.type.unwrapped, expected) {
    case (.text, .enumeration):
      Bilingual(en: "write words of a type without quotes", zh: "类型的取值不加引号")
    case (.number, .integer):
      Bilingual(
        en: "round it, as in `floor(x)`, or declare the type `number`",
        zh: "请取整，例如 `floor(x)`，或把类型声明为 `number`")
    case (.number, .money), (.integer, .money):
      Bilingual(
        en: "declare the number as `money`, or multiply an amount by it",
        zh: "请把该数声明为 `money`，或用金额乘以它")
    case (.money, .number), (.money, .integer):
      Bilingual(
        en: "divide it by an amount, or declare the type `money`",
        zh: "请用它除以一个金额，或把类型声明为 `money`")
    case (.dateTime, .date):
      Bilingual(en: "write `date(x)` for its day", zh: "用 `date(x)` 取其日期")
    case (.date, .dateTime):
      Bilingual(
        en: "write a moment, as in `@\"2026-01-01T09:00\"`", zh: "请写时刻，例如 `@\"2026-01-01T09:00\"`")
    case (.text, .number), (.text, .integer):
      Bilingual(en: "write `number(x)` for the number it says", zh: "用 `number(x)` 转成数")
    case (.boolean, .text), (.number, .text), (.integer, .text), (.money, .text), (.date, .text):
      Bilingual(en: "write `string(x)` for its text", zh: "用 `string(x)` 转成文字")
    case (_, .boolean):
      Bilingual(
        en: "compare it with something, as in `x = …`", zh: "请与某个值比较，例如 `x = …`")
    case (let type, .list(let element)) where type.fits(element):
      Bilingual(en: "put it in brackets: `[x]`", zh: "请加方括号：`[x]`")
    case (.list, _):
      Bilingual(
        en: "pick one item, as in `x[1]`", zh: "请取其中一项，例如 `x[1]`")
    default:
      Bilingual(
        en: "write a value of type `\(wording.text(expected))`",
        zh: "请写类型为 `\(wording.text(expected))` 的值")
    }
  }

  /// A word without the quotes that were put around it.
  private func misfitFix(_ expression: Expression, _ expected: ValueType) -> Fix? {
    guard case .text(let text)? = expression.constant, case .enumeration(let type) = expected,
      scope.index(of: text, in: type) != nil
    else { return nil }
    return Fix(expression.span, replacement: text, isSafe: true)
  }
}
