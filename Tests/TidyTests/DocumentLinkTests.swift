internal import TestSupport
internal import Testing

@Suite struct DocumentLinkTests {
  @Test func everyLinkLeadsToSomethingThatIsThere() throws {
    expectNone(DocumentLinks.offences(in: try SourceTree.repository.get()))
  }

  private func offences(_ page: String) -> [String] {
    let tree = SourceTree(["docs/page.md": page, "docs/time.md": "", "Tests/a/b.md": ""])
    return DocumentLinks.offences(in: tree).map(\.description)
  }

  @Test func linksToFilesFoldersAndPlacesPass() {
    #expect(offences("[a](time.md) [b](../Tests/a/b.md) [c](../Tests/a) [d](time.md#days)") == [])
    #expect(offences("[a](#here) [b](https://example.org/x)\n```\n[c](nowhere)\n```\n") == [])
  }

  @Test func aLinkToNothingIsCaught() {
    #expect(offences("x\n[a](tme.md)") == ["docs/page.md:2: `tme.md` leads nowhere"])
    #expect(offences("[a](Tests/a)") == ["docs/page.md:1: `Tests/a` leads nowhere"])
  }
}
