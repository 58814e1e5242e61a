import Model
import Testing

@Suite struct CollectionTests {
  @Test(arguments: [
    ("名单[1]", "text or null"), ("名单[-1]", "text or null"), ("数目[人数]", "integer or null"),
    ("名单[item = \"a\"]", "list of text"), ("数目[item > 3]", "list of integer"),
    ("当事人[年龄 > 3]", "list of {姓: text, 年龄: integer}"), ("当事人.姓", "list of text"),
    ("当事人[1]", "{姓: text, 年龄: integer} or null"), ("缺口[item != null]", "list of money"),
    ("for x in 数目 return x * 2", "list of integer"), ("for x in 数目 return 金额", "list of money"),
    ("for i in 1..3 return i", "list of integer"),
    ("for i in 3..1 return string(i)", "list of text"),
    ("for x in 数目, y in 款项 return y", "list of money"),
    ("for p in 当事人 return p", "list of {姓: text, 年龄: integer}"),
    ("for x in [1, 2] return [x]", "list of list of integer"),
    ("some i in 1..3 satisfies i > 人数", "boolean"), ("[名单, [\"a\"]]", "list of list of text"),
    ("[[], 数目]", "list of list of integer"), ("[{a: 1}, {a: 2.5}]", "list of {a: number}"),
    ("[简单, 难度]", "list of 难易"), ("[]", "list"), ("[1..5]", "range of integer"),
    ("[简单..疑难]", "range of 难易"),
    ("(..5]", "range of integer"), ("[金额..5]", "range of money"),
    ("{a: [], b: null}", "{a: list, b: null}"),
    ("{甲: {乙: 1}}.甲.乙", "integer"), ("{a: 1}.a", "integer"),
    ("{a: 金额, b: a * 2}.b", "money"), ("{a: {人数: 有伤, b: 人数}, b: a.b}.b", "boolean"),
    ("{人数: 人数 + 0.5}.人数", "number"), ("{item: 甲, b: item.姓}.b", "text"),
    ("[{a: 1, b: a}, {a: 1.5, b: a}]", "list of {a: number, b: number}"),
    ("{a: 赔偿, b: if a = null then 金额 else a}.b", "money"), ("(if 有伤 then 甲 else 甲).姓", "text"),
  ])
  func collectionsHaveTheirTypes(text: String, type: String) {
    #expect(Typed(text, in: mediation).type == type)
  }

  @Test(arguments: [
    ("[1, \"a\"]", "FQ0248 \"a\""), ("[金额, 人数]", "FQ0248 人数"), ("[婚姻, 申请]", "FQ0248 申请"),
    ("名单[\"a\"]", "FQ0233 \"a\""), ("名单[1.5]", "FQ0233 1.5"), ("数目[item]", "FQ0261 item"),
    ("姓名[1]", "FQ0257 姓名"), ("for x in 姓名 return x", "FQ0257 姓名"),
    ("for x in 金额..5 return x", "FQ0260 金额..5"),
    ("for x in 1..100000 return x", "FQ0260 1..100000"), ("some x in 数目 satisfies x", "FQ0233 x"),
    ("some x in 数目 satisfies y > 3", "FQ0230 y"), ("for x in 缺口 return x + 1", "FQ0234 x"),
    ("当事人.年", "FQ0243 年"), ("名单.长", "FQ0243 长"), ("甲[1]", "FQ0257 甲"), ("[5..1]", "FQ0249 [5..1]"),
    ("[婚姻..劳动]", "FQ0236 [婚姻..劳动]"), ("[有伤..true]", "FQ0236 [有伤..true]"), ("[1..赔偿]", "FQ0234 赔偿"),
    ("if 有伤 then 1 else \"a\"", "FQ0248 \"a\""), ("if 金额 then 1 else 2", "FQ0233 金额"),
    ("if 赔偿 = null then 金额 else 人数", "FQ0248 人数"), ("有伤 and 金额", "FQ0233 金额"),
    ("not 金额", "FQ0233 金额"),
    ("金额 or 有伤 or 姓名", "FQ0233 金额 FQ0233 姓名"), ("当事人[年岁 > 3]", "FQ0230 年岁"),
    ("{b: a, a: 1}", "FQ0230 a"), ("{a: a + 1}", "FQ0230 a"), ("{a: 有伤, b: a + 1}", "FQ0237 a + 1"),
    ("{a: 无名, b: a + 1, c: 有伤 + 1}", "FQ0230 无名 FQ0237 有伤 + 1"), ("[{a: 1}.a, a]", "FQ0230 a"),
    ("{item: 甲, b: 姓}.b", "FQ0230 姓"),
    (
      "{a: 1, b: a + a, c: b + b, d: c + c, e: d + d, f: e + e, g: f + f, h: g + g, i: h + h, "
        + "j: i + i, k: j + j, l: k + k, m: l + l}", "FQ0218 l"
    ),
  ])
  func faultyOnesAreRefused(text: String, mark: String) {
    #expect(Typed(text, in: mediation).marks.joined(separator: " ") == mark)
  }

