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
    var rulebook: String
    var cases: [String]

    var testDescription: String { name }

    var share: Int {
      name.hasSuffix(".md")
        ? WholePipelineMutationTests.mutantsPerKind / 5
        : WholePipelineMutationTests.mutantsPerKind
    }
  }

  /// How many mutants of each kind a shipped rulebook is put through; a page is put through a
  /// fifth, because there are many.
  static let mutantsPerKind = 60

  @Test(arguments: Sample.all)
  func brokenRulebooksEndInFindingsOrResults(_ sample: Sample) {
    var generator = SeededGenerator(seed: 2026)
    for mutant in TokenMutants(of: sample.rulebook).sampled(sample.share, &generator) {
      play(mutant, sample.cases)
    }
  }

  @Test(arguments: Sample.all)
  func brokenCasesEndInFindingsOrResults(_ sample: Sample) {
    var generator = SeededGenerator(seed: 1949)
    for text in sample.cases {
      for mutant in TokenMutants(of: text).sampled(sample.share / 3, &generator) {
        play(sample.rulebook, [mutant])
      }
    }
  }

  @Test func shippedSamplesAreCleanUnbroken() throws {
    let shipped = Sample.all.filter { !$0.name.hasPrefix("Tests/") }
    #expect(shipped.count >= 3)
    for sample in shipped {
      #expect(play(sample.rulebook, sample.cases) == 0, "\(sample.name)")
    }
  }

  /// Compiles and, where that gives a program, plays the cases. The number of errors found.
  @discardableResult
  private func play(_ rulebook: String, _ cases: [String]) -> Int {
    var files = ["rulebook.yaml": rulebook]
    for (index, text) in cases.enumerated() { files["case\(index).yaml"] = text }
    let compiler = RulebookCompiler(reading: FilesInMemory(files))
    guard let compilation = try? compiler.compile(path: "rulebook.yaml") else { return 1 }
    expectPlaces(compilation.diagnostics, compilation.sources, rulebook)
    guard let program = compilation.program else {
      #expect(compilation.diagnostics.contains { $0.severity == .error }, "\(rulebook)")
      return compilation.diagnostics.count
    }
    var sources = compilation.sources
    var findings = Diagnostics()
    let interpreter = Interpreter(program: program, calendar: compilation.calendar)
    for index in cases.indices {
      // As the tool does: a file with an error is not played.
      var own = Diagnostics()
      let read = try? compiler.compileCases(
        path: "case\(index).yaml", against: program, sources: &sources, into: &own)
      findings.report(contentsOf: own.all)
      if own.hasErrors { continue }
      for file in read ?? [] { #expect(!interpreter.replay(file).steps.isEmpty) }
    }
    expectPlaces(findings.sorted, sources, rulebook)
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

/// A text's tokens, and the texts that come of dropping, doubling or swapping one.
private struct TokenMutants {
  private let tokens: [String]

  init(of text: String) {
    var tokens: [String] = []
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        tokens.append(String(character))
      }
    }
    if !word.isEmpty { tokens.append(word) }
    self.tokens = tokens
  }

  func sampled(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    var mutants: [String] = []
    for kind in 0..<3 {
      let places = (0..<tokens.count).shuffled(using: &generator).prefix(count)
      mutants += places.map { mutant(kind, at: $0) }
    }
    return mutants
  }

  private func mutant(_ kind: Int, at place: Int) -> String {
    var changed = tokens
    switch kind {
    case 0: changed.remove(at: place)
    case 1: changed.insert(tokens[place], at: place)
    default: changed.swapAt(place, (place + 1) % tokens.count)
    }
    return changed.joined()
  }
}

extension WholePipelineMutationTests.Sample {
  /// The rulebooks under Rules/ with their cases, those that the README and its twin show, and the
  /// good conformance pages.
  static let all: [Self] = shipped + documented

  private static var shipped: [Self] {
    let rules = Repository.root.appending(path: "Rules")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: rules.path)) ?? []
    return names.sorted().compactMap { name in
      let folder = rules.appending(path: name)
      guard let rulebook = read(folder.appending(path: "rulebook.yaml")) else { return nil }
      let cases = folder.appending(path: "cases")
      let files = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
      let texts = files.sorted().compactMap { read(cases.appending(path: $0)) }
      return Self(name: name, rulebook: rulebook, cases: texts)
    }
  }

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
