internal import SourceText

/// What `init` writes: a rulebook of one decision and a few states, and a case that tests it.
struct StarterRulebook {
  let name: String
  let language: Language

  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_"
    else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-"
    }
  }

  /// Paths below the rulebook's folder.
  var files: [(path: String, text: String)] {
    [("rulebook.yaml", rulebook), ("cases/\(caseName).yaml", firstCase)]
  }

  var caseName: String { language == .chinese ? "第一件" : "first" }

  private var rulebook: String {
    language == .chinese ? Self.chineseRulebook(name) : Self.englishRulebook(name)
  }

  private var firstCase: String {
    language == .chinese ? Self.chineseCase(name) : Self.englishCase(name)
  }

  private static func englishRulebook(_ name: String) -> String {
    """
    rulebook: \(name)
    language: 1
    version: "1"
    title: {en: A first rulebook}

    types:
      difficulty: {ordered: [simple, ordinary, hard]}

    facts:
      danger: {type: [no, yes], ask: {en: Is anybody in danger?}}
      amount: {type: money, min: 0, ask: {en: How much is in dispute?}}

    events:
      accept: {title: {en: accept the case}}
      agreed: {title: {en: the parties agree}}
      not_agreed: {title: {en: no agreement}}

    decisions:
      grade:
        hit: first
        inputs: [amount]
        outputs: {difficulty: difficulty}
        rules: |
          | id    | amount   | => difficulty | because |
          | small | < 5000   | simple        | local   |
          | large | >= 50000 | hard          | local   |
        otherwise: ordinary

    workflow:
      initial: registered
      states:
        registered:
          on:
            accept:
              - {when: danger = yes, to: police}
              - mediation
        mediation:
          entry: [{decide: grade}]
          on: {agreed: closed, not_agreed: ended}
          after: {30 days: ended}
        police:
          type: final
          entry: [{notify: {to: [police], text: {en: danger reported}}}]
        closed: {type: final}
        ended:
          type: final
          entry: [{inform: {en: You may go to court.}}]

    """
  }

  private static func englishCase(_ name: String) -> String {
    """
    case: first
    rulebook: \(name)
    opened: 2026-05-06T09:20
    facts: {danger: no}
    journal:
      - at: 2026-05-06T10:00
        event: accept
        set: {amount: 800}
        expect: {state: mediation, decisions: {grade: simple}, due: {mediation: 2026-06-05}}
      - at: 2026-05-08T16:00
        event: agreed
    expect: {state: closed}

    """
  }

  private static func chineseRulebook(_ name: String) -> String {
    """
    rulebook: \(name)
    language: 1
    version: "1"
    title: {zh: 第一本规则书}

    types:
      难易: {ordered: [简单, 一般, 疑难]}

    facts:
      危险: {type: [无, 有], ask: {zh: 有没有人身危险？}}
      金额: {type: money, min: 0, ask: {zh: 争议金额多少元？}}

    events:
      受理: {title: {zh: 受理申请}}
      谈成: {title: {zh: 达成协议}}
      谈不成: {title: {zh: 未达成协议}}

    decisions:
      分级:
        hit: first
        inputs: [金额]
        outputs: {难易: 难易}
        rules: |
          | id   | 金额     | => 难易 | because |
          | 小额 | < 5000   | 简单    | local   |
          | 大额 | >= 50000 | 疑难    | local   |
        otherwise: 一般

    workflow:
      initial: 登记
      states:
        登记:
          on:
            受理:
              - {when: 危险 = 有, to: 报警}
              - 调解
        调解:
          entry: [{decide: 分级}]
          on: {谈成: 结案, 谈不成: 终止}
          after: {30 days: 终止}
        报警:
          type: final
          entry: [{notify: {to: [公安], text: {zh: 报告险情}}}]
        结案: {type: final}
        终止:
          type: final
          entry: [{inform: {zh: 可以向人民法院起诉。}}]

    """
  }

  private static func chineseCase(_ name: String) -> String {
    """
    case: 第一件
    rulebook: \(name)
    opened: 2026-05-06T09:20
    facts: {危险: 无}
    journal:
      - at: 2026-05-06T10:00
        event: 受理
        set: {金额: 800}
        expect: {state: 调解, decisions: {分级: 简单}, due: {调解: 2026-06-05}}
      - at: 2026-05-08T16:00
        event: 谈成
    expect: {state: 结案}

    """
  }
}
