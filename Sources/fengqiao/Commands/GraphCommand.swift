internal import ArgumentParser
internal import Model
internal import SourceText
internal import Workbench

/// `fengqiao graph`: draws the workflow.
struct GraphCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", _superCommandName: Fengqiao.name,
    abstract: "Draw a rulebook's workflow, and where a case stands in it.")

  enum Notation: String, ExpressibleByArgument, CaseIterable {
    case mermaid
    case dot
    case svg
  }

  @Argument(
    help: "The rulebook: its folder, its file, or an artefact.", completion: .file())
  var rulebook: String

  @Option(help: "mermaid, dot, or svg (drawn by Graphviz).")
  var format: Notation = .mermaid

  @Option(
    name: .customLong("case"), help: "A case file whose place and way are marked.",
    completion: .file())
  var caseFile: String?

  @Flag(help: "Draw scripts, and parts of the course without a slot, as one box each.")
  var overview = false

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    var loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
    guard loaded.showFindings(console, format: .human) else { return .findings }
    var marks = ChartGraph.Marks()
    if let caseFile {
      let played = try PlayedCases(paths: [caseFile], &loaded)
      let findings = Findings(
        console: console, sources: loaded.sources, diagnostics: played.diagnostics)
      findings.show(.human)
      if findings.hasErrors { return .findings }
      if let first = played.replays.first { marks = ChartGraph.Marks(first.1) }
    }
    let graph = ChartGraph(
      loaded.program, language: console.language, marks: marks, placeFiles: loaded.placeFiles,
      detail: overview ? .overview : .full)
    guard let graph else {
      throw ToolFault(
        en: "`\(loaded.program.name)` has no workflow to draw",
        zh: "`\(loaded.program.name)` 没有可画的流程")
    }
    switch format {
    case .mermaid: Console.write(graph.mermaid, to: .output)
    case .dot: Console.write(graph.dot, to: .output)
    case .svg: Console.write(try Graphviz.svg(of: graph.dot), to: .output)
    }
    return .clean
  }
}

extension LoadedRulebook {
  /// The files of the place where its rulebook builds on another: those in its own folder. Nil
  /// where all states stand in one rulebook, or come from an artefact.
  fileprivate var placeFiles: Set<SourceID>? {
    let files = Set((program.chart?.states.elements ?? []).map(\.span.source))
    let own = files.filter { isOwn(sources[$0].name) }
    return own.count == files.count ? nil : own
  }

  private func isOwn(_ path: String) -> Bool {
    folder.isEmpty
      ? !path.hasPrefix("../") && !path.hasPrefix("/") : path.hasPrefix(folder + "/")
  }
}

/// Graphviz's `dot`, run as a child process.
enum Graphviz {
  static func svg(of dot: String) throws(ToolFault) -> String {
    let drawing = try? ChildProcess(running: "dot", ["-Tsvg"], input: Array(dot.utf8))
    guard let drawing else { throw missing }
    guard drawing.succeeded else { throw failed }
    return String(decoding: drawing.output, as: UTF8.self)
  }

  private static var failed: ToolFault {
    ToolFault(
      en: "Graphviz's `dot` could not draw this; see what it says with `--format dot | dot -Tsvg`, "
        + "or use `--format mermaid`",
      zh: "Graphviz 的 `dot` 画不出这张图；请用 `--format dot | dot -Tsvg` 看它的说明，"
        + "或用 `--format mermaid`")
  }

  private static var missing: ToolFault {
    ToolFault(
      en: "svg needs Graphviz's `dot`, which did not run; install the Debian package `graphviz`, "
        + "or use `--format mermaid` or `--format dot`",
      zh: "svg 需要 Graphviz 的 `dot`，它没有运行；请安装 Debian 软件包 `graphviz`，"
        + "或用 `--format mermaid`、`--format dot`")
  }
}
