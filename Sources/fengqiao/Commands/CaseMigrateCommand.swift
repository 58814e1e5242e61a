internal import ArgumentParser
internal import Desk
internal import Model
internal import Runtime
internal import SourceText
internal import Store

/// `fengqiao case migrate`: running cases go on under another version of their rulebook.
struct CaseMigrateCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Let running cases go on under another version of their rulebook.")

  @Option(
    name: .customLong("to"),
    help: "The new version: its folder, its file, an artefact, or a name in the store.",
    completion: .file())
  var rulebook: String

  @Option(
    name: .customLong("map"),
    help: "A YAML file: which state, fact or clock becomes which, and what becomes of what runs.",
    completion: .file())
  var mapping: String?

  @Option(help: "What becomes of deadlines the mapping does not name: keep, restart or drop.")
  var timers: MigrationPlan.Answer?

  @Option(help: "The same of legal periods that run.")
  var periods: MigrationPlan.Answer?

  @Option(help: "The same of open tasks.")
  var tasks: MigrationPlan.Answer?

  @Option(name: .customLong("case"), help: "Only this case (default: all that run).")
  var id: String?

  @Option(help: "Why; the journals keep it.")
  var reason: String?

  @Flag(help: "Show what would happen and what stands in the way; nothing is kept.")
  var dryRun = false

  @Flag(help: "Leave out cases in whose way something stands, and take the others over.")
  var skipObstructed = false

  @Option(help: "human or json.")
  var format: OutputFormat = .human

  @OptionGroup var input: InputOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let desk = try options.desk()
    guard let (next, artefact) = try version(desk, console) else { return .findings }
    let plan = try readPlan()
    guard let cases = try cases(desk, next, console) else { return .findings }
    if try !isMeaningful(plan, cases, desk, next, console) { return .findings }
    var work = MigrationWork(
      desk: desk, next: next, cases: cases, plan: plan, reason: reason, console: console)
    guard try work.look() else { return .findings }
    if format == .human, !dryRun, StandardStream.inputIsTerminal {
      guard try work.ask() else { return .findings }
    }
    let isObstructed = work.passages.contains { !$0.obstacles.isEmpty }
    let isRefused = isObstructed && !skipObstructed
    if !dryRun, !isRefused {
      if let artefact {
        let kept: Void? = try DeskWork.run(console) { () throws(DeskFault) in
          try desk.keep(artefact)
        }
        guard kept != nil else { return .findings }
      }
      guard try work.migrate() else { return .findings }
    }
    let report = MigrationReport(
      next: next, passages: work.passages, console: console,
      ending: dryRun ? .dryRun : isRefused ? .refused : .done)
    switch format {
    case .human: for line in report.lines { console.print(line) }
    case .json: console.print(report.json.text())
    }
    return work.passages.contains { !$0.obstacles.isEmpty } ? .findings : .clean
  }

  /// The version to go to, with its artefact where it does not come from the store.
  private func version(
    _ desk: CaseDesk, _ console: Console
  ) throws(ToolFault) -> (next: PinnedProgram, artefact: Artefact?)? {
    guard Disk.exists(rulebook) else {
      let (name, today) = (rulebook, desk.now.date(in: .china))
      let found = try DeskWork.run(console) { () throws(DeskFault) -> PinnedProgram in
        try desk.program(try desk.version(of: name, on: today).hash)
      }
      return found.map { ($0, nil) }
    }
    let loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
    guard loaded.showFindings(console, format: format) else { return nil }
    let artefact = Artefact(
      loaded.program, sources: loaded.sources, folder: loaded.folder, calendar: loaded.calendar)
    return (PinnedProgram(artefact), artefact)
  }

  private func readPlan() throws(ToolFault) -> MigrationPlan {
    var plan =
      try mapping.map { path throws(ToolFault) in try MappingFile.read(path) }
      ?? MigrationPlan()
    for (matter, answer) in [
      (MigrationPlan.Matter.timers, timers), (.periods, periods), (.tasks, tasks),
    ] {
      guard let answer else { continue }
      plan.answers[matter, default: .init()].others = answer
    }
    return plan
  }

  private func cases(
    _ desk: CaseDesk, _ next: PinnedProgram, _ console: Console
  ) throws(ToolFault) -> [ListedCase]? {
    let id = id
    return try DeskWork.run(console) { () throws(DeskFault) -> [ListedCase] in
      if let id { _ = try desk.load(id) }
      return try desk.running(beside: next, only: id)
    }
  }

  /// Whether every name in the plan is one; says which is not.
  private func isMeaningful(
    _ plan: MigrationPlan, _ cases: [ListedCase], _ desk: CaseDesk, _ next: PinnedProgram,
    _ console: Console
  ) throws(ToolFault) -> Bool {
    guard !cases.isEmpty else { return true }
    let hashes = Set(cases.map(\.record.program)).sorted()
    let olds = try DeskWork.run(console) { () throws(DeskFault) -> [Program] in
      var programs: [Program] = []
      for hash in hashes { programs.append(try desk.program(hash).program) }
      return programs
    }
    guard let olds else { return false }
    let strays = plan.strays(from: olds, to: next.program)
    for stray in strays {
      console.complain(
        console.styled(console.say("error: ", "错误："), .red)
          + stray.text(in: console.language).onOneSafeLine)
    }
    return strays.isEmpty
  }
}

extension MigrationPlan.Answer: ExpressibleByArgument {}
