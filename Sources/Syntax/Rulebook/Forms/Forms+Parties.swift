import SourceText

// Who takes part in mediation: parties, organs, consents, rights (docs/mediation.md).
extension Forms {
  /// Keys of a rulebook that say who takes part.
  static let participants: [Key<RulebookTree>] = [
    Key(
      "parties", .form(Forms.parties), not: ["当事人", "party"], en: "the sides of the dispute",
      zh: "纠纷各方"
    ) { $0.mediation.parties = $1 },
    Key(
      "organs", .declared(Forms.organ), not: ["机关", "organ"], en: "who is told or takes over",
      zh: "被告知或接手的机关"
    ) { $0.mediation.organs = $1 },
    Key(
      "consents", .declared(Forms.consent, by: .spokenName), not: ["同意", "consent"],
      en: "what each party is asked to agree to", zh: "须经当事人同意的事项"
    ) { $0.mediation.consents = $1 },
    Key(
      "rights", .declared(Forms.right), not: ["权利", "right"],
      en: "what someone may do at any time", zh: "随时可以行使的权利"
    ) { $0.mediation.rights = $1 },
  ]

  static let parties: Form<PartiesTree> = Form(
    "parties", en: "the parties", zh: "当事人", example: "{sides: [applicant, respondent]}",
    keys: [
      Key(
        "sides", .sides, required: true, not: ["各方"], en: "the sides, each a list of persons",
        zh: "各方，每方是一组人"
      ) { $0.sides = $1 },
      Key("more", .flag, en: "whether persons may join later", zh: "以后可否有人加入") {
        $0.isOpen = $1
      },
      Key(
        "each", .personFields, not: ["fields"], en: "what is noted of each person", zh: "每个人的各项情况"
      ) {
        $0.each = $1
      },
    ],
    make: { PartiesTree(span: $0.span) })

  /// A side: its name, or `{id, title}`.
  static let side: Form<NamedTree> = Form(
    "side", en: "a side", zh: "一方", example: "{id: applicant, title: {zh: 申请人}}",
    short: .init(.spokenName) { $0.name = $1 },
    keys: [
      Key("id", .spokenName, required: true, not: ["name"], en: "its name", zh: "名称") {
        $0.name = $1
      },
      .title { $0.title = $1 },
    ],
    make: { NamedTree(name: Located("", at: $0.span), title: nil) })

  static let organ: Form<NamedTree> = Form(
    "organ", en: "an organ", zh: "机关", example: "{title: {en: the police}}",
    keys: [.title { $0.title = $1 }],
    make: { NamedTree(name: $0.name, title: nil) })

  static let consent: Form<ConsentTree> = Form(
    "consent", en: "a consent", zh: "同意事项", example: "{of: every party}",
    keys: [
      .title { $0.title = $1 },
      Key("ask", .text, not: ["question"], en: "the question to each person", zh: "询问用语") {
        $0.question = $1
      },
      Key(
        "of", .oneOrMore(.side(orAll: "every party")), required: true, not: ["by"],
        en: "whose consent it is", zh: "由谁同意"
      ) { $0.of = $1 },
      Key(
        "before", .oneOrMore(.name), en: "the roles that wait for it", zh: "须先获得同意的角色"
      ) { $0.before = $1 },
      Key(
        "again", .choice(["escalation"]), en: "when it is asked anew", zh: "何时重新询问"
      ) { $0.again = $1 },
    ] + Key.basis { $0.basis += $1 },
    make: { ConsentTree(name: $0.name, span: $0.span) })

  static let right: Form<RightTree> = Form(
    "right", en: "a right", zh: "权利", example: "{by: any party, while: talks, to: ended}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "by", .oneOrMore(.side(orAll: "any party")), not: ["of"], en: "who has it",
        zh: "由谁行使"
      ) { $0.by = $1 },
      Key(
        "while", .oneOrMore(.name), required: true, not: ["in", "during"],
        en: "the states or slots in which it holds", zh: "在哪些状态或插槽中有效"
      ) { $0.during = $1 },
      Key("to", .oneOrMore(.name), not: ["target"], en: "where it leads", zh: "去向") {
        $0.targets = $1
      },
      Key("do", .actions, not: ["actions"], en: "what is done", zh: "动作") { $0.actions = $1 },
    ] + Key.basis { $0.basis += $1 },
    make: { RightTree(name: $0.name, span: $0.span) })
}

extension Reading where Value == [NamedTree] {
  /// The sides, each once, at least one.
  fileprivate static var sides: Reading {
    let list = Reading<[NamedTree]>.list(of: .form(Forms.side))
    return Reading(list.shape) { slot, diagnostics in
      guard let all = list.read(slot, &diagnostics) else { return nil }
      let sides = all.filter { !$0.name.value.isEmpty }
      if !slot.node.isFaulty, slot.node.sequence?.isEmpty == true {
        diagnostics.report(.emptyValue(slot, needs: list.shape))
      }
      reportDuplicates(
        of: sides.map(\.name), noun: Bilingual(en: "the side", zh: "一方"), into: &diagnostics)
      return sides
    }
  }
}

extension Reading where Value == [(name: Located<String>, type: TypeTree)] {
  /// `{field: type}`.
  fileprivate static var personFields: Reading {
    .entries(by: .spokenName, of: .fieldType) { (name: $0, type: $1) }
  }
}

extension Reading where Value == Located<String> {
  /// A role or side, or the two words for all parties.
  static func side(orAll words: String) -> Reading {
    let name = Reading<Located<String>>.name
    return Reading(name.shape) { slot, diagnostics in
      if let scalar = slot.node.scalar, scalar.text == words { return scalar.located }
      return name.read(slot, &diagnostics)
    }
  }
}
