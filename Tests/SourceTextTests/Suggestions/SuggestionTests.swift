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
    #expect(Suggestion.nearest(to: name, among: names) == nearest)
  }

  @Test(arguments: ["小人", "xyz", "完全不同", "to", "额金人"])
  func farNamesAreNotSuggested(name: String) {
    #expect(Suggestion.nearest(to: name, among: ["金额", "人数", "on", "escalate", "甲"]) == nil)
  }

  @Test func theLikeliestComesFirstAndTiesGoByOrder() {
    #expect(Suggestion.all(near: "甲方", among: ["乙方", "甲放", "丙方"]) == ["甲放", "乙方", "丙方"])
    #expect(Suggestion.all(near: "甲方", among: ["乙方", "甲方", "乙方"]) == ["乙方"])
  }

  @Test(arguments: [("調解", "调解"), ("ａ", "a"), ("⼥", "女"), ("сase", "case")])
  func lookalikesFoldToOne(one: String, other: String) {
    #expect(SameLook.areLookalikes(one, other))
    #expect(!SameLook.areLookalikes(one, one))
  }

  @Test(arguments: [
    ("accpet", ["withdraw", "accept"], "accept"),
    ("金頟", ["金额", "人数"], "金额"),
    ("Ａccept", ["accept"], "accept"),
    ("调解", ["调节", "终止"], "调节"),
  ])
  func aSlipFindsTheNameThatWasMeant(word: String, candidates: [String], nearest: String) {
    #expect(Suggestion.nearest(to: word, among: candidates) == nearest)
  }

  @Test(arguments: [
    ("“镇”", "镇"), ("”镇“", "镇"), ("‘镇’", "镇"), ("「镇」", "镇"), ("『镇』", "镇"), ("＂镇＂", "镇"),
    ("\"a b\"", "a b"), ("'5'", "5"), ("“a", nil), ("a”", nil), ("“”", nil), ("「a”", nil),
    ("a", nil),
  ])
  func quotesAreToldFromWhatTheyHold(text: String, inside: String?) {
    #expect(text.insideQuotes == inside)
  }

  @Test(arguments: [("case", "pause"), ("foo", "color"), ("by", "at"), ("cat", "dog")])
  func twoSlipsInAShortWordKeepItsFirstLetter(word: String, other: String) {
    #expect(Suggestion.nearest(to: word, among: [other]) == nil)
  }

  @Test(arguments: [("甲", ["乙", "丙"]), ("amount", ["退出"]), ("结案", ["受理", "登记"])])
  func unlikeNamesAreNotSuggested(word: String, candidates: [String]) {
    #expect(Suggestion.nearest(to: word, among: candidates) == nil)
  }

  @Test func helpListsTheChoicesWhereNoneIsNear() {
    let help = Suggestion.help(for: "甲方", among: ["调解员", "社工"])
    #expect(help == Bilingual(en: "choose one of `调解员`, `社工`", zh: "从 `调解员`、`社工` 中选一个"))
  }
}
