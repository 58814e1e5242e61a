internal import ArgumentParser
internal import SourceText
internal import Store

/// `fengqiao case setup`: what a store on a server needs once before its first case.
struct CaseSetUpCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Make a store ready: the tables of a database, or a file.",
    discussion: """
      A file is made by the first case, too. A database on a server is set up once, by whoever may \
      make tables in it; one that is ready stays as it is.
      """)

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let place = try options.storePath()
    do { try CaseStores.setUp(place) } catch { throw ToolFault(error) }
    output.console.print(output.console.say("the store is ready", "案件库已就绪"))
    return .clean
  }
}
