internal import Foundation
internal import TestSupport
internal import Testing

/// The verbs of the desk print the same over a file and over a server.
@Suite struct DeskStoresTests {
  /// A day's work of a desk; `STORE1` is its store, `STORE2` another one of the same kind.
  private static let day = [
    "fengqiao case new RULES/fengqiao --id C3 --set '甲方=甲某 52' --set '乙方=乙某 47'",
    "fengqiao case set C3 来意=纠纷 违反治安管理=否 人数=2 争议事项=树枝伸过墙 --now 2026-12-01T09:10",
    "fengqiao case new fengqiao --id C4 --now 2026-12-01T09:05",
    "fengqiao case fire C3 dispatch --by 网格员 --after 1",
    "fengqiao case note C3 '周五都来' --now 2026-12-01T09:20",
    "fengqiao case undo C3 --reason 写错了 --now 2026-12-01T09:30",
    "fengqiao case fire C4 dispatch --by 网格员 --now 2026-12-01T09:35",
    "fengqiao case link C4 C3 --reason 同一堵墙 --now 2026-12-01T09:40",
    "fengqiao case history C3", "fengqiao case show C3 --format json", "fengqiao case papers C3",
    "fengqiao case list", "fengqiao case list --format json", "fengqiao case due",
    "fengqiao case tick --now 2026-12-10T09:00", "fengqiao case due --now 2026-12-10T09:00",
    "fengqiao case deliver --hook 'cat > /dev/null; exit 7' --now 2026-12-10T09:00",
    "fengqiao case list --incidents --now 2026-12-10T09:00",
    "fengqiao case deliver --retry --hook 'cat > /dev/null' --now 2026-12-10T09:10",
    "fengqiao case redact C3 --fact 甲方 --reason 要求 --now 2026-12-10T09:20",
    "fengqiao case migrate --to new/fengqiao --dry-run --now 2026-12-11T09:00",
    "fengqiao case migrate --to new/fengqiao --timers keep --periods keep --tasks keep "
      + "--now 2026-12-11T09:00",
    "fengqiao case history C4",
    "fengqiao case export C3 -o file --now 2026-12-11T10:00 && cat file/journal.txt",
    "fengqiao case import file --store STORE2 --now 2026-12-11T10:00",
    "fengqiao case checkout C4 --to STORE2 --now 2026-12-11T11:00",
    "fengqiao case note C4 '在家' --now 2026-12-11T11:10",
    "fengqiao case note C4 '在外' --store STORE2 --now 2026-12-11T11:20",
    "fengqiao case checkin C4 --from STORE2 --now 2026-12-11T12:00",
    "fengqiao case stats fengqiao --format csv",
    "fengqiao impact RULES/fengqiao new/fengqiao --store STORE1 --by 来意", "fengqiao case verify",
  ]

  @Test func aDaysWorkReadsTheSameOnBoth() throws {
    let server = try PostgreSQLServer.shared.get()
    let file = try printed(store: "one.sqlite", other: "two.sqlite")
    let (here, there) = (try server.makeDatabase(), try server.makeDatabase())
    let table = try printed(store: here, other: there)
    #expect(file.count == table.count && file.count == Self.day.count)
    for (command, (one, other)) in zip(Self.day, zip(file, table)) {
      #expect(one == other, "\(command)")
    }
    // What was to be refused was refused, what was to be kept was kept.
    let codes = file.map { $0.split(separator: "\n").last.map(String.init) ?? "" }
    let refused = codes.enumerated().filter { $0.element != "[exit 0]" }.map { Self.day[$0.offset] }
    #expect(refused.map { $0.prefix(28) } == Self.refused.map { $0.prefix(28) }, "\(refused)")
    #expect(file.last?.contains("unaltered") == true)
  }

  private static let refused = [
    "fengqiao case fire C3 dispatch --by 网格员 --after 1",
    "fengqiao case deliver --hook 'cat > /dev/null; exit 7'",
    "fengqiao case migrate --to new/fengqiao --dry-run", "fengqiao case note C4 '在家' --now",
  ]

  /// What each command printed, without the stores' names.
  private func printed(store: String, other: String) throws -> [String] {
    try withTemporaryFolder { folder in
      var environment = Console().environment(home: folder)
      environment["FENGQIAO_STORE"] = store
      environment["FENGQIAO_NOW"] = "2026-12-01T09:00"
      environment["FENGQIAO_TEMPLATES"] = Repository.url("Templates").path
      environment["FENGQIAO_RULES"] = Repository.url("Rules").path
      let rules = Repository.url("Rules").path
      let prepared =
        "cp -r RULES new && sed -i 's/village and town as one/one village/' "
        + "new/fengqiao/rulebook.yaml"
      let setUp = [store, other].filter { $0.hasPrefix("postgres") }
        .map { "fengqiao store init --store '\($0)'" }
      var said: [String] = []
      for command in [prepared] + setUp + Self.day {
        let line = command.replacingOccurrences(of: "RULES", with: rules)
          .replacingOccurrences(of: "STORE1", with: "'\(store)'")
          .replacingOccurrences(of: "STORE2", with: "'\(other)'")
        let result = try Command("sh", ["-c", line], in: folder, environment: environment).run()
        var text = result.output + result.errors
        for (name, word) in [(store, "HERE"), (other, "THERE")] {
          text = text.replacingOccurrences(of: name, with: word)
            .replacingOccurrences(of: String(name.prefix { $0 != "?" }), with: word)
        }
        said.append(text + "\n[exit \(result.status)]")
      }
      return Array(said.dropFirst(1 + setUp.count))
    }
  }
}
