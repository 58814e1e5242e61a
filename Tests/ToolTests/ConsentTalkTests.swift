internal import Foundation
internal import TestSupport
internal import Testing

/// Consent in the conversation: each person answers for himself, in a number or a word.
@Suite struct ConsentTalkTests {
  private static let rulebook = """
    rulebook: consenting
    parties: {sides: [甲方, 乙方], each: {年龄: integer}}
    roles: {调解员: {}}
    consents:
      mediate: {of: every party, title: {zh: 愿意调解}, ask: {zh: 愿意调解吗？}}
    events: {finish: {by: 调解员, title: {zh: 结束}}}
    workflow:
      initial: 征求
      states:
        征求:
          title: {zh: 征求同意}
          always: [{when: mediate.given, to: 调解}, {when: mediate.refused, to: 终止}]
        调解: {title: {zh: 调解中}, on: {finish: 终止}}
        终止: {type: final}
    """

  private func talk(
    _ typed: String..., then look: (_ text: String, _ journal: [String]) -> Void
  ) throws {
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1 --set '甲方=乔某 47' --set '乙方=孟某 52'")
      look(try session.answering(typed), try session.journal())
    }
  }

  @Test(arguments: ["1", "同意", "愿意", "好", "行", "可以", "是"])
  func aWordOfConsentIsTaken(word: String) throws {
    try talk("1", word, word, "q") { text, journal in
      #expect(text.contains("记下了：乔某 同意") && text.contains("记下了：孟某 同意"), "\(text)")
      #expect(journal.count { $0.contains("mediate.agreed") } == 2)
    }
  }

  @Test(arguments: ["2", "不同意", "不愿意", "不", "不行", "否"])
  func aWordOfRefusalIsTaken(word: String) throws {
    // The refusal ends the case, which is asked about first.
    try talk("1", word, "1") { text, journal in
      #expect(text.contains("记下了：乔某 不同意"), "\(text)")
      #expect(journal.count { $0.contains("mediate.refused") } == 1)
    }
  }

  @Test(arguments: ["再想想", "看对方", "3", "同意吧", "好像不行"])
  func anyOtherWordIsAskedAboutAgainAndIsNoConsent(word: String) throws {
    try talk("1", word, "同意", "", "q") { text, journal in
      #expect(text.contains("  > \(word)\n  请答 1 同意 或者 2 不同意；回车=以后再问\n  > 同意\n"))
      #expect(journal.count == 2, "\(journal)")
    }
    try talk("1", word) { _, journal in #expect(journal.count == 1) }
  }

  @Test func whoIsNotAskedNowIsAskedLater() throws {
    try talk("1", "", "1", "q") { text, journal in
      #expect(text.contains("愿意调解：乔某\n"), "\(text)")
      #expect(journal.count == 2 && journal[1].contains("孟某"))
    }
  }
}
