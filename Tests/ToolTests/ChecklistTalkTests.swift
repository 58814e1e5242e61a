internal import Foundation
internal import TestSupport
internal import Testing

/// The safety checklist in the conversation: nobody answers for what he has not read.
@Suite struct ChecklistTalkTests {
  /// A checklist of 26 points, each a line of its own.
  private static let rulebook: String = {
    let numbers = 1...26
    let facts = numbers.map { "  危险\($0): {type: boolean, ask: {zh: 有第\($0)种危险吗？}}" }
    let lines = numbers.map { "    R\($0): {when: 危险\($0), act: leave, tell: 公安}" }
    return """
      rulebook: screened
      roles: {调解员: {}}
      organs: {公安: {}}
      facts:
      \(facts.joined(separator: "\n"))
      screen:
        red_lines:
      \(lines.joined(separator: "\n"))
        checklist: {zh: 上面列的各种情形，是不是一样都没有？}
        acts: {leave: 移送}
      events:
        accept: {by: 调解员, title: {zh: 受理}}
      workflow:
        initial: 登记
        states:
          登记: {on: {accept: {when: screen.clear, to: 办理}}}
          办理: {}
          移送: {}
      """
  }()

  private func talk(_ typed: String...) throws -> (text: String, journal: [String]) {
    var found = (text: "", journal: [String]())
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1")
      found.text = try session.answering(typed)
      found.journal = try session.journal()
    }
    return found
  }

  @Test func itIsAskedInPortionsThatFitTheScreenTheFirstOnesFirst() throws {
    let (text, _) = try talk("1", "0", "0", "q")
    #expect(text.contains("安全清单  第 1-13 项，共 26 项\n   1  有第1种危险吗？\n"))
    #expect(text.contains("安全清单  第 14-26 项，共 26 项\n  14  有第14种危险吗？\n"))
    // From one prompt to the next there are no more lines than a screen of 24 shows.
    let screens = text.components(separatedBy: " > ").dropFirst()
    for portion in screens where portion.contains("安全清单  第") {
      #expect(portion.split(separator: "\n").count < 24, "\(portion)")
    }
  }

  @Test func itIsRecordedOnceAndOnlyAfterTheLastPortion() throws {
    let (text, journal) = try talk("1", "0", "0", "q")
    #expect(journal.count == 2 && journal[1].contains("\"checklist\":true"), "\(journal)")
    #expect(text.contains("记下了：都没有"))
  }

  @Test(arguments: ["0", "没有", "都没有", "无", " ０ "])
  func nothingIsSaidInANumberOrAWord(word: String) throws {
    #expect(try talk("1", word, word, "q").journal.last?.contains("\"checklist\":true") == true)
  }

  @Test(arguments: ["是", "否", "好", "27", "没有3", "0 3"])
  func whatCouldMeanEitherIsAskedAgainAndRecordsNothing(word: String) throws {
    let (text, journal) = try talk("1", word)
    #expect(text.contains("请答 0（都没有），或者写上面的数字"))
    #expect(journal.count == 1)
  }

  @Test(arguments: ["", "不知道"])
  func aPortionThatIsNotAnsweredStaysOpen(word: String) throws {
    let (text, journal) = try talk("1", word, "0", "q")
    #expect(text.contains("记下了：13 项没有；还有 13 项没有答"))
    #expect(journal.count == 2 && !journal[1].contains("checklist"))
    #expect(journal[1].contains("\"危险14\":false") && !journal[1].contains("\"危险13\""))
  }

  @Test func aNumberIsReadBackBeforeItIsRecorded() throws {
    let (text, journal) = try talk("1", "3", "2", "4", "1", "1", "0", "q")
    #expect(text.contains("记为有：3  有第3种危险吗？\n  对吗？   1 对   2 不对，重新答\n  > 2\n"))
    #expect(text.contains("记为有：4  有第4种危险吗？\n  对吗？   1 对   2 不对，重新答\n  > 1\n"))
    #expect(text.contains("上面其余各项都没有吗？   1 都没有   2 以后再问\n  > 1\n"))
    #expect(text.contains("记下了：有危险4；其余都没有"))
    #expect(journal.count == 2 && journal[1].contains("\"危险4\":true"))
    #expect(!journal[1].contains("\"危险3\":true"))
  }

  @Test func whatIsNotConfirmedIsNotRecorded() throws {
    #expect(try talk("1", "3").journal.count == 1)
    #expect(try talk("1", "3", "也许").journal.count == 1)
  }

  @Test func theOthersStayOpenWhereNothingIsSaidOfThem() throws {
    let journal = try talk("1", "0", "20", "1", "2", "q").journal
    #expect(journal[1].contains("\"危险20\":true") && journal[1].contains("\"危险13\":false"))
    #expect(!journal[1].contains("\"危险14\"") && !journal[1].contains("checklist"))
  }

  @Test func whatWasAnsweredIsKeptWhenTheInputEndsInTheMiddle() throws {
    let journal = try talk("1", "0").journal
    #expect(journal.count == 2 && journal[1].contains("\"危险1\":false"))
    #expect(!journal[1].contains("\"危险14\""))
  }

  @Test func aPointKeepsItsNumberWhenOthersAreAnswered() throws {
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1 --set 危险1=否 --set 危险2=否")
      let text = try session.talk("1")
      #expect(text.contains("第 3-14 项，共 26 项\n   3  有第3种危险吗？\n"), "\(text)")
    }
  }

  @Test func historySaysWhatWasFoundAndThatTheRestIsNot() throws {
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1")
      _ = try session.talk("1", "4", "1", "1", "0", "q")
      let history = try session.run("fengqiao case history A-1")
      #expect(history.contains("危险4 = 是") && history.contains("清单：其余都没有"), "\(history)")
      #expect(!history.contains("= 否"))
    }
  }
}
