internal import ArgumentParser
internal import Compiler
internal import Model
internal import SourceText
internal import Syntax

/// `fengqiao dump` (hidden): shows a stage's output to those who work on the tool.
struct DumpCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", _superCommandName: Fengqiao.name,
    abstract: "Show what a stage makes of a rulebook.",
    shouldDisplay: false)

  enum Stage: String, ExpressibleByArgument, CaseIterable {
    /// The file's YAML nodes with their places.
    case tokens
    /// The rulebook in core sections alone, as a rulebook.
    case core
    /// The checked program.
    case program
    /// The chart alone.
    case chart
  }

  @Argument(help: "tokens, core, program or chart.")
  var stage: Stage

  @Argument(help: "The rulebook.", completion: .file())
  var rulebook: String

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    switch stage {
    case .tokens: Console.write(try tokens(), to: .output)
    case .core: return try core(console)
    case .program, .chart:
      let loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
      guard loaded.showFindings(console, format: .human) else { return .findings }
      let text = stage == .program ? dumpProgram(loaded.program) : dumpChart(loaded.program)
      Console.write(text, to: .output)
    }
    return .clean
  }

  private func core(_ console: Console) throws(ToolFault) -> ToolExit {
    let compilation: Compilation
    do {
      compilation = try RulebookCompiler(onDiskFor: rulebook).compile(path: rulebook)
    } catch {
      throw ToolFault(error)
    }
    guard compilation.program != nil, let text = compilation.coreText else {
      Findings(
        console: console, sources: compilation.sources, diagnostics: compilation.diagnostics
      ).show(.human)
      return .findings
    }
    Console.write(text, to: .output)
    return .clean
  }

  private func tokens() throws(ToolFault) -> String {
    let bytes: [UInt8]
    do { bytes = try DiskReader().read(rulebook) } catch { throw ToolFault(error) }
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let file = SourceFile(name: rulebook, bytes: bytes)
    let id = sources.add(file)
    guard let node = parseYAML(file, id: id, into: &diagnostics) else { return "" }
    return NodeDump(sources: sources).text(of: node)
  }
}
