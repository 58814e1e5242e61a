import SourceText

extension Forms {
  /// The whole chart: its root, which has no name and nothing of its own to do.
  static let workflow: Form<StateTree> = Form(
    "workflow", en: "a workflow", zh: "流程", example: "{states: {open: {}, closed: {type: final}}}",
    keys: [.title { $0.title = $1 }, initialKey, statesKey, parallelKey, onKey, alwaysKey],
    make: { StateTree(name: nil, span: $0.span) },
    check: { checkWorkflow($0, $1, into: &$2) }, stray: strayState)

  static let state: Form<StateTree> = Form(
    "state", en: "a state", zh: "状态", example: "{on: {accept: open}}",
    keys: [
      .title { $0.title = $1 },
      Key("type", .choice(stateTypes), en: "its kind, where no key tells", zh: "状态的类型") {
        $0.type = $1
      },
      Key(
        "depth", .choice(["shallow", "deep"]), en: "how much a history remembers",
        zh: "历史记录的深度"
      ) { $0.depth = $1 },
      Key("to", .form(Forms.initial), en: "a history's default", zh: "历史的默认去向") {
        $0.historyDefault = $1
      },
      initialKey, statesKey, parallelKey,
      Key(
        "entry", .actions, not: ["进入", "onentry", "enter"], en: "done on entry",
        zh: "进入时的动作"
      ) { $0.entry = $1 },
      Key(
        "exit", .actions, not: ["离开", "onexit", "leave"], en: "done on exit", zh: "离开时的动作"
      ) { $0.exit = $1 },
      onKey, alwaysKey,
      Key(
        "after", .afters, not: ["到期", "timeout", "delay"], en: "what time does",
        zh: "到时的转移"
      ) { $0.after = $1 },
      Key(
        "done", .transitions, not: ["onDone"], en: "where to when it is done",
        zh: "完成后的去向"
      ) { $0.done = $1 },
      Key("data", .values, en: "what a final state hands on", zh: "终态带出的数据") { $0.doneData = $1 },
      Key("slot", .name, not: ["接口"], en: "the slot that stands here", zh: "此处的接口") {
        $0.slot = $1
      },
      Key(
        "say", .text, not: ["prompt", "话术"], en: "the sentence to say here", zh: "此处要说的话"
      ) { $0.say = $1 },
      Key("ask", .oneOrMore(.name), not: ["asks", "询问"], en: "facts to ask here", zh: "此处要问的事实") {
        $0.ask = $1
      },
      Key("outcome", .declaredName, en: "what ending here counts as", zh: "在此结束算作何种结果") {
        $0.outcome = $1
      },
    ],
    make: { StateTree(name: $0.name, span: $0.span) },
    check: { checkState($0, &$1, into: &$2) }, stray: strayState)

  /// A state that stands beside `states` and not in it.
  private static let strayState: @Sendable (YAMLEntry) -> Bilingual? = { entry in
    guard entry.value.mapping != nil || entry.value.isAbsent else { return nil }
    return Bilingual(
      en: "put `\(entry.key.text)` under `states` if it is a state",
      zh: "如果 `\(entry.key.text)` 是状态，请放到 `states` 之下")
  }

  private static let stateTypes = ["final", "history", "parallel", "compound", "atomic"]

  private static let onKey: Key<StateTree> = Key(
    "on", .handlers, not: ["事件", "events", "transitions"], en: "what events do",
    zh: "对事件的反应"
  ) { $0.on = $1 }

  private static let alwaysKey: Key<StateTree> = Key(
    "always", .eventless, en: "eventless transitions", zh: "无事件的转移"
  ) { $0.always = $1 }

  private static let initialKey: Key<StateTree> = Key(
    "initial", .form(Forms.initial), not: ["start"], en: "where it begins", zh: "初始状态"
  ) { $0.initial = $1 }

  private static let statesKey: Key<StateTree> = Key(
    "states", .declared(Forms.state), not: ["children"], en: "the states in it", zh: "其中的状态"
  ) { $0.states += $1 }

  private static let parallelKey: Key<StateTree> = Key(
    "parallel", .declared(Forms.state), not: ["regions"], en: "its regions, active together",
    zh: "并行的区域"
  ) {
    $0.states += $1
    $0.isParallel = true
  }

