import Model
import SourceText
import Syntax

// What is wrong with a setting.
extension Diagnostic {
  static func withoutType(_ setting: SettingTree, _ value: ScalarText) -> Diagnostic {
    Diagnostic(
      .settingWithoutType,
      Bilingual(
        en: "`\(value.text)` does not tell the type of the setting `\(setting.name.value)`",
        zh: "从 `\(value.text)` 看不出参数 `\(setting.name.value)` 的类型"),
      at: value.span,
      help: Bilingual(
        en: "write `type:` beside `value:`; only terms, numbers, true and false tell it themselves",
        zh: "请在 `value:` 旁写明 `type:`；只有时长、数字、true 和 false 能自明类型"))
  }

  static func ofAnotherKind(
    _ setting: SettingTree, _ value: ScalarText, _ kind: SettingKind
  ) -> Diagnostic {
    let noun = kind.noun
    let labels =
      setting.name.span.source == value.span.source && setting.declaredValue == nil
      ? [] : [Label(setting.name.span, Bilingual(en: "declared here", zh: "在此声明"))]
    return Diagnostic(
      .settingOfAnotherKind,
      Bilingual(
        en: "the setting `\(setting.name.value)` needs \(noun.en), not `\(value.text)`",
        zh: "参数 `\(setting.name.value)` 应为\(noun.zh)，而不是 `\(value.text)`"),
      at: value.span, labels: labels,
      help: Bilingual(en: "write \(noun.en)", zh: "请写\(noun.zh)"))
  }

  static func settingWithoutOrder(_ setting: SettingTree, at place: Span) -> Diagnostic {
    Diagnostic(
      .boundsWithoutOrder,
      Bilingual(
        en: "the values of `\(setting.name.value)` have no order, so it has no least or greatest",
        zh: "`\(setting.name.value)` 的取值没有大小，不能设上下限"),
      at: place,
      help: Bilingual(
        en: "leave the bound out; `local` can be `any` or `sealed`",
        zh: "请去掉上下限；`local` 可用 `any` 或 `sealed`"))
  }

  static func outOfBounds(
    _ setting: SettingTree, _ value: ScalarText, _ bound: ScalarText, isLeast: Bool
  ) -> Diagnostic {
    let verb = Bilingual.being(value)
    return Diagnostic(
      .settingOutOfBounds,
      Bilingual(
        en: "`\(value.text)` \(verb.en) \(isLeast ? "less" : "more") than `\(bound.text)`, the "
          + "\(isLeast ? "least" : "greatest") value of `\(setting.name.value)`",
        zh: "`\(value.text)` \(verb.zh)\(isLeast ? "小于" : "大于") `\(setting.name.value)` 的"
          + "\(isLeast ? "下限" : "上限") `\(bound.text)`"),
      at: value.span,
      labels: [Label(bound.span, Bilingual(en: "the bound stands here", zh: "上下限写在此处"))],
      help: isLeast
        ? Bilingual(en: "write at least `\(bound.text)`", zh: "请写不低于 `\(bound.text)` 的值")
        : Bilingual(en: "write at most `\(bound.text)`", zh: "请写不超过 `\(bound.text)` 的值"))
  }

  static func settingIsNoTerm(_ scalar: ScalarText, _ setting: SettingTree) -> Diagnostic {
    Diagnostic(
      .settingIsNoTerm,
      Bilingual(
        en: "the setting `\(scalar.text)` is no length of time", zh: "参数 `\(scalar.text)` 不是时长"),
      at: scalar.span,
      labels: [Label(setting.name.span, Bilingual(en: "declared here", zh: "在此声明"))],
      help: Bilingual(
        en: "name a setting whose value is a term, or write a term", zh: "请写值为时长的参数，或直接写时长"))
  }

  static func undeclaredTerm(_ scalar: ScalarText, meant: String) -> Diagnostic {
    Diagnostic(
      .undeclaredName,
      Bilingual(
        en: "no setting is called `\(scalar.text)`", zh: "没有名为 `\(scalar.text)` 的参数"),
      at: scalar.span, help: Bilingual(en: "write `\(meant)`", zh: "改为 `\(meant)`"),
      fix: Fix(scalar.contentSpan, replacement: meant, isSafe: false))
  }
}

extension Bilingual {
  /// `is`, or for lengths of time `may be`: how they compare may depend on the calendar.
  static func being(_ value: ScalarText) -> Bilingual {
    Term(literal: value.text) == nil
      ? Bilingual(en: "is", zh: "") : Bilingual(en: "may be", zh: "可能")
  }
}
