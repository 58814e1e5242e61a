package import Foundation
internal import Testing

/// One page of `Tests/Conformance`: a sentence of the specification, a rulebook, and what the tool
/// says about it, to the byte.
package struct ConformanceCase: Sendable, CustomTestStringConvertible {
  /// The page's path below the conformance folder: `decisions/good/first-row-wins.md`.
  package var path: String
  package var file: URL

  package init(path: String, file: URL) {
    self.path = path
    self.file = file
  }

  package var testDescription: String { path }

  /// What is wrong with the page: its form first, and where that is right, what the tool says
  /// otherwise. With `record`, pages of the right form are rewritten and only their form counts.
  package func faults(record: Bool, console: Console = Console()) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let misshapen = formFaults(of: MarkdownPage(text), console)
    guard misshapen.isEmpty else { return misshapen }
    let run = try PageRun(text, console: console)
    guard record else { return run.faults + verdictFaults(of: text) }
    if run.expectedText != text {
      try run.expectedText.write(to: file, atomically: true, encoding: .utf8)
    }
    return verdictFaults(of: run.expectedText)
  }

  private func formFaults(of page: MarkdownPage, _ console: Console) -> [String] {
    var faults: [String] = []
    if let line = page.unclosedFence { faults.append("line \(line): the block is never closed") }
    if case .heading(1, _, _)? = page.parts.first {
    } else {
      faults.append("line 1: a case begins with `# ` and the law it states")
    }
    if page.parts.count < 2 || !page.parts[1].isProse {
      faults.append("line 2: a sentence or two under the heading say what the case shows")
    }
    for block in page.blocks {
      let fault = block.language == "console" ? console.fault(of: block) : block.fileFault
      if let fault { faults.append("line \(block.line): \(fault)") }
    }
    if !page.blocks.contains(where: { $0.language == "console" }) {
      faults.append("the case runs no command: it has no console block")
    }
    return faults
  }

  /// In `good`, every command ends with 0; in `bad`, at least one does not.
  private func verdictFaults(of text: String) -> [String] {
    let console = MarkdownPage(text).blocks.filter { $0.language == "console" }
    let fails = console.contains { $0.lines.contains { $0.hasPrefix("[exit ") } }
    let isBad = path.split(separator: "/").dropFirst().first == "bad"
    if fails == isBad { return [] }
    return [isBad ? "no command fails, so the case is no bad one" : "a good case has no [exit …]"]
  }
}

/// All pages of a conformance folder, and what else lies there.
package struct ConformanceSuite: Sendable {
  package private(set) var cases: [ConformanceCase] = []
  /// Paths that are no `<feature>/good/<case>.md` or `<feature>/bad/<case>.md`, so no test runs
  /// them.
  package private(set) var strays: [String] = []

  /// - Parameter folder: a folder that need not exist; its `README.md` says how cases are written.
  package init(folder: URL) {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    for path in paths.sorted() where path != "README.md" {
      let file = folder.appendingPathComponent(path)
      if (try? file.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true { continue }
      let steps = path.split(separator: "/")
      if steps.count == 3, ["good", "bad"].contains(steps[1]), steps[2].hasSuffix(".md") {
        cases.append(ConformanceCase(path: path, file: file))
      } else {
        strays.append(path)
      }
    }
  }
}

extension MarkdownPage.Part {
  fileprivate var isProse: Bool {
    if case .prose = self { true } else { false }
  }
}
