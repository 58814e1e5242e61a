internal import FoundationEssentials
internal import SourceText

/// The findings that a rulebook is known to have: told, but no reason to fail. A file that is
/// written once (`--write-baseline`), kept beside the rulebook, and only ever gets shorter.
struct Baseline {
  struct Entry: Codable, Hashable {
    var fingerprint: String
    var rule: String
    var file: String
    /// In English, for whoever reads the file; findings are told apart by their fingerprints.
    var message: String
  }

  private struct Content: Codable {
    var baseline: Int
    var findings: [Entry]
  }

  private static let version = 1

  let path: String
  private(set) var entries: [Entry] = []

  /// An empty one, to be written.
  init(path: String) {
    self.path = path
  }

  init(reading path: String) throws(ToolFault) {
    self.path = path
    let bytes: [UInt8]
    do { bytes = try DiskReader().read(path) } catch {
      guard error.reason == .notFound else { throw ToolFault(error) }
      throw ToolFault(
        en: "there is no baseline `\(path.onOneSafeLine)`; make it with `--write-baseline`",
        zh: "没有基线文件 `\(path.onOneSafeLine)`；请用 `--write-baseline` 生成")
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
      content.baseline == Self.version
    else {
      throw ToolFault(
        en: "`\(path.onOneSafeLine)` is no baseline of this tool; make it with `--write-baseline`",
        zh: "`\(path.onOneSafeLine)` 不是本工具的基线文件；请用 `--write-baseline` 生成")
    }
    entries = content.findings
  }

  func names(_ fingerprint: String) -> Bool {
    entries.contains { $0.fingerprint == fingerprint }
  }

  /// What it names and the run did not find: mended, or moved to another file.
  func gone(after found: [ReportedFinding]) -> [Entry] {
    let present = Set(found.map(\.fingerprint))
    return entries.filter { !present.contains($0.fingerprint) }
  }

  /// Names exactly these from now on.
  mutating func write(_ found: [ReportedFinding]) throws(ToolFault) {
    entries = found.map {
      Entry(
        fingerprint: $0.fingerprint, rule: $0.rule.id, file: $0.place.file, message: $0.message.en)
    }
    entries.sort { ($0.file, $0.rule, $0.fingerprint) < ($1.file, $1.rule, $1.fingerprint) }
    do { try Disk.write(Array((json.prettyText() + "\n").utf8), to: path) } catch {
      throw ToolFault(writing: path, error)
    }
  }

  private var json: JSONText {
    .object([
      .init("baseline", .integer(Self.version)),
      .init(
        "findings",
        .array(
          entries.map {
            .object([
              .init("fingerprint", .string($0.fingerprint)), .init("rule", .string($0.rule)),
              .init("file", .string($0.file)), .init("message", .string($0.message)),
            ])
          })),
    ])
  }
}
