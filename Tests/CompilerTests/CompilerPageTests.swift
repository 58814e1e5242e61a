import Compiler
import SourceText
import TestSupport
import Testing

/// The pages about names, workflows, time and case files keep their word already at this stage: the
/// failing example raises its code and no other, the mended one none.
struct CompilerPageTests {
  private static let pages = Result {
    try DiagnosticPage.all(in: Repository.url("docs/diagnostics")).filter { page in
      ["FQ04", "FQ0517", "FQ06", "FQ07", "FQ08"].contains { page.id.hasPrefix($0) }
    }
  }

  @Test(arguments: try pages.get())
  func theFailingExampleRaisesItsCodeAlone(page: DiagnosticPage) throws {
    let found = Set(try codes(of: .fails, page))
    #expect(found == [page.id])
  }

  @Test(arguments: try pages.get())
  func theMendedExampleRaisesNothing(page: DiagnosticPage) throws {
    let found = try codes(of: .mended, page)
    #expect(found == [])
  }

  /// What compiling an example's rulebook and reading its case file finds.
  private func codes(of example: DiagnosticPage.Example, _ page: DiagnosticPage) throws -> [String]
  {
    var files: [String: String] = [:]
    for (index, block) in (page.page.blocks(under: example.rawValue) ?? []).enumerated() {
      files[block.file ?? (index == 0 ? "rulebook.yaml" : "other")] = block.text
    }
    let compiler = RulebookCompiler(reading: FilesInMemory(files))
    let compilation = try compiler.compile(path: "rulebook.yaml")
    var sources = compilation.sources
    var diagnostics = Diagnostics()
    diagnostics.report(contentsOf: compilation.diagnostics)
    if let program = compilation.program, files["case.yaml"] != nil {
      _ = try compiler.compileCases(
        path: "case.yaml", against: ProgramNames(program), sources: &sources, into: &diagnostics)
    }
    return diagnostics.sorted.map(\.code.id)
  }
}
