internal import ArgumentParser

/// A verb and files, without any option.
///
/// The library asks the runtime for dozens of protocol conformances before it has read a word,
/// which costs a short run more than its work does. So those of the verbs that start most often are
/// made from such words at once, every option as it is if not given. A build for debugging holds
/// each against what the library makes of the same words.
struct PlainWords {
  private let verb: String
  private let files: [String]

  /// Nil if anything but files follows the verb.
  init?(_ words: [String]) {
    guard let verb = words.first else { return nil }
    let files = words.dropFirst()
    guard files.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") && $0 != "help" }) else {
      return nil
    }
    self.verb = verb
    self.files = Array(files)
  }

  /// The command that the words ask for; nil if only the library knows.
  var command: (any ParsableCommand)? {
    switch verb {
    case "check": made(CheckCommand(plain: files))
    case "run": made(RunCommand(plain: files))
    case "batch": made(BatchCommand(plain: files))
    default: nil
    }
  }

  private func made<Command: ParsableCommand>(_ command: Command?) -> Command? {
    assert(
      command.map { String(reflecting: $0) }
        == (try? Command.parse(files)).map { String(reflecting: $0) },
      "`\(verb)` is made from plain words as the library makes it")
    return command
  }
}

extension CheckCommand {
  fileprivate init?(plain files: [String]) {
    guard !files.isEmpty else { return nil }
    self.init()
    paths = files
    format = .human
    strict = false
    matrix = false
    longest = nil
    known = BaselineOptions()
    known.baseline = nil
    known.writeBaseline = false
    output = .notGiven
  }
}

extension RunCommand {
  fileprivate init?(plain files: [String]) {
    guard files.count > 1 else { return nil }
    self.init()
    rulebook = files[0]
    cases = Array(files.dropFirst())
    format = .human
    documents = nil
    form = nil
    input = .notGiven
    output = .notGiven
  }
}

extension BatchCommand {
  fileprivate init?(plain files: [String]) {
    guard files.count == 1 || files.count == 2 else { return nil }
    self.init()
    rulebook = files[0]
    file = files.count == 2 ? files[1] : "-"
    jobs = nil
    input = .jsonl
    fromLine = 1
    errors = nil
    summary = false
    format = .human
    calendar = .notGiven
    output = .notGiven
  }
}

extension InputOptions {
  fileprivate static var notGiven: InputOptions {
    var options = InputOptions()
    options.calendar = nil
    return options
  }
}

extension OutputOptions {
  fileprivate static var notGiven: OutputOptions {
    var options = OutputOptions()
    options.lang = nil
    options.color = .auto
    return options
  }
}
