internal import ArgumentParser
internal import Desk
internal import Engine
internal import Model
internal import SourceText
internal import Store
internal import Workbench

/// `fengqiao case stats`: the declared measures over the cases of a store.
struct CaseStatsCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what a rulebook's measures say over its cases in a store, as they stand.")

  @Argument(help: "The rulebook: its name, its folder or its file.", completion: .file())
  var rulebook: String

  @Option(help: "human, json (one object a version and line) or csv.")
  var format: StatsCommand.Format = .human

  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    var query = CaseQuery()
    let rulebook = try name(desk)
    query.rulebook = rulebook
    let filter = query
    let folds = try DeskWork.run(console) { () throws(DeskFault) -> [CaseFold] in
      var folds: [CaseFold] = []
      for listed in try desk.cases(filter) { folds.append(try desk.load(listed.record.id)) }
      return folds
    }
    guard let folds else { return .findings }
    guard !folds.isEmpty else {
      throw ToolFault(
        en: "the store has no case of `\(rulebook.onOneSafeLine)`",
        zh: "案件库中没有 `\(rulebook.onOneSafeLine)` 的案件")
    }
    // Each version of a rulebook has measures of its own.
    var versions: [String] = []
    for fold in folds where !versions.contains(fold.pinned.hash) {
      versions.append(fold.pinned.hash)
    }
    for hash in versions { report(folds.filter { $0.pinned.hash == hash }, console) }
    return .clean
  }

  /// The rulebook's name, where it lies in a folder as it is said there.
  private func name(_ desk: CaseDesk) throws(ToolFault) -> String {
    do {
      guard try !desk.keepsRulebook(rulebook), Disk.exists(rulebook) else { return rulebook }
    } catch { throw ToolFault(error) }
    return try LoadedRulebook(path: rulebook, calendarPath: nil).program.name
  }

  /// The figures of cases that are pinned to one version.
  private func report(_ folds: [CaseFold], _ console: Console) {
    guard let first = folds.first else { return }
    var statistics = Statistics(first.interpreter)
    for fold in folds { statistics.add(fold.state) }
    var count = StatisticsReport.Count(files: folds.count, leftOut: 0)
    count.cases = folds.count
    let wording = Wording(
      program: first.program, sources: first.pinned.sources, language: console.language)
    let report = StatisticsReport(
      statistics: statistics, count: count, wording: wording, console: console)
    switch format {
    case .human: console.print(report.text)
    case .json: console.print(report.json.text())
    case .csv:
      Console.write(
        StatisticsTable(statistics: statistics, wording: wording).text, to: .output)
    }
  }
}
