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

  /// A decision that is not to be changed.
  static func sealedDecision(
    _ name: Located<String>, _ decision: DecisionTree, because reason: SealedDecisions.Reason
  ) -> Diagnostic {
    var help = Bilingual(en: "leave the change out", zh: "请去掉这项改动")
    if case .course = reason {
      help = Bilingual(
        en: "leave the change out, or have the base open it with `local: rows` or `local: any`",
        zh: "请去掉这项改动，或由上层写明 `local: rows` 或 `local: any`")
    }
    return Diagnostic(
      .sealedByBase,
      Bilingual(
        en: "the decision `\(name.value)` is the base's, and no rulebook that extends it can "
          + "change it",
        zh: "决策 `\(name.value)` 由上层规定，依据它的规则书不能改动"),
      at: name.span,
      labels: [
        Label(decision.name.span, Bilingual(en: "the base declares it here", zh: "上层在此声明")),
        reason.label(of: decision),
      ],
      help: help)
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

  /// What the base's document has and what replaces it has not: under which key, and the name.
  static func dropped(
    _ dropped: [(key: String, name: Located<String>)], _ document: Located<String>
  ) -> Diagnostic {
    let listed = dropped.map { "`\($0.name.value)` (`\($0.key)`)" }
    let (english, chinese) = (
      listed.joined(separator: ", "), listed.joined(separator: "、")
    )
    return Diagnostic(
      .droppedByReplacement,
      Bilingual(
        en: "the document `\(document.value)` lacks what the base requires: \(english)",
        zh: "文书 `\(document.value)` 缺少上层要求的 \(chinese)"),
      at: document.span,
      labels: dropped.map {
        Label($0.name.span, Bilingual(en: "the base requires it here", zh: "上层在此要求"))
      },
      help: Bilingual(en: "add \(english)", zh: "请加上 \(chinese)"))
  }
}

extension SealedDecisions.Reason {
  fileprivate func label(of decision: DecisionTree) -> Label {
    switch self {
    case .said(let span) where decision.local?.span == span:
      Label(span, Bilingual(en: "the base says so here", zh: "上层在此规定"))
    case .said(let span):
      Label(span, Bilingual(en: "what is sealed here reads it", zh: "此处封闭的决策以它为依据"))
    case .screen(let span):
      Label(span, Bilingual(en: "this red line rests on it", zh: "这条红线以它为依据"))
    case .course(let span):
      Label(span, Bilingual(en: "the base's course rests on it here", zh: "上层的流程在此以它为依据"))
    }
  }
}
