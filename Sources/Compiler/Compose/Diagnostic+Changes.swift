import SourceText
import Syntax

// What is wrong with `add`, `replace` and `remove`.
extension Diagnostic {
  static func nothingToChange(
    _ name: Located<String>, _ kind: SectionKind, among known: [String]
  ) -> Diagnostic {
    let noun = kind.noun.naming(kind == .ladder ? "" : name.value)
    return Diagnostic(
      .nothingToChange,
      Bilingual(en: "the base does not have \(noun.en)", zh: "上层没有\(noun.zh)"), at: name.span,
      help: Suggestion.help(for: name.value, among: known)
        ?? Bilingual(
          en: "declare what is the place's own in its own section", zh: "地方自己的内容请写在所属的部分里"))
  }

  static func noRowsToAddTo(_ name: Located<String>, _ decision: DecisionTree) -> Diagnostic {
    Diagnostic(
      .nothingToChange,
      Bilingual(
        en: "the base's decision `\(name.value)` is an expression and has no rows",
        zh: "上层的决策 `\(name.value)` 是表达式，没有行"),
      at: name.span,
      labels: [Label(decision.name.span, Bilingual(en: "declared here", zh: "在此声明"))],
      help: Bilingual(
        en: "write the whole decision under `replace: {decisions: …}`",
        zh: "请在 `replace: {decisions: …}` 下写出整个决策"))
  }

  /// A decision that is not to be changed; `reason` is where that is said, or what reads it.
  static func sealedDecision(
    _ name: Located<String>, _ decision: DecisionTree, because reason: Span,
    _ seals: SealedDecisions
  ) -> Diagnostic {
    let isScreen = seals.isReadByScreen(name.value)
    let isSaid = decision.local?.span == reason
    let why =
      isSaid
      ? Bilingual(en: "the base says so here", zh: "上层在此规定")
      : isScreen
        ? Bilingual(en: "this red line rests on it", zh: "这条红线以它为依据")
        : Bilingual(en: "the base's course rests on it here", zh: "上层的流程在此以它为依据")
    return Diagnostic(
      .sealedByBase,
      Bilingual(
        en: "the decision `\(name.value)` is the base's, and no rulebook that extends it can "
          + "change it",
        zh: "决策 `\(name.value)` 由上层规定，依据它的规则书不能改动"),
      at: name.span,
      labels: [
        Label(decision.name.span, Bilingual(en: "the base declares it here", zh: "上层在此声明")),
        Label(reason, why),
      ],
      help: isSaid || isScreen
        ? Bilingual(en: "leave the change out", zh: "请去掉这项改动")
        : Bilingual(
          en: "leave the change out, or have the base open it with `local: any`",
          zh: "请去掉这项改动，或由上层写明 `local: any`"))
  }

  static func rowsOverruleBase(_ name: Located<String>, _ decision: DecisionTree) -> Diagnostic {
    let policy = decision.hit?.text ?? "unique"
    return Diagnostic(
      .rowsOverruleBase,
      Bilingual(
        en: "under the hit policy `\(policy)`, rows added to `\(name.value)` could overrule "
          + "the base's",
        zh: "命中策略是 `\(policy)` 时，给 `\(name.value)` 增加的行可能压过上层的行"),
      at: name.span,
      labels: [
        Label(
          decision.hit?.span ?? decision.name.span,
          Bilingual(en: "the base's table is here", zh: "上层的决策表在此"))
      ],
      help: Bilingual(
        en: "leave the rows out, or have the base use `first`, `rule order` or `collect`, or open "
          + "the table with `local: any`",
        zh: "请去掉这些行；或由上层改用 `first`、`rule order` 或 `collect`，或写明 `local: any`"))
  }

  /// Something that the base's document has and what replaces it has not.
  static func dropped(
    _ required: Located<String>, _ key: String, _ document: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      .droppedByReplacement,
      Bilingual(
        en: "the document `\(document.value)` lacks `\(required.value)` under `\(key)`, which "
          + "the base requires",
        zh: "文书 `\(document.value)` 的 `\(key)` 缺少上层要求的 `\(required.value)`"),
      at: document.span,
      labels: [Label(required.span, Bilingual(en: "the base requires it here", zh: "上层在此要求"))],
      help: Bilingual(
        en: "add `\(required.value)` under `\(key)`", zh: "请在 `\(key)` 下加上 `\(required.value)`"))
  }
}
