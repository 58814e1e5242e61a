import Compiler
import Model
import SourceText
import Syntax
import TestSupport

/// What lowering a `decisions` section comes to, with the facts of a vocabulary. The YAML may mark
/// places for findings (`MarkedText`); CSV files are held in memory.
struct LoweredDecisions {
  let findings: [Diagnostic]
  /// The decisions as text, one line each for head, inputs, outputs and rows.
  let lines: [String]
  private let sources: SourceMap

  init(
    _ yaml: String, in vocabulary: Vocabulary = mediation, files: [String: String] = [:],
    warnsOfMissingIDs: Bool = false
  ) {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let text = "rulebook: r\ndecisions:\n" + yaml.indented
    let main = SourceFile(name: "rulebook.yaml", text: text)
    let id = sources.add(main)
    let trees =
      parseYAML(main, id: id, into: &diagnostics).map {
        decodeRulebook($0, into: &diagnostics).decisions
      } ?? []
    var scope = vocabulary.scope
    let decisions = lowerDecisions(
      trees, in: &scope, warnsOfMissingIDs: warnsOfMissingIDs, into: &diagnostics
    ) { path, diagnostics in
      let file = SourceFile(name: path.value, text: files[path.value] ?? "")
      return readCSV(file, id: sources.add(file), into: &diagnostics)
    }
    findings = diagnostics.sorted
    let program = Program(
      name: "r", title: Bilingual("r"), version: "", effectiveFrom: nil, effectiveTo: nil,
      offset: .china, enumerations: scope.enumerations, laws: Arena(), roles: Arena(),
      facts: vocabulary.facts, variables: vocabulary.variables, events: Arena(),
      decisions: decisions, documents: Arena(), periods: Arena(), chart: nil)
    let dump = dumpProgram(program).split(separator: "\n").map(String.init)
    lines = Array(dump.drop { !$0.hasPrefix("decision ") })
    self.sources = sources
  }

  /// Each finding's code and the words it points at.
  var marks: [String] {
    findings.map { finding in
      let words = sources.text(finding.primary.span).split(separator: " ").joined(separator: " ")
      return finding.code.id + (words.isEmpty ? "" : " " + words)
    }
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
      .joined(separator: "\n")
  }
}
