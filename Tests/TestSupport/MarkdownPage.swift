/// A Markdown page as a row of headings, fenced blocks and the prose between them.
///
/// Only what the house's pages use: `#` headings and fences of three or more backticks at the
/// margin. Lines are counted from 1.
package struct MarkdownPage: Sendable {
  /// What a page is a row of.
  package enum Part: Sendable {
    /// Level (1 for `#`) and words of a heading.
    case heading(Int, String, line: Int)
    case block(FencedBlock)
    /// One line outside any block that is not blank.
    case prose(String, line: Int)
  }

  package private(set) var parts: [Part] = []
  /// The line of a fence that is never closed.
  package private(set) var unclosedFence: Int?

  package init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      if let fence = Fence(lines[index]) {
        index = take(fence, openedAt: index, of: lines)
      } else {
        take(lines[index], line: index + 1)
        index += 1
      }
    }
  }

  /// The page's fenced blocks in order.
  package var blocks: [FencedBlock] {
    parts.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  /// The blocks between the heading `title` and the next heading; nil where there is no such
  /// heading.
  package func blocks(under title: String) -> [FencedBlock]? {
    var found: [FencedBlock]?
    for part in parts {
      switch part {
      case .heading(_, let words, _):
        if found != nil { return found }
        if words == title { found = [] }
      case .block(let block): found?.append(block)
      case .prose: break
      }
    }
    return found
  }

  private mutating func take(_ line: String, line number: Int) {
    let level = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    if level > 0, rest.first == " " {
      parts.append(.heading(level, String(rest.dropFirst()), line: number))
    } else if line.contains(where: { !$0.isWhitespace }) {
      parts.append(.prose(line, line: number))
    }
  }

  /// Takes the block whose fence stands at `start`; gives the index of the line after it.
  private mutating func take(_ fence: Fence, openedAt start: Int, of lines: [String]) -> Int {
    let end = lines[(start + 1)...].firstIndex { fence.isClosed(by: $0) }
    if end == nil { unclosedFence = start + 1 }
    let content = lines[(start + 1)..<(end ?? lines.count)]
    parts.append(.block(FencedBlock(fence: fence, line: start + 1, lines: Array(content))))
    return (end ?? lines.count) + 1
  }
}

/// The line that opens a fenced block.
package struct Fence: Sendable {
  /// How many backticks.
  package var width: Int
  /// The words after them.
  package var words: [String]

  /// Nil where the line opens no block.
  package init?(_ line: String) {
    width = line.prefix { $0 == "`" }.count
    guard width >= 3 else { return nil }
    words = line.dropFirst(width).split(separator: " ").map(String.init)
  }

  fileprivate func isClosed(by line: String) -> Bool {
    line.prefix { $0 == "`" }.count >= width && line.allSatisfy { $0 == "`" }
  }
}

/// One fenced block: its language, the file it stands for if it names one, and its lines.
package struct FencedBlock: Sendable {
  package var fence: Fence
  /// The line of the opening fence.
  package var line: Int
  package var lines: [String]

  package var language: String? { fence.words.first }
  /// The file name after the language.
  package var file: String? { fence.words.count > 1 ? fence.words[1] : nil }
  package var text: String { lines.map { $0 + "\n" }.joined() }
}
