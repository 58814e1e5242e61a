import SourceText

// What is said apart and kept from a side (docs/mediation.md, Confidentiality).
extension Forms {
  /// The keys of a fact that make it a secret.
  static let secrecy: [Key<FactTree>] = [
    Key("heard_from", .name, not: ["from", "said_by"], en: "who said it apart", zh: "背对背陈述者") {
      $0.heardFrom = $1
    },
    Key(
      "keep_from", .oneOrMore(.name), not: ["secret_from", "hide_from"],
      en: "the sides that must not learn it", zh: "对哪些方保密"
    ) { $0.keptFrom = $1 },
    Key("release", .form(Forms.release), en: "whose consent sets it free", zh: "经谁同意可以告知") {
      $0.releasedBy = $1
    },
  ]

  /// `release: {consent: 甲方}`.
  static let release: Form<Located<String>?> = Form(
    "release", en: "a release", zh: "解密条件", example: "{consent: buyer}",
    keys: [
      Key("consent", .name, required: true, not: ["by"], en: "the side that consents", zh: "同意的一方")
      { $0 = $1 }
    ],
    make: { _ in nil })

  /// `declassify: {fact: 委屈, reason: …}`.
  static let declassification: Form<DeclassificationTree> = Form(
    "declassification", en: "a declassification", zh: "解密",
    example: "{fact: address, reason: it is public}",
    keys: [
      Key("fact", .name, required: true, en: "the fact that may be told", zh: "可以告知的事实") {
        $0.fact = $1
      },
      Key("reason", .text, required: true, not: ["because", "why"], en: "why", zh: "理由") {
        $0.reason = $1
      },
    ],
    make: { DeclassificationTree(fact: Located("", at: $0.span), reason: nil, span: $0.span) })
}

extension Key {
  /// `declassify`, of documents and actions.
  static func declassify(
    put: @escaping @Sendable (inout Tree, [DeclassificationTree]) -> Void
  ) -> Key {
    let all = Reading<[DeclassificationTree]>.oneOrMore(.form(Forms.declassification))
    return Key(
      "declassify", all.map { $0.filter { !$0.fact.value.isEmpty } }, en: "secrets it may tell",
      zh: "可以告知的秘密", put: put)
  }
}
