internal import ArgumentParser

/// The tool's entry: a row of verbs.
@main
struct Fengqiao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fengqiao", abstract: "A rules engine for mediation workflows.",
    discussion: """
      Policy staff write rulebooks in YAML; fengqiao checks them, runs cases through them, and says \
      why. Exit codes: 0 clean, 1 findings, 2 cannot run.
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, CheckCommand.self, TestCommand.self, RunCommand.self, ExplainCommand.self,
      GraphCommand.self, CompileCommand.self, DumpCommand.self,
    ])

  /// Misuse ends with 2, as every verb's `cannot run` does, not with the library's 64.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      let isMisuse = code == .validationFailure
      if !message.isEmpty {
        Console.write(message + "\n", to: isMisuse ? .errors : .output)
      }
      leave(isMisuse ? ToolExit.cannotRun.rawValue : code.rawValue)
    }
  }
}
