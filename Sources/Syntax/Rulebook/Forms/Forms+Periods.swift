import SourceText

extension Forms {
  static let period: Form<PeriodTree> = Form(
    "period", en: "a period", zh: "期限", example: "{from: accepted_on, length: 1 month}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "from", .oneOrMore(.expression), required: true, not: ["start"],
        en: "the date it starts from", zh: "起算日"
      ) { $0.starts = $1 },
      Key(
        "take", .choice(["latest", "earliest"]),
        en: "which of several dates counts", zh: "多个起算日取哪一个"
      ) { $0.choice = $1 },
      Key(
        "length", .term, required: true, not: ["within", "term"], en: "how long it is",
        zh: "期限长度"
      ) { $0.length = $1 },
      Key("extend", .form(Forms.extend), en: "a longer end by agreement", zh: "延长") {
        $0.extendWhen = $1.when
        $0.extendUntil = $1.until
      },
      Key(
        "paused_in", .oneOrMore(.name), en: "states in which it stands still",
        zh: "中止计算的状态"
      ) { $0.pausedIn = $1 },
      Key(
        "local", .choice(["any", "shorter", "sealed"]),
        en: "how far a place may set its length", zh: "各地可以如何设定期限长度"
      ) { $0.local = $1 },
    ] + Key.basis { $0.basis += $1 },
    make: { PeriodTree(name: $0.name) })

  /// `extend: {when, until}`.
  static let extend: Form<Extension> = Form(
    "extension", en: "an extension", zh: "延长", example: "{when: agreed, until: new_end}",
    keys: [
      Key("when", .expression, en: "the condition", zh: "条件") { $0.when = $1 },
      Key("until", .expression, required: true, en: "the new last day", zh: "新的末日") {
        $0.until = $1
      },
    ],
    make: { _ in Extension() })

  struct Extension {
    var when: ScalarText?
    var until: ScalarText?
  }
}
