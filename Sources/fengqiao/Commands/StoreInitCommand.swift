internal import ArgumentParser
internal import Desk
internal import SourceText
internal import Store

/// `fengqiao store init`: makes a store ready for use, in a file or on a server.
struct StoreInitCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a store ready: a file, or the tables in a PostgreSQL database.",
    discussion: """
      A file is made on first use as well; a database has to be set up once, by somebody who may \
      make tables in it. What is ready already stays as it is.
      """)

  @Option(help: "human or json.")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let place = try options.place()
    do throws(StoreFault) { try CaseStores.setUp(place) } catch { throw ToolFault(error) }
    let (console, name) = (output.console, CaseStores.name(of: place))
    switch format {
    case .human:
      console.print(
        console.say(
          "the store `\(name.onOneSafeLine)` is ready", "案件库 `\(name.onOneSafeLine)` 已可使用"))
    case .json: console.print(JSONText.object([.init("store", .string(name))]).text())
    }
    return .clean
  }
}