  @Test(arguments: [
    ("5", "money", "money"), ("5", "number", "number"), ("100 * 3", "money", "money"),
    ("[]", "list of money", "list of money"),
    ("[5, 金额]", "list of money", "list of money"), ("[1, 2]", "list of number", "list of number"),
    ("婚姻", "纠纷", "纠纷"), ("邻里", "来源", "来源"), ("[邻里]", "list of 来源", "list of 来源"),
    ("null", "money or null", "null"),
    ("5", "money or null", "money"), ("人数", "number", "integer"),
    ("if 有伤 then 5 else 6", "money", "money"),
    ("if 有伤 then 邻里 else 主动", "来源", "来源"), ("名单[1]", "text or null", "text or null"),
    ("for x in 数目 return 邻里", "list of 来源", "list of 来源"),
    ("for x in 数目 return 5", "list of money", "list of money"),
    ("min(5, 6)", "number", "integer"), ("-5", "money", "money"),
  ])
  func theExpectedTypeSettlesWhatIsOpen(text: String, expected: String, type: String) {
    let typed = Typed(text, in: mediation, expecting: expected)
    #expect(typed.type == type)
    #expect(typed.marks == [])
  }

  @Test(arguments: [
    ("人数", "money", "FQ0233 人数"), ("金额", "number", "FQ0233 金额"), ("比例", "integer", "FQ0233 比例"),
    ("0.5", "integer", "FQ0233 0.5"), ("赔偿", "money", "FQ0234 赔偿"),
    ("null", "money", "FQ0234 null"),
    ("\"婚姻\"", "纠纷", "FQ0233 \"婚姻\""), ("金额", "boolean", "FQ0233 金额"),
    ("now()", "date", "FQ0233 now()"),
    ("today()", "date-time", "FQ0233 today()"), ("姓名", "list of text", "FQ0233 姓名"),
    ("名单", "text", "FQ0233 名单"),
    ("5", "text", "FQ0233 5"), ("张三", "text", "FQ0230 张三"),
    ("@\"P1M\"", "days-duration", "FQ0233 @\"P1M\""),
    ("[1, 金额]", "list of number", "FQ0233 金额"), ("[赔偿]", "list of money", "FQ0234 赔偿"),
  ])
  func whatDoesNotFitIsRefused(text: String, expected: String, mark: String) {
    #expect(Typed(text, in: mediation, expecting: expected).marks == [mark])
  }

  @Test func aRecordTakesTheFieldsOfItsType() throws {
    let vocabulary = Vocabulary("fact 甲: {姓: text, 额: money, 注: text or null}")
    let typed = Typed("甲 = {额: 5, 姓: \"a\"}", in: vocabulary)
    let expression = try #require(typed.expression)
    guard case .compare(.equal, _, let record) = expression.kind,
      case .record(let values) = record.kind
    else {
      Issue.record("it compares with a record")
      return
    }
    #expect(values.map(\.type) == [.text, .money, .null])
    #expect(Typed("甲 = {额: 5}", in: vocabulary).marks == ["FQ0255 {额: 5}"])
    #expect(Typed("甲 = {额: 5, 姓: \"a\", x: 1}", in: vocabulary).marks == ["FQ0243 x"])
    #expect(Typed("甲 = {额: \"a\", 姓: \"a\"}", in: vocabulary).marks == ["FQ0233 \"a\""])
  }
}
