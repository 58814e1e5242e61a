import Compiler
import SourceText
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("金颔 > 5", "FQ0230 金颔", "write `金额`"),
    (
      "ｋ > 5", "FQ0230 ｋ",
      "declare it under `facts`, `variables` or `decisions`, or correct the name"
    ),
    ("办理.调解", "FQ0230 办理", "write `in(办理.调解)` to ask whether that state is active"),
    (
      "終止", "FQ0230 終止", "declare it under `facts`, `variables` or `decisions`, or correct the name"
    ),
    (
      "終止日 = 1", "FQ0230 終止日",
      "declare it under `facts`, `variables` or `decisions`, or correct the name"
    ),
    ("姓名 = 张三", "FQ0230 张三", "put text in double quotes: `\"张三\"`"),
    (
      "有伤 and 調解", "FQ0230 調解",
      "declare it under `facts`, `variables` or `decisions`, or correct the name"
    ),
    ("難度 = 简单", "FQ0230 難度", "write `难度`, which looks alike but has other characters"),
    ("类别 = 婚因", "FQ0232 婚因", "write `婚姻`"),
    ("类别 = 勞動", "FQ0232 勞動", "write `劳动`, which looks alike but has other characters"),
    ("类别 = 申请", "FQ0232 申请", "write one of `婚姻`, `邻里`, `劳动`"),
    ("纠纷.申请 = 类别", "FQ0232 申请", "write one of `婚姻`, `邻里`, `劳动`"),
    ("邻里", "FQ0231 邻里", "write one of `纠纷.邻里`, `来源.邻里`"),
    ("in(调节)", "FQ0244 调节", "write `调解`"),
    ("in(立案)", "FQ0244 立案", "write one of `办理`, `调解`, `鉴定`, `终止`"),
    ("甲.年岁", "FQ0243 年岁", "write `年龄`"), ("甲.x", "FQ0243 x", "write one of `姓`, `年龄`, `备注`"),
    ("event.mount", "FQ0245 mount", "write `amount`"), ("分类.级", "FQ0243 级", "write `级别`"),
    ("受理日.hour", "FQ0243 hour", "write one of `year`, `month`, `day`, `weekday`"),
    ("受理日.yaer", "FQ0243 yaer", "write `year`"),
    ("金额.元", "FQ0243 元", "use the value itself, without `.元`"),
  ])
  func unknownNamesComeWithWhatWasMeant(text: String, mark: String, help: String) {
    let typed = Typed(text, in: mediation)
    #expect(typed.marks == [mark])
    #expect(typed.findings.first?.help?.en == help)
  }

  @Test func aWordThatIsAlsoANameIsRefusedWhereBothCouldBeMeant() {
    let vocabulary = Vocabulary(
      "type 结果: 成, 不成; fact 上回: 结果; fact 成: 结果; fact 不成: boolean")
    #expect(Typed("上回 = 成", in: vocabulary).marks == ["FQ0231 成"])
    #expect(Typed("上回 = 结果.成", in: vocabulary).marks == [])
    // A truth value cannot be meant where a result is compared.
    #expect(Typed("上回 = 不成", in: vocabulary).marks == [])
  }

  @Test func statesAreFoundFromTheNearestOutwards() {
    var vocabulary = Vocabulary("state 甲.办; state 甲.办.内; state 乙.办; state 乙.别")
    #expect(Typed("in(办)", in: vocabulary).marks == ["FQ0231 办"])
    #expect(Typed("in(办)", in: vocabulary).findings.first?.help?.en == "write one of `甲.办`, `乙.办`")
    #expect(Typed("in(乙.办)", in: vocabulary).marks == [])
    #expect(Typed("in(甲.内)", in: vocabulary).marks == [])
    guard case .state(let place) = vocabulary.scope.states.resolve(["别"], from: nil) else {
      Issue.record("`别` is one state")
      return
    }
    vocabulary.scope.currentState = place
    #expect(Typed("in(办)", in: vocabulary).marks == [])
    #expect(
      vocabulary.scope.states.resolve(["办"], from: place)
        == vocabulary.scope.states.resolve(["乙", "办"]))
  }

  @Test func whatCameWithAnEventIsReadOnlyWhereOneIsAtHand() {
    let vocabulary = Vocabulary("fact a: money")
    let typed = Typed("event.amount > a", in: vocabulary)
    #expect(typed.marks == ["FQ0245 amount"])
  }

  @Test(arguments: [
    "some x in 款项 satisfies x > 金额", "every 款 in 款项 satisfies 款 > 金额",
    "some 金额 in 名单 satisfies 金额 = \"a\"", "count(当事人[年龄 >= 18]) > 1",
    "count(当事人[item.年龄 >= 18 and 有伤]) > 1", "some p in 当事人 satisfies p.年龄 < 18",
    "some p in 当事人, q in 款项 satisfies q > 金额 and p.姓 = \"a\"",
    "every n in (for p in 当事人 return p.姓) satisfies n != \"\"",
    "count(当事人.年龄[item > 3]) > 0", "list contains(类别们, 婚姻)",
    "some x in 类别们 satisfies x = 邻里",
  ])
  func boundNamesShadowTheOthers(text: String) {
    #expect(Typed(text, in: mediation, expecting: "boolean").marks == [])
  }
}
