internal import TestSupport
internal import Testing

@Suite struct UnsafeCodeTests {
  @Test func onlyTheFoldersThatFaceCAreUnsafe() throws {
    expectNone(UnsafeCode.offences(in: try SourceTree.repository.get()))
  }

  private func offences(_ path: String, _ text: String) -> [String] {
    UnsafeCode.offences(in: SourceTree([path: text])).map(\.description)
  }

  @Test(arguments: [
    ("Sources/Syntax/YAML/Reader.swift", "unsafe a.b()"),
    ("Sources/Syntax/X.swift", "// unsafe\nlet a = \"unsafe\"; withUnsafeBytes {}"),
    ("Tests/A/X.swift", "unsafe a.b()"),
  ])
  func elsewhereTheWordIsNotInCode(path: String, text: String) {
    #expect(offences(path, text) == [])
  }

  @Test(arguments: ["\nlet a = unsafe b()", "\n@unsafe func a() {}"])
  func thePlantedWordIsCaught(text: String) {
    let offences = offences("Sources/Syntax/Expression/X.swift", text)
    #expect(offences.count == 1)
    #expect(offences.first?.hasPrefix("Sources/Syntax/Expression/X.swift:2: `unsafe`") == true)
  }
}
