internal import Foundation
internal import TestSupport
internal import Testing

/// The Debian package, packed from the tool that the tests were built with.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-parsechangelog")))
struct PackageTests {
  private static let tool = Repository.products.appendingPathComponent("fengqiao").path

  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let result = try Command(program, arguments, in: Repository.root).run()
    guard result.status == 0 else { throw CommandFailure(result) }
    return result.output
  }

  /// Packs the tool in a folder of its own and gives the package's path.
  private func packed(in folder: URL, umask: String = "022") throws -> String {
    let words = "umask \(umask); exec Scripts/build-deb --trial --binary \"$1\" --output \"$2\""
    let arguments = ["-c", words, "sh", Self.tool, folder.path]
    let result = try Command("sh", arguments, in: Repository.root).run()
    guard result.status == 0 else { throw CommandFailure(result) }
    return result.output.trimmingCharacters(in: .newlines)
  }

  @Test func theSameToolGivesTheSameBytes() throws {
    try withTemporaryFolder { folder in
      let packages = try ["022", "077"].map { umask in
        try packed(in: folder.appendingPathComponent(umask), umask: umask)
      }
      #expect(packages[0] != packages[1])
      let bytes = try packages.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(bytes[0] == bytes[1])
    }
  }

  @Test func itHoldsWhatBelongsInItAndNothingElse() throws {
    try withTemporaryFolder { folder in
      let listing = try output("dpkg-deb", ["--contents", packed(in: folder)])
      let files = listing.split(separator: "\n").filter { !$0.hasPrefix("d") }
      let shown = files.map { line in
        let words = line.split(separator: " ", maxSplits: 5)
        return "\(words[0]) \(words[1]) \(words[5].dropFirst(2))"
      }
      let documents = shown.filter { $0.contains("/doc/fengqiao/") && $0.hasSuffix(".md") }
      #expect(Set(documents).count > 300)
      #expect(Set(shown).subtracting(documents).sorted() == (try expectedFiles()).sorted())
    }
  }

  /// All but the pages of documentation, as `dpkg-deb` lists them.
  private func expectedFiles() throws -> [String] {
    let shared = try Repository.files().filter {
      $0.hasPrefix("Rules/") || $0.hasPrefix("Templates/")
    }
    let verbs = try verbs()
    #expect(verbs.contains("check"))
    let data =
      shared.map { "fengqiao/\($0)" } + verbs.map { "man/man1/fengqiao-\($0).1.gz" } + [
        "bash-completion/completions/fengqiao", "fish/vendor_completions.d/fengqiao.fish",
        "zsh/vendor-completions/_fengqiao", "man/man1/fengqiao.1.gz",
        "doc/fengqiao/NEWS.Debian.gz", "doc/fengqiao/changelog.gz", "doc/fengqiao/copyright",
      ]
    return ["-rwxr-xr-x root/root usr/bin/fengqiao"]
      + data.map { "-rw-r--r-- root/root usr/share/\($0)" }
  }

  /// As the tool describes itself; those that it hides and the library's own `help` have no page.
  private func verbs() throws -> [String] {
    struct Verb: Decodable {
      let commandName: String
      let shouldDisplay: Bool
      let subcommands: [Verb]?
    }
    struct Tool: Decodable { let command: Verb }
    let description = try output(Self.tool, ["--experimental-dump-help"])
    let tool = try JSONDecoder().decode(Tool.self, from: Data(description.utf8))
    return (tool.command.subcommands ?? []).filter(\.shouldDisplay).map(\.commandName)
      .filter { $0 != "help" }
  }

  @Test func everyLinkOfItsPagesLeadsToAFileOfIt() throws {
    try withTemporaryFolder { folder in
      let root = folder.appendingPathComponent("root")
      _ = try output("dpkg-deb", ["--extract", packed(in: folder), root.path])
      let doc = root.appendingPathComponent("usr/share/doc/fengqiao")
      let pages = (FileManager.default.enumerator(atPath: doc.path)?.allObjects ?? [])
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }
      var links = 0
      for page in pages.sorted() {
        let file = doc.appendingPathComponent(page)
        let prose = try String(contentsOf: file, encoding: .utf8)
          .split(separator: "```").enumerated().filter { $0.offset.isMultiple(of: 2) }
          .map { String($0.element) }.joined()
        for match in prose.matches(of: /\]\(([^()\s#:]+)[^()\s]*\)/) {
          let target = String(match.1)
          let place =
            target.hasPrefix("/")
            ? root.appendingPathComponent(target)
            : file.deletingLastPathComponent().appendingPathComponent(target)
          links += 1
          #expect(FileManager.default.fileExists(atPath: place.path), "\(page): \(target)")
        }
      }
      #expect(links > 50)
    }
  }

  @Test func aVersionWithoutAnEntryInTheChangelogIsRefused() throws {
    try withTemporaryFolder { folder in
      try standIn(for: "fengqiao", "echo 99.1.0", in: folder)
      // Its paths are meant as seen from where it is called.
      let script = Repository.url("Scripts/build-deb").path
      let words = ["--trial", "--binary", "fengqiao", "--output", "out"]
      let result = try Command(script, words, in: folder).run()
      #expect(result.status == 2)
      #expect(result.errors.contains("the tool is version 99.1.0, the newest entry of"))
    }
  }

  @Test func theManualNamesEveryVariableOfTheTool() throws {
    let manual = try String(
      contentsOf: Repository.url("Scripts/debian/manual.1.inc"), encoding: .utf8)
    let sources = try Repository.files().filter {
      $0.hasPrefix("Sources/") && $0.hasSuffix(".swift")
    }
    var found: Set<String> = []
    for path in sources {
      let text = try String(contentsOf: Repository.url(path), encoding: .utf8)
      for match in text.matches(of: /"((?:FENGQIAO|NO_COLOR|LC)[A-Z_]*)"/) {
        found.insert(String(match.1))
      }
    }
    #expect(found.isSuperset(of: ["FENGQIAO_RULES", "FENGQIAO_TEMPLATES", "LC_ALL"]))
    for name in found.sorted() {
      #expect(manual.contains(name), "describe \(name) in Scripts/debian/manual.1.inc")
    }
  }
}
