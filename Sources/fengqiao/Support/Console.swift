internal import SourceText

/// Where output goes and how it looks there.
struct Console {
  let language: Language
  let hasColors: Bool

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// The text in a style, where styles are shown.
  func styled(_ text: String, _ style: Style) -> String {
    hasColors ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  func say(_ en: String, _ zh: String) -> String { language == .chinese ? zh : en }

  /// `1 case`, `2 cases`.
  static func counted(_ count: Int, _ word: String, _ plural: String) -> String {
    "\(count) \(count == 1 ? word : plural)"
  }

  /// Results, on standard output.
  func print(_ text: String) {
    Self.write(text + "\n", to: .output, in: language)
  }

  /// What goes wrong with the tool itself, on standard error.
  func complain(_ text: String) {
    Self.write(text + "\n", to: .errors)
  }

  /// A reader that went away (a closed pipe) ends the tool quietly; a full disk is named.
  static func write(
    _ text: String, to stream: StandardStream,
    in language: Language = OutputOptions.languageOfLocale
  ) {
    do { try stream.write(text) } catch {
      if stream == .output, error != .brokenPipe {
        Console(language: language, hasColors: false).complain(of: ToolFault(writingResults: error))
      }
      leave(ToolExit.cannotRun.rawValue)
    }
  }
}

/// Exit codes, the same for every verb.
enum ToolExit: Int32 {
  case clean = 0
  case findings = 1
  case cannotRun = 2
}
