import SourceText
import Testing

@Suite struct ComparisonTests {
  @Test(arguments: [
    "金额 > 5000", "5000 < 金额", "金额 >= 100 * 3", "金额 = 赔偿", "人数 = 比例", "人数 < 2.5",
    "有伤 = true", "姓名 < \"b\"", "受理日 <= today()", "时刻 > now()", "限期 > @\"P3D\"",
    "年限 >= @\"P1Y\"", "类别 = 婚姻", "婚姻 = 类别", "类别 != 邻里", "难度 < 疑难", "一般 <= 难度",
    "上次 = 简单", "赔偿 = null", "null != 赔偿", "别名 = null or 别名 = \"a\"",
    "名单 = []", "名单 = [\"a\"]", "甲 = {姓: \"a\", 年龄: 3, 备注: null}",
    "甲 = {年龄: 3, 姓: \"a\"}", "分类.级别 = 一般", "event.amount > 3",
    "(if 有伤 then 简单 else 一般) = 难度", "难度 = (if 有伤 then 简单 else 一般)",
    "金额 between 100 and 500", "难度 between 简单 and 一般", "受理日 between @\"2026-01-01\" and today()",
  ])
  func likeValuesCompare(text: String) {
    #expect(Typed(text, in: mediation, expecting: "boolean").type == "boolean")
  }

  @Test(arguments: [
    ("金额 = 人数", "FQ0235 人数"), ("人数 < 金额", "FQ0235 金额"), ("姓名 = 5", "FQ0235 5"),
    ("有伤 = \"true\"", "FQ0235 \"true\""), ("受理日 = now()", "FQ0235 now()"),
    ("类别 = \"婚姻\"", "FQ0235 \"婚姻\""), ("限期 = @\"P1M\"", "FQ0235 @\"P1M\""),
    ("姓名 = 名单", "FQ0235 名单"), ("名单 = 姓名", "FQ0235 姓名"), ("甲 = 名单", "FQ0235 名单"),
    ("类别 = 难度", "FQ0235 难度"), ("金额 = true", "FQ0235 true"),
    ("类别 < 邻里", "FQ0236 类别 < 邻里"), ("有伤 > false", "FQ0236 有伤 > false"),
    ("名单 < 名单", "FQ0236 名单 < 名单"), ("甲 < 甲", "FQ0236 甲 < 甲"),
    ("类别 between 婚姻 and 邻里", "FQ0236 婚姻 and 邻里"),
    ("赔偿 > 5", "FQ0234 赔偿"), ("5 <= 赔偿", "FQ0234 赔偿"),
    ("赔偿 between 1 and 2", "FQ0234 赔偿"), ("金额 between 1 and 赔偿", "FQ0234 赔偿"),
    ("金额 > null", "FQ0234 null"), ("金额 = null", "FQ0239 金额"), ("null = 金额", "FQ0239 金额"),
    ("null = null", "FQ0239 null = null"), ("类别 = 调解", "FQ0232 调解"),
    ("金额 between 人数 and 5", "FQ0235 人数 and 5"), ("金额 between 5 and \"a\"", "FQ0248 \"a\""),
    ("金额 between 5 and 1", "FQ0249 5 and 1"),
  ])
  func unlikeValuesDoNot(text: String, mark: String) {
    #expect(Typed(text, in: mediation).marks == [mark])
  }

  @Test func aQuotedWordIsMendedByTakingTheQuotesAway() throws {
    let finding = try #require(Typed("类别 = \"婚姻\"", in: mediation).findings.first)
    #expect(finding.fix?.replacement == "婚姻")
    #expect(finding.fix?.isSafe == true)
  }
}

@Suite struct ArithmeticFaultTests {
  @Test(arguments: [
    ("金额 + 人数", "FQ0238 金额 + 人数"), ("比例 - 金额", "FQ0238 比例 - 金额"),
    ("金额 * 金额", "FQ0238 金额 * 金额"), ("人数 / 金额", "FQ0238 人数 / 金额"),
    ("金额 + 人数 * 比例", "FQ0238 金额 + 人数 * 比例"),
    ("金额 + (人数 + 50)", "FQ0238 金额 + (人数 + 50)"),
    ("金额 ** 2", "FQ0238 金额 ** 2"), ("姓名 + 5", "FQ0237 姓名 + 5"),
    ("姓名 - 姓名", "FQ0237 姓名 - 姓名"), ("受理日 + 1", "FQ0237 受理日 + 1"),
    ("受理日 + 受理日", "FQ0237 受理日 + 受理日"), ("受理日 - now()", "FQ0237 受理日 - now()"),
    ("限期 + 年限", "FQ0237 限期 + 年限"), ("限期 - 受理日", "FQ0237 限期 - 受理日"),
    ("限期 * 限期", "FQ0237 限期 * 限期"), ("2 / 限期", "FQ0237 2 / 限期"),
    ("限期 + 金额", "FQ0237 限期 + 金额"), ("有伤 + 有伤", "FQ0237 有伤 + 有伤"),
    ("-姓名", "FQ0237 姓名"), ("-有伤", "FQ0237 有伤"), ("赔偿 + 5", "FQ0234 赔偿"),
    ("-赔偿", "FQ0234 赔偿"), ("金额 * null", "FQ0234 null"),
    ("金额 / 0", "FQ0247 0"), ("人数 / -0.0", "FQ0247 -0.0"), ("限期 / 0", "FQ0247 0"),
    ("modulo(人数, 0)", "FQ0247 0"),
    ("12345678901234567890123456789012345", "FQ0263 12345678901234567890123456789012345"),
    ("1e9999", "FQ0263 1e9999"),
  ])
  func whatMeansNothingIsRefused(text: String, mark: String) {
    #expect(Typed(text, in: mediation).marks == [mark])
  }
}
