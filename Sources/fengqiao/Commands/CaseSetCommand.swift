internal import ArgumentParser
internal import Desk
internal import SourceText

/// `fengqiao case set`: facts alone.
struct CaseSetCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "State facts of a case: `name=value`; `name=unknown` takes one back.")

  @OptionGroup var subject: CaseSubject

  @Argument(help: "`name=value`, one or more; `checklist=yes` answers the checklist.")
  var facts: [String]

  @OptionGroup var step: StepOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let facts = try Assignments.read(facts, option: "case set")
    let work = StepWork(subject: subject, step: step, options: options, console: output.console)
    return try work.run { typed, _, _ throws(DeskFault) in
      Proposal(at: nil, set: try typed.facts(facts))
    }
  }
}
