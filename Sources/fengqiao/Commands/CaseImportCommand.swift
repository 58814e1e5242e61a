internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case import`: a case from its folder.
struct CaseImportCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take an exported case into a store, its journal byte for byte.")

  @Argument(help: "The folder that `case export` made.", completion: .directory)
  var folder: String

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk(makesStore: true)
    let folder = folder
    let fold = try DeskWork.run(console) { () throws(DeskFault) -> CaseFold in
      try desk.restore { path in
        // A path that leads out of the folder is no file of it.
        path.split(separator: "/").contains("..") || path.hasPrefix("/")
          ? nil : try? Disk.read(FilePath.join(folder, path))
      }
    }
    guard let fold else { return .findings }
    let entries = console.say(
      Console.counted(fold.length, "entry", "entries"), "\(fold.length) 条记录")
    answer.tell(
      console, ["\(fold.id.onOneSafeLine)  \(entries)"],
      [.init("case", .string(fold.id)), .init("entries", .integer(fold.length))])
    return .clean
  }
}
