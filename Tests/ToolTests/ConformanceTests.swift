internal import Foundation
internal import TestSupport
internal import Testing

/// The specification by example: each page under `Tests/Conformance` is one law of the language.
@Suite struct ConformanceTests {
  static let suite = ConformanceSuite(folder: Repository.url("Tests/Conformance"))

  @Test(arguments: suite.cases)
  func theToolDoesWhatThePageSays(_ page: ConformanceCase) throws {
    expectNone(try page.faults(record: Goldens.areRecorded), of: page.path)
  }

  @Test func everyPageIsACase() {
    expectNone(Self.suite.strays.map { "\($0): a case is <feature>/good|bad/<case>.md" })
  }

  @Test func theToolIsBuiltBesideTheTests() {
    let tool = Repository.products.appendingPathComponent("fengqiao")
    #expect(FileManager.default.isExecutableFile(atPath: tool.path))
  }
}
