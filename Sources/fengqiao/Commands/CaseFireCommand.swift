internal import ArgumentParser
internal import Desk
internal import Model
internal import SourceText

/// `fengqiao case fire`: an event, with what comes with it.
struct CaseFireCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "fire", abstract: "Fire an event in a case, and state facts with it.")

  @OptionGroup var subject: CaseSubject

  @Argument(help: "The event, by its name or title.")
  var event: String

  @Option(
    name: .customLong("with"), parsing: .singleValue,
    help: "A value that comes with the event: `name=value`; may be repeated.")
  var fields: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A fact stated in the same step: `name=value`; may be repeated.")
  var facts: [String] = []

  @Option(help: "The role that fires it (default: the operator's own, where that is clear).")
  var by: String?

  @OptionGroup var step: StepOptions
  @OptionGroup var options: DeskOptions
  @OptionGroup var output: OutputOptions

  func execute() throws(ToolFault) -> ToolExit {
    let (event, by) = (event, by)
    let fields = try Assignments.read(fields, option: "--with")
    let facts = try Assignments.read(facts, option: "--set")
    let work = StepWork(subject: subject, step: step, options: options, console: output.console)
    return try work.run { typed, program, user throws(DeskFault) in
      let declared = try typed.event(event)
      let role = by ?? user.role(for: declared, in: program)
      if let role, !user.mayEnter(role, in: program) {
        throw DeskFault.said(
          Bilingual(
            en:
              "your roles (\(user.roles.joined(separator: ", "))) do not let you act as `\(role)`",
            zh: "您的角色（\(user.roles.joined(separator: "、"))）不能以 `\(role)` 的身份办理"))
      }
      return Proposal(
        at: nil, event: declared.name, by: role,
        with: try typed.fields(fields, of: declared.name), set: try typed.facts(facts))
    }
  }
}
