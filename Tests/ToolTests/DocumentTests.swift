internal import Foundation
internal import TestSupport
internal import Testing

/// What README and the pages of `docs` show in a console is what the tool prints.
@Suite struct DocumentTests {
  static let paths = Result {
    try Repository.files().filter { path in
      path.hasSuffix(".md")
        && (!path.contains("/") || path.hasPrefix("docs/") && !path.hasPrefix("docs/diagnostics/"))
    }
  }

  @Test(arguments: try paths.get())
  func everyConsoleBlockIsTrue(path: String) throws {
    let file = Repository.url(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let run = try PageRun(text, links: ["Rules", "Templates", "docs"])
    if Goldens.areRecorded, run.expectedText != text {
      try run.expectedText.write(to: file, atomically: true, encoding: .utf8)
    } else {
      expectNone(run.faults, of: path)
    }
  }
}
