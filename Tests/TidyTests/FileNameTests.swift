internal import TestSupport
internal import Testing

@Suite struct FileNameTests {
  @Test func everyFileIsNamedAfterWhatItHolds() throws {
    expectNone(FileNames.offences(in: try SourceTree.repository.get()))
  }

  private func offences(_ path: String, _ text: String) -> [String] {
    FileNames.offences(in: SourceTree([path: text])).map(\.description)
  }

  @Test(arguments: [
    ("Sources/A/Span.swift", "package struct Span<T> {}"),
    ("Sources/A/Span+Text.swift", "extension Span {}"),
    ("Sources/A/Fault+Text.swift", "extension Reader.Fault {}"),
    ("Sources/A/ParseYAML.swift", "package func parseYAML() {}"),
    ("Sources/A/parseYAML.swift", "package func parseYAML() {}"),
    ("Sources/A/Timers.swift", "struct TimerQueue {}"),
    ("Sources/A/Of.swift", "struct Of {}"),
    ("Sources/A/Empty.swift", "// Nothing yet.\ninternal import B\n"),
    ("Tests/ATests/SpanTests.swift", "@Test func spansRunForward() {}"),
    ("Scripts/make.swift", "let a = 1"),
  ])
  func aNameOfSomethingInsidePasses(path: String, text: String) {
    #expect(offences(path, text) == [])
  }

  @Test(arguments: [
    ("Sources/A/Utilities.swift", "struct Span {}", "`Utilities`"),
    ("Sources/A/Span.swift", "// struct Span\nlet Span = \"struct Span\"", "`Span`"),
    ("Sources/A/Ranges+Text.swift", "extension Span {}", "`Ranges`"),
    ("Sources/A/S.swift", "struct Span {}", "`S`"),
    ("Tests/ATests/Span.swift", "struct Range {}", "`Span`"),
    ("Rules/a b.yaml", "", "no spaces"),
  ])
  func anyOtherNameIsCaught(path: String, text: String, says: String) {
    let offences = offences(path, text)
    #expect(offences.count == 1)
    #expect(offences.first?.hasPrefix("\(path):1: ") == true)
    #expect(offences.first?.contains(says) == true, "\(offences)")
  }
}
