import Testing

@Suite struct TableLoweringTests {
  private static let columns = """
    分类:
      hit: first
      inputs: [类别, 金额, {name: 人均, is: 金额 / 人数}]
      outputs: {脚本: text, 级别: 难易}
      otherwise: {脚本: 融情, 级别: 一般}

    """

  private static let lines = [
    "decision 分类: {脚本: text, 级别: 难易} (first)",
    "  input 类别",
    "  input 金额",
    "  input 人均 = 金额 / 人数",
    "  output 脚本: text",
    "  output 级别: 难易",
    "  家事: 婚姻 | - | - => \"孝和\" | 简单 because local",
    "  小额: not(婚姻) | < 5000 | - => \"义礼\" | 简单",
    "  大额: 邻里, 劳动 | [5000..50000) | > 100 => \"义礼\" | 疑难 because local, reported",
    "  otherwise => \"融情\" | 一般",
  ]

  @Test func listRowsPipeTablesAndSpreadsheetsSayTheSame() {
    let list = LoweredDecisions(
      Self.columns + """
          rules:
            - {id: 家事, when: {类别: 婚姻}, then: {脚本: 孝和, 级别: 简单}, because: local}
            - id: 小额
              when: {类别: not(婚姻), 金额: "< 5000"}
              then: {脚本: 义礼, 级别: 简单}
            - id: 大额
              when: {类别: [邻里, 劳动], 金额: "[5000..50000)", 人均: "> 100"}
              then: {脚本: 义礼, 级别: 疑难}
              because: [local, reported]
        """)
    #expect(list.marks == [])
    #expect(list.lines == Self.lines)
    let pipes = LoweredDecisions(
      Self.columns + """
          rules: |
            | id   | 类别       | 金额          | 人均  | => 脚本 | 级别 | because         |
            | 家事 | 婚姻       | -             | -     | 孝和    | 简单 | local           |
            | 小额 | not(婚姻)  | < 5000        |       | 义礼    | 简单 |                 |
            | 大额 | 邻里, 劳动 | [5000..50000) | > 100 | 义礼    | 疑难 | local, reported |
        """)
    #expect(pipes.marks == [])
    #expect(pipes.lines == Self.lines)
    let file = """
      id,类别,金额,人均,脚本,级别,because\r
      家事,婚姻,-,,孝和,简单,local\r
      小额,not(婚姻),"< 5,000",,义礼,简单,\r
      大额,"邻里, 劳动",[5000..50000),> 100,义礼,疑难,"local, reported"\r

      """
    let csv = LoweredDecisions(Self.columns + "  table: t.csv", files: ["t.csv": file])
    #expect(csv.marks == [])
    #expect(csv.lines == Self.lines)
  }

  /// What names of a context's entries stand for is counted by expression, not by table.
  @Test func aTableMayHaveAnyNumberOfContexts() {
    let entries = "{a: 人数 + 1, b: a + a, c: b + b, d: c + c, e: d + d}"
    let rows = (1...400).map { "    | \($0) | \(entries).e |" }.joined(separator: "\n")
    let table = LoweredDecisions(
      """
      很多:
        inputs: [人数]
        outputs: {数: number}
        rules: |
          | 人数 | => 数 |
      \(rows)
        otherwise: 0
      """)
    #expect(table.marks == [])
  }
}
