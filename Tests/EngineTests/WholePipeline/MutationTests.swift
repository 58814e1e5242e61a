import Compiler
import Engine
import Foundation
import Model
import SourceText
import TestSupport
import Testing

/// Every shipped and documented rulebook, broken a token at a time, with its cases: the whole way
/// from text to a stepped case ends in findings or in a result, and every finding lies in its file.
struct WholePipelineMutationTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    /// Where the rulebook's own file lies, as the reader knows it.
    var path = "rulebook.yaml"
    var rulebook: String
    var cases: [String]
    /// What it extends and includes, by path.
    var others: [String: String] = [:]

    var testDescription: String { name }

    /// How many mutants of each kind it is put through: a page twelve; the shipped rulebooks, of
    /// which each is compiled with all that it builds on, share sixty.
    var share: Int { name.hasSuffix(".md") ? 12 : max(2, 60 / Sample.shipped.count) }

    /// The sample with another text in the place of its rulebook's own file, compiled.
    func compile(_ text: String) -> Compilation? {
      var files = others
      files[path] = text
      let reader = FilesInMemory(files)
      return try? RulebookCompiler(reading: reader, templateFolders: ["Templates"])
        .compile(path: path)
    }
  }

  @Test(arguments: Sample.all)
  func brokenRulebooksEndInFindingsOrResults(_ sample: Sample) {
    var generator = SeededGenerator(seed: 2026)
    for mutant in TokenMutants(of: sample.rulebook).sampled(sample.share, &generator) {
      play(sample, sample.compile(mutant), sample.cases)
    }
  }

  @Test(arguments: Sample.all)
  func brokenCasesEndInFindingsOrResults(_ sample: Sample) {
    var generator = SeededGenerator(seed: 1949)
    let compilation = sample.compile(sample.rulebook)
    for text in sample.cases {
      for mutant in TokenMutants(of: text).sampled(max(1, sample.share / 3), &generator) {
        play(sample, compilation, [mutant])
      }
    }
  }

  @Test func shippedSamplesAreCleanUnbroken() throws {
    let shipped = Sample.all.filter { !$0.name.hasPrefix("Tests/") }
    #expect(shipped.count >= 3)
    for sample in shipped {
      let compilation = sample.compile(sample.rulebook)
      #expect(play(sample, compilation, sample.cases) == 0, "\(sample.name)")
    }
  }

  /// Plays the cases where there is a program. The number of errors found.
  @discardableResult
  func play(_ sample: Sample, _ compilation: Compilation?, _ cases: [String]) -> Int {
    guard let compilation else { return 1 }
    expectPlaces(compilation.diagnostics, compilation.sources, sample.name)
    guard let program = compilation.program else {
      #expect(compilation.diagnostics.contains { $0.severity == .error }, "\(sample.name)")
      return compilation.diagnostics.count
    }
    var files: [String: String] = [:]
    for (index, text) in cases.enumerated() { files["case\(index).yaml"] = text }
    let compiler = RulebookCompiler(reading: FilesInMemory(files))
    var sources = compilation.sources
    var findings = Diagnostics()
    let interpreter = Interpreter(program: program, calendar: compilation.calendar)
    for index in cases.indices {
      // As the tool does: a file with an error is not played.
      var own = Diagnostics()
      let read = try? compiler.compileCases(
        path: "case\(index).yaml", against: ProgramNames(program), sources: &sources, into: &own)
      findings.report(contentsOf: own.all)
      if own.hasErrors { continue }
      for file in read ?? [] { #expect(!interpreter.replay(file).steps.isEmpty) }
    }
    expectPlaces(findings.sorted, sources, cases.joined(separator: "\n"))
    return findings.all.count { $0.severity == .error }
  }

  private func expectPlaces(_ findings: [Diagnostic], _ sources: SourceMap, _ text: String) {
    for finding in findings {
      for label in [finding.primary] + finding.labels {
        let isInside =
          Int(label.span.source.index) < sources.files.count
          && Int(label.span.end) <= sources[label.span.source].bytes.count
        #expect(isInside, "\(finding.code.id) points outside its file:\n\(text)")
      }
    }
  }
}

extension WholePipelineMutationTests.Sample {
  /// The rulebooks under Rules/ with their cases, those that the README and its twin show, and the
  /// good conformance pages.
  static let all: [Self] = shipped + documented

  static let shipped: [Self] = {
    let paths = ((try? Repository.files()) ?? []).filter {
      $0.hasPrefix("Rules/") || $0.hasPrefix("Templates/")
    }
    let texts = paths.compactMap { path in read(Repository.url(path)).map { (path, $0) } }
    let all = Dictionary(texts) { first, _ in first }
    return paths.filter { $0.hasSuffix("/rulebook.yaml") }.map { path in
      let cases = FilePath.folder(of: path) + "/cases/"
      return Self(
        name: FilePath.folder(of: path), path: path, rulebook: all[path] ?? "",
        cases: paths.filter { $0.hasPrefix(cases) }.compactMap { all[$0] }, others: all)
    }
  }()

  private static var documented: [Self] {
    (["README.md", "docs/README.zh.md"] + conformancePages).compactMap { path in
      guard let text = read(Repository.root.appending(path: path)) else { return nil }
      let blocks = MarkdownPage(text).blocks
      let byName = { (name: String) in
        blocks.first { $0.file == name }?.lines.joined(separator: "\n")
      }
      guard let rulebook = byName("rulebook.yaml") else { return nil }
      return Self(name: path, rulebook: rulebook, cases: byName("case.yaml").map { [$0] } ?? [])
    }
  }

  private static var conformancePages: [String] {
    let folder = "Tests/Conformance"
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: Repository.url(folder).path)
    return (paths ?? []).filter { $0.contains("/good/") && $0.hasSuffix(".md") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private static func read(_ url: URL) -> String? {
    try? String(contentsOf: url, encoding: .utf8)
  }
}
