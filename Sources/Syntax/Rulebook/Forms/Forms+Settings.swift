import SourceText

// What a base leaves for a place to set, and scales that a place maps onto its own words.
extension Forms {
  static let settingKeys: [Key<RulebookTree>] = [
    Key(
      "settings", .declared(Forms.setting, by: .spokenName), not: ["setting", "parameters", "参数"],
      en: "what a place may set", zh: "各地可以设定的参数"
    ) { $0.mediation.settings = $1 },
    Key(
      "scales", .declared(Forms.scale, by: .spokenName), not: ["scale", "等级"],
      en: "ordered words that a place may name in its own", zh: "各地可以换用自己说法的等级"
    ) { $0.mediation.scales = $1 },
  ]

  /// `follow_up_after: {value: 15 days, max: 90 days}` or, to set it, `follow_up_after: 30 days`.
  static let setting: Form<SettingTree> = Form(
    "setting", en: "a setting", zh: "参数", example: "{value: 15 days, max: 90 days}",
    short: .init(.literal) {
      $0.value = $1
      $0.isValueAlone = true
    },
    keys: [
      .title { $0.title = $1 },
      Key(
        "value", .literal, required: true, not: ["default", "is", "start"], en: "its value",
        zh: "它的值"
      ) { $0.value = $1 },
      Key("type", .type, en: "its type, where the value does not tell it", zh: "它的类型") {
        $0.type = $1
      },
      Key("min", .literal, not: ["minimum"], en: "the least value", zh: "最小值") { $0.minimum = $1 },
      Key("max", .literal, not: ["maximum"], en: "the greatest value", zh: "最大值") {
        $0.maximum = $1
      },
      Key(
        "local", .choice(["any", "shorter", "longer", "sealed"]),
        en: "how far a place may move it", zh: "各地可以如何改动"
      ) { $0.local = $1 },
    ] + Key.basis { $0.basis += $1 },
    make: { SettingTree(name: $0.name, span: $0.span) })

  /// `风险: {values: [低, 高]}`, or what maps onto one.
  static let scale: Form<ScaleTree> = Form(
    "scale", en: "a scale", zh: "等级", example: "{values: [low, high]}",
    keys: [
      .title { $0.title = $1 },
      Key(
        "of", .name, not: ["for", "maps"], en: "the scale whose words it stands for", zh: "所对应的等级"
      ) {
        $0.of = $1
      },
      Key(
        "values", .scaleWords, required: true, not: ["ordered", "words", "取值"],
        en: "its words, lowest first", zh: "由低到高的取值"
      ) { $0.words = $1 },
      Key("ask", .text, not: ["question"], en: "the question to ask", zh: "询问用语") {
        $0.question = $1
      },
    ],
    make: { ScaleTree(name: $0.name, span: $0.span) })

  /// `橙`, or `{id: 橙, stands_for: 高}`.
  static let scaleWord: Form<ScaleTree.Word> = Form(
    "scale_word", en: "a word of a scale", zh: "等级的取值", example: "{id: orange, stands_for: high}",
    short: .init(.spokenName) { $0.name = $1 },
    keys: [
      Key("id", .spokenName, required: true, not: ["name"], en: "the word", zh: "取值") {
        $0.name = $1
      },
      .title { $0.title = $1 },
      Key("stands_for", .name, not: ["means", "is"], en: "what it stands for", zh: "对应的取值") {
        $0.standsFor = $1
      },
    ],
    make: { ScaleTree.Word(name: Located("", at: $0.span)) })
}

extension Reading where Value == [ScaleTree.Word] {
  /// The words of a scale, each once.
  fileprivate static var scaleWords: Reading {
    let list = Reading.list(of: .form(Forms.scaleWord))
    return Reading(list.shape) { slot, diagnostics in
      guard let all = list.read(slot, &diagnostics) else { return nil }
      let words = all.filter { !$0.name.value.isEmpty }
      if !slot.node.isFaulty, slot.node.sequence?.isEmpty == true {
        diagnostics.report(.emptyValue(slot, needs: list.shape))
      }
      reportDuplicates(
        of: words.map(\.name), noun: Bilingual(en: "the word", zh: "取值"), into: &diagnostics)
      return words
    }
  }
}
