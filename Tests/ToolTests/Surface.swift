internal import Foundation
internal import TestSupport

/// The tool, and what others make of what it prints.
enum Surface {
  /// Runs the tool in a folder with files, each `name: text`; in no named language where it is nil.
  static func run(
    _ files: [String: String], _ arguments: [String]..., language: String? = "en",
    then look: (URL, [Command.Result]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      for (name, text) in files { try write(text, to: name, in: folder) }
      let tool = Repository.products.appendingPathComponent("fengqiao").path
      let results = try arguments.map {
        try Command(tool, $0 + (language.map { ["--lang", $0] } ?? []), in: folder).run()
      }
      try look(folder, results)
    }
  }

  static func write(_ text: String, to name: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// What Debian's Python says to a script.
  static func python(
    _ script: String, _ arguments: [String], in folder: URL
  ) throws -> Command.Result {
    try Command("/usr/bin/python3", ["-c", script] + arguments, in: folder).run()
  }
}
