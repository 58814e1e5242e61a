internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case link`: a repeat dispute is joined to the one before.
struct CaseLinkCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Join a case to another one, such as an earlier dispute.")

  @OptionGroup var subject: CaseSubject

  @Argument(help: "The other case's id.")
  var other: String

  @Option(help: "Why they belong together.")
  var reason: String

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    let (other, reason) = (other, reason)
    let after = try DeskWork.run(console) { () throws(DeskFault) -> CaseFold in
      try desk.link(fold, to: other, reason: reason)
    }
    guard let after else { return .findings }
    answer.tell(
      console, ["\(fold.id.onOneSafeLine) — \(other.onOneSafeLine)"],
      [
        .init("case", .string(fold.id)), .init("linked", .string(other)),
        .init("entries", .integer(after.length)),
      ])
    return .clean
  }
}
