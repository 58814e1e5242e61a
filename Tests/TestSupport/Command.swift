package import Foundation
internal import Glibc

/// A program with its arguments, to be run once and waited for.
package struct Command: Sendable {
  package var program: String
  package var arguments: [String]
  package var folder: URL
  /// The whole environment of the program; our own where nothing is said.
  package var environment: [String: String]

  package init(
    _ program: String, _ arguments: [String], in folder: URL,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.program = program
    self.arguments = arguments
    self.folder = folder
    self.environment = environment
  }

  /// How a program ended and what it said.
  package struct Result: Sendable {
    package var output: String
    package var errors: String
    /// The exit code; 128 and the signal's number where a signal ended it, as shells count.
    package var status: Int
  }

  /// Runs the program to its end, without standard input; bytes that are not UTF-8 read as U+FFFD.
  ///
  /// A program that has not ended after `limit` seconds hangs: it is killed and `CommandFailure`
  /// says so. Output goes through files, so that a program that says much never waits for us.
  package func run(limit: Int = 120) throws -> Result {
    try withTemporaryFolder { scratch in
      let (out, err) = (
        scratch.appendingPathComponent("out"), scratch.appendingPathComponent("err")
      )
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [program] + arguments
      process.currentDirectoryURL = folder
      process.environment = environment
      process.standardInput = FileHandle.nullDevice
      // Foundation keeps a process, and with it its files, longer than it is of use; with some
      // 1,300 files open, starting the next one crashes.
      let files = [try writing(to: out), try writing(to: err)]
      defer { for file in files { try? file.close() } }
      process.standardOutput = files[0]
      process.standardError = files[1]
      let ended = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
      if ended.wait(timeout: .now() + .seconds(limit)) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        throw CommandFailure("`\(line)` had not ended after \(limit) s")
      }
      let signalled = process.terminationReason == .uncaughtSignal
      let status = Int(process.terminationStatus)
      return Result(
        output: try text(of: out), errors: try text(of: err),
        status: signalled ? 128 + status : status)
    }
  }

  /// The command as one line, for messages.
  package var line: String { ([program] + arguments).joined(separator: " ") }

  private func writing(to file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}

/// A command that a test needs did not do its work.
package struct CommandFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  package init(_ result: Command.Result) {
    description = "exit \(result.status): \(result.errors)"
  }
}
