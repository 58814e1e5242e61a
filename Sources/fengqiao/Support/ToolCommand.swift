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
    do { code = try execute() } catch { code = output.console.end(error) }
    if code != .clean { throw ExitCode(code.rawValue) }
  }
}

extension Console {
  fileprivate func end(_ fault: ToolFault) -> ToolExit {
    complain(of: fault)
    return .cannotRun
  }

  /// Says why a verb could not do its work.
  func complain(of fault: ToolFault) {
    complain(styled(say("error: ", "错误："), .red) + fault.message.text(in: language))
  }
}
