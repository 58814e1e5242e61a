internal import ArgumentParser
internal import Batch
internal import Engine
internal import Model
internal import SourceText

/// `fengqiao simulate`: made-up cases for planning and for trying changes.
struct SimulateCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", _superCommandName: Fengqiao.name,
    abstract: "Make up cases from a profile, as lines for batch and impact, or a plan of the load.",
    discussion: """
      The rulebook's own interpreter says what can be done next in a case; the profile says what \
      people answer and do, and how long it takes. The cases are synthetic: they stand for nobody. \
      The same rulebook, profile and seed give the same cases.
      """)

  @Argument(
    help: "The rulebook: its folder, its file, or an artefact.", completion: .file())
  var rulebook: String

  @Option(help: ArgumentHelp("What the cases are like (YAML).", valueName: "file"))
  var profile: String

  @Option(help: ArgumentHelp("How many cases.", valueName: "n"))
  var cases = 1000

  @Option(help: ArgumentHelp("Another seed, other cases.", valueName: "s"))
  var seed = 1

  @Option(help: "Which of the profile's rates hold: reported or stress.")
  var rates: RateChoice = .reported

  @Flag(help: "Tell the load by level and seat, and the queues, instead of the cases.")
  var plan = false

  @Option(help: "How the plan is told: human or json.")
  var format: OutputFormat = .human

  @OptionGroup var calendar: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...100_000_000).contains(cases) {
      throw ValidationError("--cases is a number from 1 to 100000000")
    }
  }

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let loaded = try LoadedRulebook(path: rulebook, calendarPath: calendar.calendar)
    guard loaded.showFindings(console, format: format) else { return .findings }
    guard loaded.program.chart != nil else {
      throw ToolFault(
        en: "a rulebook without a workflow has no course to make up",
        zh: "规则书没有流程，无从编造经过")
    }
    var profile = try ProfileReader.read(self.profile, for: loaded.program)
    profile.setting = rates == .stress ? .stress : .reported
    let run = SimulationRun(loaded.interpreter, profile, seed: seed)
    let load = try run.run(count: cases) { (line: String) throws(ToolFault) in
      if !plan { try ResultStream.write(Array(line.utf8)) }
    }
    let report = PlanReport(
      load: load, profile: profile, seed: seed,
      wording: Wording(
        program: loaded.program, sources: loaded.sources, language: console.language),
      console: console)
    switch (plan, format) {
    case (false, _): console.complain(report.headline)
    case (true, .human): console.print(report.text)
    case (true, .json): console.print(report.json.text())
    }
    return .clean
  }
}

/// `--rates reported|stress`.
enum RateChoice: String, ExpressibleByArgument, CaseIterable {
  case reported
  case stress
}
