internal import Foundation
internal import TestSupport
internal import Testing

/// A case in which time has run out that nobody has recorded yet: what every verb says of it.
@Suite struct DeskOverdueTests {
  private static let rulebook = """
    rulebook: late
    roles: {mediator: {}}
    facts: {amount: money}
    events: {accept: {by: mediator}, agreed: {by: mediator}}
    workflow:
      states:
        open: {on: {accept: talks}}
        talks: {after: {30 days: ended}, on: {agreed: closed}}
        closed: {type: final}
        ended: {type: final}
    """

  private func withOverdueCase(_ body: (inout DeskSession) throws -> Void) throws {
    try DeskSession.with(Self.rulebook) { session in
      try session.run("fengqiao case new r --id A-1")
      try session.run("fengqiao case fire A-1 accept")
      session.at("2026-07-01T09:00")
      try body(&session)
    }
  }

  @Test func whatIsRecordedAndWhatWillComeAreToldApart() throws {
    try withOverdueCase { session in
      let shown = try session.run("fengqiao case show A-1", language: "en")
      #expect(shown.contains("now       talks\n"), "\(shown)")
      #expect(shown.contains("ran out   2026-06-05  talks\n"), "\(shown)")
      #expect(shown.contains("then      the case ends: ended\n"), "\(shown)")
      #expect(!shown.contains("now       ended"))
      let listed = try session.run("fengqiao case list", language: "en")
      #expect(listed.contains("talks") && listed.contains("overdue 2026-06-05"), "\(listed)")
      let json = try session.run("fengqiao case show A-1 --format json")
      #expect(json.contains(#""recorded_state":["talks"],"ran_out":["talks"]"#), "\(json)")
      let chinese = try session.run("fengqiao case show A-1")
      #expect(chinese.contains("已到期") && chinese.contains("案件结束"), "\(chinese)")
    }
  }

  @Test(arguments: ["2", "n", "否", ""])
  func whatIsDeclinedIsNotShownAsDone(answer: String) throws {
    try withOverdueCase { session in
      let before = try session.journal()
      let text = try session.talk(answer, language: "en")
      #expect(text.contains("ran out: 2026-06-05  talks\n"), "\(text)")
      let after = try #require(text.components(separatedBy: "Go on?").last)
      #expect(after.contains("now       talks"), "\(text)")
      #expect(after.contains("not recorded yet"), "\(text)")
      #expect(!after.contains("now       ended") && !after.contains("the papers:"), "\(text)")
      #expect(try session.journal() == before)
    }
  }

  @Test func whatIsConfirmedIsRecordedOnceAndAskedOnce() throws {
    try withOverdueCase { session in
      let text = try session.talk("1", language: "en")
      #expect(text.components(separatedBy: "Go on?").count == 2, "\(text)")
      #expect(text.contains("now       ended: ended"), "\(text)")
      #expect(text.contains("the papers:"))
      #expect(try session.journal().count == 3)
      let shown = try session.run("fengqiao case show A-1", language: "en")
      #expect(!shown.contains("ran out"))
    }
  }

  @Test func aWordThatNoCaseHasIsSaid() throws {
    try withOverdueCase { session in
      let listed = try session.run("fengqiao case list --state tlaks", language: "en")
      #expect(listed.contains("no case has --state `tlaks`; there are `talks`"), "\(listed)")
      let level = try session.run("fengqiao case list --level nix", language: "en")
      #expect(level.contains("no case has --level `nix`; no case has one at all"), "\(level)")
      #expect(
        try session.run("fengqiao case fire A-1 nix", language: "en")
          .contains("no event is called `nix`; choose one of `accept`, `agreed`"))
      #expect(
        try session.run("fengqiao case new r --id ''", language: "en")
          .contains("`--id` is empty"))
    }
  }
}
