import SourceText

/// What the sections of a rulebook hold, for messages about things that two files or layers hold.
enum SectionKind: Hashable {
  case type
  case law
  case role
  case fact
  case variable
  case event
  case decision
  case document
  case period
  case setting
  case organ
  case consent
  case right
  case slot
  case fill
  case script
  case scale
  case measure
  case workflow
  case parties
  case screen
  case checklist
  case ladder
  case uncovered
  case invariant

  /// `the fact`.
  var noun: Bilingual {
    switch self {
    case .type: Bilingual(en: "the type", zh: "类型")
    case .law: Bilingual(en: "the law", zh: "法条")
    case .role: Bilingual(en: "the role", zh: "角色")
    case .fact: Bilingual(en: "the fact", zh: "事实")
    case .variable: Bilingual(en: "the variable", zh: "变量")
    case .event: Bilingual(en: "the event", zh: "事件")
    case .decision: Bilingual(en: "the decision", zh: "决策")
    case .document: Bilingual(en: "the document", zh: "文书")
    case .period: Bilingual(en: "the period", zh: "期限")
    case .setting: Bilingual(en: "the setting", zh: "参数")
    case .organ: Bilingual(en: "the organ", zh: "机关")
    case .consent: Bilingual(en: "the consent", zh: "同意事项")
    case .right: Bilingual(en: "the right", zh: "权利")
    case .slot: Bilingual(en: "the slot", zh: "预留位置")
    case .fill: Bilingual(en: "what fills the slot", zh: "填入预留位置的内容")
    case .script: Bilingual(en: "the script", zh: "脚本")
    case .scale: Bilingual(en: "the scale", zh: "等级")
    case .measure: Bilingual(en: "the measure", zh: "指标")
    case .workflow: Bilingual(en: "the workflow", zh: "流程")
    case .parties: Bilingual(en: "the section `parties`", zh: "`parties` 部分")
    case .screen: Bilingual(en: "the screen", zh: "安全筛查")
    case .checklist: Bilingual(en: "the checklist", zh: "清单")
    case .ladder: Bilingual(en: "the ladder", zh: "层级")
    case .uncovered: Bilingual(en: "the exception", zh: "例外")
    case .invariant: Bilingual(en: "the promise", zh: "承诺")
    }
  }

  /// How a place may change the base's thing of this kind; nil where it may not.
  func mend(_ name: String) -> Bilingual? {
    switch self {
    case .decision:
      Bilingual(
        en: "write further rows under `add: {\(name): {rules: …}}`, or the whole decision under "
          + "`replace: {decisions: {\(name): …}}`",
        zh: "增加行请写 `add: {\(name): {rules: …}}`，整个替换请写 "
          + "`replace: {decisions: {\(name): …}}`")
    case .document: replacing("documents", name)
    case .script: replacing("scripts", name)
    case .measure: replacing("measures", name)
    case .ladder:
      Bilingual(en: "write it under `replace: {ladder: …}`", zh: "请写在 `replace: {ladder: …}` 下")
    case .setting:
      Bilingual(
        en: "write its new value alone: `\(name): 30 days`", zh: "请只写新的值：`\(name): 30 days`")
    default: nil
    }
  }

  private func replacing(_ section: String, _ name: String) -> Bilingual {
    Bilingual(
      en: "write it under `replace: {\(section): {\(name): …}}`",
      zh: "请写在 `replace: {\(section): {\(name): …}}` 下")
  }
}
