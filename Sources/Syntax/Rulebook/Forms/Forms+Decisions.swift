import SourceText

extension Forms {
  /// `人均: {is: 金额 / 人数}`, or a table.
  static let decision: Form<DecisionTree> = Form(
    "decision", en: "a decision", zh: "决策", example: "{is: amount / persons}",
    keys: [
      .title { $0.title = $1 },
      Key("is", .expression, en: "an expression", zh: "表达式") { $0.expression = $1 },
      Key("type", .type, en: "the expression's type", zh: "表达式的类型") { $0.type = $1 },
      Key("hit", .hitPolicy, not: ["policy", "hitPolicy"], en: "hit policy", zh: "命中策略") {
        $0.hit = $1
      },
      Key("inputs", .inputs, not: ["输入", "input"], en: "what the rows test", zh: "输入") {
        $0.inputs = $1
      },
      Key(
        "outputs", .declared(Forms.output, by: .spokenName), not: ["输出", "output"],
        en: "what the rows give",
        zh: "输出"
      ) { $0.outputs = $1 },
      Key("rules", .rules, not: ["规则", "rows"], en: "the rows", zh: "各行规则") { $0.rows = $1 },
      Key(
        "table", .word("rows.csv"), not: ["csv", "file"], en: "path of a CSV file with the rows",
        zh: "CSV 文件路径"
      ) { $0.rows = $0.rows ?? .file($1) },
      Key(
        "otherwise", .outcome, not: ["否则", "default", "else"],
        en: "the result where no row matches",
        zh: "没有行命中时的结果"
      ) {
        $0.otherwise = $1.results
        $0.otherwiseValue = $1.single
      },
      Key(
        "local", .choice(["any", "rows", "sealed"]),
        en: "what a place that builds on it may change", zh: "各地可以如何改动"
      ) { $0.local = $1 },
    ],
    conflicts: [
      KeyConflict(
        "is", ["hit", "inputs", "outputs", "rules", "table", "otherwise"],
        en: "keep `is` alone for one expression, or leave it out for a table",
        zh: "单个表达式只写 `is`；决策表不写 `is`"),
      KeyConflict(
        "rules", ["table"], en: "keep the rows in one place: here or in the file",
        zh: "各行只能写在一处：此处或文件中"),
      KeyConflict(
        "type", ["rules", "table"], en: "give each output its type under `outputs`",
        zh: "请在 `outputs` 下写明每个输出的类型"),
    ],
    make: { DecisionTree(name: $0.name, span: $0.span) },
    check: { checkDecision($0, $1, into: &$2) })

  /// `{name: 人均, is: 金额 / 人数}` or the name of a fact, variable or decision.
  static let input: Form<InputTree> = Form(
    "input", en: "an input", zh: "输入", example: "{name: each, is: amount / persons}",
    short: .init(.inputName) { $0.name = $1 },
    keys: [
      Key("name", .spokenName, required: true, not: ["id"], en: "its name", zh: "名称") {
        $0.name = $1
      },
      Key(
        "is", .expression, required: true, not: ["expression"], en: "its expression",
        zh: "表达式"
      ) { $0.expression = $1 },
    ],
    make: { InputTree(name: Located("", at: $0.span), expression: nil, span: $0.span) })

  /// `难易: {type: 难易, priority: [疑难, 一般]}` or `难易: 难易`.
  static let output: Form<OutputTree> = Form(
    "output", en: "an output", zh: "输出", example: "{type: money}",
    short: .init(.type) { $0.type = $1 },
    keys: [
      Key("type", .type, required: true, en: "its type", zh: "类型") { $0.type = $1 },
      Key(
        "priority", .list(of: .literal), not: ["priorities", "values"],
        en: "its values, highest priority first", zh: "按优先级由高到低的取值"
      ) { $0.priorities = $1 },
    ],
    make: { OutputTree(name: $0.name, type: nil) })

  /// A row of the list form.
  static let row: Form<RowTree> = Form(
    "row", en: "a row", zh: "一行规则", example: "{id: small, when: {amount: \"< 5\"}, then: 1}",
    keys: [
      Key("id", .word("small"), not: ["name"], en: "its id", zh: "行的标识") { $0.id = $1 },
      Key("when", .condition, not: ["条件", "if"], en: "tests of the inputs", zh: "条件") {
        $0.condition = $1
      },
      Key("then", .outcome, required: true, not: ["结果", "result"], en: "the outputs", zh: "结果") {
        $0.results = $1.results ?? []
        $0.result = $1.single
      },
    ] + Key.basis { $0.basis += $1 },
    make: { RowTree(span: $0.span) },
    stray: {
      Bilingual(
        en: "put the test of an input under `when`, an output under `then`: "
          + "`when: {\($0.key.text): …}`",
        zh: "输入的条件写在 `when` 下，输出写在 `then` 下：`when: {\($0.key.text): …}`")
    })
}

/// What a table's row or its `otherwise` gives.
enum OutcomeTree: Sendable {
  case perOutput([(name: Located<String>, value: ValueTree)])
  case one(ValueTree)

  var results: [(name: Located<String>, value: ValueTree)]? {
    if case .perOutput(let results) = self { results } else { nil }
  }

  var single: ValueTree? {
    if case .one(let value) = self { value } else { nil }
  }
}

/// What no key of a decision tells alone.
private func checkDecision(
  _ written: WrittenKeys, _ decision: DecisionTree, into diagnostics: inout Diagnostics
) {
  if written.slot.node.isFaulty { return }
  guard written["is"] == nil else { return }
  guard written["rules"] != nil || written["table"] != nil else {
    diagnostics.report(.decisionWithoutLogic(written.slot))
    return
  }
  if written["outputs"] == nil, let outputs = Forms.decision.outline.spec(of: "outputs") {
    diagnostics.report(.missingKey(outputs, of: Forms.decision.outline, in: written.slot))
  }
}
