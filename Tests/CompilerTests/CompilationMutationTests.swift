import Compiler
import Model
import SourceText
import TestSupport
import Testing

/// A good rulebook and a good case file with one word dropped, doubled or exchanged for the next
/// end in findings at places that exist, or in success; never in a crash.
struct CompilationMutationTests {
  @Test func anyWordOfARulebookMayGoWrong() throws {
    for text in mutations(of: wholeRulebook) {
      let compilation = try compile(text, files: ["t/levels.csv": levels])
      expectPlaces(of: compilation.diagnostics, in: compilation.sources, of: text)
      let hasErrors = compilation.diagnostics.contains { $0.severity == .error }
      #expect((compilation.program == nil) == hasErrors, "\(text)")
      if let program = compilation.program {
        #expect(brokenInvariants(of: program) == [], "\(text)")
      }
    }
  }

  @Test func anyWordOfACaseFileMayGoWrong() throws {
    let good = try compile(wholeRulebook, files: ["t/levels.csv": levels])
    let program = try #require(good.program)
    for text in mutations(of: caseFile) {
      var sources = good.sources
      var diagnostics = Diagnostics()
      _ = try RulebookCompiler(reading: FilesInMemory(["c.yaml": text])).compileCases(
        path: "c.yaml", against: ProgramNames(program), sources: &sources, into: &diagnostics)
      expectPlaces(of: diagnostics.all, in: sources, of: text)
    }
  }

  private func expectPlaces(of diagnostics: [Diagnostic], in sources: SourceMap, of text: String) {
    for diagnostic in diagnostics {
      for label in [diagnostic.primary] + diagnostic.labels {
        let isThere =
          Int(label.span.source.index) < sources.files.count
          && Int(label.span.end) <= sources[label.span.source].bytes.count
        #expect(isThere, "\(diagnostic.code.id) lies outside of its file:\n\(text)")
      }
    }
  }

  /// The text with each word once dropped, once doubled, once exchanged for the next.
  private func mutations(of text: String) -> [String] {
    let words = words(of: text)
    return words.indices.flatMap { index in
      var dropped = words
      dropped[index].text = ""
      var doubled = words
      doubled[index].text += " " + words[index].text
      var swapped = words
      if index + 1 < words.count {
        (swapped[index].text, swapped[index + 1].text) = (words[index + 1].text, words[index].text)
      }
      return [dropped, doubled, swapped].map { $0.map { $0.gap + $0.text }.joined() }
    }
  }

  private func words(of text: String) -> [(gap: String, text: String)] {
    var words: [(gap: String, text: String)] = []
    var gap = ""
    for character in text {
      if character.isWhitespace {
        gap.append(character)
      } else if gap.isEmpty, let last = words.indices.last {
        words[last].text.append(character)
      } else {
        words.append((gap, String(character)))
        gap = ""
      }
    }
    return words
  }
}

private let levels = "id,难易,=> 天数\nsmall,<= 一般,3\nlarge,疑难,7\n"

private let caseFile = """
  case: C1
  rulebook: xinyi
  opened: 2026-05-06
  facts: {金额: 40000, 难度: 一般, 电话: "13800000001", 证人: [{name: 甲某, 证件: 11010519491231002X}]}
  journal:
    - at: 2026-05-06T10:00
      event: pay
      by: 调解员
      with: {amount: 1200.50}
      set: {金额: null, 难度: unknown}
      expect: {state: 甲, never: [结案], due: {甲: 2026-05-11, pmc: none}, ask: 难度}
    - at: 2026-05-07T02:00Z
  expect: {decisions: {期限: 3}, because: [期限.small], tasks: 回访, variables: {次数: 1}}
  """
