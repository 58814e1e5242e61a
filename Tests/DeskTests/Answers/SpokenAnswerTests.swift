import Desk
import Testing

/// Words that answer a question of the conversation.
@Suite struct SpokenAnswerTests {
  @Test(arguments: ["1", "１", "同意", "愿意", "好", "行", "可以", "是", " 同意。", "Yes"])
  func theseWordsConsent(word: String) {
    #expect(SpokenAnswer.consent(word) == true)
  }

  @Test(arguments: ["2", "不同意", "不愿意", "不", "不行", "否", "no", "不同意！"])
  func theseWordsRefuse(word: String) {
    #expect(SpokenAnswer.consent(word) == false)
  }

  @Test(arguments: ["", "3", "再想想", "同意吧", "好像不行", "不好说", "要看对方", "11", "同意不同意"])
  func noOtherWordsConsentOrRefuse(word: String) {
    #expect(SpokenAnswer.consent(word) == nil)
  }

  @Test(arguments: [
    ("", ChecklistAnswer.open), ("不清楚", .open), ("0", .nothing), ("都没有。", .nothing),
    ("3", .numbers([3])),
    ("3、12", .numbers([3, 12])), ("３ 12，3", .numbers([3, 12])),
  ])
  func theChecklistTakesNothingNumbersOrSilence(typed: String, answer: ChecklistAnswer) {
    #expect(ChecklistAnswer(typed) == answer)
  }

  @Test(arguments: ["是", "否", "有", "没有3", "0 3", "-3", "3号和4号"])
  func theChecklistTakesNothingElse(typed: String) {
    #expect(ChecklistAnswer(typed) == nil)
  }
}
