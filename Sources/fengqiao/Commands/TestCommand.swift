internal import ArgumentParser
internal import Compiler
internal import Engine
internal import Model
internal import SourceText
internal import Verifier
internal import Workbench

/// `fengqiao test`: plays case files and compares what happens with what they expect.
struct TestCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", _superCommandName: Fengqiao.name,
    abstract: "Play case files and compare with what they expect.",
    discussion: """
      A folder stands for every rulebook.yaml in or below it with the case files in its cases/ \
      folder. Files without any expect are left out and counted.

      --coverage lists the decision rows and transitions that no case tries, each rulebook with \
      what it wrote itself; see docs/coverage.md. For CI see docs/ci.md.

      --mutate changes one cell, output, guard, target or deadline at a time and lists the \
      changes that no case notices; see docs/mutation.md.
      """)

  @Argument(help: "Folders of rulebooks, or a rulebook and case files.", completion: .file())
  var paths: [String]

  @Option(help: "human, json (one object a case and line), sarif, github or junit.")
  var format: ReportFormat = .human

  @Flag(help: "Warnings in case files, too, make the test fail.")
  var strict = false

  @Flag(help: "Tell which decision rows and transitions no case tries.")
  var coverage = false

  @Option(
    help: ArgumentHelp("Write the coverage as an lcov tracefile.", valueName: "file"),
    completion: .file())
  var lcov: String?

  @Flag(help: "Change the rulebook in small ways and list what no case notices.")
  var mutate = false

  @Option(help: ArgumentHelp("Try only so many changes of each rulebook.", valueName: "count"))
  var sample: Int?

  @Option(help: "Which changes are drawn for --sample.")
  var seed = 1

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if mutate, format.plain == nil {
      throw ValidationError("--mutate is shown as human or json.")
    }
    if let sample, sample < 1 { throw ValidationError("--sample is a number from 1") }
  }

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    var tally = Tally()
    var report = try FindingReport(format, console, isStrict: strict)
    let groups = try FileSearch.withOwnCases(FileSearch.groups(paths))
    for group in groups { try run(group, &report, &tally) }
    // A check that tries nothing would pass for ever.
    if !tally.hasErrors, groups.allSatisfy(\.cases.isEmpty) { throw Self.noCase }
    let books = tally.coverage.result
    let covered = coverage ? CoverageReport(books: books, console: console) : nil
    if let format = format.plain { covered?.show(format) }
    if let lcov { try write(LcovText(books: books).text, to: lcov) }
    let exit = try report.finish()
    if format == .human {
      console.print(summary(tally, console) + (covered.map { "\n" + $0.summary } ?? ""))
    }
    return tally.failed == 0 && !tally.hasErrors ? exit : .findings
  }

  private static let noCase = ToolFault(
    en: "there is no case file to play; name one, or put it into `cases/` beside the rulebook",
    zh: "没有可运行的案件文件；请写出案件文件，或把它放进规则书旁的 `cases/`")

  private struct Tally {
    var passed = 0
    var failed = 0
    var withoutExpectations = 0
    /// Case files with errors, of which nothing was played.
    var unread = 0
    var hasErrors = false
    var coverage = CoverageRun()
  }

  private func write(_ text: String, to path: String) throws(ToolFault) {
    do { try Disk.write(Array(text.utf8), to: path) } catch {
      throw ToolFault(writing: path, error)
    }
  }

  private var countsCoverage: Bool { coverage || lcov != nil }

  private func run(
    _ group: FileSearch.Group, _ report: inout FindingReport, _ tally: inout Tally
  ) throws(ToolFault) {
    var loaded = try LoadedRulebook(path: group.rulebook, calendarPath: input.calendar)
    guard loaded.checked != nil else {
      report.addErrors(of: loaded, path: group.rulebook)
      tally.hasErrors = true
      return
    }
    let played = try PlayedCases(paths: group.cases, &loaded)
    report.add(played.diagnostics, in: loaded.sources)
    tally.unread += played.leftOut.count
    tally.hasErrors = tally.hasErrors || played.diagnostics.contains { $0.severity == .error }
    let test = CaseTest(loaded.interpreter)
    var suite = JUnitSuite(name: group.rulebook)
    suite.cases += report.unread(played, in: loaded.sources)
    var tried = CoverageCount(loaded.interpreter)
    for (file, replay) in played.replays {
      let outcome = test.run(file, replay: replay)
      suite.cases.append(report.testCase(outcome, loaded.sources))
      guard outcome.hasExpectations || !outcome.passed else {
        tally.withoutExpectations += 1
        continue
      }
      if countsCoverage { tried.add(replay, of: outcome.id) }
      if outcome.passed { tally.passed += 1 } else { tally.failed += 1 }
      for failure in outcome.failures {
        report.add(.failedExpectation, failure.message, at: failure.span, in: loaded.sources)
      }
      show(outcome, loaded, output.console)
    }
    report.add(suite)
    if countsCoverage { tally.coverage.add(tried, loaded.forCoverage(path: group.rulebook)) }
    if mutate, let format = format.plain {
      mutants(of: loaded, group.rulebook, played.replays.map(\.0)).show(format)
    }
  }

  /// What the cases of one rulebook notice of changes in what it wrote itself.
  private func mutants(
    of loaded: LoadedRulebook, _ path: String, _ cases: [CaseFile]
  ) -> MutationReport {
    let (program, calendar, layers) = (loaded.program, loaded.calendar, loaded.layers)
    let all = Mutants.all(of: program) { layers.index(of: $0.source) == 0 }
    let mutants = sample.map { all.sampled($0, seed: seed) } ?? all
    let run = MutationRun(program, calendar, cases)
    let outcomes = awaited {
      await run.outcomes(of: mutants, workerCount: Processors.count) {
        $0.changesNothing(of: program, calendar)
      }
    }
    return MutationReport(
      name: program.name, path: path, mutants: mutants, outcomes: outcomes, total: all.count,
      sources: loaded.sources, console: output.console)
  }

  private func show(_ report: CaseReport, _ loaded: LoadedRulebook, _ console: Console) {
    switch format {
    case .sarif, .github, .junit: break
    case .json: console.print(json(report, loaded, console).text())
    case .human:
      let mark =
        report.passed
        ? console.styled(console.say("pass", "通过"), .green)
        : console.styled(console.say("FAIL", "失败"), .red)
      let name = "\(loaded.program.name)  \(report.id)".onOneSafeLine
      console.print("\(mark)  \(name)")
      for failure in report.failures {
        let place = loaded.sources.place(failure.span).onOneSafeLine
        console.print("      \(place): \(failure.message.text(in: console.language).onOneSafeLine)")
      }
    }
  }

  private func json(
    _ report: CaseReport, _ loaded: LoadedRulebook, _ console: Console
  ) -> JSONText {
    .object([
      .init("rulebook", .string(loaded.program.name)), .init("case", .string(report.id)),
      .init("passed", .bool(report.passed)),
      .init(
        "failures",
        .array(
          report.failures.map { failure in
            .object([
              .init("place", .string(loaded.sources.place(failure.span))),
              .init("message", .string(failure.message.text(in: console.language))),
            ])
          })),
    ])
  }

  private func summary(_ tally: Tally, _ console: Console) -> String {
    var text = console.say(
      "\(tally.passed) passed, \(tally.failed) failed",
      "通过 \(tally.passed)，失败 \(tally.failed)")
    if tally.withoutExpectations > 0 {
      text += console.say(
        ", \(tally.withoutExpectations) without expectations",
        "，\(tally.withoutExpectations) 个没有写明预期")
    }
    if tally.unread > 0 {
      text += console.say(
        tally.unread == 1
          ? ", 1 file could not be read and was not run"
          : ", \(tally.unread) files could not be read and were not run",
        "，\(tally.unread) 个文件读不了，没有跑")
    }
    return text
  }
}

extension Mutant {
  /// Whether it was proved that it means what the program meant.
  fileprivate func changesNothing(of program: Program, _ calendar: WorkCalendar) -> Bool {
    let changed = applied(to: program)
    let comparing = Comparing(program, calendar)
    switch subject {
    case .decision(let id):
      return comparing.isProvedSame(program.decisions[id].logic, changed.decisions[id].logic)
    case .guard(let id):
      return comparing.isProvedSame(
        program.chart?.transitions[id].condition, changed.chart?.transitions[id].condition)
    case .other: return false
    }
  }
}
