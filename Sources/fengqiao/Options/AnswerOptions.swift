internal import ArgumentParser
internal import SourceText

/// How a verb that does one thing says what it did: in a line for people, or as one object.
struct AnswerOptions: ParsableArguments {
  @Option(help: "human or json.")
  var format: OutputFormat = .human

  /// Tells what was done.
  func tell(_ console: Console, _ lines: [String], _ members: [JSONText.Member]) {
    switch format {
    case .human: for line in lines { console.print(line) }
    case .json: console.print(JSONText.object(members).text())
    }
  }
}
