import SourceText

// What is wrong with a decision's shape.
extension Diagnostic {
  static func unknownHitPolicy(_ policy: ScalarText, _ words: [String]) -> Diagnostic {
    Diagnostic(
      .unknownHitPolicy,
      Bilingual(
        en: "`\(policy.text)` is not a hit policy", zh: "`\(policy.text)` 不是命中策略"),
      at: policy.span, help: .nearestOf(words, to: policy.text),
      fix: .nearest(policy, words))
  }

  static func inputWithoutName(_ expression: ScalarText) -> Diagnostic {
    Diagnostic(
      .notAName,
      Bilingual(
        en: "the input `\(expression.text)` is an expression and has no name",
        zh: "输入 `\(expression.text)` 是表达式，缺少名称"),
      at: expression.span,
      help: Bilingual(
        en: "give it one: `{name: NAME, is: \(expression.text)}`",
        zh: "请给它起名：`{name: 名称, is: \(expression.text)}`"))
  }

  static func emptyTable(_ slot: Slot) -> Diagnostic {
    Diagnostic(
      .emptyTable, Bilingual(en: "the table has no rows", zh: "决策表没有任何行"),
      at: slot.node.span,
      help: Bilingual(
        en: "add a row, as in `\(Forms.row.outline.example)`",
        zh: "请加上一行，例如 `\(Forms.row.outline.example)`"))
  }
}
