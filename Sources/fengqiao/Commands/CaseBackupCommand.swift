internal import ArgumentParser
internal import Desk
internal import SourceText
internal import Store

/// `fengqiao case backup`: a copy of the store while others go on.
struct CaseBackupCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the whole store, as of one moment, into a new file.")

  @Argument(help: "The file to make.", completion: .file())
  var file: String

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let store = try options.desk().store
    let console = output.console
    do throws(StoreFault) {
      try store.backup(to: file)
      let head = try store.headDigest()
      let cases = console.say(
        Console.counted(head.cases, "case", "cases"), "\(head.cases) 个案件")
      answer.tell(
        console, ["\(file.onOneSafeLine)  \(cases)  sha256:\(head.digest)"],
        [
          .init("backup", .string(file)), .init("cases", .integer(head.cases)),
          .init("head", .string(head.digest.description)),
        ])
    } catch { throw ToolFault(error) }
    return .clean
  }
}

/// `fengqiao case restore`: a store from a backup.
struct CaseRestoreCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a store from a backup, after all its journals were verified.")

  @Argument(help: "The backup.", completion: .file())
  var backup: String

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let path = try options.place()
    do { try CaseStores.restore(from: backup, to: path) } catch { throw ToolFault(error) }
    answer.tell(output.console, [path.onOneSafeLine], [.init("store", .string(path))])
    return .clean
  }
}
