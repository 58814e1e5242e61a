import ArgumentParser

/// The tool's entry: a row of verbs.
@main
struct Fengqiao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fengqiao", abstract: "A rules engine for mediation workflows.")
}
