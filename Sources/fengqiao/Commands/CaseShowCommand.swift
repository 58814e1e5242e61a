internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case show`: where a case stands.
struct CaseShowCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show where a case stands and why, and what is due.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "human or json.")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    CaseView(fold: fold, at: desk.now, user: desk.user, console: console)
      .show(format, choices: false)
    return .clean
  }
}

/// The case that a verb is about.
struct CaseSubject: ParsableArguments {
  @Argument(help: "The case's id.")
  var id: String

  func load(_ desk: CaseDesk, _ console: Console) throws(ToolFault) -> CaseFold? {
    let id = id
    return try DeskWork.run(console) { () throws(DeskFault) -> CaseFold in try desk.load(id) }
  }
}
