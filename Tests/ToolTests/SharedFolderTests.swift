internal import Foundation
internal import TestSupport
internal import Testing

/// Rulebooks and templates that came with the tool are found by name, wherever that lies.
@Suite struct SharedFolderTests {
  /// A base that drafts a paper, as an installation has it, under some folder.
  private func writeShared(in folder: URL, amount: String) throws {
    try write(
      """
      rulebook: base
      facts: {\(amount): money}
      documents: {slip: {template: papers/slip, title: Slip}}
      """, to: "Rules/base/rulebook.yaml", in: folder)
    try write("Owed: {{\(amount)}}\n", to: "Templates/papers/slip.mustache", in: folder)
  }

  private func write(_ text: String, to path: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// What `check` says of a town that reads a fact of the base called `base`.
  private func check(
    _ path: String, in folder: URL,
    tool: URL = Repository.products.appendingPathComponent("fengqiao"),
    _ environment: [String: String] = [:]
  ) throws -> String {
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return try Command(
      tool.path, ["check", path, "--format", "json", "--lang", "en"], in: folder, environment: all
    ).run().output
  }

  private func writeTown(reading fact: String, to path: String, in folder: URL) throws {
    try write(
      """
      rulebook: town
      extends: base
      decisions: {small: {is: \(fact) < 500}}
      """, to: path, in: folder)
  }

  @Test func theEnvironmentComesBeforeTheFoldersAround() throws {
    try withTemporaryFolder { root in
      try writeShared(in: root.appendingPathComponent("far"), amount: "far")
      try writeShared(in: root.appendingPathComponent("near"), amount: "near")
      try writeTown(reading: "far", to: "near/towns/town/rulebook.yaml", in: root)
      let town = "near/towns/town"
      #expect(try check(town, in: root).contains("no fact, variable or decision"))
      let far = root.appendingPathComponent("far").path
      let environment = [
        "FENGQIAO_RULES": "nowhere:\(far)/Rules", "FENGQIAO_TEMPLATES": "\(far)/Templates",
      ]
      #expect(try check(town, in: root, environment) == "")
    }
  }

  @Test func whatAPackageBringsIsFoundFromTheToolsOwnPlace() throws {
    try withTemporaryFolder { root in
      let usr = root.appendingPathComponent("usr")
      try writeShared(in: usr.appendingPathComponent("share/fengqiao"), amount: "installed")
      try writeTown(reading: "installed", to: "home/town/rulebook.yaml", in: root)
      let tool = try installed(in: usr)
      let home = root.appendingPathComponent("home")
      #expect(try check("town", in: home, tool: tool) == "")
      // A link to the tool does not hide where it lies.
      let link = home.appendingPathComponent("fengqiao")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: tool)
      #expect(try check("town/rulebook.yaml", in: home, tool: link) == "")
    }
  }

