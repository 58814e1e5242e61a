internal import ArgumentParser
internal import Batch
internal import Compiler
internal import Model
internal import SourceText
internal import Verifier
internal import Workbench

/// `fengqiao check`: finds what is wrong with rulebooks, case files and calendars, each at its
/// place.
struct CheckCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: Fengqiao.name,
    abstract:
      "Check rulebooks, their case files and calendars; say what is wrong, where, and the mend.",
    discussion: """
      A folder stands for every rulebook.yaml in or below it. Exit code 0 clean, 1 findings, 2 \
      cannot run.

      --matrix shows for each rulebook by which script, from which level, until when, how long at \
      the longest and with which papers each class of dispute goes; see docs/completeness.md. For \
      CI see docs/ci.md.
      """)

  @Argument(
    help: "Rulebooks, case files, calendars, or folders of them.", completion: .file())
  var paths: [String]

  @Option(help: "human, json (one object a finding and line), sarif, github or junit.")
  var format: ReportFormat = .human

  @Flag(help: "Warnings, too, make the check fail.")
  var strict = false

  @Flag(help: "Show the ways that each class of dispute may go.")
  var matrix = false

  @Option(
    help: ArgumentHelp(
      "With --matrix: write a case for each level that takes the longest way from it.",
      valueName: "folder"),
    completion: .directory)
  var longest: String?

  @OptionGroup var known: BaselineOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if longest != nil, !matrix { throw ValidationError("--longest goes with --matrix.") }
    if matrix, format.plain == nil {
      throw ValidationError("--matrix is shown as human or json.")
    }
  }

  func execute() throws(ToolFault) -> ToolExit {
    FirstMemory.takeInSmallPages()
    var report = try FindingReport(format, output.console, isStrict: strict, known)
    let calendars = paths.filter(isCalendar)
    for path in calendars { try checkCalendar(path, &report) }
    let others = paths.filter { !calendars.contains($0) }
    for group in try FileSearch.withOwnCases(FileSearch.groups(others)) {
      try check(group, &report)
    }
    let exit = try report.finish()
    if format == .human { output.console.print(report.summary) }
    return exit
  }

  /// Writes the cases that take the longest ways up a ladder, as far as one was found.
  private func write(_ slot: SlotTimes) throws(ToolFault) {
    guard let longest else { return }
    for (name, text) in slot.caseTexts() {
      try ToolFile.write(Array(text.utf8), to: "\(longest)/\(name).yaml")
    }
  }

  private func isCalendar(_ path: String) -> Bool {
    guard let bytes = try? DiskReader().read(path) else { return false }
    return FileSearch.kind(of: bytes) == .calendar
  }

  private func checkCalendar(
    _ path: String, _ report: inout FindingReport
  ) throws(ToolFault) {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    do {
      _ = try RulebookCompiler(reading: DiskReader()).compileCalendar(
        path: path, sources: &sources, into: &diagnostics)
    } catch {
      throw ToolFault(error)
    }
    tell(diagnostics.sorted, of: path, in: sources, &report)
  }

  private func tell(
    _ diagnostics: [Diagnostic], of path: String, in sources: SourceMap, leftOut: [String] = [],
    _ report: inout FindingReport
  ) {
    report.add(diagnostics, in: sources)
    report.add(report.suite(named: path, files: sources, leftOut: leftOut, diagnostics))
  }

  private func check(
    _ group: FileSearch.Group, _ report: inout FindingReport
  ) throws(ToolFault) {
    var loaded = try LoadedRulebook(
      path: group.rulebook, calendarPath: nil, reading: group.cases)
    var diagnostics = Diagnostics()
    diagnostics.report(contentsOf: loaded.diagnostics)
    var completeness: Meanwhile<Completeness>?
    if let program = loaded.checked {
      let ways = self.ways(of: loaded)
      let looks = [{ ways.value.findings }] + looks(at: program, loaded)
      for found in looks.concurrentMap({ $0() }) { diagnostics.report(contentsOf: found) }
      completeness = ways
      try checkFurtherCases(group.cases, of: program, &loaded, &diagnostics)
    }
    // Cases of a rulebook with errors cannot be checked.
    let leftOut = loaded.checked == nil ? group.cases : []
    tell(diagnostics.sorted, of: group.rulebook, in: loaded.sources, leftOut: leftOut, &report)
    if matrix, let completeness, let program = loaded.checked, let format = format.plain {
      let matrices = completeness.value.matrices
      let report = MatrixReport(
        program: program, matrices: matrices, calendar: loaded.calendar, console: output.console)
      report.show(format)
      for slot in longest == nil ? [] : report.times { try write(slot) }
    }
  }

  /// What is looked for in a program without errors and in the cases that were read with it: looks
  /// that know nothing of each other, what takes longest first.
  private func looks(
    at program: Program, _ loaded: LoadedRulebook
  ) -> [@Sendable () -> [Diagnostic]] {
    let (layers, texts) = (loaded.layers, loaded.caseTexts)
    return verifications(of: program, loaded.calendar) { layers.index(of: $0.source) == 0 } + [
      {
        guard let texts else { return [] }
        var diagnostics = Diagnostics()
        let compiler = RulebookCompiler(reading: DiskReader())
        _ = compiler.compileCases(texts, against: ProgramNames(program), into: &diagnostics)
        return diagnostics.all
      }
    ]
  }

  /// Whether there is a way for every class of dispute.
  private func ways(of loaded: LoadedRulebook) -> Meanwhile<Completeness> {
    let (layers, interpreter) = (loaded.layers, loaded.interpreter)
    return Meanwhile { Completeness(interpreter) { layers.index(of: $0.source) == 0 } }
  }

  /// The cases of a rulebook that was not compiled, with which nothing was read.
  private func checkFurtherCases(
    _ paths: [String], of program: Program, _ loaded: inout LoadedRulebook,
    _ diagnostics: inout Diagnostics
  ) throws(ToolFault) {
    guard loaded.caseTexts == nil else { return }
    do {
      _ = try RulebookCompiler(reading: DiskReader()).compileCases(
        paths: paths, against: ProgramNames(program), sources: &loaded.sources, into: &diagnostics)
    } catch {
      throw ToolFault(error)
    }
  }
}
