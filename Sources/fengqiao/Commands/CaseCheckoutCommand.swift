internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case checkout`: a case goes along on a laptop.
struct CaseCheckoutCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkout",
    abstract: "Lend a case to another store as its only writer, until it is checked in.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "The store that gets it.", completion: .file())
  var to: String

  @Option(help: "Who has it then (default: the operator, else the store's name).")
  var holder: String?

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let (desk, other) = (
      try options.desk(), try options.desk(over: to, makesStore: true)
    )
    let who = holder ?? (desk.user.name.isEmpty ? to : desk.user.name)
    let id = subject.id
    let fold = try DeskWork.run(console) { () throws(DeskFault) -> CaseFold in
      try desk.lend(id, to: other, holder: who)
    }
    guard let fold else { return .findings }
    let line = console.say(
      "\(id.onOneSafeLine) is lent to \(who.onOneSafeLine): \(to.onOneSafeLine)",
      "\(id.onOneSafeLine) 已借出给\(who.onOneSafeLine)：\(to.onOneSafeLine)")
    answer.tell(
      console, [line],
      [
        .init("case", .string(id)), .init("lent_to", .string(who)), .init("store", .string(to)),
        .init("entries", .integer(fold.length)),
      ])
    return .clean
  }
}

/// `fengqiao case checkin`: a lent case comes home.
struct CaseCheckinCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkin", abstract: "Bring a lent case home, with all that was entered there.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "The store that had it.", completion: .file())
  var from: String

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let (desk, other) = (try options.desk(), try options.desk(over: from))
    let id = subject.id
    let fold = try DeskWork.run(console) { () throws(DeskFault) -> CaseFold in
      try desk.takeBack(id, from: other)
    }
    guard let fold else { return .findings }
    let line = console.say(
      "\(id.onOneSafeLine) is home, " + Console.counted(fold.length, "entry", "entries"),
      "\(id.onOneSafeLine) 已归还，共 \(fold.length) 条记录")
    answer.tell(
      console, [line],
      [.init("case", .string(id)), .init("entries", .integer(fold.length))])
    return .clean
  }
}
