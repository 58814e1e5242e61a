internal import ArgumentParser
internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Workbench

/// `fengqiao case show`: where a case stands.
struct CaseShowCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show where a case stands and why, and what is due.")

  @OptionGroup var subject: CaseSubject

  @Option(help: "human or json.")
  var format: OutputFormat = .human

  @Option(help: "Draw the workflow with the case's place and way: mermaid, dot or svg.")
  var graph: GraphCommand.Notation?

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let fold = try subject.load(desk, console) else { return .findings }
    if let graph { return try draw(fold, graph, console) }
    try CaseView(fold, at: desk.now, desk, console).show(format, choices: false)
    return .clean
  }
}

extension CaseShowCommand {
  /// The chart of the rulebook that the case is pinned to.
  private func draw(
    _ fold: CaseFold, _ notation: GraphCommand.Notation, _ console: Console
  ) throws(ToolFault) -> ToolExit {
    // The way under versions before is on other charts.
    let steps = fold.lines.dropFirst(fold.earlier.last?.last ?? 0).compactMap { line in
      line.result.map { Replay.Step(entry: line.stepped, result: $0) }
    }
    let drawing = ChartGraph(
      fold.program, language: console.language, marks: ChartGraph.Marks(Replay(steps: steps)),
      placeFiles: nil, detail: .overview)
    guard let drawing else {
      throw ToolFault(
        en: "`\(fold.program.name)` has no workflow to draw",
        zh: "`\(fold.program.name)` 没有可画的流程")
    }
    switch notation {
    case .mermaid: Console.write(drawing.mermaid, to: .output)
    case .dot: Console.write(drawing.dot, to: .output)
    case .svg: Console.write(try Graphviz.svg(of: drawing.dot), to: .output)
    }
    return .clean
  }
}

/// The case that a verb is about.
struct CaseSubject: ParsableArguments {
  @Argument(help: "The case's id.")
  var id: String

  func load(_ desk: CaseDesk, _ console: Console) throws(ToolFault) -> CaseFold? {
    let id = id
    return try DeskWork.run(console) { () throws(DeskFault) -> CaseFold in try desk.load(id) }
  }
}
