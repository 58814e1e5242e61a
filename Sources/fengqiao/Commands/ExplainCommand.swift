internal import ArgumentParser
internal import Model
internal import SourceText

/// `fengqiao explain`: a code's page, or why a case stands where it does.
struct ExplainCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: Fengqiao.name,
    abstract: "Explain a finding's code, or why a case stands where it does and not elsewhere.",
    usage: """
      fengqiao explain FQ0401
      fengqiao explain RULEBOOK CASEFILE
      """)

  @Argument(help: "A code such as FQ0401, or a rulebook.", completion: .file())
  var subject: String

  @Argument(help: "A case file.", completion: .file())
  var caseFile: String?

  @Option(help: "human or json (one object a case and line, or one for the page).")
  var format: OutputFormat = .human

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    guard let caseFile else { return try explainCode() }
    let console = output.console
    var loaded = try LoadedRulebook(path: subject, calendarPath: input.calendar)
    guard loaded.showFindings(console, format: format) else { return .findings }
    let played = try PlayedCases(paths: [caseFile], &loaded)
    let findings = Findings(
      console: console, sources: loaded.sources, diagnostics: played.diagnostics)
    findings.show(format)
    let wording = Wording(
      program: loaded.program, sources: loaded.sources, language: console.language)
    for (file, replay) in played.replays {
      switch format {
      case .human:
        let report = CaseExplanation(
          interpreter: loaded.interpreter, wording: wording, console: console, replay: replay)
        console.print(report.text(named: file.id))
      case .json:
        let report = ExplainJSON(
          interpreter: loaded.interpreter, wording: wording, replay: replay)
        console.print(report.json(named: file.id).text())
      }
    }
    return findings.hasErrors ? .findings : .clean
  }

  private func explainCode() throws(ToolFault) -> ToolExit {
    let id = subject.uppercased()
    guard let page = DiagnosticPages.all.first(where: { $0.code == id }) else {
      let near = Suggestion.nearest(to: id, among: DiagnosticPages.all.map(\.code))
      throw ToolFault(
        en: "`\(subject.onOneSafeLine)` is no code" + (near.map { "; perhaps `\($0)`" } ?? "")
          + "; write a code such as `FQ0101`, or a rulebook and a case file",
        zh: "没有代码 `\(subject.onOneSafeLine)`" + (near.map { "；也许是 `\($0)`" } ?? "")
          + "；请写 `FQ0101` 这样的代码，或写规则书和案件文件")
    }
    switch format {
    case .human:
      output.console.print(CodePage(page.page).text(in: output.console.language))
    case .json:
      let page = JSONText.object([
        .init("code", .string(page.code)), .init("page", .string(page.page)),
      ])
      output.console.print(page.text())
    }
    return .clean
  }
}
