import SourceText
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("金客", "金额"), ("金額", "金额"), ("调角", "调解"), ("争议金客", "争议金额"),
    ("escalte", "escalate"), ("esaclate", "escalate"), ("Initial", "initial"),
    ("ｉｎｉｔｉａｌ", "initial"), ("⼈数", "人数"), ("人\u{200B}数", "人数"), ("оn", "on"),
  ])
  func theNearestNameIsSuggested(name: String, nearest: String) {
    let names = [
      "政客", "金额", "人数", "调解", "争议金额", "escalate", "escalations", "initial", "on", "in",
    ]
    #expect(suggestion(for: name, among: names) == nearest)
  }

  @Test(arguments: ["小人", "xyz", "完全不同", "to", "额金人"])
  func farNamesAreNotSuggested(name: String) {
    #expect(suggestion(for: name, among: ["金额", "人数", "on", "escalate", "甲"]) == nil)
  }

  @Test func theLikeliestComesFirstAndTiesGoByOrder() {
    #expect(suggestions(for: "甲方", among: ["乙方", "甲放", "丙方"]) == ["甲放", "乙方", "丙方"])
    #expect(suggestions(for: "甲方", among: ["乙方", "甲方", "乙方"]) == ["乙方"])
  }

  @Test(arguments: [("調解", "调解"), ("ａ", "a"), ("⼥", "女"), ("сase", "case")])
  func lookalikesFoldToOne(one: String, other: String) {
    #expect(SameLook.areLookalikes(one, other))
    #expect(!SameLook.areLookalikes(one, one))
  }
}