  @Test(arguments: ["base", "Rules/base", "Rules/base/rulebook.yaml"])
  func whoNamesWhatAPackageBringsIsToldWhereItIs(path: String) throws {
    try withTemporaryFolder { root in
      let usr = root.appendingPathComponent("usr")
      try writeShared(in: usr.appendingPathComponent("share/fengqiao"), amount: "installed")
      let tool = try installed(in: usr)
      let home = root.appendingPathComponent("home")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let result = try Command(tool.path, ["check", path, "--lang", "en"], in: home).run()
      let below = path.replacingOccurrences(of: "Rules/", with: "")
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("error: there is no file `\(path)`; the tool came with `/"))
      #expect(result.errors.hasSuffix("/usr/share/fengqiao/Rules/\(below)`\n"))
    }
  }

  @Test func aCaseIsOpenedByWhatTheStoreKeepsElseByWhatAPackageBrings() throws {
    try withTemporaryFolder { root in
      let usr = root.appendingPathComponent("usr")
      try writeShared(in: usr.appendingPathComponent("share/fengqiao"), amount: "installed")
      try write(
        "rulebook: base\ntitle: our own\nfacts: {amount: money}\n", to: "home/own/rulebook.yaml",
        in: root)
      let tool = try installed(in: usr).path
      let home = root.appendingPathComponent("home")
      let words = ["--store", "cases.sqlite", "--now", "2026-05-06T09:00", "--lang", "en"]
      let opened = try ["base", "own", "base"].map { rulebook in
        try Command(tool, ["case", "new", rulebook] + words, in: home).run()
      }
      // Once the store keeps a rulebook of the name, it is that one, and its newest version.
      #expect(opened.map(\.status) == [0, 0, 0], "\(opened)")
      #expect(opened.map { $0.output.contains("our own") } == [false, true, true], "\(opened)")
    }
  }

  @Test(arguments: ["base", "../far/Rules/base"])
  func aBaseBringsItsTemplatesWhereverItLies(base: String) throws {
    try withTemporaryFolder { root in
      try writeShared(in: root.appendingPathComponent("far"), amount: "far")
      try write(
        "rulebook: town\nextends: \(base)\n", to: "town/rulebook.yaml", in: root)
      let rules = root.appendingPathComponent("far/Rules").path
      // Without them the base's paper has no template, and it is told where such were looked for.
      let found = try check("town", in: root, ["FENGQIAO_RULES": base == "base" ? rules : ""])
      #expect(found == "")
      try FileManager.default.removeItem(at: root.appendingPathComponent("far/Templates"))
      let missing = try check("town", in: root, ["FENGQIAO_RULES": base == "base" ? rules : ""])
      #expect(missing.contains("there is no template `papers/slip`"), "\(missing)")
      #expect(missing.contains("FENGQIAO_TEMPLATES"), "\(missing)")
    }
  }

  @Test func aNameThatNoFolderHoldsIsToldWithTheFoldersLookedIn() throws {
    try withTemporaryFolder { root in
      try writeShared(in: root.appendingPathComponent("far"), amount: "far")
      try write("rulebook: town\nextends: bsae\n", to: "town/rulebook.yaml", in: root)
      let rules = root.appendingPathComponent("far/Rules").path
      let found = try check("town", in: root, ["FENGQIAO_RULES": rules])
      #expect(found.contains("neither at `town/bsae` nor in "), "\(found)")
      #expect(found.contains("far/Rules`"), "\(found)")
    }
  }

  @Test func anArtefactIsTheSameWhereverTheSharedFoldersLie() throws {
    try withTemporaryFolder { root in
      let artefacts = try ["one", "another/place"].map { place in
        let folder = root.appendingPathComponent(place)
        try writeShared(in: folder.appendingPathComponent("shared"), amount: "amount")
        try writeTown(reading: "amount", to: "home/town/rulebook.yaml", in: folder)
        let tool = Repository.products.appendingPathComponent("fengqiao").path
        let shared = folder.appendingPathComponent("shared").path
        let environment = ProcessInfo.processInfo.environment.merging([
          "FENGQIAO_RULES": "\(shared)/Rules", "FENGQIAO_TEMPLATES": "\(shared)/Templates",
        ]) { $1 }
        let result = try Command(
          tool, ["compile", "home/town", "-o", "artefact"], in: folder, environment: environment
        ).run()
        #expect(result.status == 0, "\(result)")
        return try Data(contentsOf: folder.appendingPathComponent("artefact"))
      }
      #expect(artefacts[0] == artefacts[1])
    }
  }

  /// The tool under `bin` of a folder: linked, since it is large, or copied to another disk.
  private func installed(in usr: URL) throws -> URL {
    let tool = usr.appendingPathComponent("bin/fengqiao")
    let built = Repository.products.appendingPathComponent("fengqiao")
    let files = FileManager.default
    try files.createDirectory(
      at: tool.deletingLastPathComponent(), withIntermediateDirectories: true)
    do { try files.linkItem(at: built, to: tool) } catch { try files.copyItem(at: built, to: tool) }
    return tool
  }
}
