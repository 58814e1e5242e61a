internal import Foundation
internal import TestSupport

/// A mediator at a machine: a folder with a store and a small rulebook, commands, and conversations
/// whose answers are typed in advance.
struct DeskSession {
  private let folder: URL
  private var environment: [String: String]

  /// - Parameter rulebook: the text of `r/rulebook.yaml`.
  static func with(_ rulebook: String, _ body: (inout DeskSession) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try Surface.write(rulebook, to: "r/rulebook.yaml", in: folder)
      var session = DeskSession(folder)
      try body(&session)
    }
  }

  private init(_ folder: URL) {
    self.folder = folder
    environment = Console().environment(home: folder)
    environment["FENGQIAO_STORE"] = folder.appendingPathComponent("s.sqlite").path
    environment["FENGQIAO_NOW"] = "2026-05-06T09:00"
  }

  /// The clock from here on.
  mutating func at(_ moment: String) { environment["FENGQIAO_NOW"] = moment }

  /// What a line of the shell prints; `fengqiao` speaks Chinese in it.
  @discardableResult
  func run(_ line: String, language: String = "zh") throws -> String {
    let words = "fengqiao() { command fengqiao \"$@\" --lang \(language); }; \(line)"
    let result = try Command("sh", ["-c", words], in: folder, environment: environment).run()
    return result.output + result.errors + (result.status == 0 ? "" : "[exit \(result.status)]")
  }

  /// The conversation over case `A-1`; what is typed comes one answer an item, and then the input
  /// ends, as with Ctrl-D.
  func talk(
    _ typed: String..., with options: String = "", language: String = "zh"
  ) throws -> String {
    try answering(typed, with: options, language: language)
  }

  /// The same with the answers in a list.
  func answering(
    _ typed: [String], with options: String = "", language: String = "zh"
  ) throws -> String {
    let text = typed.map { $0 + "\n" }.joined()
    try Surface.write(text, to: "typed", in: folder)
    return try run("fengqiao case next A-1 --talk \(options) < typed", language: language)
  }

  /// The journal of case `A-1` as JSON, one entry a line.
  func journal() throws -> [String] {
    try run("fengqiao case history A-1 --format json").split(separator: "\n").map(String.init)
  }
}
