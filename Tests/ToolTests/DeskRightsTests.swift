internal import Foundation
internal import TestSupport
internal import Testing

/// Who may enter what at the desk, and who sees what was said apart.
@Suite struct DeskRightsTests {
  /// Runs commands one after another in one folder, each with the roles before its `|`; what each
  /// printed.
  private func run(_ commands: [(roles: String, command: String)]) throws -> [String] {
    try withTemporaryFolder { folder in
      var environment = Console().environment(home: folder)
      environment["FENGQIAO_STORE"] = folder.appendingPathComponent("s.sqlite").path
      environment["FENGQIAO_NOW"] = "2026-12-01T09:00"
      environment["FENGQIAO_TEMPLATES"] = Repository.url("Templates").path
      return try commands.map { roles, command in
        environment["FENGQIAO_ROLES"] = roles
        let line = command.replacingOccurrences(of: "RULES", with: Repository.url("Rules").path)
        let result = try Command("sh", ["-c", line], in: folder, environment: environment).run()
        return result.output + result.errors + "[exit \(result.status)]"
      }
    }
  }

  private static let opened = (
    "调解员", "fengqiao case new RULES/fengqiao --id C3 --lang zh --set '甲方=甲某' --set '乙方=乙某'"
  )

  @Test func nobodyActsInARoleThatIsNotHis() throws {
    let printed = try run([
      Self.opened, ("志愿者", "fengqiao case fire C3 dispatch --by 网格员 --lang zh"),
      ("志愿者", "fengqiao case fire C3 dispatch --lang zh"),
      ("网格员", "fengqiao case fire C3 dispatch --lang zh"),
    ])
    #expect(printed[1].contains("不能以 `网格员` 的身份办理") && printed[1].hasSuffix("[exit 2]"))
    #expect(printed[2].contains("只能由调解员、社区民警、网格员办") && printed[2].hasSuffix("[exit 1]"))
    #expect(printed[3].contains("村级赶赴") && printed[3].hasSuffix("[exit 0]"))
  }

  @Test func whatWasSaidApartIsShownToNobodyOfTheOtherSide() throws {
    let secret = "怕他再上门"
    let show = "fengqiao case show C3 --format json"
    let history = "fengqiao case history C3 --lang zh"
    let printed = try run([
      Self.opened, ("调解员", "fengqiao case set C3 '甲方心里话=\(secret)'"), ("调解员", show),
      ("乙方", show), ("调解员", history), ("乙方", history),
      ("乙方", "fengqiao case history C3 --format json"), ("乙方", "fengqiao case list --all"),
      ("乙方", "fengqiao case export C3 -o file --lang zh"),
    ])
    #expect(printed[2].contains(secret) && printed[4].contains(secret))
    for place in [3, 5, 6, 7, 8] { #expect(!printed[place].contains(secret), "\(printed[place])") }
    #expect(printed[8].contains("不能导出") && printed[8].hasSuffix("[exit 2]"))
  }

  @Test func aMaskedFileHoldsNoNameNoNumberAndNothingSaidApart() throws {
    let printed = try run([
      Self.opened, ("调解员", "fengqiao case set C3 '甲方心里话=怕他再上门'"),
      ("调解员", "fengqiao case note C3 --lang zh 他怕对方再上门"),
      ("调解员", "fengqiao case set C3 '争议事项=电话13812345678，证号11010519491231002X'"),
      ("调解员", "fengqiao case export C3 --masked -o file && cat file/cover.txt file/journal.txt"),
      ("调解员", "ls file"),
    ])
    let file = printed[4]
    #expect(file.contains("138****5678") && file.contains("110***********002X"))
    #expect(!file.contains("甲某") && file.contains("甲*"))
    #expect(!file.contains("再上门"))
    #expect(!printed[5].contains("data") && !printed[5].contains("papers"))
  }
}
