import SourceText

// The levels a case moves up, and the scripts that are played there (docs/mediation.md).
extension Forms {
  /// `ladder: {levels, start, escalate}`.
  static let ladder: Form<LadderTree> = Form(
    "ladder", en: "a ladder", zh: "层级", example: "{levels: [village, town], escalate: [overdue]}",
    keys: [
      Key(
        "levels", .levels, required: true, not: ["层级"], en: "its levels, lowest first",
        zh: "由低到高的层级"
      ) { $0.levels = $1 },
      Key(
        "start", .expression, not: ["initial", "起点"], en: "the level a case begins at",
        zh: "案件从哪一级开始"
      ) { $0.start = $1 },
      Key(
        "escalate", .oneOrMore(.form(Forms.escalation)), not: ["上调", "escalation"],
        en: "when a case moves up", zh: "何时上调"
      ) { $0.escalations = $1 },
    ],
    make: { LadderTree(span: $0.span) })

  /// An item of `levels`: `{id, title, seats, within}`, or its name alone.
  static let level: Form<LevelTree> = Form(
    "level", en: "a level", zh: "层级",
    example: "{id: village, seats: [grid_worker], within: 3 days}",
    short: .init(.spokenName) { $0.id = $1 },
    keys: [
      Key("id", .spokenName, required: true, not: ["name"], en: "its name", zh: "名称") {
        $0.id = $1
      },
      .title { $0.title = $1 },
      Key("seats", .oneOrMore(.name), not: ["members", "席位"], en: "who sits there", zh: "由谁坐镇") {
        $0.seats = $1
      },
      Key("within", .term, not: ["after", "length"], en: "how long there is", zh: "办理时限") {
        $0.within = $1
      },
      Key("next", .oneOrMore(.name), en: "the levels it can move up to", zh: "可以上调到的层级") {
        $0.next = $1
      },
      Key("choose", .name, en: "who chooses among these", zh: "由谁选择") { $0.choose = $1 },
    ] + Key.basis { $0.basis += $1 },
    make: { LevelTree(id: Located("", at: $0.span), span: $0.span) })

  /// An item of `escalate`: `overdue`, `{when: EXPR}`, `{on: EVENT}`.
  static let escalation: Form<EscalationTree> = Form(
    "escalation", en: "a cause to move up", zh: "上调的缘由", example: "{when: attempts >= 2}",
    short: .init(.choice(["overdue"])) { $0.triggers = [.overdue($1.span)] },
    keys: [
      Key("when", .expression, not: ["if"], en: "a condition", zh: "条件") {
        $0.triggers.append(.when($1))
      },
      Key("on", .oneOrMore(.name), not: ["event"], en: "an event", zh: "事件") {
        $0.triggers.append(.on($1))
      },
      Key("overdue", .overdue, en: "a level's time has run out", zh: "超过办理时限") {
        if let span = $1 { $0.triggers.append(.overdue(span)) }
      },
    ] + Key.basis { $0.basis += $1 },
    make: { EscalationTree(span: $0.span) },
    check: { written, tree, diagnostics in
      if tree.triggers.isEmpty, !written.slot.node.isFaulty {
        diagnostics.report(.escalationWithoutTrigger(written.slot))
      }
    })

  /// An entry of `scripts`.
  static let script: Form<ScriptTree> = Form(
    "script", en: "a script", zh: "脚本",
    example: "{steps: {talk: {on: {settled: agreed, failed: not_agreed}}}}",
    keys: [
      .title { $0.title = $1 },
      Key("invite", .oneOrMore(.name), not: ["邀请"], en: "who is brought in", zh: "邀请谁参加") {
        $0.invite = $1
      },
      Key("initial", .form(Forms.initial), not: ["start"], en: "the first step", zh: "第一步") {
        $0.initial = $1
      },
      Key(
        "steps", .declared(Forms.state), required: true, not: ["states", "步骤"],
        en: "its steps", zh: "各个步骤"
      ) { $0.steps = $1 },
    ],
    make: { ScriptTree(name: $0.name, span: $0.span) })
}

extension Reading where Value == [LevelTree] {
  /// The levels, each once.
  fileprivate static var levels: Reading {
    let list = Reading<[LevelTree]>.list(of: .form(Forms.level))
    return Reading(list.shape) { slot, diagnostics in
      guard let all = list.read(slot, &diagnostics) else { return nil }
      let levels = all.filter { !$0.id.value.isEmpty }
      if slot.node.sequence?.isEmpty == true { slot.refuseEmpty(list.shape, into: &diagnostics) }
      reportDuplicates(
        of: levels.map(\.id), noun: Bilingual(en: "the level", zh: "层级"), into: &diagnostics)
      return levels
    }
  }
}

extension Reading where Value == Span? {
  /// `overdue: true`, with its place.
  fileprivate static var overdue: Reading {
    Reading(.flag) { slot, diagnostics in
      Reading<Bool>.flag.read(slot, &diagnostics).map { $0 ? slot.place : nil }
    }
  }
}

extension Diagnostic {
  fileprivate static func escalationWithoutTrigger(_ slot: Slot) -> Diagnostic {
    Diagnostic(
      .missingKey,
      Bilingual(
        en: "this item of `escalate` does not say when a case moves up",
        zh: "`escalate` 的这一项没有写明何时上调"),
      at: slot.place,
      help: Bilingual(
        en: "write `overdue`, `when` with a condition, or `on` with an event",
        zh: "请写 `overdue`，或用 `when` 写条件，或用 `on` 写事件"))
  }
}
