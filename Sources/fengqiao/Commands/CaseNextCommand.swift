internal import ArgumentParser
internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// `fengqiao case next`: what is to be done in a case; on a terminal, a conversation.
struct CaseNextCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Say what to ask, say and do next in a case; on a terminal, do it by numbers.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "When all that is entered in this sitting happened (default: now).")
  var at: String?

  @Option(help: "human or json.")
  var format: OutputFormat = .human

  @Flag(inversion: .prefixedNo, help: "Converse, on a terminal or not (default: on a terminal).")
  var talk: Bool?

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    let happened = try at.map { text throws(ToolFault) in
      try Moment.read(text, offset: fold.program.offset, option: "--at")
    }
    let isTerminal = StandardStream.output.isTerminal && StandardStream.inputIsTerminal
    guard talk ?? (isTerminal && format == .human), !fold.state.isFinished else {
      try CaseView(fold, at: happened ?? desk.now, desk, console).show(format, choices: true)
      return .clean
    }
    let options = options
    var talk = CaseTalk(
      desk: { () throws(ToolFault) -> CaseDesk in desk.at(try options.moment()) }, fold: fold,
      console: console, width: CaseView.width, height: CaseView.height,
      happened: happened)
    return try talk.run()
  }
}
