internal import SourceText
internal import TestSupport
internal import Testing

@Suite struct DiagnosticCodeTests {
  @Test func everyCodeHasItsPageAndEveryPageItsCode() throws {
    let tree = try SourceTree.repository.get()
    expectNone(DiagnosticCodes.offences(in: tree, codes: DiagnosticCode.all))
  }

  private static let code = DiagnosticCode("FQ0101", "broken-quote", .error, en: "a", zh: "一")
  private static let file = "Sources/SourceText/DiagnosticCode+YAML.swift"
  private static let row = """
    /// FQ01..: reading YAML.
    static let brokenQuote = DiagnosticCode("FQ0101", "broken-quote", .error, en: "a", zh: "一")
    """
  private static let pagePath = "docs/diagnostics/FQ0101.md"
  private static let page = """
    # FQ0101 broken-quote

    error · 引号不全

    A quote is opened and never closed.

    引号开了没有关。

    ## Fails

    ```yaml
    a: "b
    ```

    ```csv rows.csv bom
    a
    ```

    ## Mended

    ```yaml rulebook.yaml
    a: "b"
    ```

    """

  private func offences(
    codes: [DiagnosticCode] = [code], row: String = row, page: String? = page,
    others: [String: String] = [:]
  ) -> [String] {
    var texts = others
    texts[Self.file] = row
    texts[Self.pagePath] = page
    return DiagnosticCodes.offences(in: SourceTree(texts), codes: codes).map(\.description)
  }

  @Test func aCodeWithItsRowAndItsPagePasses() {
    #expect(offences() == [])
    #expect(offences(others: ["docs/diagnostics/README.md": "# All codes"]) == [])
  }

  @Test func aCodeWithoutAPageIsCaught() {
    #expect(offences(page: nil) == ["\(Self.pagePath):1: FQ0101 broken-quote has no page"])
  }

  @Test func aPageWithoutACodeIsCaught() {
    for path in ["docs/diagnostics/FQ0102.md", "docs/diagnostics/notes.txt"] {
      #expect(offences(others: [path: Self.page]) == ["\(path):1: there is no code of this name"])
    }
  }

  @Test func aRowThatTheListForgetsIsCaught() {
    let row = Self.row + "\nlet other = DiagnosticCode(\n  \"FQ0102\", \"other\")"
    #expect(
      offences(row: row) == ["\(Self.file):4: FQ0102 is missing in the file's list of codes"])
  }

  @Test func aRowOutsideOfItsFilesRangeIsCaught() {
    let row = Self.row.replacing("FQ01..", with: "FQ02..")
    #expect(offences(row: row) == ["\(Self.file):2: FQ0101 does not begin with FQ02"])
    #expect(offences(row: "// Rows.").first?.contains("says the file's range") == true)
  }

  @Test func disorderAndNamesakesAreCaught() {
    let twin = DiagnosticCode("FQ0101", "other", .error, en: "a", zh: "一")
    let table = "Sources/SourceText/DiagnosticCode.swift:1: "
    #expect(
      offences(codes: [Self.code, twin])
        == [table + "FQ0101 follows FQ0101; ids are unique and ascend"])
    let namesake = DiagnosticCode("FQ0102", "broken-quote", .error, en: "a", zh: "一")
    #expect(
      offences(codes: [Self.code, namesake])
        .contains(table + "one name for FQ0101, FQ0102"))
    let odd = DiagnosticCode("FQ0102", "Broken_Quote", .error, en: "a", zh: "一")
    #expect(
      offences(codes: [Self.code, odd])
        .contains(table + "`FQ0102 Broken_Quote` is no FQnnnn with a kebab-case name"))
  }

  @Test(arguments: [
    ("# FQ0101 broken-quote", "# FQ0101 quote", "begins with `# FQ0101 broken-quote`"),
    ("error · 引号不全", "warning · 引号不全", "stands `error · `"),
    ("error · 引号不全", "error · quote", "stands `error · `"),
    ("A quote is opened and never closed.\n", "", "English and one in Chinese"),
    ("引号开了没有关。\n", "", "English and one in Chinese"),
    ("## Fails", "## Failures", "no example under `## Fails`"),
    ("## Mended", "Mended:", "no example under `## Mended`"),
    ("csv rows.csv bom", "csv", "needs a file name"),
    ("csv rows.csv bom", "csv rows.csv odd", "`odd` is no way"),
    ("a: \"b\"\n```", "a: \"b\"\n", "never closed"),
  ])
  func aMisshapenPageIsCaught(old: String, new: String, says: String) {
    let offences = offences(page: Self.page.replacing(old, with: new))
    #expect(offences.contains { $0.hasPrefix(Self.pagePath) && $0.contains(says) }, "\(offences)")
  }
}
