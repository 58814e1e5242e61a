internal import ArgumentParser
internal import Desk
internal import Engine
internal import SourceText
internal import Store

/// `fengqiao case undo`: takes the newest step back, and says so in the journal.
struct CaseUndoCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a case's newest step back by an entry that says why; nothing is erased.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "Why it is taken back.")
  var reason: String

  @OptionGroup var answer: AnswerOptions
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
    let leaves = result.fold.program.activeLeafNames(of: result.fold, names)
    answer.tell(
      console,
      [console.say("taken back:", "已撤回：")]
        + HistoryLines(fold: fold, names: names, reader: desk.user).lines([result.line])
        + WithdrawnLines(undone: result, names: names).lines
        + [console.say("now: ", "现在：") + leaves],
      Self.members(of: result))
    return .clean
  }

  private static func members(of result: Undone) -> [JSONText.Member] {
    let fold = result.fold
    let leaves = fold.program.activeLeaves(of: fold.state.configuration)
    return [
      .init("case", .string(fold.id)), .init("taken_back", .integer(result.line.sequence)),
      .init("entries", .integer(fold.length)), .init("state", .array(leaves.map(JSONText.string))),
      .init("withdrawn", .array(result.withdrawn.map { .string($0.key.description) })),
      .init("corrected", .array(result.sent.map { .string($0.key.description) })),
    ]
  }
}
