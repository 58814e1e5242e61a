import SourceText
import Testing

@Suite struct NullTests {
  @Test(arguments: [
    "赔偿 != null and 赔偿 > 5", "赔偿 = null or 赔偿 > 5", "not(赔偿 = null) and 赔偿 > 5",
    "not(赔偿 != null) or 赔偿 > 5", "if 赔偿 = null then false else 赔偿 > 5",
    "if 赔偿 != null then 赔偿 > 5 else false", "null != 赔偿 and 赔偿 > 5",
    "赔偿 = 金额 and 赔偿 > 5", "赔偿 != 金额 or 赔偿 > 5",
    "赔偿 != null and 届满日 != null and 赔偿 > 5 and 届满日 > today()",
    "(赔偿 = null or 届满日 = null) or 赔偿 > 5 and 届满日 > today()",
    "赔偿 in (1, [5..9]) and 赔偿 > 2", "赔偿 in not(null) and 赔偿 > 2",
    "甲.备注 != null and 甲.备注 < \"a\"", "赔偿 != null and (有伤 or 赔偿 > 5)",
    "赔偿 != null and (if 有伤 then 赔偿 else 5) > 3",
    "some x in 缺口 satisfies x != null and x > 5", "every x in 缺口 satisfies x = null or x > 5",
    "count(缺口[item != null]) > 2", "sum(缺口[item != null]) > 5",
    "count(缺口[item != null and item > 5]) > 2", "(赔偿 = null) or (赔偿 > 5)",
    "赔偿 != null and (some x in 款项 satisfies x > 赔偿)", "不 != null and 不 > 3",
    "not(赔偿 = null or 有伤) and 赔偿 > 5",
    "if 赔偿 = null or 届满日 = null then true else 赔偿 > 5 and 届满日 > today()",
    "名单[1] != null", "count(名单) > 0 and 名单[1] = \"a\"",
  ])
  func whatRulesNullOutLetsTheValueBeUsed(text: String) {
    let vocabulary = text.hasPrefix("不") ? Vocabulary("fact 不: integer or null") : mediation
    #expect(Typed(text, in: vocabulary).marks == [])
  }

  @Test(arguments: [
    ("赔偿 != null or 赔偿 > 5", "FQ0234 赔偿"), ("赔偿 = null and 赔偿 > 5", "FQ0234 赔偿"),
    ("if 赔偿 = null then 赔偿 > 5 else true", "FQ0234 赔偿"),
    ("赔偿 > 5 and 赔偿 != null", "FQ0234 赔偿"),
    ("(赔偿 != null or 有伤) and 赔偿 > 5", "FQ0234 赔偿"),
    ("届满日 != null and 赔偿 > 5", "FQ0234 赔偿"), ("赔偿 = 赔偿 and 赔偿 > 5", "FQ0234 赔偿"),
    ("(赔偿 != null) = true and 赔偿 > 5", "FQ0234 赔偿"),
    ("赔偿 in (null, [5..9]) and 赔偿 > 2", "FQ0234 赔偿"),
    ("sum(缺口) > 5", "FQ0242 缺口"), ("not(赔偿 != null and 有伤) and 赔偿 > 5", "FQ0234 赔偿"),
    ("abs(赔偿) > 5", "FQ0234 赔偿"), ("别名.x = 3", "FQ0234 别名"), ("名单[1] < \"a\"", "FQ0234 名单[1]"),
  ])
  func whatDoesNotRuleItOutDoesNot(text: String, mark: String) {
    #expect(Typed(text, in: mediation).marks == [mark])
  }

  @Test(arguments: [("赔偿 > 5", "赔偿"), ("甲.备注 < \"a\"", "甲.备注"), ("名单[1] < \"a\"", "x")])
  func theMendNamesTheValue(text: String, name: String) {
    let help = "rule null out first: `\(name) != null and …`, or `if \(name) = null then … else …`"
    #expect(Typed(text, in: mediation).findings.map { $0.help?.en } == [help])
  }

  @Test(arguments: [
    ("if 有伤 then 金额 else null", "money or null"), ("if 有伤 then null else 金额", "money or null"),
    ("if 有伤 then 赔偿 else 金额", "money or null"), ("if 赔偿 = null then 0 else 赔偿", "money"),
    ("if 赔偿 != null then 赔偿 else 0", "money"), ("if 有伤 then 1 else 2.5", "number"),
    ("if 有伤 then 婚姻 else 劳动", "纠纷"), ("if 有伤 then 邻里 else 类别", "纠纷"),
    ("if 有伤 then [] else 名单", "list of text"), ("if 有伤 then 0 else 金额", "money"),
    ("if 有伤 then 类别 else 邻里", "纠纷"),
  ])
  func branchesMeetInOneType(text: String, type: String) {
    #expect(Typed(text, in: mediation).type == type)
  }
}
