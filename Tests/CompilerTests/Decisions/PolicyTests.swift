import Testing

@Suite struct PolicyTests {
  @Test(arguments: [
    ("unique", "money"), ("U", "money"), ("any", "money"), ("A", "money"), ("first", "money"),
    ("F", "money"),
    ("rule order", "list of money"), ("R", "list of money"), ("collect", "list of money"),
    ("C", "list of money"),
    ("sum", "money"), ("C+", "money"), ("min", "money"), ("C<", "money"), ("max", "money"),
    ("C>", "money"),
    ("count", "integer"), ("C#", "integer"),
  ])
  func thePolicySaysWhatTheTableGives(policy: String, type: String) {
    let lowered = LoweredDecisions(
      "d: {hit: \"\(policy)\", inputs: [类别], outputs: {a: money}, rules: [{then: 5}]}"
    )
    #expect(lowered.marks == [])
    #expect(lowered.lines.first?.hasPrefix("decision d: \(type) (") == true)
  }

  @Test func prioritiesAreWrittenOrTheOrderOfTheWords() {
    let lowered = LoweredDecisions(
      """
      甲: {hit: P, inputs: [金额], outputs: {a: 纠纷, b: text}, rules: [{then: {a: 婚姻, b: x}}]}
      乙:
        hit: O
        inputs: [金额]
        outputs: {a: {type: 难易, priority: [疑难, 简单, 一般]}}
        rules: [{then: 一般}]
      丙:
        hit: P
        inputs: [金额]
        outputs: {a: {type: integer, priority: [3, 1]}}
        rules: [{then: 1}, {then: 人数}]
      """)
    #expect(lowered.marks == [])
    #expect(lowered.lines.contains("  output a: 纠纷 婚姻 > 邻里 > 劳动"))
    #expect(lowered.lines.contains("  output b: text"))
    #expect(lowered.lines.contains("  output a: 难易 疑难 > 简单 > 一般"))
    #expect(lowered.lines.contains("  output a: integer 3 > 1"))
    #expect(lowered.lines.contains("decision 乙: list of 难易 (output order)"))
  }

  @Test func resultsAreWordsOrComputed() {
    let lowered = LoweredDecisions(
      """
      d:
        hit: first
        inputs: [赔偿]
        outputs: {文: text, 数: money or null, 级: 难易, 表: list of text, 日: date}
        rules:
          - when: {赔偿: null}
            then: {文: 金额, 数: null, 级: 简单, 表: [a, b], 日: 2026-01-01}
          - when: {赔偿: "> 5"}
            then: {文: {is: 姓名}, 数: 赔偿 * 2, 级: {is: 难度}, 表: 名单, 日: 受理日}
        otherwise: {文: x, 数: 5, 级: 一般, 表: [], 日: today()}
      """)
    #expect(lowered.marks == [])
    #expect(
      lowered.lines.suffix(3) == [
        "  row 1: null => \"金额\" | null | 简单 | [\"a\", \"b\"] | @\"2026-01-01\"",
        "  row 2: > 5 => 姓名 | 赔偿 * 2 | 难度 | 名单 | 受理日",
        "  otherwise => \"x\" | 5 | 一般 | [] | today()",
      ])
  }

  @Test func aCellThatRulesOutNullLetsTheRowUseTheValue() {
    func rows(_ cell: String) -> [String] {
      LoweredDecisions(
        "d: {inputs: [赔偿, 届满日], outputs: {a: money}, rules: [{when: \(cell), then: 赔偿 * 2}]}"
      ).marks
    }
    #expect(rows("{赔偿: '> 5'}") == [])
    #expect(rows("{赔偿: '[1..5], 9'}") == [])
    #expect(rows("{赔偿: not(null)}") == [])
    #expect(rows("{赔偿: 'not(5, < 3)'}") == [])
    #expect(rows("赔偿 != null and 有伤") == [])
    #expect(rows("{赔偿: '-'}") == ["FQ0234 赔偿"])
    #expect(rows("{赔偿: '> 5, null'}") == ["FQ0234 赔偿"])
    #expect(rows("{届满日: not(null)}") == ["FQ0234 赔偿"])
    #expect(rows("{赔偿: not(5)}") == ["FQ0234 赔偿"])
  }

  @Test func spreadsheetsAreReadAsTheyAreSaved() {
    let lowered = LoweredDecisions(
      """
      d:
        hit: collect
        inputs: [金额, 有伤, 受理日]
        outputs: {b: boolean, m: money, t: date}
        table: t.csv
      """,
      files: [
        "t.csv": """
        金额,有伤,受理日,b,m,t
        "5,000",TRUE,2026/1/1,FALSE,"1,234,567.50",2026/12/31
        ">= 5,000",false,< 2026-1-9,true,5,2026年2月3日
        "1, 2",-,,True,-5,2026-01-01

        """
      ])
    #expect(lowered.marks == [])
    #expect(
      lowered.lines.suffix(3) == [
        "  row 2: 5000 | true | @\"2026-01-01\" => false | 1234567.5 | @\"2026-12-31\"",
        "  row 3: >= 5000 | false | < @\"2026-01-09\" => true | 5 | @\"2026-02-03\"",
        "  row 4: 1, 2 | - | - => true | -5 | @\"2026-01-01\"",
      ])
  }
}
