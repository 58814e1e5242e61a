internal import ArgumentParser
internal import Batch
internal import Model
internal import SourceText

/// `fengqiao batch`: very many cases through one rulebook.
struct BatchCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", _superCommandName: Fengqiao.name,
    abstract: "Step very many cases: JSON Lines in, JSON Lines out, in the order of the input.",
    discussion: """
      A line of input is one case: {"id": …, "facts": {…}, "events": [{"event": …, "at": …, "by": …, \
      "set": {…}, "with": {…}}], "opened": …, "until": …}. Its line of output says where it stands: \
      {"id": …, "state": […], "decisions": {…}}, or {"id": …, "error": {…}} for a line that is no \
      case; the run goes on. Exit code 1 if there was such a line or an entry that was refused.
      """)

  @Argument(
    help: "The rulebook: its folder, its file, or an artefact.", completion: .file())
  var rulebook: String

  @Argument(help: "The cases; - or nothing: standard input.", completion: .file())
  var file = "-"

  @Option(help: "How many cases are stepped side by side (default: the machine's cores).")
  var jobs: Int?

  @Option(help: "What the input is: jsonl, or csv (a table of facts; decisions only).")
  var input: BatchInputFormat = .jsonl

  @Option(help: ArgumentHelp("The first line to read, counted from 1.", valueName: "n"))
  var fromLine = 1

  @Option(
    help: ArgumentHelp(
      "Write the records of lines that gave no result into this file, too.", valueName: "file"))
  var errors: String?

  @Flag(help: "Tell at the end, on standard error, how often each row, state and script came up.")
  var summary = false

  @Option(help: "How the summary is told: human or json.")
  var format: OutputFormat = .human

  @OptionGroup var calendar: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 1024")
    }
    if fromLine < 1 { throw ValidationError("--from-line counts from 1") }
  }

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let loaded = try LoadedRulebook(path: rulebook, calendarPath: calendar.calendar)
    guard loaded.showFindings(console, format: format) else { return .findings }
    if input == .csv, loaded.program.chart != nil {
      throw ToolFault(
        en: "`--input csv` is for rulebooks of decisions alone; write the cases as JSON Lines",
        zh: "`--input csv` 只用于没有流程的规则书；请把案件写成 JSON Lines")
    }
    let tally = try tally(of: batch(loaded, console), console)
    let report = BatchSummary(tally: tally, console: console)
    switch (summary, format) {
    case (true, .json): console.complain(report.json.text())
    case (true, .human): console.complain(report.text)
    case (false, _) where report.hasTrouble: console.complain(report.headline)
    case (false, _): break
    }
    if fromLine > 1, tally.caseCount == 0 {
      console.complain(
        console.say("there is no case from line \(fromLine) on", "第 \(fromLine) 行起没有案件"))
    }
    return report.hasTrouble ? .findings : .clean
  }

  private func batch(_ loaded: LoadedRulebook, _ console: Console) -> BatchRun {
    var batch = BatchRun(loaded.interpreter)
    batch.format = input == .csv ? .csv : .jsonLines
    batch.workerCount = jobs ?? Processors.count
    batch.firstLine = fromLine
    batch.language = console.language == .chinese ? .chinese : .english
    return batch
  }

  private func tally(of batch: BatchRun, _ console: Console) throws(ToolFault) -> Tally {
    FreedMemory.keep()
    let source = try SourceStream(file)
    var failed: ErrorStream?
    if let errors { failed = try ErrorStream(errors) }
    let bar = ProgressBar(console: console, size: source.size)
    let streams = BatchStreams(
      input: { try source.read(behind: $0, $1) }, output: { try ResultStream.write($0) },
      errors: { [failed] in try failed?.write($0) }, progress: { [bar] in bar?.show($0) })
    do {
      // For little, other threads cost more than they do.
      let isShort = source.size.map { $0 <= batch.chunkSize } ?? false
      let tally =
        isShort || batch.workerCount == 1
        ? try batch.runAlone(streams) : try awaited { try await batch.run(streams) }
      bar?.clear()
      return tally
    } catch let fault as ToolFault {
      throw fault
    } catch let fault as TableHeadFault {
      throw ToolFault(fault.message)
    } catch {
      preconditionFailure("streams throw faults of the tool alone")
    }
  }
}

/// `--input jsonl|csv`.
enum BatchInputFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl
  case csv
}
