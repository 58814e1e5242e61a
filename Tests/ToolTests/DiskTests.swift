internal import Foundation
internal import Glibc
internal import TestSupport
internal import Testing

/// How the tool meets the disk: what it looks for in folders, and what it leaves there.
@Suite struct DiskTests {
  private func run(_ arguments: [String], in folder: URL) throws -> Command.Result {
    let tool = Repository.products.appendingPathComponent("fengqiao").path
    return try Command(tool, arguments + ["--lang", "en"], in: folder).run()
  }

  /// A folder with the starter rulebook, `new`, in it.
  private func withStarter(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      #expect(try run(["init", "new"], in: folder).status == 0)
      try body(folder)
    }
  }

  @Test func everyFolderBelowIsSearched() throws {
    try withStarter { folder in
      let deep = folder.appendingPathComponent("a/b")
      try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: folder.appendingPathComponent("new"), to: deep.appendingPathComponent("copy"))
      #expect(try run(["test", "."], in: folder).output.hasSuffix("2 passed, 0 failed\n"))
    }
  }

  @Test(arguments: [".hidden", "new/.hidden"])
  func hiddenFoldersAreLeftOut(name: String) throws {
    try withStarter { folder in
      try FileManager.default.copyItem(
        at: folder.appendingPathComponent("new"), to: folder.appendingPathComponent("copy"))
      try FileManager.default.moveItem(
        at: folder.appendingPathComponent("copy"), to: folder.appendingPathComponent(name))
      #expect(try run(["test", "."], in: folder).output.hasSuffix("1 passed, 0 failed\n"))
    }
  }

  @Test func aLinkThatLeadsBackIsNotFollowed() throws {
    try withStarter { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("new/back"), withDestinationURL: folder)
      #expect(try run(["test", "."], in: folder).output.hasSuffix("1 passed, 0 failed\n"))
    }
  }

  @Test func aFolderIsSearchedThroughALinkThatIsNamed() throws {
    try withStarter { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("link"),
        withDestinationURL: folder.appendingPathComponent("new"))
      #expect(try run(["test", "link"], in: folder).output.hasSuffix("1 passed, 0 failed\n"))
    }
  }

  @Test func anArtefactReplacesTheOneBeforeAndLeavesNothingElse() throws {
    try withStarter { folder in
      let file = folder.appendingPathComponent("rules.json")
      try Data("old".utf8).write(to: file)
      #expect(try run(["compile", "new", "-o", "rules.json"], in: folder).status == 0)
      #expect(try Data(contentsOf: file).starts(with: Data("{\"artefact\"".utf8)))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == ["new", "rules.json"])
    }
  }

  @Test(arguments: [
    (["compile", "new", "-o", "none/rules.json"], "`none/rules.json` cannot be written: No such"),
    (["check", "none"], "there is no file `none`"),
    (["check", "new/rulebook.yaml/x"], "there is no file `new/rulebook.yaml/x`"),
    (["run", "new", "new/cases"], "`new/cases` is a folder"),
  ])
  func whatTheDiskRefusesIsSaid(arguments: [String], words: String) throws {
    try withStarter { folder in
      let result = try run(arguments, in: folder)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("error: \(words)"), "\(result.errors)")
    }
  }

  @Test func aFileWithoutEndIsNotReadForever() throws {
    try withTemporaryFolder { folder in
      let result = try run(["check", "/dev/zero"], in: folder)
      #expect(result.status == 2)
      #expect(result.errors == "error: `/dev/zero` cannot be read: File too large\n")
    }
  }

  @Test func aFullDiskEndsTheTool() throws {
    try withStarter { folder in
      let tool = Repository.products.appendingPathComponent("fengqiao").path
      let words = "'\(tool)' check new --lang en >/dev/full"
      let result = try Command("sh", ["-c", words], in: folder).run()
      #expect(result.status == 2)
      #expect(result.errors == "error: results cannot be written: No space left on device\n")
    }
  }

  /// Runs the tool as one whom the system keeps from what he may not read, as it does not keep
  /// root.
  private func runAsNobody(_ arguments: [String], in folder: URL) throws -> Command.Result {
    let tool = Repository.products.appendingPathComponent("fengqiao").path
    guard geteuid() == 0 else { return try run(arguments, in: folder) }
    let drop = ["--reuid=65534", "--regid=65534", "--clear-groups", tool]
    return try Command("setpriv", drop + arguments + ["--lang", "en"], in: folder).run()
  }

  /// What is in it would be left out of a clean check.
  @Test(arguments: [
    ("new/sub", ["check", "new"]), ("new/sub", ["check", "."]), ("new/cases", ["test", "new"]),
    ("new/cases/deep", ["test", "new/rulebook.yaml"]), ("new/cases", ["stats", "new"]),
  ])
  func aFolderThatCannotBeReadIsAnError(closed: String, arguments: [String]) throws {
    try withStarter { folder in
      let files = FileManager.default
      let path = folder.appendingPathComponent(closed).path
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      #expect(try runAsNobody(arguments, in: folder).status == 0)
      try files.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
      let result = try runAsNobody(arguments, in: folder)
      #expect(result.status == 2)
      #expect(
        result.errors == "error: `\(closed)` cannot be read: Permission denied\n",
        "\(result.output)")
    }
  }
}
