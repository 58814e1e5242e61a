import SourceText

// The safety screen (docs/mediation.md).
extension Forms {
  /// `checklist` of the core, which the screen's own becomes.
  static let checklistKey: Key<RulebookTree> = Key(
    "checklist", .form(Forms.checklist), not: ["清单"], en: "one question for several facts",
    zh: "一次问清几个事实"
  ) { $0.checklist = $1 }

  static let checklist: Form<ChecklistTree> = Form(
    "checklist", en: "a checklist", zh: "清单",
    example: "{ask: {zh: 以下情形是否都没有？}, of: [threatened]}",
    keys: [
      Key("ask", .text, required: true, not: ["question"], en: "the question", zh: "询问用语") {
        $0.question = $1
      },
      Key(
        "of", .oneOrMore(.name), required: true, en: "the decisions whose facts it asks",
        zh: "所问事实属于哪些决策"
      ) { $0.of = $1 },
    ],
    make: { ChecklistTree(span: $0.span) })

  static let screenKey: Key<RulebookTree> = Key(
    "screen", .form(Forms.screen), not: ["筛查", "red_lines", "红线"],
    en: "what never goes on in mediation", zh: "不得继续调解的情形"
  ) { $0.mediation.screen = $1 }

  static let screen: Form<ScreenTree> = Form(
    "screen", en: "the screen", zh: "筛查",
    example: "{red_lines: {danger: {when: threatened, act: leave}}, acts: {leave: referred}}",
    keys: [
      Key(
        "red_lines", .declared(Forms.redLine, by: .spokenName), required: true,
        not: ["lines", "红线"], en: "what is not mediated, or not as usual", zh: "各条红线"
      ) { $0.lines = $1 },
      Key("checklist", .text, not: ["ask"], en: "one question for them all", zh: "一次问清的清单") {
        $0.checklist = $1
      },
      Key("acts", .acts, en: "where each act leads", zh: "各种处置的去向") { $0.acts = $1 },
    ],
    make: { ScreenTree(span: $0.span) })

  static let redLine: Form<RedLineTree> = Form(
    "red_line", en: "a red line", zh: "红线", example: "{when: threatened, act: leave}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "when", .expression, required: true, not: ["if", "is", "cond"], en: "when it holds",
        zh: "成立的条件"
      ) { $0.condition = $1 },
      Key(
        "act", .choice(ScreenTree.actWords), required: true, not: ["do", "then"],
        en: "what then happens", zh: "成立时的处置"
      ) { $0.act = $1 },
      Key("tell", .oneOrMore(.name), not: ["notify"], en: "who is told", zh: "通知谁") {
        $0.tell = $1
      },
      Key("within", .term, not: ["after"], en: "how soon they are told", zh: "通知的期限") {
        $0.within = $1
      },
    ] + Key.basis { $0.basis += $1 },
    make: { RedLineTree(name: $0.name, span: $0.span) })

  /// Where an act leads: a state, or `{to, do}`.
  static let act: Form<TransitionTree> = Form(
    "act", en: "an act", zh: "处置", example: "{to: referred}",
    short: .init(.target) { $0.targets = $1 },
    keys: [
      Key("to", .oneOrMore(.name), not: ["target"], en: "where to", zh: "去向") {
        $0.targets = $1
      },
      Key("do", .actions, not: ["actions"], en: "what is done", zh: "动作") { $0.actions = $1 },
    ],
    make: { TransitionTree(span: $0.span) })
}

extension ScreenTree {
  /// What a red line may bring about, strictest first.
  package static let actWords = [
    "leave", "refer", "stop", "pause", "replace_mediator", "carve_out", "continue",
  ]
}

extension Reading where Value == [(act: Located<String>, transition: TransitionTree)] {
  /// `{leave: STATE, stop: {to, do}}`.
  fileprivate static var acts: Reading {
    .entries(by: .choice(ScreenTree.actWords), of: .form(Forms.act)) {
      (act: $0, transition: $1)
    }
  }
}
