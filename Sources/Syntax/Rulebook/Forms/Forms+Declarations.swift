import SourceText

extension Forms {
  static let law: Form<LawTree> = Form(
    "law", en: "a law", zh: "法条", example: "{title: {zh: 人民调解法第十七条}, certainty: text}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "certainty", .choice(["text", "secondary", "memory", "local"]),
        en: "how sure its wording is", zh: "条文的可靠程度"
      ) { $0.certainty = $1 },
    ],
    make: { LawTree(name: $0.name, title: nil, certainty: nil) })

  static let role: Form<NamedTree> = Form(
    "role", en: "a role", zh: "角色", example: "{title: {en: mediator}}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "when", .expression, not: ["if"], en: "the role may act only while this holds",
        zh: "仅在此条件成立时可以行事"
      ) { $0.condition = $1 },
    ],
    make: { NamedTree(name: $0.name, title: nil) })

  /// `金额: {type: money, min: 0}` or `金额: money`.
  static let fact: Form<FactTree> = Form(
    "fact", en: "a fact", zh: "事实", example: "{type: money, min: 0}",
    short: .init(.type) { $0.type = $1 },
    keys: [
      .title { $0.title = $1 },
      Key("type", .type, required: true, not: ["类型"], en: "its type", zh: "它的类型") { $0.type = $1 },
      .format { $0.format = $1 },
      Key("min", .literal, not: ["minimum"], en: "the least value", zh: "最小值") { $0.minimum = $1 },
      Key("max", .literal, not: ["maximum"], en: "the greatest value", zh: "最大值") {
        $0.maximum = $1
      },
      Key("optional", .flag, en: "whether it may be absent", zh: "是否可以没有") { $0.isOptional = $1 },
      Key("fixed", .flag, en: "whether it stays once stated", zh: "一经陈述是否不再改变") { $0.isFixed = $1 },
      Key("ask", .text, not: ["question"], en: "the question to ask", zh: "询问用语") {
        $0.question = $1
      },
    ] + secrecy,
    make: { FactTree(name: $0.name) })

  static let variable: Form<VariableTree> = Form(
    "variable", en: "a variable", zh: "变量", example: "{type: integer, start: 0}",
    keys: [
      .title { $0.title = $1 },
      Key("type", .type, en: "its type", zh: "它的类型") { $0.type = $1 },
      Key(
        "start", .value, required: true, not: ["initial", "value", "default"],
        en: "its first value", zh: "初始值"
      ) { $0.start = $1 },
    ],
    make: { VariableTree(name: $0.name) })

  static let event: Form<EventTree> = Form(
    "event", en: "an event", zh: "事件", example: "{by: [mediator], with: {amount: money}}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "by", .oneOrMore(.side(orAll: "any party")), en: "the roles that may fire it",
        zh: "可以触发它的角色"
      ) { $0.roles = $1 },
      Key("with", .payload, not: ["data", "payload"], en: "its fields", zh: "它带的字段") {
        $0.payload = $1
      },
    ],
    make: { EventTree(name: $0.name) })

  /// `amount: money` or `amount: {type: money, title: …}`.
  static let payloadField: Form<PayloadField> = Form(
    "payload_field", en: "a field", zh: "字段", example: "{type: money}",
    short: .init(.type) { $0.type = $1 },
    keys: [
      Key("type", .type, required: true, en: "its type", zh: "它的类型") { $0.type = $1 },
      .format { $0.format = $1 },
      .title { $0.title = $1 },
    ],
    make: { PayloadField(name: $0.name) })

  struct PayloadField {
    var name: Located<String>
    var type: TypeTree?
    var format: Located<String>?
    var title: TitleTree?
  }
}

extension Reading
where Value == [(name: Located<String>, type: TypeTree, title: TitleTree?)] {
  /// The fields of an event; one whose type cannot be read is left out.
  fileprivate static var payload: Reading {
    Reading<[Forms.PayloadField]>.declared(Forms.payloadField, by: .spokenName).map { fields in
      fields.compactMap { field in
        field.type.map {
          (name: field.name, type: $0.formatted(as: field.format), title: field.title)
        }
      }
    }
  }
}
