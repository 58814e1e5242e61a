package import Foundation
internal import Testing

/// The page of one diagnostic code, `docs/diagnostics/FQnnnn.md`: what it means and why, an example
/// that raises it under `## Fails`, and the same mended under `## Mended`.
package struct DiagnosticPage: Sendable, CustomTestStringConvertible {
  /// The code that the file's name says.
  package var id: String
  package var page: MarkdownPage

  /// Whether its code is a note: then the example raises it as such.
  private let isOfNote: Bool

  package init(id: String, text: String) {
    self.id = id
    isOfNote = text.split(separator: "\n").dropFirst().first?.hasPrefix("note ·") ?? false
    page = MarkdownPage(text)
  }

  package var testDescription: String { id }

  /// All pages of a folder, by code. Its `README.md` is their index.
  package static func all(in folder: URL) throws -> [DiagnosticPage] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.sorted().filter { $0 != "README.md" }.map { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return DiagnosticPage(id: String(name.prefix { $0 != "." }), text: text)
    }
  }

  /// The two examples that a page holds.
  package enum Example: String, Sendable, CaseIterable {
    case fails = "Fails"
    case mended = "Mended"
  }

  /// What is wrong with the findings that an example's commands print, in words.
  ///
  /// The failing example raises this code, as an error or a warning (as a note, where that is what
  /// its page says it is), and no other error; the mended one raises neither errors nor warnings.
  package func faults(of example: Example, console: Console = Console()) throws -> [String] {
    let findings = try findings(of: example, console).filter {
      $0.weight != "note" || isOfNote && $0.code == id
    }
    let heading = "## \(example.rawValue)"
    switch example {
    case .mended:
      return findings.map { "\(heading): the mended example still raises \($0.code)" }
    case .fails:
      let others = Set(findings.filter { $0.weight == "error" }.map(\.code)).subtracting([id])
      return
        (findings.contains { $0.code == id }
        ? [] : ["\(heading): the example does not raise \(id)"])
        + others.sorted().map { "\(heading): the example also raises \($0)" }
    }
  }

  /// Writes the example's files and runs the tool on them.
  private func findings(of example: Example, _ console: Console) throws -> [Finding] {
    let blocks = files(of: example)
    guard !blocks.isEmpty else { throw CommandFailure("## \(example.rawValue) has no example") }
    let commands = commands(of: example, files: blocks.compactMap(\.file))
    // A tool that crashes raises nothing either: that is no mended example.
    let worst = example == .mended ? 0 : 2
    return try withTemporaryFolder { folder in
      for block in blocks { try block.write(in: folder) }
      return try commands.flatMap { command in
        let environment = console.environment(home: folder)
        let shell = Command("sh", ["-c", command], in: folder, environment: environment)
        let result = try shell.run()
        guard let findings = Finding.all(inJSON: result.output), result.status <= worst else {
          throw CommandFailure(
            "`\(command)` ends with \(result.status): \(result.output)\(result.errors)")
        }
        return findings
      }
    }
  }

  /// The example's blocks but for commands; the first is `rulebook.yaml` where it says no name.
  private func files(of example: Example) -> [FencedBlock] {
    var blocks = (page.blocks(under: example.rawValue) ?? []).filter { $0.language != "sh" }
    if !blocks.isEmpty, blocks[0].file == nil {
      blocks[0].fence.words = ["yaml", "rulebook.yaml"]
    }
    return blocks
  }

  /// The commands in the example's blocks of `sh`, or else: the rulebook is checked, and run with
  /// `case.yaml` where there is one.
  private func commands(of example: Example, files: [String]) -> [String] {
    let own = (page.blocks(under: example.rawValue) ?? []).filter { $0.language == "sh" }
    if !own.isEmpty { return own.flatMap(\.lines).map { $0 + " --format json" } }
    let check = "fengqiao check rulebook.yaml --format json"
    let run = "fengqiao run rulebook.yaml case.yaml --format json"
    return files.contains("case.yaml") ? [check, run] : [check]
  }
}

/// Code and weight of one finding, as the tool's JSON says them.
private struct Finding {
  var code: String
  var weight: String

  /// Every finding anywhere in the text, which is one JSON value or one in each line; nil where it
  /// is neither.
  static func all(inJSON text: String) -> [Finding]? {
    if let value = value(text) { return findings(in: value) }
    let values = text.split(separator: "\n").map { value(String($0)) }
    guard values.allSatisfy({ $0 != nil }) else { return nil }
    return values.compactMap { $0 }.flatMap(findings(in:))
  }

  private static func value(_ text: String) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  private static func findings(in value: Any) -> [Finding] {
    if let list = value as? [Any] { return list.flatMap(findings(in:)) }
    guard let object = value as? [String: Any] else { return [] }
    let inner = object.keys.sorted().flatMap { key in object[key].map(findings(in:)) ?? [] }
    guard let code = object["code"] as? String, code.hasPrefix("FQ") else { return inner }
    let weight = (object["severity"] ?? object["level"]) as? String
    return [Finding(code: code, weight: weight ?? "error")] + inner
  }
}
