internal import ArgumentParser
internal import SourceText

/// How results are shown; the same for every verb.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Language of messages: en or zh (default: the locale's)."))
  var lang: LanguageChoice?

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColorChoice = .auto

  var language: Language {
    switch lang {
    case .en: .english
    case .zh: .chinese
    case nil: Self.languageOfLocale
    }
  }

  var console: Console { Console(language: language, hasColors: hasColors) }

  private var hasColors: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      return environment("NO_COLOR") == nil && environment("TERM") != "dumb"
        && StandardStream.output.isTerminal
    }
  }

  /// From the first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX has it.
  static var languageOfLocale: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }
}

enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case en
  case zh
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// `--as html|text`: how drafted papers are written.
enum PaperForm: String, ExpressibleByArgument, CaseIterable {
  /// Pages to be printed.
  case html
  case text
}

/// `--format human|json`.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case human
  case json
}
