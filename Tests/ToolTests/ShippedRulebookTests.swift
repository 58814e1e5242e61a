internal import Foundation
internal import TestSupport
internal import Testing

/// What stands under `Rules/` is what a place copies as its starting point.
@Suite struct ShippedRulebookTests {
  private func run(_ arguments: [String]) throws -> Command.Result {
    let tool = Repository.products.appendingPathComponent("fengqiao").path
    return try Command(tool, arguments + ["--lang", "en"], in: Repository.root).run()
  }

  @Test func allAreClean() throws {
    let result = try run(["check", "Rules", "--strict"])
    #expect(result.status == 0)
    #expect(result.output == "no findings\n")
  }

  @Test(arguments: ["base", "xinyi", "changshu-five-colour"])
  func compiledAgainItIsTheSameBytes(place: String) throws {
    try withTemporaryFolder { folder in
      let files = ["a", "b", "c"].map { folder.appendingPathComponent($0) }
      for file in files {
        #expect(try run(["compile", "Rules/\(place)", "--output", file.path]).status == 0)
      }
      let contents = try files.map { try Data(contentsOf: $0) }
      #expect(Set(contents).count == 1)
    }
  }

  @Test func everyRowAndTransitionIsTriedByACaseOrLeftOutWithAReason() throws {
    let result = try run(["test", "Rules", "--coverage"])
    #expect(result.status == 0)
    let last = result.output.split(separator: "\n").suffix(2)
    #expect(last.first?.hasSuffix(" passed, 0 failed") == true)
    #expect(last.last?.contains("covered") == true && last.last?.contains(" open") == false)
  }
}
