import SourceText

extension Forms {
  /// `终止通知书: {template: documents/termination, to: [甲方, 乙方]}`.
  static let document: Form<DocumentTree> = Form(
    "document", en: "a document", zh: "文书",
    example: "{template: documents/notice, needs: [amount]}",
    keys: [
      .title { $0.title = $1 },
      Key("template", .word("documents/agreement"), not: ["file", "模板"], en: "its words", zh: "模板")
      { $0.template = $1 },
      Key("needs", .oneOrMore(.name), en: "facts it cannot do without", zh: "必需的事实") {
        $0.needs = $1
      },
      Key(
        "blank", .oneOrMore(.name), not: ["blanks", "optional"],
        en: "facts left open for a pen where they are unknown", zh: "不清楚时留空手填的事实"
      ) {
        $0.blanks = $1
      },
      Key(
        "to", .oneOrMore(.side(orAll: "every party")), not: ["for", "reader", "readers"],
        en: "who gets it", zh: "交给谁"
      ) {
        $0.to = $1
      },
      Key(
        "signed_by", .oneOrMore(.side(orAll: "every party")), not: ["signed", "signatures"],
        en: "who signs it", zh: "由谁签名"
      ) {
        $0.signedBy = $1
      },
      .declassify { $0.declassified = $1 },
      Key("copies", .text, en: "how many are made, and for whom", zh: "份数") { $0.copies = $1 },
      Key(
        "local", .choice(["any", "sealed"]), en: "whether a place may replace it",
        zh: "各地可否替换"
      ) { $0.local = $1 },
    ] + Key.basis { $0.basis += $1 },
    make: { DocumentTree(name: $0.name) })
}
