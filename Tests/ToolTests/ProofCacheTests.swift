internal import Foundation
internal import TestSupport
internal import Testing

/// `prove` keeps what it proved: the next run says the same, and believes nothing but its own.
@Suite struct ProofCacheTests {
  private static let rulebook = """
    rulebook: small
    language: 1
    facts: {danger: boolean}
    events: {begin: {}, close: {}}
    workflow:
      states:
        intake: {on: {begin: talks}}
        talks: {on: {close: closed}}
        closed: {type: final}
    invariants:
      no_danger_in_talks: {in: talks, requires: danger = false}
      talks_are_short: {from: talks, to: closed, within: 3 days}
      every_case_can_end: {ends: can}

    """

  /// A folder with the rulebook; `prove` in it keeps what it proved in `kept`.
  private struct Desk {
    let folder: URL
    var cache: URL { folder.appendingPathComponent("kept") }

    func prove(_ options: [String] = [], cache: String? = nil) throws -> Command.Result {
      var environment = Console().environment(home: folder)
      environment["FENGQIAO_CACHE"] = cache ?? self.cache.path
      return try Command(
        "fengqiao", ["prove", "rulebook.yaml"] + options, in: folder, environment: environment
      ).run()
    }

    func entries() -> [URL] {
      let files = try? FileManager.default.contentsOfDirectory(
        at: cache, includingPropertiesForKeys: nil)
      return (files ?? []).sorted { $0.path < $1.path }
    }

    func entry() throws -> URL { try #require(entries().first) }

    /// Puts other words into what is kept, as this tool would have written them.
    func forge(_ old: String, _ new: String) throws {
      let file = try entry()
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let body = lines[1].replacing(old, with: new)
      #expect(lines[1] != body)
      let key = file.deletingPathExtension().lastPathComponent
      let said = folder.appendingPathComponent("said")
      try "\(key)\(body)".write(to: said, atomically: true, encoding: .utf8)
      let sum = try Command("sha256sum", [said.path], in: folder).run().output.prefix(64)
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data("fengqiao proofs 1 \(sum)\n\(body)".utf8))
      try handle.close()
    }
  }

  private func withDesk(_ body: (Desk) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("rulebook.yaml")
      try Self.rulebook.write(to: file, atomically: true, encoding: .utf8)
      try body(Desk(folder: folder))
    }
  }

  private func mode(_ file: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test(arguments: ["human", "json", "sarif", "github", "junit"])
  func whatIsKeptIsSaidInTheSameWords(format: String) throws {
    try withDesk { desk in
      let proved = try desk.prove(["--no-cache", "--format", format])
      #expect(proved.status == 1 && desk.entries().isEmpty)
      for _ in 0..<2 {
        let said = try desk.prove(["--format", format])
        #expect(said.output == proved.output && said.status == 1 && said.errors == proved.errors)
        #expect(desk.entries().count == 1)
      }
    }
  }

  @Test func whatIsKeptIsBelieved() throws {
    try withDesk { desk in
      #expect(try !desk.prove().output.contains("4242 situations"))
      try desk.forge(#""situations":"#, #""situations":4242"#)
      #expect(try desk.prove().output.contains("4242"))
      #expect(try !desk.prove(["--no-cache"]).output.contains("4242"))
    }
  }

  @Test func aKeptCaseThatBreaksNothingIsNotTold() throws {
    try withDesk { desk in
      let proved = try desk.prove()
      try desk.forge("event: begin", "event: close")
      #expect(try desk.prove().output == proved.output)
    }
  }

  @Test func damagedEntriesCountForNothing() throws {
    try withDesk { desk in
      let proved = try desk.prove()
      let file = try desk.entry()
      let whole = try Data(contentsOf: file)
      let text = String(decoding: whole, as: UTF8.self)
      let first = text.split(separator: "\n")[0]
      let damaged = [
        "", "\n", "nonsense", "\(first)\n", "\(first)\n[]", "\(first)\nnull",
        String(text.dropLast()),
        text + " ", text.replacing("situations", with: "situatians"),
      ]
      for entry in damaged {
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(entry.utf8))
        try handle.close()
        #expect(try desk.prove().output == proved.output, "\(entry)")
        #expect(try Data(contentsOf: file) == whole, "it is made anew")
      }
    }
  }

  @Test func anEntryIsForOneselfAlone() throws {
    try withDesk { desk in
      _ = try desk.prove()
      let file = try desk.entry()
      #expect(try mode(file) == 0o600)
      #expect(try mode(desk.cache) == 0o700)
      try desk.forge(#""situations":"#, #""situations":4242"#)
      try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file.path)
      #expect(try !desk.prove().output.contains("4242"), "others may have written it")
    }
  }

  @Test func anEntryIsForOneTextAlone() throws {
    try withDesk { desk in
      _ = try desk.prove()
      let foreign = try desk.entry()
      let file = desk.folder.appendingPathComponent("rulebook.yaml")
      let other = Self.rulebook.replacing("danger = false", with: "danger = true")
      try other.write(to: file, atomically: true, encoding: .utf8)
      let proved = try desk.prove()
      #expect(desk.entries().count == 2)
      let own = try #require(desk.entries().first { $0 != foreign })
      let bytes = try Data(contentsOf: foreign)
      try bytes.write(to: own)
      #expect(try desk.prove().output == proved.output, "an entry under another's name")
    }
  }

  @Test func aCacheThatCannotBeWrittenIsNoFault() throws {
    try withDesk { desk in
      let proved = try desk.prove(["--no-cache"])
      let said = try desk.prove(cache: "/dev/null/kept")
      #expect(said.output == proved.output && said.errors.isEmpty && said.status == proved.status)
    }
  }

  @Test func twoAtOnceSayTheSame() throws {
    try withDesk { desk in
      let proved = try desk.prove(["--no-cache"])
      let both = "fengqiao prove rulebook.yaml > a & fengqiao prove rulebook.yaml > b; wait"
      for _ in 0..<3 {
        try? FileManager.default.removeItem(at: desk.folder.appendingPathComponent(".cache"))
        _ = try Command(
          "sh", ["-c", both], in: desk.folder,
          environment: Console().environment(home: desk.folder)
        ).run()
        for name in ["a", "b"] {
          let said = try String(
            contentsOf: desk.folder.appendingPathComponent(name), encoding: .utf8)
          #expect(said == proved.output)
        }
      }
    }
  }
}
