internal import Foundation
internal import TestSupport
internal import Testing

/// The scripts that a newcomer meets first.
@Suite struct ScriptTests {
  /// Runs a script of the repository where some programs are played by others, given as the words
  /// of a shell script.
  private func run(
    _ script: String, _ arguments: [String] = [], played: [String: String] = [:],
    environment: [String: String] = [:]
  ) throws -> Command.Result {
    try withTemporaryFolder { folder in
      for (name, body) in played {
        try standIn(for: name, body, in: folder)
      }
      var all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      all["PATH"] = "\(folder.path):\(all["PATH", default: ""])"
      return try Command("sh", [script] + arguments, in: Repository.root, environment: all).run()
    }
  }

  @Test(arguments: [
    ("en", "go as expected?", "state      移送 (handed to the police)"), ("zh", "如期望", "移送公安机关"),
  ])
  func theDemoRunsTheMainJobInItsLanguage(language: String, words: String, end: String) throws {
    let result = try run("Scripts/demo", environment: ["LANG_CHOICE": language])
    #expect(result.status == 0, "\(result.errors)")
    let commands = result.output.split(separator: "\n").filter { $0.hasPrefix("$ ") }
    #expect(commands.count == 4)
    #expect(
      commands.last
        == "$ fengqiao run Rules/xinyi Rules/xinyi/cases/C1-violent.yaml --lang \(language)")
    #expect(result.output.contains(words))
    #expect(result.output.contains(end))
  }

  @Test func theSetUpIsContentWhereThisWasBuilt() throws {
    let result = try run("Scripts/setup", ["test"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output + result.errors == "")
  }

  /// What needs a browser or a cluster says so where there is none, and is no failure of the tool.
  @Test(arguments: [
    ("Scripts/try-page", "no Chromium is on the PATH"), ("Scripts/try-spark", "no Java is on the"),
  ])
  func whatCannotBeTriedSaysWhy(script: String, says: String) throws {
    // Where `python3` is a script that looks for one, it needs more than itself.
    let line =
      "python=$(python3 -c 'import sys; print(sys.executable)') && "
      + "PATH=/nowhere exec \"$python\" \(script) tool"
    let result = try Command("sh", ["-c", line], in: Repository.root).run()
    #expect(result.status == 2)
    #expect(result.errors.contains(says) && result.output.isEmpty, "\(result.errors)")
  }

  @Test func whoMayNotInstallIsToldWhatIsMissing() throws {
    let result = try run(
      "Scripts/setup", ["build"],
      played: ["id": "echo 1000", "sudo": "exit 1", "pkg-config": "exit 1"])
    #expect(result.status == 2)
    #expect(
      result.errors == """
        setup: these Debian packages are missing:
          pkg-config: SwiftPM finds C libraries with it
          libyaml-dev: the YAML reader stands on libyaml
          libsqlite3-dev: cases are kept in a file of SQLite
        setup: install them with: sudo apt-get update && sudo apt-get install \
        pkg-config libyaml-dev libsqlite3-dev

        """)
  }

  @Test func whoMayInstallThroughSudoDoesSoWithoutAPassword() throws {
    let result = try run(
      "Scripts/setup", ["build"],
      played: [
        "id": "echo 1000", "sudo": "echo \"sudo $*\" >&2", "pkg-config": "exit 1",
        "apt-get": "exit 1",
      ])
    #expect(result.errors.contains("setup: installing pkg-config libyaml-dev libsqlite3-dev\n"))
    #expect(result.errors.contains("these Debian packages are missing"))
    #expect(result.status == 2)
  }

  @Test(arguments: [
    ("Swift version 5.10.1 (swift-5.10.1-RELEASE)", "is Swift 5.10; 6.2 or newer is needed"),
    ("Swift version 6.1 (swift-6.1-RELEASE)", "is Swift 6.1; 6.2 or newer is needed"),
    ("no idea", "does not say its version"),
  ])
  func anOldSwiftIsNamed(version: String, says: String) throws {
    let result = try run("Scripts/setup", ["build"], played: ["swift": "echo '\(version)'"])
    #expect(result.status == 2)
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test(arguments: ["Swift version 6.2 (x)", "Swift version 6.10.1 (x)", "Swift version 7.0 (x)"])
  func aNewerSwiftWillDo(version: String) throws {
    let result = try run("Scripts/setup", ["build"], played: ["swift": "echo '\(version)'"])
    #expect(result.status == 0, "\(result.errors)")
  }
}
