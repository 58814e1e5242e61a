import SourceText

extension Forms {
  /// What a rulebook is made of besides itself: further files, and the rulebook it builds on.
  static let fileKeys: [Key<RulebookTree>] = [
    Key(
      "extends", .word("../base"), not: ["base", "inherits", "import"],
      en: "the rulebook that this one builds on", zh: "所依据的上层规则书"
    ) { $0.extends = $1 }
  ]

  /// `include`, which any file of a rulebook may have.
  static let includeKey: Key<RulebookTree> = Key(
    "include", .oneOrMore(.word("facts.yaml")), not: ["includes", "包含"],
    en: "further files of the same rulebook", zh: "同一规则书的其他文件"
  ) { $0.includes = $1 }

  /// What a rulebook changes of the one that it builds on.
  static let changeKeys: [Key<RulebookTree>] = [
    Key(
      "add", .declared(Forms.addition), not: ["append", "增加"],
      en: "rows behind those of the base's tables", zh: "在上层决策表之后增加的行"
    ) { $0.changes.additions = $1 },
    Key(
      "replace", .form(Forms.replacements), not: ["override", "替换"],
      en: "what stands in place of the base's", zh: "替换上层的内容"
    ) { $0.changes.replacements = $1 },
    Key(
      "remove", .form(Forms.removals), not: ["delete", "删除"],
      en: "what is taken out of the base", zh: "删去上层的内容"
    ) { $0.changes.removals = $1 },
  ]

  /// `add: {分类: {rules: …}}`.
  static let addition: Form<AdditionTree> = Form(
    "addition", en: "rows to add", zh: "增加的行", example: "{table: rows.csv}",
    keys: [
      Key("rules", .rules, not: ["规则", "rows"], en: "the rows", zh: "各行规则") { $0.rows = $1 },
      Key(
        "table", .word("rows.csv"), not: ["csv", "file"], en: "path of a CSV file with the rows",
        zh: "CSV 文件路径"
      ) { $0.rows = $0.rows ?? .file($1) },
    ],
    conflicts: [
      KeyConflict(
        "rules", ["table"], en: "keep the rows in one place: here or in the file",
        zh: "各行只能写在一处：此处或文件中")
    ],
    make: { AdditionTree(decision: $0.name) },
    check: { written, tree, diagnostics in
      if tree.rows == nil, written.isEmpty, !written.slot.node.isFaulty {
        diagnostics.report(.additionWithoutRows(written.slot))
      }
    })

  static let replacements: Form<ReplacementsTree> = Form(
    "replacements", en: "a replacement", zh: "替换",
    example: "{decisions: {each: {is: amount / persons}}}",
    keys: [
      Key(
        "decisions", .declared(Forms.decision, by: .spokenName), en: "decisions", zh: "决策"
      ) { $0.decisions = $1 },
      Key("documents", .declared(Forms.document), en: "documents", zh: "文书") {
        $0.documents = $1
      },
      Key("scripts", .declared(Forms.script, by: .spokenName), en: "scripts", zh: "脚本") {
        $0.scripts = $1
      },
      Key("ladder", .form(Forms.ladder), en: "the ladder", zh: "层级") { $0.ladder = $1 },
      Key("measures", .declared(Forms.measure), en: "measures", zh: "指标") { $0.measures = $1 },
    ],
    make: { _ in ReplacementsTree() })

  static let removals: Form<RemovalsTree> = Form(
    "removals", en: "a removal", zh: "删去", example: "{documents: [notice]}",
    keys: [
      Key("decisions", .oneOrMore(.name), en: "decisions", zh: "决策") { $0.decisions = $1 },
      Key("documents", .oneOrMore(.name), en: "documents", zh: "文书") { $0.documents = $1 },
      Key("scripts", .oneOrMore(.name), en: "scripts", zh: "脚本") { $0.scripts = $1 },
      Key("measures", .oneOrMore(.name), en: "measures", zh: "指标") { $0.measures = $1 },
    ],
    make: { _ in RemovalsTree() })
}
