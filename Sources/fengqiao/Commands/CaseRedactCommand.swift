internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case redact`: personal texts are erased for good.
struct CaseRedactCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Erase texts of a case for good; its chain still holds, and the journal says why.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "Erase all that was typed for this fact, or field of an event.")
  var fact: String?

  @Option(help: "Erase every text that says exactly this, such as a name.")
  var text: String?

  @Option(help: "Why it is erased.")
  var reason: String

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let erasure: Erasure
    switch (fact, text) {
    case (let fact?, nil): erasure = .fact(fact)
    case (nil, let text?): erasure = .words(text)
    default:
      throw ToolFault(
        en: "say what to erase: either `--fact NAME` or `--text WORDS`",
        zh: "请写明删除什么：`--fact 名称` 或者 `--text 文字`，只写一个")
    }
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    let reason = reason
    let result = try DeskWork.run(console) {
      () throws(DeskFault) -> (fold: CaseFold, texts: Int, papers: Int) in
      try desk.redact(fold, erasure, reason: reason)
    }
    guard let result else { return .findings }
    let line = console.say(
      "erased " + Console.counted(result.texts, "text", "texts") + ", "
        + Console.counted(result.papers, "paper", "papers"),
      "已删除 \(result.texts) 处文字、\(result.papers) 份文书")
    answer.tell(
      console, [line],
      [
        .init("case", .string(fold.id)), .init("texts", .integer(result.texts)),
        .init("papers", .integer(result.papers)), .init("entries", .integer(result.fold.length)),
      ])
    return .clean
  }
}
