internal import Foundation

/// One play-through of a page: its blocks in order, named ones written as files into an empty
/// folder, console blocks run there.
package struct PageRun: Sendable {
  /// The page's text with the console blocks as they ought to be.
  package private(set) var expectedText: String
  /// What differs or could not be done, as `line N: …`.
  package private(set) var faults: [String] = []
  /// Whether a command did not do its work: then nothing is expected of what follows.
  private var isCutShort = false

  /// - Parameter links: folders of the checkout that the commands may name.
  package init(_ text: String, console: Console = Console(), links: [String] = []) throws {
    expectedText = text
    let page = MarkdownPage(text)
    if let line = page.unclosedFence { faults.append("line \(line): the block is never closed") }
    var truth: [(FencedBlock, [String])] = []
    try withTemporaryFolder { folder in
      for link in links where FileManager.default.fileExists(atPath: Repository.url(link).path) {
        try FileManager.default.createSymbolicLink(
          at: folder.appendingPathComponent(link), withDestinationURL: Repository.url(link))
      }
      for block in page.blocks where !isCutShort {
        if let lines = try perform(block, in: folder, console) { truth.append((block, lines)) }
      }
    }
    // What comes behind a command that did not end would tell of a case without it.
    if isCutShort { return }
    for (block, lines) in truth.reversed() where lines != block.lines {
      expectedText = replacing(block, by: lines, in: expectedText)
    }
  }

  /// Gives the lines a console block ought to hold, nil for every other block.
  private mutating func perform(
    _ block: FencedBlock, in folder: URL, _ console: Console
  ) throws -> [String]? {
    guard block.language == "console" else {
      if block.file != nil {
        if let fault = block.fileFault {
          note(fault, at: block)
        } else {
          try block.write(in: folder)
        }
      }
      return nil
    }
    if let fault = console.fault(of: block) {
      note(fault, at: block)
      return nil
    }
    do {
      let lines = try console.transcript(of: block, in: folder)
      if lines != block.lines {
        note("the tool says otherwise\n\(lineDiff(from: block.lines, to: lines))", at: block)
      }
      return lines
    } catch let failure as CommandFailure {
      note(failure.description, at: block)
      isCutShort = true
      return nil
    }
  }

  private mutating func note(_ fault: String, at block: FencedBlock) {
    faults.append("line \(block.line): \(fault)")
  }
}

/// The page's text with the lines of one block replaced, its fence made wider where they need it.
private func replacing(_ block: FencedBlock, by lines: [String], in text: String) -> String {
  var page = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let ticks = lines.map { line in line.prefix { $0 == "`" }.count }.max() ?? 0
  let fence = String(repeating: "`", count: max(block.fence.width, ticks + 1))
  let end = block.line + block.lines.count
  let opening = fence + block.fence.words.joined(separator: " ")
  page.replaceSubrange(
    (block.line - 1)...min(end, page.count - 1), with: [opening] + lines + [fence])
  return page.joined(separator: "\n")
}
