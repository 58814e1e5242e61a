import Compiler
import Foundation
import Model
import SourceText
import TestSupport
import Testing

/// However many threads help, the same comes out: of a shipped rulebook on two layers with its
/// cases, whole and with a word missing in one of its files.
@Suite(.serialized) struct HelperCountTests {
  @Test func theNumberOfHelpersShowsNowhere() throws {
    let good = try Self.shipped()
    let own = good.keys.filter { $0.hasPrefix("Rules/xinyi/") && $0.hasSuffix(".yaml") }.sorted()
    #expect(own.count > 10)
    for path in [nil] + own.map(Optional.some) {
      var files = good
      if let path { files[path] = good[path].map(Self.withoutAWord) }
      let alone = try Self.outcome(of: files, own, helpers: 0)
      for count in [1, 3] {
        #expect(try Self.outcome(of: files, own, helpers: count) == alone, "\(path ?? "whole")")
      }
    }
  }

  /// What compiling came to.
  private struct Outcome: Equatable {
    var program: Program?
    var diagnostics: [Diagnostic]
    var exceptions: [String]
    var files: [String]
    var cases: [CaseFile]
  }

  private static func outcome(
    of files: [String: String], _ own: [String], helpers: Int
  ) throws -> Outcome {
    let before = Helpers.count
    Helpers.count = helpers
    defer { Helpers.count = before }
    let compiler = RulebookCompiler(reading: FilesInMemory(files), templateFolders: ["Templates"])
    let compilation = try compiler.compile(
      path: "Rules/xinyi/rulebook.yaml", reading: own.filter { $0.contains("/cases/") })
    var outcome = Outcome(
      program: compilation.program, diagnostics: compilation.diagnostics,
      exceptions: compilation.exceptions.map(\.name),
      files: compilation.sources.files.map(\.name), cases: [])
    if let program = compilation.program, let texts = compilation.caseTexts {
      var found = Diagnostics()
      let names = ProgramNames(program)
      outcome.cases = compiler.compileCases(texts, against: names, into: &found)
      outcome.diagnostics += found.all
    }
    return outcome
  }

  private static func shipped() throws -> [String: String] {
    let paths = try Repository.files().filter { path in
      ["Rules/xinyi/", "Rules/grassroots/", "Rules/base/", "Templates/"].contains {
        path.hasPrefix($0)
      }
    }
    return try Dictionary(
      uniqueKeysWithValues: paths.map {
        ($0, try String(contentsOf: Repository.url($0), encoding: .utf8))
      })
  }

  /// The text without the word in its middle.
  private static func withoutAWord(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let middle = lines.indices.filter { lines[$0].contains(": ") && !lines[$0].contains("#") }
    guard !middle.isEmpty else { return text }
    let line = middle[middle.count / 2]
    lines[line] = lines[line].split(separator: " ", omittingEmptySubsequences: false).dropLast()
      .joined(separator: " ")
    return lines.joined(separator: "\n")
  }
}
