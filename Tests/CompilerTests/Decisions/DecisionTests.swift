import SourceText
import Testing

@Suite struct DecisionTests {
  @Test func typesThatAreLeftOutAreInferredInTheOrderOfUse() {
    let lowered = LoweredDecisions(
      """
      寅: {is: 丑 + 5}
      丑: {is: 子 * 2}
      子: {is: 金额}
      卯: {is: if 寅 > 5 then 疑难 else 难度}
      戊: {is: 表 = 婚姻 and 卯 > 简单}
      己: {is: 5, type: money}
      表: {inputs: [己, 卯], outputs: {a: 纠纷}, rules: [{when: {己: "> 寅", 卯: 简单}, then: 婚姻}]}
      庚: {is: "[子, 5]"}
      辛: {is: some 子 in 数目 satisfies 子 > 辛数}
      辛数: {is: 3}
      """)
    #expect(lowered.marks == [])
    #expect(
      lowered.lines == [
        "decision 寅: money = 丑 + 5", "decision 丑: money = 子 * 2", "decision 子: money = 金额",
        "decision 卯: 难易 = if 寅 > 5 then 疑难 else 难度",
        "decision 戊: boolean = 表 = 婚姻 and 卯 > 简单", "decision 己: money = 5",
        "decision 表: 纠纷 (unique)", "  input 己", "  input 卯", "  output a: 纠纷",
        "  row 1: > 寅 | 简单 => 婚姻", "decision 庚: list of money = [子, 5]",
        "decision 辛: boolean = some x in 数目 satisfies x > 辛数", "decision 辛数: integer = 3",
      ])
  }

  @Test(arguments: [
    ("子: {is: 子 + 1}", ["FQ0501 子"], "`子` → `子`"),
    ("子: {is: 丑 + 1}\n丑: {is: 子 + 1}", ["FQ0501 丑"], "`子` → `丑` → `子`"),
    (
      "子: {is: 丑 + 1, type: money}\n丑: {is: 寅 + 1}\n寅: {is: 子 * 2}", ["FQ0501 丑"],
      "`子` → `丑` → `寅` → `子`"
    ),
    (
      """
      子: {inputs: [丑], outputs: {a: money}, rules: [{when: {丑: '> 5'}, then: 5}]}
      丑: {is: 寅}
      寅: {is: 金额 + 子}
      """,
      ["FQ0501 丑"], "`子` → `丑` → `寅` → `子`"
    ),
    (
      """
      子: {inputs: [金额], outputs: {a: money}, rules: [{then: 丑}], otherwise: 3}
      丑: {is: 子 + 1, type: money}
      """,
      ["FQ0501 丑"], "`子` → `丑` → `子`"
    ),
    ("子: {is: 卯}\n卯: {is: 丑}\n丑: {is: 卯}", ["FQ0501 丑"], "`卯` → `丑` → `卯`"),
    ("子: {is: 子}\n丑: {is: 子 + 丑}", ["FQ0501 子", "FQ0501 丑"], "`子` → `子`"),
  ])
  func circlesAreRefusedWhole(yaml: String, marks: [String], circle: String) {
    let lowered = LoweredDecisions(yaml)
    #expect(lowered.marks == marks)
    #expect(
      lowered.findings.first?.message.en == "decisions use each other in a circle: \(circle)")
  }

  @Test func everyPlaceOfACircleIsLabelled() throws {
    let lowered = LoweredDecisions("子: {is: 丑 + 1}\n丑: {is: 寅 + 1}\n寅: {is: 子 + 1}")
    let finding = try #require(lowered.findings.first)
    #expect(finding.primary.message?.en == "`子` uses `丑` here")
    #expect(
      finding.labels.map { $0.message?.en } == ["`丑` uses `寅` here", "`寅` uses `子` here"])
  }

  @Test(arguments: [
    ("d: {is: \"null\"}", "FQ0502 null"), ("d: {is: \"[]\"}", "FQ0502 []"),
    ("d: {is: 金额 + 人数}", "FQ0238 金额 + 人数"), ("d: {is: 金额, type: number}", "FQ0233 金额"),
    ("d: {is: 金额, type: moeny}", "FQ0250 moeny"), ("d: {is: 金颔}\ne: {is: d + 1}", "FQ0230 金颔"),
    ("d: {is: event.amount2}", "FQ0245 amount2"), ("d: {is: \"金额 +\"}", "FQ0202"),
  ])
  func faultyExpressionsAreShownOnce(yaml: String, found: String) {
    #expect(LoweredDecisions(yaml).marks == [found])
  }

  @Test func outputsMayBeRecordsAndListsOfTheirOwnWords() {
    let lowered = LoweredDecisions(
      """
      d:
        inputs: [金额]
        outputs: {r: {record: {子: [成, 不成], 丑: integer or null}}}
        rules:
          - {when: {金额: "< 5"}, then: {子: 成}}
          - {when: {金额: ">= 5"}, then: {r: {子: 不成, 丑: 3}}}
      e: {is: d.子 = 成 and d.丑 != null}
      """)
    #expect(lowered.marks == [])
    #expect(lowered.lines.contains("  row 1: < 5 => {子: 成, 丑: null}"))
    #expect(lowered.lines.contains("  row 2: >= 5 => {子: 不成, 丑: 3}"))
  }
}
