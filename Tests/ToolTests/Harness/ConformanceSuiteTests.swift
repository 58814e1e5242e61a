internal import Foundation
internal import TestSupport
internal import Testing

/// What makes a page a case, and how the pages are found.
@Suite struct ConformanceSuiteTests {
  private static let truePage = """
    # A good rulebook is echoed
    One sentence.

    ```console
    $ echo fine
    fine
    ```

    """

  private func faults(_ text: String, at path: String, record: Bool = false) throws -> [String] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("case.md")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return try ConformanceCase(path: path, file: file)
        .faults(record: record, console: PageRunTests.shell)
    }
  }

  @Test func aTruePageOfItsFolderPasses() throws {
    expectNone(try faults(Self.truePage, at: "echo/good/fine.md"))
  }

  @Test func aFailingCommandBelongsIntoBadAndOnlyThere() throws {
    let failing = Self.truePage.replacing("echo fine\nfine", with: "sh -c 'exit 1'\n[exit 1]")
    expectNone(try faults(failing, at: "echo/bad/fails.md"))
    #expect(try faults(failing, at: "echo/good/fails.md") == ["a good case has no [exit …]"])
    #expect(
      try faults(Self.truePage, at: "echo/bad/fine.md") == [
        "no command fails, so the case is no bad one"
      ])
  }

  @Test(arguments: [
    ("# A good", "A good", "begins with `# `"),
    ("One sentence.\n", "", "a sentence or two"),
    ("```console\n$ echo fine\nfine\n```", "", "runs no command"),
    ("```console", "```yaml\nx: 1\n```\n```console", "needs a file name"),
    ("$ echo fine\n", "", "begins with `$ `"),
  ])
  func aMisshapenPageIsAFaultEvenWhileRecording(
    old: String, new: String, says: String
  ) throws {
    let page = Self.truePage.replacing(old, with: new)
    for record in [false, true] {
      let faults = try faults(page, at: "echo/good/x.md", record: record)
      #expect(faults.contains { $0.contains(says) }, "\(faults)")
    }
  }

  @Test func recordingWritesWhatTheToolSays() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("case.md")
      try Self.truePage.replacing("\nfine\n", with: "\nold\n")
        .write(to: file, atomically: true, encoding: .utf8)
      let page = ConformanceCase(path: "echo/good/case.md", file: file)
      #expect(try page.faults(record: false, console: PageRunTests.shell).count == 1)
      expectNone(try page.faults(record: true, console: PageRunTests.shell))
      #expect(try String(contentsOf: file, encoding: .utf8) == Self.truePage)
    }
  }

  @Test func whatIsNoCaseIsAStray() throws {
    try withTemporaryFolder { folder in
      let paths = [
        "README.md", "tables/good/first.md", "tables/bad/gap.md", "tables/first.md",
        "tables/good/notes.txt", "tables/ugly/x.md", "tables/good/deep/x.md",
      ]
      for path in paths {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: file)
      }
      let suite = ConformanceSuite(folder: folder)
      #expect(suite.cases.map(\.path) == ["tables/bad/gap.md", "tables/good/first.md"])
      #expect(
        suite.strays == [
          "tables/first.md", "tables/good/deep/x.md", "tables/good/notes.txt", "tables/ugly/x.md",
        ])
    }
  }

  @Test func aFolderThatIsNotThereHasNoCases() {
    let suite = ConformanceSuite(folder: Repository.url("Tests/Nowhere"))
    #expect(suite.cases.isEmpty && suite.strays.isEmpty)
  }
}
