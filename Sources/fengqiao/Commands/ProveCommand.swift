internal import ArgumentParser
internal import Model
internal import SourceText
internal import Verifier

/// `fengqiao prove`: decides what a rulebook promises, for all facts and all orders of events.
struct ProveCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Decide whether a rulebook keeps its invariants, in every case there may be.",
    discussion: """
      Each is proved, refuted with a case that `fengqiao run` plays into the violation, or not \
      decided. Exit code 0 if all are proved, or not decided without being sealed; 1 if one is \
      refuted or a sealed one is not decided; 2 cannot run.
      """)

  @Argument(help: "The rulebook.", completion: .file())
  var rulebook: String

  @Option(help: "Write each refuting case into this folder.", completion: .directory)
  var counterexamples: String?

  @Option(help: "human or json (one object an invariant and line).")
  var format: OutputFormat = .human

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let console = output.console
    let loaded = try LoadedRulebook(path: rulebook, calendarPath: input.calendar)
    guard loaded.showFindings(console, format: format) else { return .findings }
    let program = loaded.program
    var failures = 0
    for invariant in program.invariants {
      let proof = prove(invariant, of: program, loaded.calendar)
      if proof.fails(invariant) { failures += 1 }
      let report = ProofReport(program, invariant, proof)
      if case .refuted(let file) = proof, let counterexamples {
        try write(report.caseText(file), to: counterexamples, named: invariant.name)
      }
      switch format {
      case .human: report.lines(console).forEach(console.print)
      case .json: console.print(report.json.text())
      }
    }
    if format == .human {
      let count = program.invariants.count
      console.print(
        console.say(
          "\(count) invariants, \(failures) not kept for certain", "\(count) 项承诺，\(failures) 项不能保证")
      )
    }
    return failures == 0 ? .clean : .findings
  }

  private func write(_ text: String, to folder: String, named name: String) throws(ToolFault) {
    let path = "\(folder)/\(name).yaml"
    do throws(SystemFault) {
      try Disk.makeFolder(folder)
      try Disk.write(Array(text.utf8), to: path)
    } catch {
      throw ToolFault(writing: path, error)
    }
  }
}

extension Proof {
  /// Whether the rulebook does not keep its word for certain.
  fileprivate func fails(_ invariant: Invariant) -> Bool {
    switch self {
    case .proved: false
    case .refuted: true
    case .notDecided: invariant.isSealed
    }
  }
}
