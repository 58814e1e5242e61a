internal import ArgumentParser
internal import Compiler
internal import Model
internal import SourceText
internal import Verifier

/// `fengqiao prove`: decides what a rulebook promises, for all facts and all orders of events.
struct ProveCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", _superCommandName: Fengqiao.name,
    abstract: "Decide whether a rulebook keeps its promises, in every case there may be.",
    discussion: """
      Promises stand under `invariants`. Each is proved, refuted with a case that `fengqiao run` \
      plays into the breach, or not decided. What `check` leaves open of tables and guards that do \
      arithmetic between facts is told, too, as warnings and notes. Exit code 0 if all are \
      proved, or not decided without being sealed; 1 if one is refuted or a sealed one is not \
      decided; 2 cannot run.
      """)

  @Argument(help: "The rulebook.", completion: .file())
  var rulebook: String

  @Option(help: "Write each refuting case into this folder.", completion: .directory)
  var counterexamples: String?

  @Option(
    help: """
      human, json (one object a promise and line; one for what the compiler has proved of secrets, \
      and one with the counts), sarif, github or junit.
      """)
  var format: ReportFormat = .human

  @Flag(
    help: "Warnings, too, and promises that are not decided, sealed or not, make the run fail.")
  var strict = false

  @Flag(
    help: "Prove all anew, and keep nothing for the next time (see $FENGQIAO_CACHE).")
  var noCache = false

  @OptionGroup var known: BaselineOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
    var report = try FindingReport(format, console, isStrict: strict, known)
    guard loaded.checked != nil else { return try report.unusable(loaded, path: rulebook) }
    let program = loaded.program
    var suite = JUnitSuite(name: rulebook)
    var summary = ProofSummary()
    let proofs = proofs(loaded)
    for (invariant, proof) in zip(program.invariants, proofs) {
      let told = ProofReport(loaded, invariant, proof, console.language)
      if case .refuted(let file) = proof, let counterexamples {
        let text = told.caseText(file)
        try ToolFile.write(Array(text.utf8), to: "\(counterexamples)/\(invariant.name).yaml")
      }
      let finding = told.finding
      let isNew = finding.map {
        report.add($0.rule, $0.message, at: invariant.span, in: loaded.sources)
      }
      summary.add(proof, isSealed: invariant.isSealed, isKnown: isNew == false)
      let fails = isNew == true && report.fails(finding?.rule)
      suite.cases.append(told.testCase(loaded.sources, console, fails: fails))
      tell(told.lines(console), told.json, console)
    }
    if let secrecy = SecrecyReport(SecrecyLook(program)) {
      tell([secrecy.line(console)], secrecy.json, console)
    }
    for ladder in LadderReport.all(in: program) {
      tell([ladder.line(console)], ladder.json, console)
    }
    if program.invariants.isEmpty { tellNone(&suite, console) }
    report.add(suite)
    tellArithmetic(of: loaded, &report)
    let exit = try report.finish()
    tell([console.say(summary.text.en, summary.text.zh)], summary.json, console)
    return exit
  }

  /// Tells what stands for itself, to people or in a line of JSON.
  private func tell(_ lines: [String], _ json: JSONText, _ console: Console) {
    switch format {
    case .human: lines.forEach(console.print)
    case .json: console.print(json.text())
    case .sarif, .github, .junit: break
    }
  }

  /// That nothing is promised must not read as if all were proved.
  private func tellNone(_ suite: inout JUnitSuite, _ console: Console) {
    let none = ProofSummary.none.text(in: console.language)
    suite.cases.append(
      JUnitSuite.Case(name: "invariants", file: rulebook, outcomes: [.skipped(none)]))
    if format == .github {
      console.print(GitHubCommands(language: console.language).notice(none))
    }
  }

  /// What regions leave open of tables and guards that compute with facts.
  private func tellArithmetic(of loaded: LoadedRulebook, _ report: inout FindingReport) {
    let layers = loaded.layers
    let found = verifyArithmetic(loaded.program, loaded.calendar, asking: Z3Process()) {
      layers.index(of: $0.source) == 0
    }
    guard !found.isEmpty else { return }
    report.add(found, in: loaded.sources)
    report.add(report.suite(named: rulebook, files: loaded.sources, found))
  }

  /// What comes of each promise, in declared order: what the cache knows, and else what is proved.
  private func proofs(_ loaded: LoadedRulebook) -> [Proof] {
    let (program, calendar) = (loaded.program, loaded.calendar)
    let cache = noCache || program.invariants.isEmpty ? nil : ProofCache(loaded)
    let known = cache?.known(in: loaded) ?? program.invariants.map { _ in nil }
    let proofs = Array(zip(program.invariants, known)).concurrentMap { invariant, known in
      known ?? prove(invariant, of: program, calendar, asking: Z3Process())
    }
    if !known.allSatisfy({ $0 != nil }) { cache?.keep(proofs, of: program) }
    return proofs
  }
}
