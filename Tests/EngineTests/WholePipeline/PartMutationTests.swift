import Compiler
import SourceText
import TestSupport
import Testing

/// The same of the files that the shipped rulebooks are made of: what they include, their tables
/// and their templates. Nearly all of their rules stand there.
struct PartMutationTests {
  /// A file, and the rulebook that is compiled with it broken.
  struct Part: Sendable, CustomTestStringConvertible {
    var path: String
    var sample: WholePipelineMutationTests.Sample

    var testDescription: String { path }
  }

  @Test(arguments: parts)
  func brokenPartsEndInFindingsOrResults(_ part: Part) throws {
    var generator = SeededGenerator(seed: UInt64(part.path.utf8.count))
    let text = try #require(part.sample.others[part.path])
    for mutant in TokenMutants(of: text).sampled(2, &generator) {
      var broken = part.sample
      broken.others[part.path] = mutant
      // Two cases are enough to go through what is broken.
      _ = WholePipelineMutationTests()
        .play(broken, broken.compile(broken.rulebook), Array(broken.cases.prefix(2)))
    }
  }

  @Test func everyPartIsRead() {
    #expect(Self.parts.count > 60)
    for part in Self.parts {
      let sources = part.sample.compile(part.sample.rulebook)?.sources.files ?? []
      #expect(sources.contains { FilePath.normal($0.name) == part.path }, "\(part.path)")
    }
  }

  /// Each file once, with the first rulebook that is made of it.
  static let parts: [Part] = {
    var known: Set<String> = []
    return WholePipelineMutationTests.Sample.shipped.flatMap { sample -> [Part] in
      let files = sample.compile(sample.rulebook)?.sources.files.map(\.name) ?? []
      return files.map(FilePath.normal).filter { path in
        path != sample.path && !path.hasSuffix("/rulebook.yaml") && known.insert(path).inserted
      }.map { Part(path: $0, sample: sample) }
    }
  }()
}
