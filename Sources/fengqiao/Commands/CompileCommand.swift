internal import ArgumentParser
internal import Runtime
internal import SourceText

/// `fengqiao compile`: writes the artefact that is run.
struct CompileCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", _superCommandName: Fengqiao.name,
    abstract: "Compile a rulebook into one hashed file; the same input gives the same bytes.")

  @Argument(help: "The rulebook: its folder or its file.", completion: .file())
  var rulebook: String

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "The file to write.",
    completion: .file())
  var destination: String

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
    guard loaded.showFindings(console, format: .human) else { return .findings }
    let artefact = Artefact(
      loaded.program, sources: loaded.sources, folder: loaded.folder, calendar: loaded.calendar)
    do {
      try Disk.write(artefact.bytes, to: destination)
    } catch {
      throw ToolFault(writing: destination, error)
    }
    console.print("\(destination.onOneSafeLine)  sha256:\(artefact.programHash)")
    return .clean
  }
}
