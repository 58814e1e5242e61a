import Compiler
import Desk
import Model
import SourceText
import TestSupport
import Testing

/// What people type, and the value it is.
@Suite struct AnswerTests {
  private static let rulebook = """
    rulebook: answers
    types: {kind: {values: [{id: 婚姻家庭, title: {en: family}}, {id: 邻里, title: {en: neighbours}}, 合同]}}
    parties: {sides: [甲方], each: {年龄: integer, 代理人: boolean, 手机: {type: text, format: mobile_number}}}
    facts:
      确认: boolean
      金额: {type: money, min: 0, optional: true}
      人数: {type: integer, min: 1}
      哪天: date
      几时: {type: date-time}
      多久: {type: days-duration}
      几个月: {type: months-duration}
      类型: kind
      几类: {list: kind}
      内容: text
      证件: {type: text, format: identity_number}
      电话: {type: text, format: mobile_number, optional: true}
      各电话: {type: list of text, format: mobile_number}
    """

  private static let program = Result {
    try #require(
      RulebookCompiler(reading: FilesInMemory(["r.yaml": rulebook])).compile(path: "r.yaml").program
    )
  }

  private func read(_ text: String, _ name: String) throws -> String {
    let program = try Self.program.get()
    let fact = try #require(program.facts.elements.first { $0.name == name })
    let today = CalendarDate(year: 2026, month: 5, day: 20)
    do throws(AnswerFault) {
      return try AnswerReader(program: program, today: today).read(text, for: fact)
        .json(as: fact.type, in: program).text()
    } catch {
      return "!" + error.message.zh
    }
  }

  @Test(arguments: [
    ("确认", "是", "true"), ("确认", " 没有 ", "false"), ("确认", "Ｙ", "true"), ("确认", "2", "false"),
    ("金额", "40000", "40000"), ("金额", "４０，０００元", "40000"), ("金额", "1.5万", "15000"),
    ("金额", "四万", "40000"), ("金额", "￥300.50", "300.5"), ("金额", "没有", "null"), ("金额", "无", "null"),
    ("人数", "三人", "3"), ("人数", "十二", "12"), ("人数", "一百零五", "105"),
    ("哪天", "2026-05-06", "\"2026-05-06\""), ("哪天", "5月6日", "\"2026-05-06\""),
    ("哪天", "2026年5月6日", "\"2026-05-06\""), ("哪天", "20260506", "\"2026-05-06\""),
    ("哪天", "五月六号", "\"2026-05-06\""), ("哪天", "昨天", "\"2026-05-19\""),
    ("哪天", "去年12月31日", "\"2025-12-31\""),
    ("几时", "2026-05-06 9:20", "\"2026-05-06T09:20+08:00\""),
    ("几时", "5月6日9点20分", "\"2026-05-06T09:20+08:00\""),
    ("几时", "下午3点半", "\"2026-05-20T15:30+08:00\""),
    ("几时", "2026-05-06T09:20+08:00", "\"2026-05-06T09:20+08:00\""),
    ("多久", "3天", "\"P3D\""), ("多久", "两小时", "\"PT2H\""), ("几个月", "3个月", "\"P3M\""),
    ("类型", "2", "\"邻里\""), ("类型", "family", "\"婚姻家庭\""), ("类型", "婚姻", "\"婚姻家庭\""),
    ("几类", "1 3", "[\"婚姻家庭\",\"合同\"]"), ("几类", "邻里、合同", "[\"邻里\",\"合同\"]"), ("几类", "无", "[]"),
    ("内容", " 三日内移走，当场付款 ", "\"三日内移走，当场付款\""),
    (
      "甲方", "张某 52、李某",
      "[{\"name\":\"张某\",\"年龄\":52,\"代理人\":null,\"手机\":null},"
        + "{\"name\":\"李某\",\"年龄\":null,\"代理人\":null,\"手机\":null}]"
    ),
    ("甲方", "张某 代理人=是", "[{\"name\":\"张某\",\"年龄\":null,\"代理人\":true,\"手机\":null}]"),
    (
      "甲方", "张某 52 +8613800000001",
      "[{\"name\":\"张某\",\"年龄\":52,\"代理人\":null,\"手机\":\"13800000001\"}]"
    ),
    ("证件", "１１０１０５ 19491231 002x", "\"11010519491231002X\""),
    ("电话", "+86 138-0000-0001", "\"13800000001\""), ("电话", "没有", "null"),
    ("各电话", "138 0000 0001、13900000002", "[\"13800000001\",\"13900000002\"]"),
  ])
  func whatIsTypedIsReadByTheType(name: String, text: String, value: String) throws {
    #expect(try read(text, name) == value)
  }

  @Test(arguments: [
    ("确认", "也许", "请答“是”或者“否”"), ("金额", "很多", "“很多”不是数字；请写成 4000 或者 1.5万"),
    ("金额", "-5", "`金额` 不得小于 0"), ("金额", "1,20", "“1,20”不是数字；请写成 4000 或者 1.5万"),
    ("人数", "1.5", "“1.5”不是整数"), ("人数", "0", "`人数` 不得小于 1"),
    ("哪天", "2月30日", "“2月30日”不是日期；请写成 2026-05-06 或者 5月6日"),
    ("几时", "25:00", "“25:00”不是时间；请写成 2026-05-06 9:20 或者 5月6日 9点20分"),
    ("类型", "9", "没有第 9 项；请选 1 到 3"), ("类型", "旅游", "没有“旅游”这一项；可选：婚姻家庭、邻里、合同"),
    ("几类", "1 1", "“1”重复了"), ("内容", "  ", "没有输入内容"),
    ("甲方", "张某 住址=某村", "没有“住址”这一栏；可写：name、年龄、代理人、手机"),
    ("甲方", "张某 老", "请写明“老”是哪一栏，例如 name=老"),
    ("证件", "110105194912310021", "这不是身份证号码：最后一位校验码对不上，其中有一位写错或者两位写颠倒了"),
    ("证件", "110105194902300021", "这不是身份证号码：第 7 至 14 位的出生日期 1949-02-30 不存在"),
    ("证件", "11010519491231oo2X", "这不是身份证号码：第 15 位不能是 `O`"),
    ("证件", "（已删除1）", "这不是身份证号码：应为 18 位，这里有 6 位"), ("电话", "1380000000", "这不是手机号码：应为 11 位，这里有 10 位"),
    ("各电话", "13800000001、12800000001", "这不是手机号码：应以 13 至 19 开头，这里是 12"),
    ("甲方", "张某 手机=138", "这不是手机号码：应为 11 位，这里有 3 位"),
  ])
  func whatCannotBeReadIsRefusedWithTheReason(name: String, text: String, reason: String) throws {
    #expect(try read(text, name) == "!" + reason)
  }
}
