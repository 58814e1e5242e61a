import Testing

/// The facts that most tests of this folder speak of.
let mediation = Vocabulary(
  """
  type 纠纷: 婚姻, 邻里, 劳动
  type 来源: 申请, 主动, 邻里
  ordered 难易: 简单, 一般, 疑难
  fact 金额: money
  fact 赔偿: money or null
  fact 人数: integer
  fact 比例: number
  fact 有伤: boolean
  fact 姓名: text
  fact 别名: text or null
  fact 受理日: date
  fact 届满日: date or null
  fact 时刻: date-time
  fact 限期: days-duration
  fact 年限: months-duration
  fact 类别: 纠纷
  fact 难度: 难易
  fact 上次: 难易 or null
  fact 名单: list of text
  fact 数目: list of integer
  fact 款项: list of money
  fact 类别们: list of 纠纷
  fact 缺口: list of (money or null)
  fact 甲: {姓: text, 年龄: integer, 备注: text or null}
  fact 当事人: list of {姓: text, 年龄: integer}
  variable 次数: integer
  decision 分类: {脚本: text, 级别: 难易}
  state 办理.调解
  state 办理.鉴定
  state 终止
  event amount: money
  """)

@Suite struct TypingTests {
  @Test(arguments: [
    ("5", "integer"), ("0.5", "number"), ("1e3", "integer"), ("-2", "integer"),
    ("\"a\"", "text"), ("true", "boolean"), ("null", "null"), ("[]", "list"),
    ("@\"2026-01-01\"", "date"), ("@\"2026-01-01T09:00\"", "date-time"),
    ("@\"P3D\"", "days-duration"), ("@\"P1M\"", "months-duration"),
    ("金额", "money"), ("赔偿", "money or null"), ("次数", "integer"), ("分类.脚本", "text"),
    ("分类.级别", "难易"), ("分类", "{脚本: text, 级别: 难易}"), ("甲.年龄", "integer"),
    ("event.amount", "money"), ("婚姻", "纠纷"), ("来源.邻里", "来源"), ("in(调解)", "boolean"),
    ("in(办理.调解)", "boolean"), ("today()", "date"), ("now()", "date-time"),
    ("opened()", "date-time"), ("{a: 1, b: 金额}", "{a: integer, b: money}"),
    ("[1..5]", "range of integer"), ("[1, 2.5]", "list of number"),
    ("[金额, 5]", "list of money"), ("[婚姻, 劳动]", "list of 纠纷"),
    ("[1, null]", "list of (integer or null)"),
  ])
  func valuesHaveTheirTypes(text: String, type: String) {
    #expect(Typed(text, in: mediation).type == type)
  }

  @Test(arguments: [
    ("人数 + 1", "integer"), ("人数 - 次数", "integer"), ("人数 * 2", "integer"),
    ("人数 / 2", "number"), ("人数 ** 2", "number"), ("人数 + 0.5", "number"),
    ("比例 * 人数", "number"), ("-比例", "number"), ("-金额", "money"),
    ("金额 + 5", "money"), ("5 + 金额", "money"), ("金额 - 金额", "money"),
    ("金额 * 2", "money"), ("2 * 金额", "money"), ("金额 * 比例", "money"),
    ("金额 / 人数", "money"), ("金额 / 2", "money"), ("金额 / 金额", "number"),
    ("100 / 金额", "number"), ("金额 * (1 + 2)", "money"), ("(100 + 50) + 金额", "money"),
    ("金额 + 50 * 人数", "money"), ("金额 - 人数 * 0.5 / 2", "money"), ("50 * 人数 / 金额", "number"),
    ("50 * 人数", "integer"), ("max(金额, 50 * 人数)", "money"), ("max(人数, 50 * 人数)", "integer"),
    ("\"a\" + 姓名", "text"), ("受理日 - 受理日", "days-duration"),
    ("时刻 - now()", "days-duration"), ("受理日 + @\"P3D\"", "date"),
    ("@\"P1M\" + 受理日", "date"), ("受理日 - 年限", "date"), ("时刻 + 限期", "date-time"),
    ("限期 + 限期", "days-duration"), ("年限 - 年限", "months-duration"),
    ("限期 * 2", "days-duration"), ("2 * 年限", "months-duration"),
    ("限期 / 2", "days-duration"), ("限期 / 限期", "number"), ("-限期", "days-duration"),
  ])
  func arithmeticFollowsTheTables(text: String, type: String) {
    #expect(Typed(text, in: mediation).type == type)
  }
}
