internal import ArgumentParser
internal import Compiler
internal import Desk
internal import Model
internal import SourceText

/// `fengqiao case recalendar`: another calendar of working days counts from now on.
struct CaseRecalendarCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "recalendar",
    abstract: "Count running deadlines by a new calendar; say which moved, in the journal too.")

  @Argument(help: "The calendar's file.", completion: .file())
  var calendar: String

  @Option(name: .customLong("case"), help: "Only this case (default: all that are open).")
  var id: String?

  @Option(help: "human or json (one deadline a line).")
  var format: OutputFormat = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let calendar = try read(console) else { return .findings }
    let id = id
    let touched = try DeskWork.run(console) { () throws(DeskFault) -> [Touched] in
      try desk.adopt(calendar, only: id)
    }
    guard let touched else { return .findings }
    for one in touched {
      let names = PlainNames(one.fold, console.language)
      for moved in one.moved {
        let (from, to) = (moved.from?.description ?? "-", moved.to?.description ?? "-")
        switch format {
        case .human:
          console.print("\(one.fold.id.onOneSafeLine)  \(names.due(moved.name))  \(from) → \(to)")
        case .json:
          console.print(
            JSONText.object([
              .init("case", .string(one.fold.id)), .init("name", .string(moved.name)),
              .init("from", .string(from)), .init("to", .string(to)),
            ]).text())
        }
      }
    }
    if format == .human {
      let count = touched.reduce(0) { $0 + $1.moved.count }
      console.print(
        console.say(
          Console.counted(touched.count, "case", "cases") + " counted again, "
            + Console.counted(count, "deadline", "deadlines") + " moved",
          "重新计算了 \(touched.count) 个案件，\(count) 个期限有变动"))
    }
    return .clean
  }

  private func read(_ console: Console) throws(ToolFault) -> WorkCalendar? {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let found: WorkCalendar?
    do {
      found = try RulebookCompiler(reading: DiskReader()).compileCalendar(
        path: calendar, sources: &sources, into: &diagnostics)
    } catch { throw ToolFault(error) }
    guard let found, !diagnostics.hasErrors else {
      Findings(console: console, sources: sources, diagnostics: diagnostics.sorted).show(.human)
      return nil
    }
    return found
  }
}
