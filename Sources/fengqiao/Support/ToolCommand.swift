internal import ArgumentParser
internal import SourceText

/// A verb: does its work and says how it ended. Faults of the world end it with exit code 2.
protocol ToolCommand: ParsableCommand {
  var output: OutputOptions { get }
  func execute() throws(ToolFault) -> ToolExit
}

extension ToolCommand {
  mutating func run() throws {
    let code: ToolExit
    do { code = try execute() } catch {
      let console = output.console
      let word = console.say("error: ", "错误：")
      console.complain(console.styled(word, .red) + error.message.text(in: console.language))
      code = .cannotRun
    }
    if code != .clean { throw ExitCode(code.rawValue) }
  }
}
