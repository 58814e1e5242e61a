internal import TestSupport
internal import Testing

@Suite struct EmbeddedPageTests {
  @Test func theToolCarriesThePagesAsTheyStand() throws {
    expectNone(EmbeddedPages.offences(in: try SourceTree.repository.get()))
  }

  private static let path = "docs/diagnostics/FQ0101.md"
  private static let page = "# FQ0101 a\n\nWords.\n"
  private static let code =
    "(\n\"FQ0101\",\n      ###\"\"\"\n      # FQ0101 a\n\n      Words.\n      \"\"\"###\n)"

  private func offences(_ code: String, _ pages: [String: String]) -> [String] {
    let tree = SourceTree([EmbeddedPages.generated: code].merging(pages) { $1 })
    return EmbeddedPages.offences(in: tree).map(\.path)
  }

  @Test func aPageAsItStandsPasses() {
    #expect(offences(Self.code, [Self.path: Self.page]) == [])
  }

  @Test func anotherTextAMissingPageAndAPageTooManyAreCaught() {
    #expect(offences(Self.code, [Self.path: Self.page + "More.\n"]) == [Self.path])
    #expect(offences("", [Self.path: Self.page]) == [Self.path, EmbeddedPages.generated])
    #expect(offences(Self.code, [:]) == [EmbeddedPages.generated])
  }
}
