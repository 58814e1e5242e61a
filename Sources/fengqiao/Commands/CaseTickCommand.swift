internal import ArgumentParser
internal import Desk
internal import Engine
internal import Model
internal import SourceText

/// `fengqiao case tick`: fires what is due, for a timer of the system (cron).
struct CaseTickCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick",
    abstract: "Fire all that is due by now in every case, once only even if two run at one time.")

  @Option(help: "human or json (one case a line).")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let desk = try options.desk()
    let console = output.console
    let touched = try DeskWork.run(console) { () throws(DeskFault) -> [Touched] in
      try desk.tick()
    }
    guard let touched else { return .findings }
    for one in touched {
      let names = PlainNames(one.fold, console.language)
      switch format {
      case .human:
        let fired = one.fired.map(names.due).joined(separator: names.comma)
        let leaves = one.fold.program.activeLeafNames(of: one.fold, names)
        console.print("\(one.fold.id.onOneSafeLine)  \(fired) → \(leaves)")
      case .json:
        console.print(
          JSONText.object([
            .init("case", .string(one.fold.id)),
            .init("fired", .array(one.fired.map(JSONText.string))),
            .init(
              "state",
              .array(
                one.fold.program.activeLeaves(of: one.fold.state.configuration)
                  .map(JSONText.string))),
          ]).text())
      }
    }
    if touched.isEmpty, format == .human { console.print(console.say("nothing was due", "没有到期事项")) }
    return .clean
  }
}
