internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case note`: words beside the course of things.
struct CaseNoteCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note into a case's journal.")

  @OptionGroup var subject: CaseSubject

  @Argument(help: "The words.")
  var words: String

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard try subject.load(desk, console) != nil else { return .findings }
    let (id, words) = (subject.id, words)
    let after = try DeskWork.run(console) { () throws(DeskFault) -> CaseFold in
      try desk.note(words, in: id)
    }
    guard let after else { return .findings }
    let line = console.say("entry \(after.length) written", "已写入第 \(after.length) 条记录")
    answer.tell(
      console, [line], [.init("case", .string(id)), .init("entries", .integer(after.length))])
    return .clean
  }
}
