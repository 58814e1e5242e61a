import Foundation
import SourceText
import Syntax
import TestSupport
import Testing

/// The pages of the YAML codes keep their word already at this stage: the failing example raises
/// its code and no other, the mended one none.
struct YAMLPageTests {
  private static let pages = Result {
    try DiagnosticPage.all(in: Repository.url("docs/diagnostics")).filter {
      $0.id.hasPrefix("FQ01")
    }
  }

  /// Its example is made by a command, which the tool's own tests run.
  private static let madeByCommand: Set = ["FQ0114"]

  @Test(arguments: try pages.get().filter { !madeByCommand.contains($0.id) })
  func theFailingExampleRaisesItsCodeAlone(page: DiagnosticPage) throws {
    #expect(Set(try codes(of: .fails, page)) == [page.id])
  }

  @Test(arguments: try pages.get())
  func theMendedExampleRaisesNothing(page: DiagnosticPage) throws {
    #expect(try codes(of: .mended, page) == [])
  }

  private func codes(of example: DiagnosticPage.Example, _ page: DiagnosticPage) throws -> [String]
  {
    var block = try #require(page.page.blocks(under: example.rawValue)?.first)
    block.fence.words = block.file == nil ? ["yaml", "rulebook.yaml"] : block.fence.words
    return try withTemporaryFolder { folder in
      try block.write(in: folder)
      let data = try Data(contentsOf: folder.appendingPathComponent("rulebook.yaml"))
      var diagnostics = Diagnostics()
      let file = SourceFile(name: "rulebook.yaml", bytes: Array(data))
      _ = parseYAML(file, id: SourceID(0), into: &diagnostics)
      return diagnostics.sorted.map(\.code.id)
    }
  }
}