  /// `initial: NAME`, `[NAME, NAME]` or `{to, do}`.
  static let initial: Form<TransitionTree> = Form(
    "initial", en: "an initial transition", zh: "初始转移", example: "{to: open, do: [decide: kind]}",
    short: .init(.oneOrMore(.name)) { $0.targets = $1 },
    keys: [
      Key(
        "to", .oneOrMore(.name), required: true, not: ["target"], en: "where to",
        zh: "去向"
      ) { $0.targets = $1 },
      Key("do", .actions, not: ["actions"], en: "what to do on the way", zh: "途中的动作") {
        $0.actions = $1
      },
    ],
    make: { TransitionTree(span: $0.span) })

  /// `TARGET` or `{to, when, do, internal, because}`.
  static let transition: Form<TransitionTree> = Form(
    "transition", en: "a transition", zh: "转移", example: "{when: amount > 5, to: open}",
    short: .init(.target) { $0.targets = $1 }, keys: transitionKeys,
    make: { TransitionTree(span: $0.span) }, stray: strayFirst)

  /// The same behind `always`, where it may go before everything else.
  static let eventless: Form<TransitionTree> = Form(
    "eventless", en: "an eventless transition", zh: "无事件的转移",
    example: "{when: amount > 5, to: open}",
    short: .init(.target) { $0.targets = $1 },
    keys: transitionKeys + [
      Key(
        "first", .flag, en: "whether it goes before everything else",
        zh: "是否先于其他一切转移"
      ) { $0.isFirst = $1 }
    ],
    make: { TransitionTree(span: $0.span) })

  /// `first` where an event or time triggers the transition.
  private static let strayFirst: @Sendable (YAMLEntry) -> Bilingual? = { entry in
    guard entry.key.text == "first" else { return nil }
    return Bilingual(
      en: "write it under `always`: only what waits for no event can go before all events",
      zh: "请写到 `always` 下：只有不等事件的转移才能先于一切事件")
  }

  static let transitionKeys: [Key<TransitionTree>] =
    [
      Key("to", .oneOrMore(.name), not: ["target", "next"], en: "where to", zh: "去向") {
        $0.targets = $1
      },
      Key(
        "when", .expression, not: ["cond", "guard", "if", "condition"],
        en: "the guard",
        zh: "条件"
      ) { $0.condition = $1 },
      Key(
        "do", .actions, not: ["actions", "action"], en: "what to do on the way",
        zh: "途中的动作"
      ) { $0.actions = $1 },
      Key(
        "internal", .flag, en: "whether its state is not left for a state inside it",
        zh: "是否不离开本状态"
      ) { $0.isInternal = $1 },
    ] + Key.basis { $0.basis += $1 }

  /// An item of the list form of `on`.
  static let handler: Form<Handler> = Form(
    "handler", en: "an event's transition", zh: "事件的转移", example: "{event: accept, to: open}",
    keys: [
      Key("event", .patterns, required: true, not: ["事件"], en: "the event", zh: "事件") {
        $0.patterns = $1
      }
    ] + transitionKeys.map { $0.within { handler, read in read(&handler.transition) } },
    make: { Handler(transition: TransitionTree(span: $0.span)) },
    stray: {
      strayFirst($0)
        ?? Bilingual(
          en: "name the event under `event`, as in `{event: \($0.key.text), to: NAME}`",
          zh: "事件名写在 `event` 下，如 `{event: \($0.key.text), to: 名称}`")
    })

  struct Handler {
    var patterns: [Located<String>] = []
    var transition: TransitionTree
  }

  /// An item of the list form of `after`.
  static let timer: Form<Timer> = Form(
    "timer", en: "a timed transition", zh: "定时转移", example: "{length: 3 workdays, to: open}",
    keys: [
      Key("length", .term, not: ["within", "delay"], en: "how long, as a term", zh: "时长") {
        $0.length = .term($1)
      },
      Key("is", .expression, en: "how long, as an expression", zh: "时长的表达式") {
        $0.length = .expression($1)
      },
    ] + transitionKeys.map { $0.within { timer, read in read(&timer.transition) } },
    conflicts: [
      KeyConflict(
        "length", ["is"], en: "keep `length` for a term, `is` for an expression",
        zh: "固定时长用 `length`，计算时长用 `is`")
    ],
    make: { Timer(transition: TransitionTree(span: $0.span)) },
    check: { written, _, diagnostics in
      if written["length"] == nil, written["is"] == nil, !written.slot.node.isFaulty {
        diagnostics.report(.lengthMissing(written.slot))
      }
    }, stray: strayFirst)

  struct Timer {
    var length: AfterTree.Length?
    var transition: TransitionTree
  }
}
