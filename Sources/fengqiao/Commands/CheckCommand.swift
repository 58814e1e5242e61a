internal import ArgumentParser
internal import Compiler
internal import Model
internal import SourceText
internal import Verifier
internal import Workbench

/// `fengqiao check`: finds what is wrong with rulebooks, case files and calendars, each at its
/// place.
struct CheckCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check rulebooks, their case files and calendars; say what is wrong, where, and the mend.",
    discussion: """
      A folder stands for every rulebook.yaml in or below it. Exit code 0 clean, 1 findings, 2 \
      cannot run.

      --matrix shows for each rulebook by which script, from which level, until when and with \
      which papers each class of dispute goes; see docs/completeness.md.
      """)

  @Argument(
    help: "Rulebooks, case files, calendars, or folders of them.", completion: .file())
  var paths: [String]

  @Option(help: "human or json (one object a finding and line).")
  var format: OutputFormat = .human

  @Flag(help: "Warnings, too, make the check fail.")
  var strict = false

  @Flag(help: "Show the ways that each class of dispute may go.")
  var matrix = false

  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    var worst = ToolExit.clean
    var total: [Diagnostic] = []
    let calendars = paths.filter(isCalendar)
    for path in calendars { total += try checkCalendar(path, console) }
    let others = paths.filter { !calendars.contains($0) }
    for group in FileSearch.withOwnCases(try FileSearch.groups(others)) {
      total += try check(group, console)
    }
    let findings = Findings(console: console, sources: SourceMap(), diagnostics: total)
    worst = findings.exit(isStrict: strict)
    if format == .human {
      console.print(total.isEmpty ? console.say("no findings", "没有问题") : findings.summary)
    }
    return worst
  }

  private func isCalendar(_ path: String) -> Bool {
    guard let bytes = try? DiskReader().read(path) else { return false }
    return FileSearch.kind(of: bytes) == .calendar
  }

  private func checkCalendar(
    _ path: String, _ console: Console
  ) throws(ToolFault) -> [Diagnostic] {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    do {
      _ = try RulebookCompiler(reading: DiskReader()).compileCalendar(
        path: path, sources: &sources, into: &diagnostics)
    } catch {
      throw ToolFault(error)
    }
    Findings(console: console, sources: sources, diagnostics: diagnostics.sorted).show(format)
    return diagnostics.sorted
  }

  private func check(
    _ group: FileSearch.Group, _ console: Console
  ) throws(ToolFault) -> [Diagnostic] {
    var loaded = try LoadedRulebook(path: group.rulebook, calendarPath: nil)
    var diagnostics = Diagnostics()
    diagnostics.report(contentsOf: loaded.diagnostics)
    var completeness: Completeness?
    if let program = loaded.checked {
      let (layers, interpreter, calendar) = (loaded.layers, loaded.interpreter, loaded.calendar)
      let (ways, findings) = concurrently {
        let ways = Completeness(interpreter) { layers.index(of: $0.source) == 0 }
        return (ways, ways.findings)
      } and: {
        verify(program, calendar)
      }
      completeness = ways.0
      diagnostics.report(contentsOf: ways.1 + findings)
      do {
        _ = try RulebookCompiler(reading: DiskReader()).compileCases(
          paths: group.cases, against: ProgramNames(program), sources: &loaded.sources,
          into: &diagnostics)
      } catch {
        throw ToolFault(error)
      }
    }
    let sorted = diagnostics.sorted
    Findings(console: console, sources: loaded.sources, diagnostics: sorted).show(format)
    if matrix, let completeness, let program = loaded.checked {
      MatrixReport(program: program, matrices: completeness.matrices, console: console).show(format)
    }
    return sorted
  }
}
