internal import Foundation
internal import TestSupport
internal import Testing

/// Identity numbers and phones at the desk: taken as people type them, refused with the reason,
/// shown in full to whom they concern, and masked by their type elsewhere.
@Suite struct DeskFormatTests {
  private static let rulebook = """
    rulebook: numbers
    language: 1
    version: "1"
    parties:
      sides: [甲方, 乙方]
      each: {身份证号: {type: text, format: identity_number}}
    facts:
      手机: {type: text, format: mobile_number, ask: {zh: 手机号码？, en: mobile number?}}
    events:
      call: {by: [甲方, 乙方, 调解员], with: {来电: {type: text, format: mobile_number}}}
    roles: {调解员: {}}
    workflow:
      states:
        open: {on: {call: {when: is known(手机), to: called}}}
        called: {}
    """

  /// Runs commands one after another in one folder, each with the roles before it.
  private func run(_ commands: [(roles: String, command: String)]) throws -> [String] {
    try withTemporaryFolder { folder in
      try Self.rulebook.write(
        to: folder.appendingPathComponent("rulebook.yaml"), atomically: true, encoding: .utf8)
      var environment = Console().environment(home: folder)
      environment["FENGQIAO_STORE"] = folder.appendingPathComponent("s.sqlite").path
      environment["FENGQIAO_NOW"] = "2026-12-01T09:00"
      return try commands.map { roles, command in
        environment["FENGQIAO_ROLES"] = roles
        let result = try Command("sh", ["-c", command], in: folder, environment: environment).run()
        return result.output + result.errors + "[exit \(result.status)]"
      }
    }
  }

  private static let opened = [
    (
      "调解员",
      "fengqiao case new . --id A --lang zh --set '甲方=甲某 １１０１０５19491231002x' "
        + "--set '乙方=乙某 100000198001010009'"
    ), ("调解员", "fengqiao case set A '手机=+86 138-1234-5678' --lang zh"),
    ("甲方", "fengqiao case fire A call --with '来电=139 8765 4321' --lang zh"),
  ]

  @Test func whatIsTypedIsTidiedAndKept() throws {
    let printed = try run(
      Self.opened + [("调解员", "fengqiao case show A --format json")])
    for place in 0...2 { #expect(printed[place].hasSuffix("[exit 0]"), "\(printed[place])") }
    for number in ["11010519491231002X", "100000198001010009", "13812345678"] {
      #expect(printed[3].contains("\"\(number)\""), "\(printed[3])")
    }
  }

  @Test func whatIsWrongIsRefusedByItsPlace() throws {
    let printed = try run([
      Self.opened[0], ("调解员", "fengqiao case set A 手机=1381234567 --lang zh"),
      ("调解员", "fengqiao case set A 手机=1381234567 --lang en"),
      ("调解员", "fengqiao case set A '甲方=甲某 身份证号=110105194912310021' --lang zh"),
      ("调解员", "fengqiao case fire A call --with 来电=12898765432 --lang zh"),
      ("调解员", "fengqiao case show A --format json"),
    ])
    #expect(printed[1].contains("这不是手机号码：应为 11 位，这里有 10 位"))
    #expect(printed[2].contains("this is not a mobile number: it has 10 signs and not 11"))
    #expect(printed[3].contains("校验码对不上"))
    #expect(printed[4].contains("应以 13 至 19 开头，这里是 12"))
    for place in 1...4 { #expect(printed[place].hasSuffix("[exit 1]"), "\(printed[place])") }
    #expect(printed[5].contains("11010519491231002X") && !printed[5].contains("手机\":\"1"))
  }

  /// Who acts for a side sees the numbers of its own people; those of others are masked, on every
  /// screen and in every form.
  @Test func whoActsForASideSeesTheNumbersOfItsOwnPeople() throws {
    let screens = [
      "fengqiao case show A --format json", "fengqiao case history A --lang zh",
      "fengqiao case history A --format json",
    ]
    let printed = try run(
      Self.opened + screens.map { ("甲方", $0) } + screens.map { ("调解员", $0) })
    for seen in printed[3...5] {
      #expect(seen.contains("11010519491231002X"), "\(seen)")
      #expect(seen.contains("100***********0009"), "\(seen)")
      #expect(!seen.contains("100000198001010009") && !seen.contains("13812345678"), "\(seen)")
      #expect(!seen.contains("13987654321"), "\(seen)")
    }
    for seen in printed[6...8] {
      #expect(seen.contains("100000198001010009") && seen.contains("13812345678"), "\(seen)")
    }
  }

  @Test func listsAndMaskedFilesHoldNoNumber() throws {
    let printed = try run(
      Self.opened + [
        ("调解员", "fengqiao case list --all --format json && fengqiao case list --all"),
        ("甲方", "fengqiao case export A -o whole --lang zh"),
        (
          "甲方",
          "fengqiao case export A --masked -o file && cat file/cover.txt file/journal.txt"
        ),
      ])
    #expect(printed[4].contains("不能原样导出") && printed[4].hasSuffix("[exit 2]"))
    for number in ["11010519491231002X", "100000198001010009", "13812345678", "13987654321"] {
      #expect(!printed[3].contains(number) && !printed[5].contains(number), "\(printed[5])")
    }
    for rest in ["110***********002X", "100***********0009", "138****5678", "139****4321"] {
      #expect(printed[5].contains(rest), "\(printed[5])")
    }
  }

  /// An erased number does not stop the case from being replayed, exported and taken back in.
  @Test func anErasedNumberDoesNotStopTheCase() throws {
    let printed = try run(
      Self.opened + [
        ("调解员", "fengqiao case redact A --fact 手机 --reason 本人要求 --lang zh"),
        ("调解员", "fengqiao case redact A --text 11010519491231002X --reason 本人要求 --lang zh"),
        ("调解员", "fengqiao case verify && fengqiao case show A --format json"),
        ("调解员", "fengqiao case export A -o file --lang zh"),
        (
          "调解员",
          "fengqiao case import file --store other.sqlite && "
            + "fengqiao case show A --format json --store other.sqlite"
        ),
        ("调解员", "fengqiao case export A --as-test -o t.yaml && fengqiao test . t.yaml"),
      ])
    for place in 3...8 { #expect(printed[place].hasSuffix("[exit 0]"), "\(printed[place])") }
    for place in [5, 7] {
      #expect(printed[place].contains("（已删除1）") && printed[place].contains("（已删除2）"))
      #expect(!printed[place].contains("13812345678"), "\(printed[place])")
    }
  }
}
