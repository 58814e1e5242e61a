internal import Foundation
internal import TestSupport
internal import Testing

/// What a mediator reads of a case on his screen.
@Suite struct DeskScreenTests {
  private static let rulebook = """
    rulebook: screens
    roles: {调解员: {}, 网格员: {}}
    laws:
      a: {title: {zh: 人民调解法第十七条, en: Mediation Law 17}}
      b: {title: {zh: 人民调解法第二十五条, en: Mediation Law 25}}
      c: {title: {zh: 民法典第七条, en: Civil Code 7}}
    settings:
      answer_within: {value: 3 workdays, title: {zh: 答复的期限, en: answered within}}
    facts:
      情形: {type: text, ask: {zh: 辖区民情110专班赶到以前，当事人所说的情形和经过大致是怎样的，在场的人怎样说的（民情110）？}}
    events:
      dispatch: {by: [调解员, 网格员], title: {zh: 派人到场, en: send somebody}}
      go: {by: 网格员, title: {zh: 到场, en: be there}}
      done: {by: 调解员, title: {zh: 办完, en: finish}}
    workflow:
      initial: 登记
      states:
        登记:
          title: {zh: 登记, en: registered}
          ask: [情形]
          say: {zh: 请坐。, en: Please sit down.}
          on:
            dispatch: {to: 赶赴, law: [a, b, c]}
          after: {answer_within: 结案}
        赶赴:
          title: {zh: 赶赴, en: on the way}
          entry:
            - task: {id: 列清单, title: {zh: 列入清单, en: list it}, to: [网格员], within: 1 day}
          on: {go: 现场, done: 结案}
          after: {2 hours: 结案}
        现场: {title: {zh: 现场, en: on the spot}, on: {done: 结案}}
        结案: {type: final}
    """

