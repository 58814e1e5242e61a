import SourceText
import Syntax

// What is wrong with a ladder, or with a fill that goes through it.
extension Diagnostic {
  static func noLadder(_ fill: FillTree) -> Diagnostic {
    Diagnostic(
      .escalationWithoutLadder,
      Bilingual(
        en: "`\(fill.slot.value)` is filled with a ladder, and there is none",
        zh: "`\(fill.slot.value)` 的填写要逐级办理，却没有层级"),
      at: fill.slot.span,
      help: Bilingual(
        en: "write the levels under `ladder`, or take `ladder: true` out",
        zh: "请在 `ladder` 下写出各级，或去掉 `ladder: true`"))
  }

  static func noOutcomeOfFailure(_ fill: FillTree, _ slot: SlotTree) -> Diagnostic {
    Diagnostic(
      .noOutcomeOfFailure,
      Bilingual(
        en: "the slot `\(slot.name.value)` has no outcome for a case that comes past the top",
        zh: "接口 `\(slot.name.value)` 没有最高一级仍未成时的结果"),
      at: fill.slot.span,
      labels: [
        Label(
          slot.gives.first?.name.span ?? slot.name.span,
          Bilingual(en: "its only outcome", zh: "它只有这一个结果"))
      ],
      help: Bilingual(
        en: "let the slot give `not_agreed`, too, or fill it without `ladder`",
        zh: "请让接口也给出 `not_agreed`，或填写时去掉 `ladder`"))
  }

  static func neverOverdue(_ span: Span, _ ladder: LadderTree) -> Diagnostic {
    Diagnostic(
      .neverOverdue,
      Bilingual(
        en: "no level has a `within`, so none is ever overdue", zh: "各级都没有 `within`，不会逾期"),
      at: span,
      help: Bilingual(
        en: "give the levels a `within`, or take `overdue` out", zh: "请给各级写 `within`，或去掉 `overdue`")
    )
  }

  static func branchWithoutChoice(_ level: LevelTree) -> Diagnostic {
    Diagnostic(
      .branchWithoutChoice,
      Bilingual(
        en: "`\(level.id.value)` has several ways up and nobody to choose",
        zh: "`\(level.id.value)` 有几个上调去向，却没有写由谁选择"),
      at: level.next.first?.span ?? level.id.span,
      help: Bilingual(
        en: "add `choose` with the role that chooses, or keep one way",
        zh: "请用 `choose` 写明由哪个角色选择，或只留一个去向"))
  }

  static func choiceWithoutBranch(_ role: Located<String>, _ level: LevelTree) -> Diagnostic {
    Diagnostic(
      .branchWithoutChoice,
      Bilingual(
        en: "`\(level.id.value)` has no several ways up that `\(role.value)` could choose among",
        zh: "`\(level.id.value)` 没有几个上调去向可供 `\(role.value)` 选择"),
      at: role.span,
      help: Bilingual(
        en: "name the levels under `next`, or take `choose` out",
        zh: "请在 `next` 下写出可选的层级，或去掉 `choose`"))
  }

  static func notAbove(_ next: Located<String>, _ level: LevelTree) -> Diagnostic {
    Diagnostic(
      .notAbove,
      Bilingual(
        en: "`\(next.value)` does not lie above `\(level.id.value)`",
        zh: "`\(next.value)` 不在 `\(level.id.value)` 之上"),
      at: next.span,
      labels: [Label(level.id.span)],
      help: Bilingual(
        en: "name a level that stands further down in the list, which goes from the lowest to the "
          + "highest",
        zh: "请写列表中排在后面的层级：列表由低到高"))
  }
}
