import SourceText

extension Forms {
  static let period: Form<PeriodTree> = Form(
    "period", en: "a period", zh: "期限", example: "{from: accepted_on, length: 1 month}",
    keys: [
      .title(\.title),
      Key(
        "from", .oneOrMore(.expression), \.starts, required: true, not: ["start"],
        en: "the date it starts from", zh: "起算日"),
      Key(
        "take", .choice(["latest", "earliest"]), \.choice,
        en: "which of several dates counts", zh: "多个起算日取哪一个"),
      Key(
        "length", .term, \.length, required: true, not: ["within", "term"], en: "how long it is",
        zh: "期限长度"),
      Key("extend", .form(Forms.extend), en: "a longer end by agreement", zh: "延长") {
        $0.extendWhen = $1.when
        $0.extendUntil = $1.until
      },
      Key(
        "paused_in", .oneOrMore(.name), \.pausedIn, en: "states in which it stands still",
        zh: "中止计算的状态"),
    ] + Key.basis(\.basis),
    make: { PeriodTree(name: $0.name) })

  /// `extend: {when, until}`.
  static let extend: Form<Extension> = Form(
    "extension", en: "an extension", zh: "延长", example: "{when: agreed, until: new_end}",
    keys: [
      Key("when", .expression, \.when, en: "the condition", zh: "条件"),
      Key("until", .expression, \.until, required: true, en: "the new last day", zh: "新的末日"),
    ],
    make: { _ in Extension() })

  struct Extension {
    var when: ScalarText?
    var until: ScalarText?
  }
}
