internal import Foundation
internal import TestSupport
internal import Testing

/// The conversation over a case: what is said is understood, said again, and never lost.
@Suite struct DeskTalkTests {
  static let rulebook = """
    rulebook: talks
    types: {kind: {values: [邻里, 婚姻, {id: 其他, title: {zh: 其他}}]}}
    roles: {调解员: {}}
    facts:
      类型: {type: kind, ask: {zh: 是哪一类纠纷？}}
      金额: {type: money, min: 0, ask: {zh: 争议金额多少元？}}
      经过: {type: text, ask: {zh: 经过怎样？}}
    events:
      accept: {by: 调解员, title: {zh: 受理}}
      agreed: {by: 调解员, title: {zh: 谈成}}
    workflow:
      initial: 登记
      states:
        登记: {on: {accept: {when: 金额 > 0 and 类型 != 其他, to: 办理}}}
        办理: {ask: [经过], on: {agreed: 结案}}
        结案: {type: final}
    """

  private func talk(_ typed: String...) throws -> (text: String, journal: [String]) {
    var found = (text: "", journal: [String]())
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1")
      found = (try session.answering(typed), try session.journal())
    }
    return found
  }

  @Test func whatIsTypedWithItsNameIsSaidAgainAsItWasUnderstood() throws {
    let (text, journal) = try talk("金额=4千", "类型=邻里", "金额=不清楚", "q")
    #expect(text.contains("  记下了：金额 = 4,000.00元\n"), "\(text)")
    #expect(text.contains("  记下了：类型 = 邻里\n"))
    #expect(text.contains("  记下了：金额 = 不清楚\n"))
    #expect(journal.count == 4)
  }

  @Test(arguments: ["不知道", "不清楚。", ""])
  func aQuestionWhoseAnswerIsNotKnownStaysOpen(word: String) throws {
    let (text, journal) = try talk("1", word, "q")
    #expect(journal.count == 1)
    #expect(text.components(separatedBy: "金额多少").count > 2, "\(text)")
  }
}
