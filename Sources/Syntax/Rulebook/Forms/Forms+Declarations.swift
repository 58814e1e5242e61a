import SourceText

extension Forms {
  static let law: Form<LawTree> = Form(
    "law", en: "a law", zh: "法条", example: "{title: {zh: 人民调解法第十七条}, certainty: text}",
    keys: [
      .title(\.title),
      Key(
        "certainty", .choice(["text", "secondary", "memory", "local"]), \.certainty,
        en: "how sure its wording is", zh: "条文的可靠程度"),
    ],
    make: { LawTree(name: $0.name, title: nil, certainty: nil) })

  static let role: Form<NamedTree> = Form(
    "role", en: "a role", zh: "角色", example: "{title: {en: mediator}}",
    keys: [.title(\.title)],
    make: { NamedTree(name: $0.name, title: nil) })

  /// `金额: {type: money, min: 0}` or `金额: money`.
  static let fact: Form<FactTree> = Form(
    "fact", en: "a fact", zh: "事实", example: "{type: money, min: 0}",
    short: .init(.type, \.type),
    keys: [
      .title(\.title),
      Key("type", .type, \.type, required: true, not: ["类型"], en: "its type", zh: "它的类型"),
      Key("min", .literal, \.minimum, not: ["minimum"], en: "the least value", zh: "最小值"),
      Key("max", .literal, \.maximum, not: ["maximum"], en: "the greatest value", zh: "最大值"),
      Key("optional", .flag, \.isOptional, en: "whether it may be absent", zh: "是否可以没有"),
      Key("fixed", .flag, \.isFixed, en: "whether it stays once stated", zh: "一经陈述是否不再改变"),
      Key("ask", .text, \.question, not: ["question"], en: "the question to ask", zh: "询问用语"),
    ],
    make: { FactTree(name: $0.name) })

  static let variable: Form<VariableTree> = Form(
    "variable", en: "a variable", zh: "变量", example: "{type: integer, start: 0}",
    keys: [
      .title(\.title),
      Key("type", .type, \.type, en: "its type", zh: "它的类型"),
      Key(
        "start", .value, \.start, required: true, not: ["initial", "value", "default"],
        en: "its first value", zh: "初始值"),
    ],
    make: { VariableTree(name: $0.name) })

  static let event: Form<EventTree> = Form(
    "event", en: "an event", zh: "事件", example: "{by: [mediator], with: {amount: money}}",
    keys: [
      .title(\.title),
      Key("by", .oneOrMore(.name), \.roles, en: "the roles that may fire it", zh: "可以触发它的角色"),
      Key("with", .payload, \.payload, not: ["data", "payload"], en: "its fields", zh: "它带的字段"),
    ],
    make: { EventTree(name: $0.name) })

  /// `amount: money` or `amount: {type: money, title: …}`.
  static let payloadField: Form<PayloadField> = Form(
    "payload_field", en: "a field", zh: "字段", example: "{type: money}",
    short: .init(.type, \.type),
    keys: [
      Key("type", .type, \.type, required: true, en: "its type", zh: "它的类型"),
      .title(\.title),
    ],
    make: { PayloadField(name: $0.name) })

  static let document: Form<DocumentTree> = Form(
    "document", en: "a document", zh: "文书", example: "{title: {en: notice}, needs: [amount]}",
    keys: [
      .title(\.title),
      Key("needs", .oneOrMore(.name), \.needs, en: "facts it cannot do without", zh: "必需的事实"),
    ] + Key.basis(\.basis),
    make: { DocumentTree(name: $0.name) })

  struct PayloadField {
    var name: Located<String>
    var type: TypeTree?
    var title: TitleTree?
  }
}

extension Reading
where Value == [(name: Located<String>, type: TypeTree, title: TitleTree?)] {
  /// The fields of an event; one whose type cannot be read is left out.
  fileprivate static var payload: Reading {
    Reading<[Forms.PayloadField]>.declared(Forms.payloadField, by: .spokenName).map { fields in
      fields.compactMap { field in
        field.type.map { (name: field.name, type: $0, title: field.title) }
      }
    }
  }
}
