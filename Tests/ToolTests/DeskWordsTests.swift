internal import Foundation
internal import TestSupport
internal import Testing

/// The words that stand on the desk's screens: none twice, none in the other language, none that
/// concern another kind of case.
@Suite struct DeskWordsTests {
  private static let rulebook = """
    rulebook: words
    types: {kind: {values: [邻里, 交通]}}
    roles: {调解员: {title: {en: mediator}}, 甲方: {title: {en: first party}}}
    laws: {a: {title: {zh: 民法典第七条, en: Civil Code 7}}}
    facts:
      类型: {type: kind, title: {en: kind}, ask: {zh: 哪一类？, en: Which kind?}}
      收到日: {type: date, title: {en: day received}}
      甲方:
        type: {list: {record: {name: text, 年龄: {type: integer, title: {en: age}}}}}
        title: {en: first party}
    periods:
      neighbours: {title: {zh: 邻里期限, en: term for neighbours}, from: 收到日, length: 5 days}
      traffic: {title: {zh: 交通期限, en: term for accidents}, from: 收到日, length: 3 days}
    events:
      accept: {by: 调解员, title: {zh: 受理, en: accept}}
      settle: {by: 调解员, title: {zh: 谈成, en: settle}}
    workflow:
      states:
        登记:
          title: {en: registered}
          say: {zh: 说：请坐。, en: "Say: please sit down."}
          on:
            accept:
              - {when: 类型 = 交通, to: 交管}
              - {to: 办理, law: a}
        办理:
          title: {en: under way}
          entry: [{task: {id: 联系, title: {en: call them}, to: 调解员}}]
          on: {settle: 结案, expired.neighbours: 结案}
          after: {3 days: 结案}
        交管: {title: {en: at the police}, on: {settle: 结案, expired.traffic: 结案}}
        结案: {type: final, title: {en: closed}}
    """

  private func session(_ body: (inout DeskSession) throws -> Void) throws {
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1 --set '甲方=张某 52'")
      try body(&session)
    }
  }

  @Test func clocksOfAnotherKindOfCaseAreNotListed() throws {
    try session { session in
      let open = try session.talk("??", "q")
      #expect(open.contains("邻里期限：还没有起算，缺收到日"), "\(open)")
      #expect(open.contains("交通期限：还没有起算，缺收到日"))
      let known = try session.talk("类型=邻里", "??", "q")
      #expect(known.contains("邻里期限：还没有起算"), "\(known)")
      #expect(!known.contains("交通期限"), "\(known)")
    }
  }

  @Test func whatTheLabelSaysIsNotSaidAgain() throws {
    try session { session in
      #expect(try session.run("fengqiao case show A-1").contains("请说      请坐。\n"))
      let english = try session.run("fengqiao case show A-1", language: "en")
      #expect(english.contains("say       please sit down.\n"), "\(english)")
    }
  }

  @Test func englishHasItsOwnBracketsAndTitles() throws {
    try session { session in
      try session.run("fengqiao case set A-1 类型=邻里")
      let taken = try session.run("fengqiao case fire A-1 accept", language: "en")
      #expect(taken.contains("call them (mediator)"), "\(taken)")
      let history = try session.run("fengqiao case history A-1", language: "en")
      #expect(history.contains("first party = 张某 age 52\n"), "\(history)")
      #expect(!(taken + history).contains { "（）：、".contains($0) })
      let chinese = try session.run("fengqiao case history A-1")
      #expect(chinese.contains("甲方 = 张某 年龄 52\n"), "\(chinese)")
    }
  }

  @Test(arguments: ["due", "list", "show A-1", "history A-1", "stats r", "papers A-1"])
  func noLineEndsWithBlanks(verb: String) throws {
    try session { session in
      try session.run("fengqiao case set A-1 类型=邻里 && fengqiao case fire A-1 受理")
      for language in ["zh", "en"] {
        let text = try session.run("fengqiao case \(verb)", language: language)
        #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") }, "\(text)")
      }
    }
  }

  @Test func ofNotesThatAreWrittenAtOneTimeNoneIsRefused() throws {
    try session { session in
      let notes = "xargs -P 6 -I N fengqiao case note A-1 N --lang zh"
      let said = try session.run("printf '%s\\n' 1 2 3 4 5 6 | \(notes)")
      #expect(said.components(separatedBy: "已写入").count == 7, "\(said)")
      #expect(try session.journal().count == 7)
    }
  }
}
