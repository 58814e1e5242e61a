package import Foundation

/// Where and how the commands of console blocks are run: always in English, without colour, and
/// with nothing of the developer's own environment.
package struct Console: Sendable {
  /// The words that a command may begin with; others are not for a console block.
  package var programs = ["fengqiao", "cat", "ls", "cmp", "head"]
  /// Where commands are looked for, first.
  package var tools = Repository.products

  package init() {}

  /// The whole environment of a command that runs in `home`.
  package func environment(home: URL) -> [String: String] {
    [
      "PATH": "\(tools.path):/usr/local/bin:/usr/bin:/bin", "HOME": home.path,
      "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "NO_COLOR": "1", "TERM": "dumb",
    ]
  }

  /// What makes a console block one that cannot be run; nil when it can.
  package func fault(of block: FencedBlock) -> String? {
    guard let first = block.lines.first, first.hasPrefix("$ ") else {
      return "a console block begins with `$ ` and a command"
    }
    for command in commands(of: block) {
      let word = command.split(separator: " ").first.map(String.init) ?? ""
      if !programs.contains(word) {
        return "`\(word)` is not run in a console block; show it in a block of `sh` instead"
      }
    }
    return nil
  }

  /// The commands of a block, without their `$ `.
  package func commands(of block: FencedBlock) -> [String] {
    block.lines.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
  }

  /// Runs the block's commands in `folder`, and gives the lines that it should hold.
  package func transcript(of block: FencedBlock, in folder: URL) throws -> [String] {
    try commands(of: block).flatMap { try exchange($0, in: folder) }
  }

  /// The command, what it prints to standard output and then to standard error, and its exit code
  /// where that is not 0.
  private func exchange(_ command: String, in folder: URL) throws -> [String] {
    let shell = Command("sh", ["-c", command], in: folder, environment: environment(home: folder))
    let result = try shell.run()
    let printed = lines(of: result.output) + lines(of: result.errors)
    if let odd = printed.first(where: { $0.hasPrefix("$ ") }) {
      throw CommandFailure("`\(command)` prints `\(odd)`, which would read as a command")
    }
    return ["$ " + command] + printed + (result.status == 0 ? [] : ["[exit \(result.status)]"])
  }

  private func lines(of text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    // Where the checkout lies is no part of what a page says.
    let text = text.replacing(Repository.root.path, with: "/fengqiao")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines.append("[no newline]") }
    return lines
  }
}
