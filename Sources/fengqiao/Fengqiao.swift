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
    FirstMemory.takeInLargePages()
    Helpers.count = Processors.count - 1
    let words = Array(CommandLine.arguments.dropFirst())
    // Nothing of the library is touched for them: listing all verbs costs more than it seems.
    let plain = PlainWords(words)?.command
    if plain == nil, let fault = unknownVerb(words) {
      let console = Console(language: language(of: words), hasColors: false)
      console.complain(of: fault)
      leave(ToolExit.cannotRun.rawValue)
    }
    do {
      var command = try plain ?? command(words)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let isMisuse = code == .validationFailure
      let message = self.message(for: error, words, isMisuse: isMisuse)
      if !message.isEmpty {
        Console.write(message + "\n", to: isMisuse ? .errors : .output)
      }
      leave(isMisuse ? ToolExit.cannotRun.rawValue : code.rawValue)
    }
  }

  /// The language of those who are told before a verb has read its options.
  private static func language(of words: [String]) -> Language {
    let asked = zip(words, words.dropFirst()).first { $0.0 == "--lang" }?.1
    switch asked ?? words.last(where: { $0.hasPrefix("--lang=") }).map({ String($0.dropFirst(7)) })
    {
    case "zh": return .chinese
    case "en": return .english
    default: return OutputOptions.languageOfLocale
    }
  }

  /// Help, or what is wrong with the words.
  private static func message(
    for error: any Error, _ words: [String], isMisuse: Bool
  ) -> String {
    let english = OptionGuess.withoutFarOnes(fullMessage(for: error))
    guard language(of: words) == .chinese else { return english }
    if isMisuse { return MisuseText(english).chinese }
    return HelpPage.chinese(insteadOf: english, asked: words) ?? english
  }

  /// The command that the words ask for.
  ///
  /// A verb reads its own words: from the top the library first looks for requests of completions,
  /// which costs more than all else in the start. Help and misuse are answered from the top, where
  /// all verbs are known.
  private static func command(_ words: [String]) throws -> any ParsableCommand {
    let verb = configuration.subcommands.first { $0.configuration.commandName == words.first }
    if let verb, let command = try? verb.parseAsRoot(Array(words.dropFirst())),
      type(of: command).configuration.commandName != "help"
    {
      return command
    }
    return try parseAsRoot(words)
  }

  /// What to say to a word that stands where a verb belongs and is none.
  private static func unknownVerb(_ words: [String]) -> ToolFault? {
    var verbs = configuration.subcommands
    let names = verbs.compactMap { $0.configuration.commandName }
    if let fault = OptionGuess.beforeItsVerb(words, verbs: names) { return fault }
    var path = [name]
    for word in words {
      guard !verbs.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let verb = verbs.first(where: { $0.configuration.commandName == word }) else {
        return unknownVerb(word, of: path, among: verbs.compactMap { $0.configuration.commandName })
      }
      verbs = verb.configuration.subcommands
      path.append(word)
    }
    return nil
  }

  private static func unknownVerb(
    _ word: String, of path: [String], among verbs: [String]
  ) -> ToolFault {
    let near = Suggestion.nearest(to: word, among: verbs)
    let shown = verbs.filter { $0 != "dump" }.map { "`\($0)`" }
    let (en, zh) = path.count == 1 ? ("", "") : (" of `\(path[1])`", "`\(path[1])` ")
    return ToolFault(
      en: "no verb\(en) is called `\(word.onOneSafeLine)`; "
        + (near.map { "write `\($0)`" } ?? "use one of \(shown.joined(separator: ", "))"),
      zh: "\(zh)没有名为 `\(word.onOneSafeLine)` 的命令；"
        + (near.map { "请写 `\($0)`" } ?? "可用：\(shown.joined(separator: "、"))"))
  }
}