  private func session(_ body: (inout DeskSession) throws -> Void) throws {
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1")
      try body(&session)
    }
  }

  @Test func aTermIsCalledByItsSettingNotByTheStateInWhichItRuns() throws {
    try session { session in
      let shown = try session.run("fengqiao case show A-1")
      #expect(shown.contains("期限      5月9日  答复的期限"), "\(shown)")
      #expect(try session.run("fengqiao case due").contains("答复的期限"))
      #expect(try session.run("fengqiao case list").contains("2026-05-09 答复的期限"))
    }
  }

  @Test func anHourIsTodaysOrHasItsDayAndATaskIsToldOnce() throws {
    try session { session in
      let text = try session.run("fengqiao case fire A-1 派人到场 --by 网格员")
      #expect(text.contains("期限      今天 11:00  赶赴\n"), "\(text)")
      #expect(text.contains("待办      5月7日前  列入清单（网格员）\n"))
      #expect(text.components(separatedBy: "列入清单").count == 3, "as given, and as open: \(text)")
      session.at("2026-05-05T09:00")
      #expect(try session.run("fengqiao case show A-1").contains("今天 11:00"))
    }
  }

  @Test func aLinkedCaseIsNamedOnTheScreensOfBoth() throws {
    try session { session in
      try session.run("fengqiao case new r --id A-2 && fengqiao case link A-2 A-1 --reason 同一堵墙")
      #expect(try session.run("fengqiao case show A-2").contains("关联案件  A-1（同一堵墙）\n"))
      #expect(try session.run("fengqiao case next A-1").contains("关联案件  A-2（同一堵墙）\n"))
      #expect(try session.talk("q").contains("关联案件  A-2（同一堵墙）\n"))
      let json = try session.run("fengqiao case show A-1 --format json")
      #expect(json.contains(#""linked":[{"case":"A-2","reason":"同一堵墙"}]"#), "\(json)")
    }
  }

  @Test func aLawOfSeveralArticlesIsNamedOnce() throws {
    try session { session in
      let text = try session.run("fengqiao case fire A-1 dispatch --by 网格员")
      #expect(text.contains("人民调解法第十七条、第二十五条、民法典第七条"), "\(text)")
    }
  }

  @Test func noEnglishNameStandsInChineseWordsAndTheTitleCanBeTyped() throws {
    try session { session in
      let text = try session.run("fengqiao case next A-1 --no-talk")
      #expect(text.contains("可以做    派人到场（调解员、网格员）"), "\(text)")
      #expect(!text.contains("dispatch"))
      #expect(try session.run("fengqiao case fire A-1 派人到场 --by 网格员").contains("赶赴"))
    }
  }

  @Test func whoIsMissingIsToldTheMend() throws {
    try session { session in
      let text = try session.run("fengqiao case fire A-1 派人到场")
      let said = text.replacingOccurrences(of: "\n", with: "")
      #expect(said.contains("没有写明由谁：加 `--by 调解员`，或者在 operator.yaml 写明角色"), "\(text)")
    }
  }

  @Test func whatHasNotChangedIsNotShownAgain() throws {
    try session { session in
      let text = try session.talk("11", "1", "情形=吵", "q")
      let screens = text.components(separatedBy: "现在      ")
      #expect(screens.count == 4, "\(text)")
      #expect(text.components(separatedBy: "A-1  screens").count == 2)
      #expect(screens[2].contains("今天 11:00  赶赴"))
      #expect(screens[3].contains("同前      期限、待办") && !screens[3].contains("11:00"))
    }
  }

  @Test func wordsAndNumbersStayWholeAndNoLineBeginsWithAClosingSign() throws {
    try session { session in
      let text = try session.run("fengqiao case next A-1 --no-talk")
      for line in text.split(separator: "\n") {
        let first = line.first { $0 != " " }
        #expect(!"，。；：、！？）”".contains(first ?? "x"), "\(line)")
        #expect(!line.hasSuffix("民情1") && !line.hasSuffix("民情11"), "\(line)")
      }
      #expect(text.contains("（民情110）"), "\(text)")
    }
  }

  @Test func whereAllCasesHaveEndedTheListSaysHowToSeeThem() throws {
    try session { session in
      #expect(try session.run("fengqiao case list --level x").hasPrefix("没有案件"))
      try session.run("fengqiao case fire A-1 派人到场 --by 网格员")
      try session.run("fengqiao case fire A-1 办完 --by 调解员")
      let text = try session.run("fengqiao case list")
      #expect(text.hasPrefix("没有在办的案件；已结的：fengqiao case list --all"), "\(text)")
      #expect(try session.run("fengqiao case list --all").contains("共 1 件"))
    }
  }

  @Test func figuresAreCountedForAFolderToo() throws {
    try session { session in
      let byName = try session.run("fengqiao case stats screens")
      #expect(try session.run("fengqiao case stats r") == byName)
      #expect(try session.run("fengqiao case stats r/rulebook.yaml") == byName)
      #expect(byName.hasPrefix("screens  1 个案件"), "\(byName)")
    }
  }

  @Test func whatIsEarlierThanTheNewestStepIsRefusedWithTheMend() throws {
    try session { session in
      let text = try session.run("fengqiao case set A-1 情形=吵 --at 2026-05-01T10:00")
      #expect(text.contains("比最近一步（5月6日 09:00）早：先撤回后面的，或者用备注写明"), "\(text)")
    }
  }

  @Test func theChecklistIsOneLineForWhoTypesCommands() throws {
    let rulebook = """
      rulebook: screened
      organs: {公安: {}}
      facts: {甲险: boolean, 乙险: boolean}
      screen:
        red_lines: {R1: {when: 甲险, act: leave, tell: 公安}, R2: {when: 乙险, act: leave, tell: 公安}}
        checklist: {zh: 是不是一样都没有？}
        acts: {leave: 移送}
      events: {accept: {title: {zh: 受理}}}
      workflow:
        initial: 登记
        states: {登记: {on: {accept: {when: screen.clear, to: 办理}}}, 办理: {}, 移送: {}}
      """
    try DeskSession.with(rulebook) { session in
      let text = try session.run("fengqiao case new r --id A-1")
      #expect(text.contains("要问      安全清单，2 项一次问完：fengqiao case next A-1\n"), "\(text)")
      for word in ["没办法", "否", "有"] {
        let refused = try session.run("fengqiao case set A-1 清单=\(word)")
        #expect(refused.contains("清单只能答“都没有”") && refused.hasSuffix("[exit 1]"))
      }
      let done = try session.run("fengqiao case set A-1 清单=都没有")
      #expect(done.hasPrefix("记下了：清单：都没有\n"), "\(done)")
    }
  }

  /// A line that lets mediation go on asks only that some are told: once they are, it stands in the
  /// history alone. One that binds stands on every screen.
  @Test func aRedLineWhoseDutyIsDoneStandsNoLonger() throws {
    let rulebook = """
      rulebook: duties
      organs: {人社: {}, 公安: {}}
      facts: {欠薪: boolean, 打架: boolean}
      screen:
        red_lines:
          欠薪线索: {when: 欠薪, act: continue, tell: 人社}
          治安: {when: 打架, act: stop, tell: 公安}
        acts: {stop: 停下}
      events: {accept: {}}
      workflow:
        initial: 登记
        states: {登记: {on: {accept: 办理}}, 办理: {}, 停下: {}}
      """
    try DeskSession.with(rulebook) { session in
      try session.run("fengqiao case new r --id A-1")
      let told = try session.run("fengqiao case set A-1 欠薪=是 && fengqiao case show A-1")
      #expect(!told.contains("红线"), "\(told)")
      let bound = try session.run("fengqiao case set A-1 打架=是 && fengqiao case show A-1")
      #expect(bound.contains("红线      治安") && !bound.contains("红线      欠薪线索"), "\(bound)")
      #expect(try session.run("fengqiao case history A-1").contains("欠薪 = 是"))
    }
  }

  private static let papers = """
    rulebook: papers
    roles: {调解员: {}}
    facts:
      地点: {type: text, title: {en: place}}
      经过: {type: text, title: {en: course}}
    documents:
      笔录: {template: minutes, blank: [地点, 经过], title: {zh: 调解笔录, en: minutes}}
    events: {talk: {title: {zh: 谈}}, done: {title: {zh: 完}}}
    workflow:
      initial: 登记
      states:
        登记: {on: {talk: {to: 谈过, do: [{draft: 笔录}]}}}
        谈过: {on: {done: 结案}}
        结案: {type: final}
    """

  private func withPapers(_ body: (inout DeskSession) throws -> Void) throws {
    try DeskSession.with(Self.papers) { session in
      let words = "echo '地点：{{地点}}。经过：{{经过}}。' > r/templates/minutes.mustache"
      try session.run("mkdir r/templates && \(words)")
      try session.run("fengqiao case new r --id A-1 && fengqiao case fire A-1 谈")
      try body(&session)
    }
  }

  @Test func thePapersSayWhatIsLeftOpenInThemAndHowToFillIt() throws {
    try withPapers { session in
      let text = try session.run("fengqiao case papers A-1")
      #expect(text.contains("空着、打印后手填的：\n  调解笔录：地点、经过\n"), "\(text)")
      #expect(text.contains("  也可以现在说：fengqiao case set A-1 地点=…\n"))
      try session.run("fengqiao case set A-1 地点=村部")
      #expect(try session.run("fengqiao case papers A-1").contains("  调解笔录：经过\n"))
      try session.run("fengqiao case set A-1 经过=谈成")
      #expect(try !session.run("fengqiao case papers A-1").contains("空着"))
    }
  }

  /// A paper that was drafted anew is what counts; the older ones are kept, for who asks.
  @Test func onlyTheNewestOfEachPaperIsListedUnlessAllAreWanted() throws {
    try withPapers { session in
      try session.run("fengqiao case set A-1 地点=村部")
      let text = try session.run("fengqiao case papers A-1 -o new && cat new/*")
      #expect(text.contains(" 2  笔录  new/02-笔录.txt\n") && !text.contains(" 1  笔录"), "\(text)")
      #expect(text.contains("另有旧的 1 份：加 `--all` 可以看\n"), "\(text)")
      #expect(text.contains("地点：村部。") && !text.contains("地点：________"), "\(text)")
      let all = try session.run("fengqiao case papers A-1 --all -o all && ls all")
      #expect(all.contains(" 1  笔录（后来重新制作）  all/01-笔录.txt\n"), "\(all)")
      #expect(!all.contains("另有旧的") && all.hasSuffix("01-笔录.txt\n02-笔录.txt\n"), "\(all)")
      try session.run("fengqiao case undo A-1 --reason 写错了")
      let undone = try session.run("fengqiao case papers A-1 --format json")
      #expect(undone.contains("\"taken_back\":false") && !undone.contains("\"taken_back\":true"))
    }
  }

  @Test func theIndexOfAFileSaysFirstWhatPeopleRead() throws {
    try withPapers { session in
      try session.run("fengqiao case export A-1 -o file")
      let index = try session.run("cat file/index.txt")
      #expect(
        index.hasPrefix(
          """
          卷宗目录

          cover.txt     封面
          index.txt     目录
          journal.txt   办理经过
          papers/       文书 1 份
            papers/01-笔录.txt  调解笔录

          以下供机器核验和收回：

          data/
          """.trimmingCharacters(in: .newlines)), "\(index)")
      let listed = try session.run("cd file && find . -type f | sed 's|^./||' | sort")
      for path in listed.split(separator: "\n") { #expect(index.contains(path), "\(path)") }
      #expect(try session.run("cd file && sha256sum -c --quiet SHA256SUMS") == "")
    }
  }
}
