internal import ArgumentParser
internal import Engine
internal import Model
internal import SourceText
internal import Workbench

/// `fengqiao stats`: the declared measures over case files.
struct StatsCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", _superCommandName: Fengqiao.name,
    abstract: "Count what the rulebook's measures say over case files, each at its end.",
    discussion: """
      Without case files those in cases/ beside the rulebook are taken. A file with errors is left \
      out and told, and the exit code is then 1. A CSV file opens in a spreadsheet as it is: UTF-8 \
      with its mark, a row for each measure and period, and no text that could run as a formula; \
      what is left out is then told on standard error.
      """)

  @Argument(help: "The rulebook: its folder, its file, or an artefact.")
  var rulebook: String

  @Argument(help: "Case files, YAML or JSON, or folders of them.")
  var cases: [String] = []

  /// How the figures are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human
    case json
    case csv
  }

  @Option(help: "human, json or csv.")
  var format: Format = .human

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    var loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
    guard loaded.showFindings(console, format: ownFormat) else { return .findings }
    let paths =
      cases.isEmpty
      ? try FileSearch.cases(below: loaded.folder) : try FileSearch.cases(namedBy: cases)
    let played = try PlayedCases(paths: paths, &loaded)
    var statistics = Statistics(loaded.interpreter)
    var count = StatisticsReport.Count(files: paths.count, leftOut: played.leftOut.count)
    for (_, replay) in played.replays {
      if replay.steps.first?.result.refusal != nil {
        count.refused += 1
        continue
      }
      count.cases += 1
      statistics.add(replay.state)
    }
    let wording = Wording(
      program: loaded.program, sources: loaded.sources, language: console.language)
    let report = StatisticsReport(
      statistics: statistics, count: count, wording: wording, console: console)
    switch format {
    case .human: console.print(report.text)
    case .json: console.print(report.json.text())
    case .csv:
      let table = StatisticsTable(statistics: statistics, wording: wording)
      Console.write(table.text, to: .output)
      report.leftOut.map(console.complain)
    }
    let findings = Findings(
      console: console, sources: loaded.sources, diagnostics: played.diagnostics)
    if format == .csv { findings.complain() } else { findings.show(ownFormat) }
    return findings.hasErrors || count.refused > 0 ? .findings : .clean
  }

  /// How findings are told beside the figures.
  private var ownFormat: OutputFormat { format == .json ? .json : .human }
}
