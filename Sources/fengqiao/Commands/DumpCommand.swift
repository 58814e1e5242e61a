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
    /// What YAML tells of the file, in the order it stands, with places.
    case tokens
    /// The file's YAML nodes with their places.
    case tree
    /// The rulebook in core sections alone, as a rulebook.
    case core
    /// The checked program.
    case program
    /// The chart alone.
    case chart
  }

  @Argument(help: "tokens, tree, core, program or chart.")
  var stage: Stage

  @Argument(help: "The rulebook.", completion: .file())
  var rulebook: String

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    switch stage {
    case .tokens, .tree: return try form(console)
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

  /// What the reader makes of the file's form; what it cannot read is told, behind the tokens
  /// that stand before it.
  private func form(_ console: Console) throws(ToolFault) -> ToolExit {
    let bytes: [UInt8]
    do { bytes = try DiskReader().read(rulebook) } catch { throw ToolFault(error) }
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let file = SourceFile(name: rulebook, bytes: bytes)
    let id = sources.add(file)
    let node = parseYAML(file, id: id, into: &diagnostics)
    let dump = NodeDump(sources: sources)
    if stage == .tokens {
      Console.write(dump.text(of: yamlTokens(file, id: id)), to: .output)
    } else if let node {
      Console.write(dump.text(of: node), to: .output)
    }
    guard diagnostics.hasErrors else { return .clean }
    Findings(console: console, sources: sources, diagnostics: diagnostics.sorted).show(.human)
    return .findings
  }
}
