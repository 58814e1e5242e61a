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
}
