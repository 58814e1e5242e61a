internal import Foundation
internal import TestSupport
internal import Testing

/// The desk on a terminal of 80 columns, which `script` plays.
@Suite struct DeskTerminalTests {
  /// Runs commands one after another in a folder of their own; what the last one printed.
  private func run(_ commands: [String], typing: String = "") throws -> String {
    try withTemporaryFolder { folder in
      let rules = Repository.url("Rules").path
      var environment = Console().environment(home: folder)
      environment["FENGQIAO_STORE"] = folder.appendingPathComponent("s.sqlite").path
      environment["FENGQIAO_NOW"] = "2026-12-01T09:00"
      environment["FENGQIAO_TEMPLATES"] = Repository.url("Templates").path
      var printed = ""
      for command in commands {
        let line = command.replacingOccurrences(of: "RULES", with: rules)
        let typed = command == commands.last ? typing : ""
        try Data(typed.utf8).write(to: folder.appendingPathComponent("typed"))
        let shell = Command(
          "sh", ["-c", "\(line) < typed"], in: folder, environment: environment)
        let result = try shell.run()
        printed = result.output + result.errors
      }
      return printed
    }
  }

  private static let opened = "fengqiao case new RULES/fengqiao --id C3 --lang zh"
  private static let talk = "fengqiao case next C3 --talk --lang zh"

  @Test func noLineIsWiderThanTheTerminal() throws {
    let text = try run([Self.opened, Self.talk], typing: "1\n1\n?\nq\n")
    for line in text.split(separator: "\n") {
      #expect(line.columns <= 80, "\(line)")
    }
  }

  @Test func whatWasAnsweredIsKeptWhenTheTalkIsLeft() throws {
    // The purpose is asked first; then the input ends, as with Ctrl-D.
    let kept = try run(
      [Self.opened, "printf '1\\n2\\n' | \(Self.talk); true", "fengqiao case history C3 --lang zh"])
    #expect(kept.contains("纠纷"), "\(kept)")
  }

  @Test func whatEndsTheCaseIsAskedAboutOnceMore() throws {
    let ask = "printf 'm\\n1\\n2\\nq\\n' | \(Self.talk); true"
    let kept = try run([Self.opened, ask, "fengqiao case history C3 --lang zh"])
    #expect(!kept.contains("终止"), "\(kept)")
  }

  @Test func anExportedTestPasses() throws {
    let text = try run([
      Self.opened.replacingOccurrences(of: "C3", with: "C3-exported"),
      "fengqiao case set C3-exported 来意=求助 --at 2026-12-01T09:05 --now 2026-12-01T10:00",
      "fengqiao case export C3-exported --as-test -o C3.yaml",
      "fengqiao test RULES/fengqiao C3.yaml",
    ])
    #expect(text.contains("C3-exported") && text.contains(" 0 failed"), "\(text)")
  }

  @Test func draftedPapersAreThereToBePrinted() throws {
    let listed = try run([
      Self.opened,
      "fengqiao case set C3 来意=纠纷 违反治安管理=否 '甲方=甲某 52' '乙方=乙某 47'",
      "fengqiao case papers C3 -o out && cat out/*受理登记表.html",
    ])
    #expect(listed.contains("受理登记表") && listed.contains("<html") && listed.contains("甲某"))
  }

  @Test func noticesGoOutOnceWithTheirKey() throws {
    let deliver = "fengqiao case deliver --hook 'echo \"$FENGQIAO_KEY\" >> sent; cat > /dev/null'"
    let sent = try run([
      Self.opened, "fengqiao case fire C3 dispatch --by 网格员", deliver, deliver,
      "cat sent",
    ])
    let keys = sent.split(separator: "\n")
    #expect(keys.count > 1 && Set(keys).count == keys.count, "\(sent)")
    #expect(keys.allSatisfy { $0.hasPrefix("C3/2/") })
    let failing = try run([
      Self.opened, "fengqiao case fire C3 dispatch --by 网格员",
      "fengqiao case deliver --hook false; true", "fengqiao case list --incidents --lang zh",
    ])
    #expect(failing.contains("有未送达") && failing.contains("共 1 件"))
    #expect(failing.contains("C3/2/1  notice  已试 1 次  exit code 1"), "\(failing)")
  }

  @Test func whyAHookFailedIsToldAndRetryResumes() throws {
    let fire = "fengqiao case fire C3 dispatch --by 网格员"
    let told = try run([
      Self.opened, fire, "fengqiao case deliver --hook 'echo x | cat > /dev/full'; true",
      "fengqiao case list --incidents --format json",
    ])
    #expect(told.contains("No space left on device") && told.contains(#""attempts":1"#), "\(told)")
    let resumed = try run([
      Self.opened, fire, "fengqiao case deliver --hook 'echo x | cat > /dev/full'; true",
      "fengqiao case deliver --retry --hook 'cat > /dev/null'; fengqiao case list --incidents",
    ])
    #expect(resumed.contains("failed 0") && resumed.contains("no cases"), "\(resumed)")
  }

  @Test func aCaseWhoseTextsHoldControlCharactersCannotMoveTheTerminal() throws {
    let text = try run([
      Self.opened, "fengqiao case note C3 \"$(printf 'a\\033[2Jb\\007')\"",
      "fengqiao case history C3 --lang zh",
    ])
    #expect(text.contains("ab") && !text.contains("\u{1B}") && !text.contains("\u{7}"))
  }
}

extension StringProtocol {
  /// Columns, a full-width character counted as two.
  fileprivate var columns: Int {
    unicodeScalars.reduce(0) { sum, scalar in
      sum + ((0x2E80...0xFFE6).contains(scalar.value) && scalar.value != 0x2500 ? 2 : 1)
    }
  }
}
