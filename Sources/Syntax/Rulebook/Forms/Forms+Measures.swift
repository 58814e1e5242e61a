import SourceText

extension Forms {
  static let measureKeys: [Key<RulebookTree>] = [
    Key(
      "measures", .declared(Forms.measure), not: ["measure", "统计", "statistics"],
      en: "numbers over many cases", zh: "对许多案件的统计"
    ) { $0.mediation.measures = $1 }
  ]

  /// `就地化解率: {count: outcome = 化解, of: outcome != null, by: month}`.
  static let measure: Form<MeasureTree> = Form(
    "measure", en: "a measure", zh: "指标", example: "{count: amount > 5, by: month}",
    keys: [
      .title { $0.title = $1 },
      Key("count", .expression, en: "when a case counts", zh: "何时计入") { $0.count = $1 },
      Key("sum", .expression, not: ["total"], en: "what is added up", zh: "求和的数值") {
        $0.sum = $1
      },
      Key("of", .expression, not: ["among"], en: "which cases belong to it", zh: "统计哪些案件") {
        $0.of = $1
      },
      Key("by", .choice(["month", "year"]), not: ["per"], en: "how cases are grouped", zh: "分组") {
        $0.by = $1
      },
    ],
    make: { MeasureTree(name: $0.name, span: $0.span) })
}
