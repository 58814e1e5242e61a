import Model
import SourceText
import Syntax

// Lengths of time, dates and offsets, where the language has a position for them.
extension Lowering {
  mutating func term(_ scalar: ScalarText) -> Term? {
    if let term = Term(literal: scalar.text) { return term }
    diagnostics.report(.notATerm(scalar))
    return nil
  }

  /// `after: 3 workdays`, or an expression that gives a duration.
  mutating func delay(_ length: AfterTree.Length) -> Delay? {
    switch length {
    case .term(let scalar): return term(scalar).map(Delay.term)
    case .expression(let scalar):
      guard let expression = expression(scalar) else { return nil }
      switch expression.type {
      case .dayTimeDuration, .yearMonthDuration: return .expression(expression)
      default:
        diagnostics.report(.notADuration(scalar))
        return nil
      }
    }
  }

  mutating func date(_ scalar: ScalarText) -> CalendarDate? {
    if let date = CalendarDate(literal: scalar.text) { return date }
    diagnostics.report(.notADate(scalar))
    return nil
  }
}

extension Diagnostic {
  static func notATerm(_ scalar: ScalarText) -> Diagnostic {
    let meant = Term.meant(by: scalar.text)
    return Diagnostic(
      .notATerm,
      Bilingual(en: "`\(scalar.text)` is not a length of time", zh: "`\(scalar.text)` 不是时长"),
      at: scalar.span,
      help: meant.map { Bilingual(en: "write `\($0)`", zh: "改为 `\($0)`") }
        ?? Bilingual(
          en: "write a whole number and minutes, hours, days, workdays, months or years",
          zh: "请写整数加 minutes、hours、days、workdays、months 或 years"),
      fix: meant.map { Fix(scalar.contentSpan, replacement: $0.description, isSafe: false) })
  }

  fileprivate static func notADuration(_ scalar: ScalarText) -> Diagnostic {
    Diagnostic(
      .notADuration,
      Bilingual(
        en: "`\(scalar.text)` does not give a length of time", zh: "`\(scalar.text)` 得出的不是时长"),
      at: scalar.span,
      help: Bilingual(
        en: "write an expression that gives a duration, such as `@\"P3D\"`, or a term",
        zh: "请写得出时长的表达式，如 `@\"P3D\"`，或直接写时长"))
  }

  static func notADate(_ scalar: ScalarText) -> Diagnostic {
    Diagnostic(
      .notADate,
      Bilingual(en: "`\(scalar.text)` is not a date", zh: "`\(scalar.text)` 不是日期"),
      at: scalar.span,
      help: Bilingual(
        en: "write year, month and day that exist, as in `2026-05-06`",
        zh: "请写存在的年月日，如 `2026-05-06`")
    ).mendingDate(scalar, CalendarDate(spreadsheet: scalar.text)?.description)
  }
}
