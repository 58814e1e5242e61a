import SourceText

extension Forms {
  /// The whole file.
  static let rulebook: Form<RulebookTree> = Form(
    "rulebook", en: "a rulebook", zh: "规则书", example: "rulebook: fines",
    keys: header + fileKeys + [includeKey] + sections + changeKeys,
    make: { RulebookTree(span: $0.span) },
    check: { _, tree, diagnostics in checkLanguage(tree.language, into: &diagnostics) })

  /// A further file of a rulebook (`include`): sections, and no header.
  static let part: Form<RulebookTree> = Form(
    "part", en: "an included file", zh: "被包含的文件", example: "facts: {amount: money}",
    keys: [includeKey] + sections + changeKeys,
    make: { RulebookTree(span: $0.span) })

  /// The keys that stand in a rulebook's own file alone.
  static let ownKeys = (header + fileKeys).map(\.spec.name)

  private static let sections: [Key<RulebookTree>] =
    declarations + settingKeys + measureKeys + participants + contentSections + [
      screenKey, checklistKey,
      Key(
        "decisions", .declared(Forms.decision, by: .spokenName),
        not: ["决定", "决策", "decision", "决策表"], en: "what is decided from facts",
        zh: "由事实得出的决策"
      ) { $0.decisions = $1 },
      Key(
        "periods", .declared(Forms.period), not: ["期限", "period"],
        en: "legal clocks of the case",
        zh: "案件的法定期限"
      ) { $0.periods = $1 },
      Key(
        "workflow", .form(Forms.workflow), not: ["states", "machine", "流程"],
        en: "the states a case goes through", zh: "案件经过的各个状态"
      ) { $0.workflow = $1 },
      invariantsKey, uncoveredKey,
    ]

  private static let header: [Key<RulebookTree>] = [
    Key(
      "rulebook", .declaredName, required: true, not: ["规则书", "规则"], en: "its id",
      zh: "规则书的标识"
    ) { $0.name = $1 },
    Key(
      "language", .word("1"), not: ["语言"], en: "the version of this language",
      zh: "语言版本"
    ) { $0.language = $1 },
    Key(
      "version", .word("\"2026.1\""), not: ["版本"], en: "the version of the rulebook",
      zh: "规则书的版本"
    ) { $0.version = $1 },
    .title { $0.title = $1 },
    Key(
      "effective", .form(Forms.effective), not: ["生效"], en: "when it is in force",
      zh: "生效期间"
    ) { $0.effective = $1 },
    Key(
      "utc_offset", .word("\"+08:00\""), en: "local time's offset from UTC",
      zh: "与 UTC 的时差"
    ) { $0.utcOffset = $1 },
    Key(
      "calendar", .word("calendar.yaml"), not: ["日历"], en: "path of a calendar file",
      zh: "日历文件的路径"
    ) { $0.calendar = $1 },
    Key(
      "unhandled", .choice(["refuse", "ignore"]),
      en: "what becomes of an event that nothing takes", zh: "没有转移接收的事件如何处理"
    ) { $0.unhandled = $1 },
  ]

  private static let declarations: [Key<RulebookTree>] = [
    Key(
      "types", .declared(Forms.enumeration), not: ["类型", "type"],
      en: "closed lists of words", zh: "枚举类型"
    ) { $0.types = $1 },
    Key(
      "laws", .declared(Forms.law), not: ["法条", "法律", "law"],
      en: "laws that are referred to", zh: "所引用的法条"
    ) { $0.laws = $1 },
    Key("roles", .declared(Forms.role), not: ["角色", "role"], en: "who acts", zh: "角色") {
      $0.roles = $1
    },
    Key(
      "facts", .declared(Forms.fact, by: .spokenName), not: ["事实", "fact"],
      en: "what is known of a case",
      zh: "案件事实"
    ) { $0.facts = $1 },
    Key(
      "variables", .declared(Forms.variable, by: .spokenName), not: ["变量"],
      en: "what the workflow keeps count of",
      zh: "流程变量"
    ) { $0.variables = $1 },
    Key(
      "events", .declared(Forms.event, by: .declaredPath), not: ["事件", "event"],
      en: "what may happen",
      zh: "事件"
    ) { $0.events = $1 },
    Key(
      "documents", .declared(Forms.document), not: ["文书", "document"],
      en: "papers to draft", zh: "文书"
    ) { $0.documents = $1 },
  ]

  /// `effective: {from, to}`.
  static let effective: Form<EffectiveTree> = Form(
    "effective", en: "a time in force", zh: "生效期间", example: "{from: 2026-01-01}",
    keys: [
      Key("from", .date, en: "the first day", zh: "首日") { $0.from = $1 },
      Key("to", .date, en: "the last day", zh: "末日") { $0.to = $1 },
    ],
    make: { _ in EffectiveTree(from: nil, to: nil) })
}

/// There is one version of the language so far.
func checkLanguage(_ version: Located<String>?, into diagnostics: inout Diagnostics) {
  if let version, version.value != "1" { diagnostics.report(.unknownLanguageVersion(version)) }
}
