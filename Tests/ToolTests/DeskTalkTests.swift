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

  @Test func aWordThatIsNoOptionIsRefusedInOneLineAndAskedAgain() throws {
    let (text, journal) = try talk("2", "旅游", "2", "q")
    #expect(
      text.contains(
        """
          > 旅游
          没有“旅游”这一项，请写上面的数字或者词；不清楚就直接回车
          > 2
          记下了：婚姻

        """), "\(text)")
    #expect(journal.count == 2)
  }

  @Test func helpIsShortAndStaysOnTheScreen() throws {
    let text = try talk("?", "q").text
    let help = try #require(text.components(separatedBy: " > ?\n").last)
    let lines = help.split(separator: "\n").prefix { !$0.contains(" > ") }
    #expect((1...6).contains(lines.count), "\(help)")
    #expect(lines.allSatisfy { $0.hasPrefix("  ") } && !help.contains("──"))
    #expect(help.contains("??"))
  }

  @Test func theLongHelpSaysWhyThingsCannotBeDoneInWordsOfPeople() throws {
    let text = try talk("类型=其他", "金额=4", "??", "q").text
    let told = try #require(text.components(separatedBy: " > ??\n").last)
    #expect(told.contains("现在不行  受理：类型现在是其他"), "\(told)")
    #expect(!told.contains("──"))
  }

  @Test func somethingThatCannotBeChosenShowsNothingAnew() throws {
    let text = try talk("77", "q").text
    #expect(text.contains("> 77\n  “77”不在上面的选项里；请先打前面的数字，? 帮助\n选数字"), "\(text)")
  }

  @Test func whatEndedIsSaidWithWhatComesThen() throws {
    let text = try talk("金额=4", "类型=邻里", "11", "11", "1").text
    #expect(text.contains("已结束：结案"))
    #expect(text.contains("文书：fengqiao case papers A-1"))
    #expect(text.contains("卷宗：fengqiao case export A-1 -o 文件夹"))
  }
}

/// What is typed up later.
@Suite struct LateEntryTests {
  private func talk(
    _ typed: String..., with options: String = ""
  ) throws -> (text: String, journal: [String]) {
    var found = (text: "", journal: [String]())
    try DeskSession.with(DeskTalkTests.rulebook) { session in
      try session.run("fengqiao case new r --id A-1")
      session.at("2026-05-07T21:00")
      found = (try session.answering(typed, with: options), try session.journal())
    }
    return found
  }

  @Test(arguments: ["5月7日15:00", "今天下午3点", "2026-05-07 15:00", "下午3点"])
  func theKeyTSaysWhenItHappened(moment: String) throws {
    let (text, journal) = try talk("t", moment, "金额=4", "q")
    #expect(text.contains("〔补记 今天 15:00〕选数字"), "\(text)")
    #expect(journal.last?.contains("\"at\":\"2026-05-07T15:00+08:00\"") == true)
    #expect(journal.last?.contains("\"recorded_at\":\"2026-05-07T13:00") == true, "\(journal)")
  }

  @Test func itHoldsForAllThatFollowsUntilItIsSetBack() throws {
    let journal = try talk("t", "5月7日15:00", "金额=4", "类型=邻里", "t", "", "11", "q").journal
    let hours = journal.dropFirst().map { $0.contains("T15:00+08:00") }
    #expect(hours == [true, true, false], "\(journal)")
  }

  @Test func aWholeSittingHasItsTime() throws {
    let (text, journal) = try talk("金额=4", "q", with: "--at 2026-05-07T15:00")
    #expect(text.contains("〔补记 今天 15:00〕"))
    #expect(journal.last?.contains("\"at\":\"2026-05-07T15:00+08:00\"") == true)
  }

  @Test func whatHasNotComeYetOrLiesBeforeTheNewestStepIsRefused() throws {
    let (text, journal) = try talk("t", "明天9:00", "昨天8点", "", "q")
    #expect(text.contains("  > 明天9:00\n  这个时间还没有到\n"), "\(text)")
    #expect(
      text.contains("> 昨天8点\n  这一步的时间比最近一步（5月6日 09:00）早：先撤回后面的，或者用备注写明\n"))
    #expect(journal.count == 1 && !text.contains("补记 "))
  }
}
