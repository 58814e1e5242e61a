internal import ArgumentParser
internal import Engine
internal import Model
internal import SourceText
internal import Verifier
internal import Workbench

/// `fengqiao run`: steps case files through a rulebook and shows what happened and why.
struct RunCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: Fengqiao.name,
    abstract: "Step case files through a rulebook: what happened, why, what is next, what is due.",
    discussion: """
      RULEBOOK is a rulebook's folder or file, or a compiled artefact. An entry that is refused \
      leaves the case as it was and the rest goes on. Where a case breaks a promise of the rulebook, \
      the entry and the reason are told. Exit code 1 if it does, or if an entry was refused that the \
      case file did not expect to be.
      """)

  @Argument(
    help: "The rulebook: its folder, its file, or an artefact.", completion: .file())
  var rulebook: String

  @Argument(help: "Case files, YAML or JSON.", completion: .file())
  var cases: [String]

  @Option(help: "human or json (one object a case and line).")
  var format: OutputFormat = .human

  @Option(
    help: ArgumentHelp(
      "Write the drafted documents into this folder, as CASE-NN-DOCUMENT.html or .txt.",
      valueName: "folder"))
  var documents: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "html (pages to be printed) or text; if not given, as its template is.", valueName: "form"))
  var form: PaperForm?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    var loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
    guard loaded.showFindings(console, format: format) else { return .findings }
    let played = try PlayedCases(paths: cases, &loaded)
    let wording = Wording(
      program: loaded.program, sources: loaded.sources, language: console.language)
    var folder: PaperFolder?
    if let documents { folder = try PaperFolder(documents, as: form) }
    var breaksPromises = false
    for (file, replay) in played.replays {
      let breaches = PromiseWatch.breaches(of: file, by: loaded.interpreter)
      if !breaches.isEmpty { breaksPromises = true }
      let notes = try write(file, replay, loaded.program, to: &folder, wording)
      switch format {
      case .human:
        let report = RunReport(
          interpreter: loaded.interpreter, wording: wording, console: console,
          breaches: breaches)
        console.print(([report.text(of: file, replay)] + notes).joined(separator: "\n") + "\n")
      case .json:
        let report = RunJSON(
          interpreter: loaded.interpreter, wording: wording, breaches: breaches)
        console.print(report.json(of: file, replay).text())
      }
    }
    let findings = Findings(
      console: console, sources: loaded.sources, diagnostics: played.diagnostics)
    findings.show(format)
    let hasSurprise = played.replays.contains { $0.0.hasUnforeseenRefusal(in: $0.1) }
    return findings.hasErrors || hasSurprise || breaksPromises ? .findings : .clean
  }

  /// Writes a case's papers where that is wanted, and says which.
  private func write(
    _ file: CaseFile, _ replay: Replay, _ program: Program, to folder: inout PaperFolder?,
    _ wording: Wording
  ) throws(ToolFault) -> [String] {
    let papers = DraftedPapers(replay, of: file, in: program)
    guard let result = try folder?.write(papers, of: file, in: program) else { return [] }
    return result.paths.map { wording.say("wrote      ", "已写入     ") + $0.onOneSafeLine }
      + result.without.map {
        wording.say("no words   ", "没有模板   ") + wording.document($0)
          + wording.say(": it has no template", "")
      }
  }
}

extension CaseFile {
  /// Whether an entry was refused without the file saying so.
  func hasUnforeseenRefusal(in replay: Replay) -> Bool {
    for (index, step) in replay.steps.enumerated() where step.result.refusal != nil {
      let isLast = index == replay.steps.count - 1
      let isForeseen =
        step.entry?.expectation?.refused != nil || isLast && expectation?.refused != nil
      if !isForeseen { return true }
    }
    return false
  }
}
