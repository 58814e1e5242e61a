internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case undo`: takes the newest step back, and says so in the journal.
struct CaseUndoCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a case's newest step back by an entry that says why; nothing is erased.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "Why it is taken back.")
  var reason: String

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    let reason = reason
    let result = try DeskWork.run(console) { () throws(DeskFault) -> Undone in
      try desk.undo(fold, reason: reason)
    }
    guard let result else { return .findings }
    let names = PlainNames(fold, console.language)
    console.print(console.say("taken back:", "已撤回："))
    for line in HistoryLines(fold: fold, names: names, reader: desk.user).lines([result.line]) {
      console.print(line)
    }
    for line in WithdrawnLines(undone: result, names: names).lines { console.print(line) }
    let leaves = result.fold.program.activeLeafNames(of: result.fold, names)
    console.print(console.say("now: ", "现在：") + leaves)
    return .clean
  }
}
