import Compiler
import Foundation
import SourceText
import TestSupport
import Testing

/// Whole rulebooks that use most of the language compile without a finding.
@Suite struct WholeRulebookTests {
  @Test(arguments: ["library-fines.yaml", "ticket-triage.yaml"])
  func aGoodRulebookCompilesWithoutAFinding(name: String) throws {
    let teams = try sample("teams.csv")
    let compilation = try compile(try sample(name), files: ["teams.csv": teams])
    expectNone(compilation.diagnostics.map { "\($0.code.id) \($0.message.en)" }, of: name)
    #expect(compilation.program != nil)
  }

  private func sample(_ name: String) throws -> String {
    let file = Repository.url("Tests/SyntaxTests/Samples/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }
}
