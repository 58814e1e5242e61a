import SourceText

// Where a place's own content goes (docs/mediation.md, slots and fill).
extension Forms {
  /// The sections of slots, their fills, the ladder and the scripts.
  static let contentSections: [Key<RulebookTree>] = [
    Key(
      "slots", .declared(Forms.slot), not: ["slot", "插槽", "接口"],
      en: "doors for local content", zh: "留给各地填写的接口"
    ) { $0.mediation.slots = $1 },
    Key(
      "fill", .declared(Forms.fill, by: .name), not: ["fills", "填充"],
      en: "what stands in the slots", zh: "各接口填入的内容"
    ) { $0.mediation.fills = $1 },
    Key(
      "ladder", .form(Forms.ladder), not: ["levels", "层级", "阶梯"],
      en: "the levels a case moves up", zh: "案件逐级上调的层级"
    ) { $0.mediation.ladder = $1 },
    Key(
      "scripts", .declared(Forms.script, by: .spokenName), not: ["script", "脚本"],
      en: "ways of mediating, step by step", zh: "分步骤的调解方法"
    ) { $0.mediation.scripts = $1 },
  ]

  /// An entry of `slots`.
  static let slot: Form<SlotTree> = Form(
    "slot", en: "a slot", zh: "接口", example: "{gives: [agreed, not_agreed], reserved: [withdraw]}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "gives", .oneOrMore(.form(Forms.slotOutcome)), required: true, not: ["outcomes", "结果"],
        en: "its outcomes", zh: "它给出的结果"
      ) { $0.gives = $1.filter { !$0.name.value.isEmpty } },
      Key(
        "reserved", .oneOrMore(.name), not: ["reserve", "保留"],
        en: "events that what stands in it cannot handle", zh: "填入的内容不得处理的事件"
      ) { $0.reserved = $1 },
      Key(
        "needs", .oneOrMore(.name), not: ["consents", "requires"],
        en: "consents without which nothing in it begins", zh: "开始之前必须取得的同意"
      ) { $0.needs = $1 },
      Key("default", .name, en: "the script where nothing fills it", zh: "没有填写时所用的脚本") {
        $0.standard = $1
      },
    ],
    make: { SlotTree(name: $0.name, span: $0.span) })

  /// An outcome: its name, or `{id, title}`.
  static let slotOutcome: Form<NamedTree> = Form(
    "outcome", en: "an outcome", zh: "结果", example: "{id: agreed, title: {zh: 达成协议}}",
    short: .init(.declaredName) { $0.name = $1 },
    keys: [
      Key("id", .declaredName, required: true, not: ["name"], en: "its name", zh: "名称") {
        $0.name = $1
      },
      .title { $0.title = $1 },
    ],
    make: { NamedTree(name: Located("", at: $0.span), title: nil) })

  /// An entry of `fill`.
  static let fill: Form<FillTree> = Form(
    "fill", en: "a fill", zh: "填入的内容", example: "{ladder: true, script: kind.script}",
    keys: [
      Key("initial", .form(Forms.initial), not: ["start"], en: "where it begins", zh: "初始状态") {
        $0.initial = $1
      },
      Key("states", .declared(Forms.state), en: "the states in it", zh: "其中的状态") {
        $0.states = $1
      },
      Key("ladder", .flag, en: "whether it goes through the levels", zh: "是否逐级办理") {
        $0.hasLadder = $1
      },
      Key(
        "script", .expression, not: ["scripts", "脚本"],
        en: "a script's name, or an expression that gives one", zh: "脚本名，或得出脚本的表达式"
      ) { $0.script = $1 },
      Key(
        "on_escalation", .choice(["restart", "continue"]),
        en: "what becomes of the script when the case moves up", zh: "上调时脚本如何处理"
      ) { $0.onEscalation = $1 },
    ],
    conflicts: [
      KeyConflict(
        "states", ["script", "ladder"], en: "keep `states`, or `script` with or without `ladder`",
        zh: "请只留 `states`，或只留 `script`（可带 `ladder`）")
    ],
    make: { FillTree(slot: $0.name, span: $0.span) },
    check: { written, tree, diagnostics in checkFill(written, tree, into: &diagnostics) })
}

/// A fill is states or a script; only a ladder has something to do on escalation.
private func checkFill(
  _ written: WrittenKeys, _ tree: FillTree, into diagnostics: inout Diagnostics
) {
  guard !written.slot.node.isFaulty else { return }
  if written["states"] == nil, written["script"] == nil {
    diagnostics.report(.fillWithoutContent(written.slot))
  }
  if let entry = written["on_escalation"], !tree.hasLadder {
    diagnostics.report(.escalationWithoutLadder(entry))
  }
}

extension Diagnostic {
  fileprivate static func fillWithoutContent(_ slot: Slot) -> Diagnostic {
    Diagnostic(
      .missingKey,
      Bilingual(
        en: "\(slot.title.en) needs `script` or `states`",
        zh: "\(slot.title.zh)缺少 `script` 或 `states`"),
      at: slot.place,
      help: Bilingual(
        en: "name a script, as in `{script: NAME}`, or write the states",
        zh: "请写脚本，例如 `{script: 名称}`，或写出各个状态"))
  }

  fileprivate static func escalationWithoutLadder(_ entry: YAMLEntry) -> Diagnostic {
    Diagnostic(
      .escalationWithoutLadder,
      Bilingual(
        en: "`on_escalation` stands in a fill without a ladder, which never moves up",
        zh: "没有层级的填写不会上调，`on_escalation` 不起作用"),
      at: entry.key.span,
      help: Bilingual(
        en: "write `ladder: true` beside it, or take it out", zh: "请加上 `ladder: true`，或去掉它"))
  }
}
