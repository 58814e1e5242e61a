/// How a part of a message stands out on a terminal that shows colours.
enum TerminalStyle {
  case severity(Severity)
  /// Line numbers and the frame.
  case frame
  /// Marks of places other than the first.
  case secondary
  case help
  case emphasis

  private var code: String {
    switch self {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.note): "1;36"
    case .frame: "34"
    case .secondary: "1;34"
    case .help: "1;32"
    case .emphasis: "1"
    }
  }

  /// The text between the sequences that switch the style on and off.
  func paint(_ text: String) -> String {
    text.isEmpty ? "" : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
