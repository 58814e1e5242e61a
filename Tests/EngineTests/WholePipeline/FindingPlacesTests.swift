import Compiler
import SourceText
import TestSupport
import Testing

/// Findings point at what they speak of, wherever that stands.
struct FindingPlacesTests {
  typealias Sample = WholePipelineMutationTests.Sample

  /// Lines above a text move what is found in it by just their bytes, which are more than their
  /// characters, and change nothing else.
  @Test(arguments: Sample.all.filter { $0.name.hasSuffix(".md") })
  func findingsMoveWithTheirText(_ sample: Sample) {
    let above = "# 前言：此处说明 🀄\n\n"
    var generator = SeededGenerator(seed: 1963)
    for mutant in TokenMutants(of: sample.rulebook).sampled(4, &generator) {
      let plain = found(sample, mutant, movedBy: above.utf8.count)
      let moved = found(sample, above + mutant, movedBy: 0)
      #expect(plain == moved, "\(sample.name):\n\(mutant)")
    }
  }

  /// No place begins or ends amid a character.
  @Test(arguments: Sample.all.filter { $0.name.hasSuffix(".md") })
  func placesLieBetweenCharacters(_ sample: Sample) {
    var generator = SeededGenerator(seed: 1978)
    for mutant in TokenMutants(of: sample.rulebook).sampled(6, &generator) {
      guard let compilation = sample.compile(mutant) else { continue }
      for finding in compilation.diagnostics {
        for label in [finding.primary] + finding.labels {
          let bytes = compilation.sources[label.span.source].bytes
          for place in [Int(label.span.start), Int(label.span.end)] where place < bytes.count {
            #expect(bytes[place] & 0xC0 != 0x80, "\(finding.code.id), byte \(place):\n\(mutant)")
          }
        }
      }
    }
  }

  /// Codes, places and words of what is found.
  private func found(_ sample: Sample, _ text: String, movedBy bytes: Int) -> [String] {
    (sample.compile(text)?.diagnostics ?? []).map { finding in
      let places = ([finding.primary] + finding.labels).map { label in
        let isMoved = label.span.source.index == 0
        let shift = isMoved ? bytes : 0
        return "\(Int(label.span.start) + shift)-\(Int(label.span.end) + shift)"
      }
      return "\(finding.code.id) \(places) \(finding.message.en)"
    }
  }
}
