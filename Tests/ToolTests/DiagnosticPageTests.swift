internal import Foundation
internal import TestSupport
internal import Testing

/// Every page of a diagnostic keeps its word: the failing example raises the code, the mended one
/// raises nothing.
@Suite struct DiagnosticPageTests {
  static let pages = Result {
    try DiagnosticPage.all(in: Repository.url("docs/diagnostics"))
  }

  @Test(arguments: try pages.get(), DiagnosticPage.Example.allCases)
  func theExampleDoesWhatThePageSays(page: DiagnosticPage, example: DiagnosticPage.Example) throws {
    expectNone(try page.faults(of: example), of: "docs/diagnostics/\(page.id).md")
  }

  /// `explain` shows the one or the other.
  @Test(arguments: try pages.get().map(\.id))
  func thePageSaysItOnceInEachLanguage(id: String) throws {
    let page = Repository.url("docs/diagnostics/\(id).md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let opening = text.components(separatedBy: "\n## Fails\n")[0]
    let paragraphs = opening.components(separatedBy: "\n\n").filter { !$0.isEmpty }
    #expect(paragraphs.count == 4)
    let chinese = paragraphs.map { $0.filter { ("\u{4E00}"..."\u{9FFF}").contains($0) }.count }
    #expect(chinese.count == 4 && chinese[3] > chinese[2])
    #expect(paragraphs.dropFirst(2).first?.first?.isASCII == true)
  }
}
