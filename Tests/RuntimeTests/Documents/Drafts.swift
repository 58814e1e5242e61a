import Compiler
import Engine
import Model
import Runtime
import SourceText
import TestSupport
import Testing

/// A rulebook with one template and one case, all in memory: what comes of writing it.
struct Drafts {
  /// What the template says, or nil where there are findings.
  private(set) var text: String?
  private(set) var findings: [Diagnostic]

  /// - Parameter facts: those known, as a YAML mapping without its braces.
  init(
    _ template: String, as ending: String = ".mustache", rulebook: String, facts: String = ""
  ) throws {
    let files = FilesInMemory([
      "r.yaml": "rulebook: test\nlanguage: 1\ndocuments: {paper: {template: t}}\n" + rulebook,
      "templates/t\(ending)": template,
      "c.yaml": "case: C1\nopened: 2026-05-06T09:05\nfacts: {\(facts)}\n",
    ])
    let compiler = RulebookCompiler(reading: files)
    let compilation = try compiler.compile(path: "r.yaml")
    findings = compilation.diagnostics.filter { $0.severity == .error }
    guard let program = compilation.program else { return }
    var (sources, diagnostics) = (compilation.sources, Diagnostics())
    let cases = try compiler.compileCases(
      path: "c.yaml", against: ProgramNames(program), sources: &sources, into: &diagnostics)
    expectNone(diagnostics.all.map(\.message.en), of: "case")
    let file = try #require(cases.first)
    let interpreter = Interpreter(program: program, calendar: compilation.calendar)
    let state = interpreter.open(file.facts, at: file.opened).state
    guard let words = program.documents[ID(0)].template else { return }
    text = TemplateText(words, program: program).text(
      of: interpreter.fill(words, in: state), caseID: file.id)
  }
}
