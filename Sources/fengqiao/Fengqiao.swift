internal import ArgumentParser
internal import Batch
internal import SourceText

/// The tool's entry: a row of verbs.
@main
struct Fengqiao: ParsableCommand {
  static let name = "fengqiao"
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "A rules engine for mediation workflows.",
    discussion: """
      Policy staff write rulebooks in YAML; fengqiao checks them, runs cases through them, and says \
      why. Exit codes: 0 clean, 1 findings, 2 cannot run.
      """,
    version: version,
    subcommands: [
      InitCommand.self, CheckCommand.self, TestCommand.self, StatsCommand.self, RunCommand.self,
      BatchCommand.self, ImpactCommand.self, SimulateCommand.self, ExplainCommand.self,
      ProveCommand.self, GraphCommand.self, CompileCommand.self, DiffCommand.self,
      CaseCommand.self, StoreCommand.self, SchemaCommand.self, DumpCommand.self,
    ])

  /// Misuse ends with 2, as every verb's `cannot run` does, not with the library's 64.
  static func main() {
    LargePages.take()
    let words = Array(CommandLine.arguments.dropFirst())
    if let fault = unknownVerb(words.first) {
      // No verb has read its options.
      let isChinese = zip(words, words.dropFirst()).contains { $0 == ("--lang", "zh") }
      let language = isChinese ? .chinese : OutputOptions.languageOfLocale
      let console = Console(language: language, hasColors: false)
      console.complain(of: fault)
      leave(ToolExit.cannotRun.rawValue)
    }
    do {
      var command = try command(words)
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

  /// The command that the words ask for.
  ///
  /// A verb reads its own words: from the top the library first looks for requests of completions,
  /// which costs more than all else in the start. Help and misuse are answered from the top, where
  /// all verbs are known.
  private static func command(_ words: [String]) throws -> any ParsableCommand {
    if let command = PlainWords(words)?.command { return command }
    let verb = configuration.subcommands.first { $0.configuration.commandName == words.first }
    if let verb, let command = try? verb.parseAsRoot(Array(words.dropFirst())),
      type(of: command).configuration.commandName != "help"
    {
      return command
    }
    return try parseAsRoot(words)
  }

  /// What to say to a first word that is no verb.
  private static func unknownVerb(_ word: String?) -> ToolFault? {
    let verbs = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !verbs.contains(word) else { return nil }
    let near = Suggestion.nearest(to: word, among: verbs)
    let shown = verbs.filter { $0 != "dump" }.map { "`\($0)`" }
    return ToolFault(
      en: "no verb is called `\(word.onOneSafeLine)`; "
        + (near.map { "write `\($0)`" } ?? "use one of \(shown.joined(separator: ", "))"),
      zh: "没有名为 `\(word.onOneSafeLine)` 的命令；"
        + (near.map { "请写 `\($0)`" } ?? "可用：\(shown.joined(separator: "、"))"))
  }
}
