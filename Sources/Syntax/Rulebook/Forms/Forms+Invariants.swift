import SourceText

extension Forms {
  static let invariantsKey: Key<RulebookTree> = Key(
    "invariants", .declared(Forms.invariant), not: ["invariant", "promises", "不变式", "承诺"],
    en: "what holds of every case", zh: "每个案件都须成立的承诺"
  ) { $0.invariants = $1 }

  /// `one_may_leave: {in: mediation, on: withdraw, leads_to: 终止}`.
  static let invariant: Form<InvariantTree> = Form(
    "invariant", en: "a promise", zh: "承诺", example: "{never: in(talks) and danger}",
    keys: [
      .title { $0.title = $1 },
      Key("never", .expression, not: ["not"], en: "what never comes about", zh: "绝不出现的情形") {
        $0.never = $1
      },
      Key("in", .oneOrMore(.name), en: "the states or slots it speaks of", zh: "针对的状态或接口") {
        $0.states = $1
      },
      Key("requires", .expression, en: "what holds there", zh: "在那里必须成立的条件") {
        $0.requires = $1
      },
      Key("on", .name, en: "the event it speaks of", zh: "针对的事件") { $0.on = $1 },
      Key("leads_to", .oneOrMore(.name), en: "where the event leads", zh: "事件的去向") {
        $0.leadsTo = $1
      },
      Key(
        "ends", .choice(["can"]), not: ["end", "can_end"], en: "whether every case can end",
        zh: "每个案件是否总能办结"
      ) { $0.ends = $1 },
    ] + timeKeys + [
      Key("sealed", .flag, en: "whether it has to be proved", zh: "是否必须得到证明") {
        $0.isSealed = $1
      }
    ] + Key.basis { $0.basis += $1 },
    make: { InvariantTree(name: $0.name, span: $0.span) })

  /// `{from: 调解, to: [协议, 终止], within: 7 workdays, when: "难易 <= 一般"}`, and the same with
  /// `after` and `always`.
  private static let timeKeys: [Key<InvariantTree>] = [
    Key("from", .oneOrMore(.name), en: "the states that begin a wait", zh: "等待从进入哪个状态起算") {
      $0.from = $1
    },
    Key("to", .oneOrMore(.name), en: "the states that end it", zh: "到哪个状态为止") { $0.to = $1 },
    Key(
      "after", .oneOrMore(.name), en: "the event, or the states, that begin a wait",
      zh: "等待从哪个事件或状态起算"
    ) { $0.after = $1 },
    Key("always", .oneOrMore(.name), en: "the states that end it", zh: "总会到哪个状态") {
      $0.always = $1
    },
    Key("within", .term, en: "how long it takes at most", zh: "最长多久") { $0.within = $1 },
    Key("when", .expression, en: "for which cases", zh: "针对哪些案件") { $0.when = $1 },
  ]
}
