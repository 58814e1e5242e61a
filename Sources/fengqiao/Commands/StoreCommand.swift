internal import ArgumentParser

/// `fengqiao store …`: what is done to a store as a whole.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", _superCommandName: Fengqiao.name,
    abstract: "Set up where cases are kept.",
    subcommands: [StoreInitCommand.self])
}
