import SourceText
import Syntax
import TestSupport
import Testing

/// The pages about the form of expressions keep their word already at this stage: the failing
/// example raises its code and no other, the mended one none.
struct ExpressionPageTests {
  private static let pages = Result {
    try DiagnosticPage.all(in: Repository.url("docs/diagnostics")).filter {
      $0.id >= "FQ0200" && $0.id < "FQ0230"
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

  /// What reading an example's `is` expressions and cells finds.
  private func codes(of example: DiagnosticPage.Example, _ page: DiagnosticPage) throws -> [String]
  {
    let block = try #require(page.page.blocks(under: example.rawValue)?.first)
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "rulebook.yaml", text: block.lines.joined(separator: "\n") + "\n")
    let book = try #require(parseYAML(file, id: SourceID(0), into: &diagnostics))
    for decision in try #require(book["decisions"]?.mapping) {
      if let expression = decision.value["is"]?.scalar {
        _ = parseExpression(expression, into: &diagnostics)
      }
      for row in decision.value["rules"]?.sequence ?? [] {
        for cell in row["when"]?.mapping ?? [] {
          _ = parseTests(try #require(cell.value.scalar), into: &diagnostics)
        }
      }
    }
    return diagnostics.sorted.map(\.code.id)
  }
}
