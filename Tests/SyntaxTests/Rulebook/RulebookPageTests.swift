import Foundation
import SourceText
import Syntax
import TestSupport
import Testing

/// The pages of the rulebook's codes keep their word already at this stage: the failing example
/// raises its code and no other, the mended one none.
@Suite struct RulebookPageTests {
  private static let pages = Result {
    try DiagnosticPage.all(in: Repository.url("docs/diagnostics")).filter {
      $0.id.hasPrefix("FQ03")
    }
  }

  @Test(arguments: try pages.get())
  func theFailingExampleRaisesItsCodeAlone(page: DiagnosticPage) throws {
    #expect(Set(try codes(of: .fails, page)) == [page.id])
  }

  @Test(arguments: try pages.get())
  func theMendedExampleRaisesNothing(page: DiagnosticPage) throws {
    #expect(try codes(of: .mended, page) == [])
  }

  /// What reading the rulebook and the tables that it holds or names finds.
  private func codes(of example: DiagnosticPage.Example, _ page: DiagnosticPage) throws -> [String]
  {
    let blocks = try #require(page.page.blocks(under: example.rawValue))
    let texts = blocks.map { $0.lines.joined(separator: "\n") + "\n" }
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "rulebook.yaml", text: try #require(texts.first))
    let node = try #require(parseYAML(file, id: SourceID(0), into: &diagnostics))
    let tree = decodeRulebook(node, into: &diagnostics)
    for decision in tree.decisions {
      switch decision.rows {
      case .pipes(let table): _ = readPipeTable(table, into: &diagnostics)
      case .file:
        let table = SourceFile(name: "rows.csv", text: try #require(texts.dropFirst().first))
        _ = readCSV(table, id: SourceID(1), into: &diagnostics)
      case .list, nil: break
      }
    }
    return diagnostics.sorted.map(\.code.id)
  }
}
